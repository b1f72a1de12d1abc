"""What is open in an assessment, the most important first: for reports that have room for only a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ai800.assessment.types import WORST_FIRST
from ai800.reports import words
from ai800.reports.findings import findings_of, is_contradicted, questions_of, remedies_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.assessment.types import Assessment, Finding, Row
    from ai800.declare.types import Place

_START = "There is no ai800.yaml, so everything that only a declaration can show is unmet."
_BROKEN = words.VERDICT_WORDS["error"]
_INIT = "Run `ai800 init`: it writes an ai800.yaml filled with what was observed."


class Item(NamedTuple):
    """One open thing. `id` is empty where it is about the run as a whole; `word` is its verdict in words."""

    id: str
    word: str
    title: str
    said: tuple[str, ...]
    fixes: tuple[str, ...] = ()
    place: Place | None = None


def gaps(assessment: Assessment) -> tuple[Item, ...]:
    """What has to be mended before the run passes."""
    return tuple(item for item in _gaps(assessment) if _decides(assessment, item))


def questions(assessment: Assessment) -> tuple[Item, ...]:
    """What only a person can answer, and fails the run until somebody does."""
    return tuple(item for item in _questions(assessment) if _decides(assessment, item))


def standing(assessment: Assessment) -> tuple[Item, ...]:
    """What was open before already, where the gate asks only what got worse."""
    items = (*_gaps(assessment), *_questions(assessment))
    return tuple(item for item in items if not _decides(assessment, item))


def _decides(assessment: Assessment, item: Item) -> bool:
    regressions = assessment.gate.regressions
    return regressions is None or item.id in regressions or item.word == _BROKEN


def _gaps(assessment: Assessment) -> Iterator[Item]:
    if failure := assessment.run["failure"]:
        yield Item("", _BROKEN, "The run is not complete", (failure,))
    if not assessment.declared:
        yield Item("", "nothing declared", "Start the release file", (_START,), (_INIT,))
    yield from (_disagreement(found) for found in _once(assessment) if found.weight == "fails")
    rows = [row for row in assessment.rows if row.id in assessment.fails and row.verdict not in words.TO_REVIEW]
    yield from (_gap(row) for row in sorted(rows, key=_order))


def _questions(assessment: Assessment) -> Iterator[Item]:
    for row in assessment.rows:
        if row.id in assessment.fails and row.verdict in words.TO_REVIEW:
            yield Item(row.id, words.VERDICT_WORDS[row.verdict], row.title, questions_of(row), (), _place(row))


def advised(assessment: Assessment) -> tuple[Item, ...]:
    """What fails nothing and would be better done."""
    light = (_disagreement(found) for found in _once(assessment) if found.weight != "fails")
    return (*light, *(_gap(row) for row in words.advice(assessment)))


def _once(assessment: Assessment) -> tuple[Finding, ...]:
    """Each disagreement at the first of its places: a mistake made ten times says the same again."""
    found = {(each.id, each.message, each.weight): each for each in reversed(assessment.disagreements)}
    return tuple(reversed(found.values()))


def _disagreement(found: Finding) -> Item:
    observed = found.id.startswith("fact:")
    title = "declared and observed disagree" if observed else "the declaration disagrees with itself"
    return Item(found.id, "disagreement", title, (found.message,), (found.remedy,), found.place)


def _order(row: Row) -> tuple[bool, int]:
    return not is_contradicted(row), WORST_FIRST.index(row.verdict)


def _gap(row: Row) -> Item:
    """A gap, or a question where the row is only advice."""
    word = words.VERDICT_WORDS[row.verdict]
    if row.verdict in words.TO_REVIEW:
        return Item(row.id, word, row.title, questions_of(row), (), _place(row))
    said = tuple(dict.fromkeys(found.message for found in _heaviest_first(row)))
    return Item(row.id, word, row.title, said, tuple(fix.text for fix in remedies_of(row)), _place(row))


def _place(row: Row) -> Place | None:
    """Where the row's heaviest finding is that has a place."""
    return next((found.place for found in _heaviest_first(row) if found.place is not None), None)


def _heaviest_first(row: Row) -> list[Finding]:
    found = [each for each in findings_of(row) if each.weight != "note"]
    return sorted(found, key=lambda each: each.weight != "fails")
