"""The marginal risk and benefit analysis of a release, as far as it is on record. Nothing here is a verdict of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from ai800.assessment.types import Finding, Variant, Verdict
    from ai800.declare.types import Place

# The tri-state of Kapoor et al., Table 1: complete is stated and backed, and says nothing of whether it is right.
State = Literal["complete", "partial", "absent"]
WORST_FIRST: tuple[State, ...] = ("absent", "partial", "complete")
# The row of the decision table of ipd:5.3.1 (techfreedom:TF-29); none and low share one.
TableRow = Literal["low", "moderate", "high", "undetermined"]


class Part(NamedTuple):
    """One thing that the analysis asks for. `why` holds codes of what keeps it from being complete."""

    name: str
    state: State
    why: tuple[str, ...] = ()
    place: Place | None = None


class Compared(NamedTuple):
    """One thing that the model is compared with; `source` is the section that does so. `name` is foreign text."""

    name: str
    source: Literal["impact", "evaluations", "capability_estimates"]
    state: State
    why: tuple[str, ...] = ()
    place: Place | None = None


class Baseline(NamedTuple):
    """All that a threat profile is compared with of one kind; `state` is the best among them, absent where none is."""

    kind: str
    state: State
    compared: tuple[Compared, ...] = ()


class Profile(NamedTuple):
    """One threat profile: `rating` is the marginal risk ("" where not rated), `lacks` what policies miss in it."""

    id: str
    rating: str
    recorded: bool  # something is said of its marginal risk
    steps: tuple[Part, ...]
    baselines: tuple[Baseline, ...]
    lacks: tuple[Finding, ...] = ()
    place: Place | None = None


class Benefit(NamedTuple):
    """One declared benefit; `weighed_on` are the channels whose decision weighs it. `claim` is foreign text."""

    id: str
    category: str
    depends_on: str
    claim: str
    state: State
    why: tuple[str, ...] = ()
    weighed_on: tuple[str, ...] = ()
    place: Place | None = None


class Applies(NamedTuple):
    """The row of the decision table that one threat profile falls under on one channel; `row` is None where unrated.

    `asked` is empty where nothing was evaluated and where the channel was stopped.
    """

    profile: str
    rating: str
    row: TableRow | None
    asked: tuple[Part, ...] = ()
    lacks: tuple[Finding, ...] = ()
    place: Place | None = None


class Decided(NamedTuple):
    """One channel: what the policies answered for it at ipd:5.3.1, None where nothing was evaluated.

    `lacks` are the findings there that name no threat profile. `profiles` is empty under the closed variant, which
    sets residual risk beside thresholds instead. `stopped`: it was decided not to open the channel now.
    """

    channel: str
    variant: Variant
    verdict: Verdict | None
    stopped: bool
    profiles: tuple[Applies, ...] = ()
    lacks: tuple[Finding, ...] = ()


class Marginal(NamedTuple):
    """The analysis, in the order of the release file."""

    profiles: tuple[Profile, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    channels: tuple[Decided, ...] = ()
