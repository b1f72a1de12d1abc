"""Sentences and words of the marginal risk section, in one place, so that all formats say the same.

The caveats are those of Kapoor et al.; pages are of NTIA's report of 30 July 2024.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ai800.assessment.marginal_types import State, TableRow

TITLE = "Marginal risk and benefits"
_NTIA = (
    "NTIA's report of 30 July 2024, Dual-Use Foundation Models with Widely Available Model Weights, asks what such "
    "weights add, in risks and in benefits, beside models whose weights are not open and beside other technology "
    "(pages 3 and 10). It holds that open models should not be restricted more strictly than alternatives with a "
    "similar balance (page 10), and found the evidence insufficient to conclude either that restrictions are warranted "
    "or that they never will be appropriate (page 47)."
)
_ADAPTED = (
    "NTIA addressed its framework to the federal government and gave no numeric threshold: ai800 adapts it to one "
    "release, and every rating is the organization's own."
)
_STEPS = (
    "The six steps are those of Kapoor, Bommasani et al., On the Societal Impact of Open Foundation Models (ICML "
    "2024). Complete means stated and backed, not that it is right; a complete analysis does not decide a release."
)
_BENEFITS = (
    "Of benefits, NTIA names a wider set of actors, also less resourced ones, less concentrated control of the market, "
    "and data that need not be shared (page 2); the caveats are those of Kapoor et al."
)
ABOUT = (_NTIA, _ADAPTED, _STEPS, _BENEFITS)
SHORT = (
    "NTIA (2024, pages 3 and 10) asks what open weights add, in risks and benefits; it addressed government and gave "
    "no numeric threshold, and ai800 adapts it. The steps are those of Kapoor et al.; complete means stated and "
    "backed, not right."
)
CLOSED = (
    "The closed variant reads no marginal rating: it sets residual risk beside the organization's thresholds "
    "(ipd:5.3.1). Of this analysis it uses the comparison with what an actor has anyway (ipd:1.2.1), the defences "
    "there are (ipd:1.2.3), similar models (ipd:1.3.1), and benefits where thresholds weigh them (ipd:2.1.3)."
)
NO_PROFILES = "No threat profile is declared, so there is no marginal risk analysis."
NO_BENEFITS = "No benefit is declared."
TABLE_TITLE = "What ipd:5.3.1 asks of a channel that the open variant judges (TechFreedom, TF-29; the cut is ours)"

STATES: tuple[State, ...] = ("complete", "partial", "absent")
STEPS = {
    "threat": "threat",
    "existing_risk": "existing risk",
    "existing_defences": "existing defences",
    "evidence_of_marginal_risk": "evidence of marginal risk",
    "ease_of_defending": "ease of defending",
    "uncertainty": "uncertainty",
}
ASKED = {
    "record": "a backed record of the marginal risk",
    "borne_out": "a measurement that bears the rating out",
    "conclusion": "a backed conclusion of the weighing",
    "risk_weighed": "the risk named in the weighing",
    "benefit_weighed": "a backed benefit named in the deployment and in the weighing",
    "safeguard": "a safeguard that counts on published weights, in place in time",
    "watched": "a backed monitoring plan with indicators and a day of review that is not past",
}
SOURCES = {
    "impact": "in the impact, 1.2.1",
    "evaluations": "measured, 4.1.1",
    "capability_estimates": "estimated before, 1.3.1",
}
# Why something is not complete; what is not here is a finding's code, and its words stand beside it.
_WHY = {
    "missing": "not stated",
    "denied": "denied",
    "placeholder": "a placeholder",
    "word": "less than a statement",
    "not_backed": "no reference resolves",
    "links_only": "only addresses outside the repository",
    "no_capability": "no capability of concern",
    "no_actor": "no actor",
    "no_task": "no task, or a placeholder for one",
    "no_finding": "what it shows is not stated",
    "no_value": "no number",
    "not_counted": "no evaluation that counts",
    "not_measured": "not said where it was measured",
    "not_named": "none is named",
    "not_in_deployment": "not among the benefits of the deployment",
    "none_named": "none on this channel mitigates it",
    "weights_only": "needs more than weights, and nothing says that there is more",
    "rating_not_supported": "nothing measured names it",
    "rating_outdone": "a measurement is worse than every baseline",
    "rating_uncompared": "an evaluation that speaks of risk is beside no baseline",
    "rating_uncompared_by_red_team": "a red team that misused the model is beside no baseline",
    "not_credited_on_weights": "nothing shows that it holds on published weights",
}
_CAVEATS = {
    "innovation": "the developer gets no feedback from use, and versions drift apart",
    "science": "weights alone are seldom enough: it takes training data and checkpoints",
    "transparency": (
        "weights permit it and do not give it: it takes documentation of the data, also to find what tests have leaked "
        "into training"
    ),
    "competition": "does not reach compute and other means further up",
    "monoculture": "does not reach compute and other means further up",
}


class TableWords(NamedTuple):
    """One row of the decision table: for which ratings, what is asked, the verdict then, and otherwise."""

    row: TableRow
    ratings: str
    asks: str
    then: str
    otherwise: str


TABLE = (
    TableWords(
        "low",
        "none, low",
        "a backed record, borne out by what was measured",
        "met",
        "unmet without a record; a person, where nothing measured bears it out",
    ),
    TableWords(
        "moderate",
        "moderate",
        "a safeguard that counts on published weights, a benefit, and a weighing that names both the risk and the "
        "benefit, all backed",
        "met",
        "unmet",
    ),
    TableWords("high", "high", "the same, complete", "a person decides", "unmet"),
    TableWords(
        "undetermined",
        "undetermined",
        "a monitoring plan with indicators and a day of review that is not past",
        "a person decides",
        "unmet",
    ),
)


def plain(code: str) -> str:
    """A word of the vocabulary for a reader."""
    return code.replace("_", " ")


def why(codes: tuple[str, ...]) -> str:
    return ", ".join(_WHY.get(code, plain(code)) for code in codes)


def rated(rating: str) -> str:
    return f"rated {rating}" if rating else "not rated"


def caveat(category: str) -> str:
    """The known caveat of a kind of benefit; empty where the sources give none."""
    return _CAVEATS.get(category, "")
