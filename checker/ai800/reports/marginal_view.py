"""The marginal risk section as pages and terminals show it: everything in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ai800.assessment.marginal_types import WORST_FIRST
from ai800.reports import marginal_words as said
from ai800.reports import words
from ai800.reports.places import places, shown_place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ai800.assessment.marginal_types import Applies, Baseline, Benefit, Decided, Marginal, Part, Profile, State
    from ai800.assessment.types import Assessment, Finding
    from ai800.declare.types import Place

# Where none of these was judged (--only), the section would speak of what nobody asked.
_PRACTICES = frozenset({"ipd:1.1", "ipd:1.2", "ipd:4.1", "ipd:5.3"})


class Stated(NamedTuple):
    """One thing with its state; `why` says in words what keeps it from being complete."""

    name: str
    state: State
    why: str


class Lack(NamedTuple):
    """A finding of a row."""

    id: str
    message: str
    where: tuple[str, ...]


class BaselineView(NamedTuple):
    """`named` are foreign names, each with where it is compared and what it lacks."""

    kind: str
    state: State
    named: tuple[Stated, ...]


class ProfileView(NamedTuple):
    """`steps` is empty where no variant that judges reads them and nothing is recorded."""

    id: str
    rated: str
    where: str
    steps: tuple[Stated, ...]
    baselines: tuple[BaselineView, ...]
    lacks: tuple[Lack, ...]


class BenefitView(NamedTuple):
    id: str
    category: str
    claim: str
    state: State
    why: str
    caveat: str
    weighed: str
    where: str


class AppliesView(NamedTuple):
    """One threat profile on a channel: its rating, the row of the table, what that asks for."""

    id: str
    rated: str
    row: str
    asked: tuple[Stated, ...]
    lacks: tuple[Lack, ...]


class ChannelView(NamedTuple):
    """`verdict` is what the policies answered at ipd:5.3.1, in words; `note` says what stands in place of the table."""

    id: str
    verdict: str
    note: str
    profiles: tuple[AppliesView, ...]
    lacks: tuple[Lack, ...]


class TableView(NamedTuple):
    """A row of the decision table with those that fall under it, as `channel: profile, profile`."""

    words: said.TableWords
    here: tuple[str, ...]


class MarginalView(NamedTuple):
    about: tuple[str, ...]
    steps: tuple[str, ...]
    kinds: tuple[str, ...]
    profiles: tuple[ProfileView, ...]
    table: tuple[TableView, ...]
    channels: tuple[ChannelView, ...]
    benefits: tuple[BenefitView, ...]


def shown(assessment: Assessment) -> bool:
    """Whether what was judged has to do with the section."""
    return any(practice.id in _PRACTICES for practice in assessment.practices)


def marginal_view(assessment: Assessment) -> MarginalView:
    found = assessment.marginal
    is_open = "open" in assessment.release["variants"]
    profiles = tuple(_profile(each, steps=is_open or each.recorded) for each in found.profiles)
    return MarginalView(
        about=said.ABOUT if "closed" not in assessment.release["variants"] else (*said.ABOUT, said.CLOSED),
        steps=tuple(said.STEPS.values()) if any(each.steps for each in profiles) else (),
        kinds=tuple(said.plain(each.kind) for each in found.profiles[0].baselines) if found.profiles else (),
        profiles=profiles,
        table=_table(found) if is_open else (),
        channels=tuple(_channel(each) for each in found.channels),
        benefits=tuple(_benefit(each) for each in found.benefits),
    )


def _profile(found: Profile, *, steps: bool) -> ProfileView:
    return ProfileView(
        id=found.id,
        rated=said.rated(found.rating),
        where=_at(found.place),
        steps=stated(found.steps, said.STEPS) if steps else (),
        baselines=tuple(_baseline(each) for each in found.baselines),
        lacks=_lacks(found.lacks),
    )


def stated(parts: Iterable[Part], names: dict[str, str]) -> tuple[Stated, ...]:
    return tuple(Stated(names[each.name], each.state, said.why(each.why)) for each in parts)


def _baseline(found: Baseline) -> BaselineView:
    """Each thing that is compared once, with all places where it is."""
    named: dict[str, dict[str, None]] = {}
    states: dict[str, list[State]] = {}
    for each in found.compared:
        lack = f"; {said.why(each.why)}" if each.why else ""
        named.setdefault(each.name, {})[f"{said.SOURCES[each.source]}{lack}"] = None
        states.setdefault(each.name, []).append(each.state)
    shown_names = (
        Stated(name or "(no name)", max(states[name], key=WORST_FIRST.index), "; ".join(where))
        for name, where in named.items()
    )
    return BaselineView(said.plain(found.kind), found.state, tuple(shown_names))


def _lacks(found: Iterable[Finding]) -> tuple[Lack, ...]:
    return tuple(dict.fromkeys(Lack(each.id, each.message, places(each)) for each in found))


def _table(found: Marginal) -> tuple[TableView, ...]:
    return tuple(TableView(row, tuple(_under(row, found))) for row in said.TABLE)


def _under(row: said.TableWords, found: Marginal) -> Iterable[str]:
    for channel in found.channels:
        names = [each.profile for each in channel.profiles if each.row == row.row]
        if names:
            yield f"{channel.channel}: {', '.join(names)}"


def _channel(found: Decided) -> ChannelView:
    return ChannelView(
        id=found.channel,
        verdict=words.VERDICT_WORDS[found.verdict] if found.verdict else "not evaluated",
        note=_instead(found),
        profiles=tuple(_applies(each) for each in found.profiles),
        lacks=_lacks(found.lacks) if found.variant == "open" else (),
    )


def _instead(found: Decided) -> str:
    if found.stopped:
        return "it was decided not to open this channel now, so no rating is asked of it"
    if found.variant == "closed":
        return "the closed variant judges it by residual risk and thresholds, not by this table"
    return "" if found.profiles else "no threat profile is declared, so no row applies"


def _applies(found: Applies) -> AppliesView:
    row = next((each for each in said.TABLE if each.row == found.row), None)
    return AppliesView(
        id=found.profile,
        rated=said.rated(found.rating),
        row=f"asks for {row.asks}; then: {row.then}" if row else "no row applies until it is rated on this channel",
        asked=stated(found.asked, said.ASKED),
        lacks=_lacks(found.lacks),
    )


def _benefit(found: Benefit) -> BenefitView:
    return BenefitView(
        id=found.id,
        category=said.plain(found.category) or "no category",
        claim=found.claim,
        state=found.state,
        why=said.why(found.why),
        caveat=said.caveat(found.category),
        weighed=f"weighed on {', '.join(found.weighed_on)}" if found.weighed_on else "weighed in no decision",
        where=_at(found.place),
    )


def _at(place: Place | None) -> str:
    return shown_place(place) if place else ""
