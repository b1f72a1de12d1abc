"""Every finding that is part of a gap, each once, with the variants that judged so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.assessment.types import Finding
from ai800.declare.types import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.assessment.types import Assessment, Judgement, Row, Variant, Verdict, Weight

GAPS: frozenset[Verdict] = frozenset({"unmet", "partial"})
HEAVIEST_FIRST: tuple[Weight, ...] = ("fails", "advice", "note")
_RELEASE_FILE = "ai800.yaml"
# Where a repository speaks of its model, the likeliest file first.
_SPEAKING = (
    "cards", "name", "licence_weights", "use_policies", "gate", "base_models", "openness", "architecture",
    "parameters_total", "licence_code", "risks", "problems", "weights",
)  # fmt: skip


class Gap(NamedTuple):
    """A finding with the place where a reader is sent; `row` is None for a disagreement."""

    finding: Finding
    place: Place
    variants: tuple[Variant, ...] = ()
    row: Row | None = None


def gaps(assessment: Assessment) -> Iterator[Gap]:
    """Disagreements, then the gaps in the order of the edition."""
    nowhere = best_place(assessment)
    for finding in dict.fromkeys(assessment.disagreements):
        yield Gap(finding, finding.place or finding.other or nowhere)
    for row in assessment.rows:
        if row.verdict in GAPS:
            yield from _of_row(row, nowhere, fails=row.id in assessment.fails)


def _of_row(row: Row, nowhere: Place, *, fails: bool) -> Iterator[Gap]:
    found: dict[object, list[Finding]] = {}
    for judgement in row.judgements:
        for finding in judgement.findings:
            if _is_open(judgement, finding):
                key = (finding.code, finding.subject, finding.message, finding.place)
                found.setdefault(key, []).append(finding)
    if not found:
        yield Gap(_bare(row, fails), _decided(row) or nowhere, (), row)
    for same in found.values():
        heaviest = min(same, key=lambda finding: HEAVIEST_FIRST.index(finding.weight))
        variants = tuple(dict.fromkeys(finding.variant for finding in same if finding.variant))
        yield Gap(heaviest, heaviest.place or nowhere, variants, row)


def _is_open(judgement: Judgement, finding: Finding) -> bool:
    """Whether the finding's own subject has a gap: beside it others may be met, or wait for a person."""
    return dict(judgement.subjects).get(finding.subject, judgement.verdict) in GAPS


def _bare(row: Row, fails: bool) -> Finding:  # noqa: FBT001 - as above
    """A gap that no policy found in detail: a review said so."""
    return Finding(
        id=row.id,
        code=row.verdict,
        message=f"{row.verdict}: {row.title}",
        weight="fails" if fails else "advice",
        remedy=row.remedy,
        basis=row.basis,
    )


def _decided(row: Row) -> Place | None:
    """Where the review stands that decided, or else the evidence it was about."""
    places = [entry.place for entry in row.overrides if entry.counts] + list(row.evidence)
    return next((place for place in places if place is not None), None)


def best_place(assessment: Assessment) -> Place:
    """For what is nowhere: the release file, or else the file in which the repository speaks of its model."""
    folder = assessment.release["folder"]
    own = Place(f"{folder}/{_RELEASE_FILE}" if folder else _RELEASE_FILE, 1, 1)
    if assessment.declared:
        return own
    spoken = [fact for name in _SPEAKING for fact in assessment.facts[name] if fact["path"]]
    best = min(spoken, key=lambda fact: fact not in assessment.facts["cards"] and not _is_readme(fact), default=None)
    return Place(best["path"], best.get("line")) if best else own


def _is_readme(fact: dict[str, Any]) -> bool:
    name: str = fact["path"].rpartition("/")[2]
    return name.casefold().startswith("readme")
