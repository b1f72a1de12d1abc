"""What to do first: the few things that bring a run nearest to passing, in the order of their weight."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ai800.assessment.types import WORST_FIRST
from ai800.reports import words
from ai800.reports.findings import disagreements, findings_of, is_contradicted, questions_of
from ai800.reports.places import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.assessment.types import Assessment, Row

MOST = 3
_INIT = "Run `ai800 init`: it writes an ai800.yaml filled with what was observed."
_COMMIT = "Commit the ai800.yaml that stands in the folder, or `git add` it and use --staged: it was not read."
_CHANNELS = (
    "State each of `channels` with `access`, `opens_on` and `audience`: they decide which variant judges the release."
)


class Step(NamedTuple):
    """One thing to do. `id` is that of a row or a disagreement, or "" for a step that comes before all of them.

    `disagreement` counts the disagreements of a report from 1; 0 for everything else.
    """

    id: str
    kind: str
    title: str
    what: str
    where: tuple[str, ...] = ()
    disagreement: int = 0


def first_steps(assessment: Assessment) -> tuple[Step, ...]:
    """At most three steps; empty where nothing is to be done."""
    return tuple(step for step, _ in zip(_steps(assessment), range(MOST), strict=False))


def steps_left(assessment: Assessment) -> int:
    """How many more things there are to do than `first_steps` names."""
    return max(sum(1 for _ in _steps(assessment)) - MOST, 0)


def commit_first(assessment: Assessment) -> str:
    """What to do first where a release file was begun, and is not in what was read; "" where none was begun."""
    begun = any(note.code == "not_committed" for note in assessment.notes)
    return _COMMIT if begun else ""


def _steps(assessment: Assessment) -> Iterator[Step]:
    if failure := assessment.run["failure"]:
        yield Step("", "run", "Make the run complete", failure)
        return
    if not assessment.declared:
        yield Step("", "setup", "Start the release file", commit_first(assessment) or _INIT)
        yield Step("", "setup", "Say who gets at the model, and how", _CHANNELS)
    for number, found in enumerate(disagreements(assessment), 1):
        if found.weight == "fails":
            yield Step(found.id, "disagreement", found.message, found.remedy, found.where, number)
    failing = [row for row in assessment.rows if row.id in assessment.fails]
    for row in sorted(failing, key=_order):
        yield _of_row(row)


def _order(row: Row) -> tuple[bool, int]:
    """Contradictions first: they make whatever rests on them worthless."""
    return not is_contradicted(row), WORST_FIRST.index(row.verdict)


def _of_row(row: Row) -> Step:
    kind = words.VERDICT_WORDS[row.verdict]
    if row.verdict in words.TO_REVIEW:
        return Step(row.id, kind, row.title, " ".join(questions_of(row)))
    failing = next((finding for finding in findings_of(row) if finding.weight == "fails"), None)
    if failing is None:
        return Step(row.id, kind, row.title, row.remedy)
    return Step(row.id, kind, row.title, failing.remedy, places(failing))
