"""Marginal risk analyses and dates that end, made by hand: every state, an open and a closed channel, hostile texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.assessment.marginal_types import Applies, Baseline, Benefit, Compared, Decided, Marginal, Part, Profile
from ai800.assessment.types import Expiry
from tests.support.assessments import finding, place

if TYPE_CHECKING:
    from ai800.assessment.types import Finding

STEPS = (
    "threat",
    "existing_risk",
    "existing_defences",
    "evidence_of_marginal_risk",
    "ease_of_defending",
    "uncertainty",
)
KINDS = ("closed_model", "open_model", "other_technology", "human", "status_quo")


def threat(identity: str = "bio", **changes: Any) -> Profile:
    """A threat profile whose steps are in every state, compared with two things."""
    states = [("complete", ()), ("partial", ("links_only",)), ("absent", ("missing",)), *[("complete", ())] * 3]
    compared = (
        Compared("Hosted assistant", "impact", "complete", (), place(30)),
        Compared("Hosted assistant", "evaluations", "partial", ("not_counted",), place(31)),
        Compared("", "capability_estimates", "partial", ("no_name",)),
    )
    made = Profile(
        id=identity,
        rating="moderate",
        recorded=True,
        steps=tuple(Part(name, *state, place(20)) for name, state in zip(STEPS, states, strict=True)),
        baselines=(Baseline("closed_model", "complete", compared), *(Baseline(kind, "absent") for kind in KINDS[1:])),
        lacks=(finding("ipd:1.2.1", "no_marginal_rating", message=f"threat profile {identity} has no backed rating"),),
        place=place(19),
    )
    return made._replace(**changes)


def applies(profile: str = "bio", **changes: Any) -> Applies:
    """A moderate risk of which one thing that is asked is complete, one partial and one absent."""
    asked = (
        Part("record", "complete"),
        Part("conclusion", "partial", ("word",)),
        Part("safeguard", "absent", ("none_named",)),
    )
    lack = finding("ipd:5.3.1", "moderate_not_weighed", message=f"marginal risk of {profile} is not weighed")
    return Applies(profile, "moderate", "moderate", asked, (lack,), place(50))._replace(**changes)


def on_channel(**changes: Any) -> Decided:
    made = Decided(
        channel="hub",
        variant="open",
        verdict="unmet",
        stopped=False,
        profiles=(applies(),),
        lacks=(finding("ipd:5.3.1", "no_decision"),),
    )
    return made._replace(**changes)


def hosted(**changes: Any) -> Decided:
    return on_channel(channel="api", variant="closed", verdict="met", profiles=(), lacks=())._replace(**changes)


def benefit(**changes: Any) -> Benefit:
    made = Benefit("study", "science", "weights_only", "Anyone can study it.", "partial", ("weights_only",))
    return made._replace(**changes)


def analysis(**changes: Any) -> Marginal:
    market = benefit(
        id="market", category="competition", depends_on="", claim="More vendors.", state="complete", why=(),
        weighed_on=("hub",), place=place(41),
    )  # fmt: skip
    return Marginal((threat(),), (benefit(), market), (on_channel(), hosted()))._replace(**changes)


def expiry(**changes: Any) -> Expiry:
    """The end of an evaluation, nineteen days off."""
    made = Expiry(
        on="2026-06-20",
        days=19,
        section="evaluations",
        id="bio",
        field="valid_until",
        ended=False,
        rests=("bio", "filter"),
        place=place(88),
    )
    return made._replace(**changes)


def expiries() -> tuple[Expiry, ...]:
    """One that is over, one of today, one to come."""
    waiver = expiry(on="2026-05-01", days=-31, section="waivers", id="ipd:5.3.2", field="expires_on", ended=True)
    watched = expiry(on="2026-06-01", days=0, section="monitoring", id="hub", field="review_on", rests=("hub",))
    return waiver._replace(rests=("ipd:5.3.2",), place=None), watched, expiry()


def hostile(text: str, bad: Finding) -> Marginal:
    """An analysis whose every foreign text is `text`."""
    compared = Compared(text, "impact", "complete", (), place(5, text))
    kinds = (Baseline("closed_model", "complete", (compared,)), *(Baseline(kind, "absent") for kind in KINDS[1:]))
    return Marginal(
        (threat(text, lacks=(bad,), baselines=kinds),),
        (benefit(id=text, claim=text, weighed_on=(text,), place=place(6, text)),),
        (on_channel(channel=text, profiles=(applies(text, lacks=(bad,)),), lacks=(bad,)),),
    )
