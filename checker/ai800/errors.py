"""Every way a run can end without an assessment: one sentence, one remedy, one exit code."""

from __future__ import annotations

from typing import ClassVar, NamedTuple


class Problem(NamedTuple):
    """One thing that is wrong with what was read, and where.

    `line` and `column` count from 1; `field` is a dotted path in the release data, such as
    `channels[0].access`. `reason` never quotes foreign content.
    """

    reason: str
    remedy: str
    path: str | None = None
    line: int | None = None
    column: int | None = None
    field: str | None = None


class Ai800Error(Exception):
    """The base of what the command line turns into one line and an exit code."""

    exit_code: ClassVar[int] = 4

    def __init__(self, sentence: str, remedy: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.remedy = remedy


class UsageError(Ai800Error):
    """The command was asked for something it does not have."""

    exit_code = 2


class InvalidReleaseError(Ai800Error):
    """The declared release data is not valid; `problems` lists all of it, not only the first."""

    exit_code = 3

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        count = len(problems)
        noun = "problem" if count == 1 else "problems"
        super().__init__(f"the release data has {count} {noun}", "mend what is listed and run it again")
        self.problems = problems


class SnapshotError(Ai800Error):
    """The repository, the commit or the folder cannot be read."""


class NotAReleaseError(Ai800Error):
    """What was read shows no model release, so there is nothing to judge."""


class EngineError(Ai800Error):
    """The policies could not be evaluated completely."""


class ReportError(Ai800Error):
    """A report could not be written."""


class ForeignReportError(Ai800Error):
    """A json report that was made elsewhere cannot be used."""
