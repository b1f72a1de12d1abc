"""Practices beside variants: how each stands, and whether it fails the run."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ai800.assessment.types import WORST_FIRST
from ai800.reports import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.assessment.types import Assessment, Judgement, Practice, Row, Variant, Verdict

VARIANTS: tuple[Variant, ...] = ("open", "closed")


class Cell(NamedTuple):
    """A practice under one variant. `verdict` is empty where the variant does not judge."""

    variant: Variant
    verdict: Verdict | str
    word: str
    detail: str


class Line(NamedTuple):
    """One practice of the grid."""

    id: str
    short: str
    title: str
    cells: tuple[Cell, ...]


def grid(assessment: Assessment) -> tuple[Line, ...]:
    """A line for every practice that policies judge."""
    return tuple(
        Line(
            practice.id,
            words.short(practice.id),
            practice.title,
            tuple(_cell(assessment, practice, variant=variant) for variant in VARIANTS),
        )
        for practice in assessment.practices
        if practice.built
    )


def _cell(assessment: Assessment, practice: Practice, *, variant: Variant) -> Cell:
    if variant not in assessment.release["variants"]:
        return Cell(variant, "", "no such channel", "")
    stands = dict(_stands(practice, variant))
    verdict = min(stands.values(), key=WORST_FIRST.index)
    return Cell(variant, verdict, words.VERDICT_WORDS[verdict], _detail(assessment, stands))


def _stands(practice: Practice, variant: Variant) -> Iterator[tuple[str, Verdict]]:
    """Each row's verdict under the variant, after what persons added."""
    for row in practice.rows:
        judgement = next((each for each in row.judgements if each.variant == variant), None)
        yield row.id, row.verdict if judgement is None else verdict_under(row, judgement)


def verdict_under(row: Row, judgement: Judgement) -> Verdict:
    """A gap or a question that a person closed counts as closed under each variant that had it."""
    changed = row.verdict != row.original and judgement.verdict in words.TO_MEND | words.TO_REVIEW
    return row.verdict if changed else judgement.verdict


def _detail(assessment: Assessment, stands: dict[str, Verdict]) -> str:
    gaps = [row for row, verdict in stands.items() if verdict in words.TO_MEND | words.TO_REVIEW]
    failing = sum(row in assessment.fails for row in gaps)
    parts = [f"{failing} of {len(stands)} {'fails' if failing == 1 else 'fail'} the run"] if failing else []
    parts += [f"{len(gaps) - failing} advice"] if len(gaps) > failing else []
    return ", ".join(parts) or f"no gaps in {len(stands)}"
