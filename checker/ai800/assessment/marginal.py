"""Puts the marginal risk and benefit analysis together: what is on record, and what the policies found about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.assessment.marginal_parts import baselines, benefits, steps
from ai800.assessment.marginal_table import Answered, decided
from ai800.assessment.marginal_types import Marginal, Profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ai800.assessment.judge import Judge
    from ai800.assessment.types import Finding
    from ai800.catalog import Catalog
    from ai800.declare.types import Declaration
    from ai800.release.types import Release

IMPACT, MEASURED = "ipd:1.2.1", "ipd:4.1.1"
_UNCOMPARED = "no_marginal_baseline"
# What the rows find about an analysis that no step and no baseline shows by itself.
_LACKS = {
    IMPACT: frozenset({_UNCOMPARED, "no_marginal_rating", "no_distinctive_property"}),
    MEASURED: frozenset({_UNCOMPARED}),
}


def marginal(declaration: Declaration, release: Release, *, judges: Sequence[Judge], catalog: Catalog) -> Marginal:
    """The analysis of a release; `judges` are those of the variants that judge it."""
    answers = {judge.variant: Answered(judge, catalog) for judge in judges}
    lacks = _lacks(answers.values())
    # Where nothing was evaluated, nobody said that a measurement counts.
    silent = not any(answered.evaluated(MEASURED) for answered in answers.values())
    return Marginal(
        profiles=tuple(
            _profile(p, release, declaration=declaration, lacks=tuple(lacks.get(document["id"], ())), silent=silent)
            for p, document in enumerate(release.document["threat_profiles"])
        ),
        benefits=benefits(release, declaration),
        channels=tuple(decided(release, declaration, answers=answers)),
    )


def _profile(
    p: int, release: Release, *, declaration: Declaration, lacks: tuple[Finding, ...], silent: bool
) -> Profile:
    document = release.document["threat_profiles"][p]
    uncompared = silent or any(each.id == MEASURED for each in lacks)
    return Profile(
        id=document["id"],
        rating=document["marginal"]["rating"],
        recorded=document["marginal"]["given"],
        steps=steps(document, declaration),
        baselines=baselines(p, release, declaration=declaration, uncompared=uncompared),
        lacks=lacks,
        place=declaration.place(document["at"]),
    )


def _lacks(answers: Iterable[Answered]) -> dict[str, list[Finding]]:
    """What the policies miss about each threat profile, by its id."""
    found: dict[str, list[Finding]] = {}
    for answered in answers:
        for row, codes in _LACKS.items():
            for finding, args in answered.findings(row):
                if finding.code in codes:
                    found.setdefault(args["p"], []).append(finding)
    return found
