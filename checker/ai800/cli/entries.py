"""What `review` and `waive` share: show the row, get the answers, write the entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.cli.ask import answers
from ai800.cli.console import page, say
from ai800.errors import UsageError
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ai800.assessment.types import Assessment, Row
    from ai800.cli.ask import Question
    from ai800.persons import Section

_READING = ("ref", "staged", "as_of")


def add_entry(
    identity: str,
    path: Path,
    *,
    section: Section,
    questions: Callable[[str], tuple[Question, ...]],
    given: dict[str, Any],
) -> None:
    """Record an entry of `section` for the row `identity`; `questions` are asked for the day of the check."""
    from ai800.api import judge, open_row, read, record
    from ai800.reports.person import row_for_person

    asked: Any = {name: given.pop(name) for name in _READING}
    reading = read(path, **asked)
    assessment = judge(reading, **asked)
    row = open_row(reading, assessment, identity=identity, section=section)
    say(row_for_person(row, assessment, page=page()))
    day = assessment.run["as_of"]
    evidence = {"evidence": list(given.pop("evidence"))} if given.get("evidence") else {}
    entry = {"id": row.id, **answers(questions(day), given), **evidence}
    _require_gap_there(row, assessment, scope=entry.get("scope"))
    written = record(path, section, entry=entry, as_of=day)
    say(f"ai800: wrote an entry for {row.id} to {printable(str(written))}\n")
    if reading.origin.kind != "folder":
        say("Next: `git add` it and run `ai800 check --staged`.\n")


def _require_gap_there(row: Row, assessment: Assessment, *, scope: object) -> None:
    """A waiver for a channel covers nothing where the item leaves its gap elsewhere."""
    if scope in {channel["id"] for channel in assessment.release["channels"]} - {*row.gaps}:
        known = dict.fromkeys(["release", *row.gaps])
        raise UsageError(f"{row.id} leaves no gap in that scope", f"use one of {', '.join(known)}")
