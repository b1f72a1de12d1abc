"""What was found, each thing once: a row judged by both variants, and a mistake made ten times, say the same again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ai800.assessment.judge import CONTRADICTION
from ai800.reports import words
from ai800.reports.places import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.assessment.types import Assessment, Finding, Row, Weight

_HEAVIEST_FIRST: tuple[Weight, ...] = ("fails", "advice", "note")
_BOTH = ("open", "closed")


class Disagreement(NamedTuple):
    """One disagreement with every place where it stands."""

    id: str
    message: str
    remedy: str
    weight: Weight
    where: tuple[str, ...]


class Said(NamedTuple):
    """A sentence about a row; `variant` is empty where it holds for all of the row."""

    text: str
    variant: str = ""


def disagreements(assessment: Assessment) -> tuple[Disagreement, ...]:
    """All disagreements, in the order in which they were found."""
    found: dict[tuple[str, str, str, Weight], dict[str, None]] = {}
    for finding in assessment.disagreements:
        key = (finding.id, finding.message, finding.remedy, finding.weight)
        found.setdefault(key, {}).update(dict.fromkeys(places(finding)))
    return tuple(Disagreement(*key, where=tuple(where)) for key, where in found.items())


def findings_of(row: Row) -> tuple[Finding, ...]:
    """The findings of a row, each as it weighs most."""
    found: dict[object, Finding] = {}
    for finding in _all_findings(row):
        known = found.setdefault((finding.message, finding.place), finding)
        if _HEAVIEST_FIRST.index(finding.weight) < _HEAVIEST_FIRST.index(known.weight):
            found[finding.message, finding.place] = finding
    return tuple(found.values())


def is_contradicted(row: Row) -> bool:
    return any(finding.code.startswith(CONTRADICTION) for finding in _all_findings(row))


def _all_findings(row: Row) -> Iterator[Finding]:
    for judgement in row.judgements:
        yield from judgement.findings


def questions_of(row: Row) -> tuple[str, ...]:
    """What a reviewer is asked about a row."""
    if row.verdict == "alternative":
        return (words.ALTERNATIVE_QUESTION,)
    asked = dict.fromkeys(question.text for judgement in row.judgements for question in judgement.questions)
    return tuple(asked) or (words.ANY_QUESTION,)


def remedies_of(row: Row) -> tuple[Said, ...]:
    """How to close the gaps of a row: what its findings say, or the row itself; a variant's own remedy names it."""
    found: dict[str, set[str]] = {}
    for finding in _all_findings(row):
        if finding.weight != "note" and finding.remedy:
            found.setdefault(finding.remedy, set()).add(finding.variant or "")
    if not found:
        return (Said(row.remedy),) if row.remedy else ()
    return tuple(_said(text, variants, alone=len(found) == 1) for text, variants in found.items())


def reasons_of(row: Row) -> tuple[Said, ...]:
    """Why the verdict of a row is what it is."""
    found: dict[str, set[str]] = {}
    for judgement in row.judgements:
        for reason in judgement.reasons:
            found.setdefault(_with_source(reason.text, reason.alternatives), set()).add(judgement.variant)
    return tuple(_said(text, variants, alone=False) for text, variants in found.items())


def _with_source(text: str, alternatives: tuple[str, ...]) -> str:
    return f"{text} (see {', '.join(alternatives)})" if alternatives else text


def _said(text: str, variants: set[str], *, alone: bool) -> Said:
    names = [name for name in _BOTH if name in variants]
    return Said(text, "" if alone else " and ".join(names))
