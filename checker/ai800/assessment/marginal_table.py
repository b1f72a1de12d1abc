"""The decision table of ipd:5.3.1 (techfreedom:TF-29): the row for each channel and threat profile, and what it lacks.

What counts is the policies' to say: a part that only they can judge is complete where they found nothing against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.assessment.marginal_parts import stated, unproved
from ai800.assessment.marginal_types import Applies, Decided, Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ai800.assessment.judge import Judge
    from ai800.assessment.marginal_types import State, TableRow
    from ai800.assessment.types import Finding, Variant, Verdict
    from ai800.catalog import Catalog
    from ai800.declare.types import Declaration
    from ai800.release.types import Release

DECISION, MARGIN, SAFEGUARDS = "ipd:5.3.1", "ipd:5.3.2", "ipd:5.2.1"
_ROWS: dict[str, TableRow] = {
    "none": "low", "low": "low", "moderate": "moderate", "high": "high", "undetermined": "undetermined",
}  # fmt: skip
_DOUBTS = frozenset({"rating_not_supported", "rating_outdone", "rating_uncompared", "rating_uncompared_by_red_team"})
_NOT_WEIGHED = frozenset({"moderate_not_weighed", "high_not_weighed"})
# What 5.2.1 misses in a safeguard, and 5.3.1 does not ask for.
_BESIDE = frozenset({"no_benefit_impact", "only_other_kind"})
_WORDS = frozenset({"word", "statement"})

Named = tuple["Finding", "Mapping[str, Any]"]


class Found(NamedTuple):
    """Findings of a row on one channel, by the threat profile or the safeguard that each names, and the rest."""

    profiles: Mapping[str, tuple[Finding, ...]]
    safeguards: Mapping[str, tuple[Finding, ...]]
    rest: tuple[Finding, ...]


class Channel(NamedTuple):
    """One channel of the document with what the policies found on it; `standing` are its safeguards by profile."""

    document: Mapping[str, Any]
    channel: Mapping[str, Any]
    standing: Mapping[int, Sequence[Mapping[str, Any]]]
    decision: Found  # of 5.3.1
    safeguards: Found  # of 5.2.1


class Answered:
    """What one variant answered, by row; a row that nothing judges has no answer."""

    def __init__(self, judge: Judge, catalog: Catalog) -> None:
        self._judge = judge
        self._rows = catalog.rows
        self._judgements: dict[str, tuple[dict[str, Verdict], tuple[Named, ...]]] = {}

    def verdict(self, row: str, channel: str) -> Verdict | None:
        """None where nothing was evaluated."""
        return self._row(row)[0].get(channel)

    def evaluated(self, row: str) -> bool:
        return bool(self._row(row)[0])

    def findings(self, row: str) -> tuple[Named, ...]:
        """The findings of a row with their arguments, of all subjects."""
        return self._row(row)[1]

    def by_subject(self, row: str) -> dict[str, list[Named]]:
        found: dict[str, list[Named]] = {}
        for each in self.findings(row):
            found.setdefault(each[0].subject, []).append(each)
        return found

    def _row(self, row: str) -> tuple[dict[str, Verdict], tuple[Named, ...]]:
        record = self._rows.get(row)
        if record is None or not record.rules:
            return {}, ()
        if row not in self._judgements:
            judgement = self._judge.judgement(record)
            findings = tuple(self._judge.findings(record, judgement.verdict))
            self._judgements[row] = dict(judgement.subjects), findings
        return self._judgements[row]


def decided(release: Release, declaration: Declaration, *, answers: Mapping[Variant, Answered]) -> Iterator[Decided]:
    """Every channel, with the row of the table for each threat profile where the open variant judges it."""
    on = {
        (variant, row): answered.by_subject(row)
        for variant, answered in answers.items()
        for row in (DECISION, SAFEGUARDS)
    }
    for channel in release.document["channels"]:
        identity, variant = channel["id"], channel["variant"]
        if variant not in answers:
            continue
        decision, safeguards = (_grouped(on[variant, row].get(identity, ())) for row in (DECISION, SAFEGUARDS))
        here = Channel(release.document, channel, _standing(release.document, channel), decision, safeguards)
        verdict = answers[variant].verdict(DECISION, identity)
        stopped = answers[variant].verdict(MARGIN, identity) == "not_applicable"
        judged = verdict is not None and not stopped
        yield Decided(
            identity, variant, verdict, stopped, (*_applies(here, declaration, judged=judged),), decision.rest
        )


def _grouped(found: Sequence[Named]) -> Found:
    profiles: dict[str, list[Finding]] = {}
    safeguards: dict[str, list[Finding]] = {}
    for finding, args in found:
        if "s" in args:
            safeguards.setdefault(args["s"], []).append(finding)
        if "p" in args:
            profiles.setdefault(args["p"], []).append(finding)
    return Found(
        {profile: tuple(findings) for profile, findings in profiles.items()},
        {safeguard: tuple(findings) for safeguard, findings in safeguards.items()},
        tuple(finding for finding, args in found if not args.keys() & {"p", "s"}),
    )


def _standing(document: Mapping[str, Any], channel: Mapping[str, Any]) -> dict[int, list[Mapping[str, Any]]]:
    found: dict[int, list[Mapping[str, Any]]] = {}
    for s in channel["safeguards"]:
        for p in document["safeguards"][s]["mitigates"]:
            found.setdefault(p, []).append(document["safeguards"][s])
    return found


def _applies(here: Channel, declaration: Declaration, *, judged: bool) -> Iterator[Applies]:
    if here.channel["variant"] != "open":
        return
    for p, (profile, risk) in enumerate(zip(here.document["threat_profiles"], here.channel["risks"], strict=True)):
        rating = risk["marginal"]
        row = _ROWS.get(rating)
        yield Applies(
            profile=profile["id"],
            rating=rating,
            row=row,
            asked=tuple(_asked(here, p, row=row)) if row and judged else (),
            lacks=here.decision.profiles.get(profile["id"], ()),
            place=declaration.place(risk["at"]),
        )


def _asked(here: Channel, p: int, *, row: TableRow) -> Iterator[Part]:
    """What a row of the table asks for, and how far it is there."""
    profile = here.document["threat_profiles"][p]
    yield _record(profile)
    if row == "low":
        doubts = _codes(_DOUBTS, here.decision.profiles.get(profile["id"], ()))
        yield Part("borne_out", "partial" if doubts else "complete", doubts)
    elif row == "undetermined":
        yield _watch(here)
    else:
        yield from _weighing(here, p, identity=profile["id"])


def _record(profile: Mapping[str, Any]) -> Part:
    marginal = profile["marginal"]
    state, why = stated(marginal["evidence_of_marginal_risk"], marginal["evidence"])
    if not marginal["rating"]:
        return Part("record", "absent" if state == "absent" else "partial", (*why, "no_rating"))
    return Part("record", state, why)


def _weighing(here: Channel, p: int, *, identity: str) -> Iterator[Part]:
    deployment = here.channel["deployment"]
    decision = deployment["decision"]
    named = p in decision["weighing"]["risks"]
    yield Part("conclusion", *stated(decision["weighing"]["conclusion"], decision["evidence"]))
    yield Part("risk_weighed", "complete" if named else "absent", () if named else ("not_named",))
    yield _benefit(here.document, deployment)
    yield _safeguard(here, p, identity=identity)


def _benefit(document: Mapping[str, Any], deployment: Mapping[str, Any]) -> Part:
    weighed = deployment["decision"]["weighing"]["benefits"]
    both = [document["benefits"][b] for b in weighed if b in deployment["benefits"]]
    found = [stated(record["claim"], record["evidence"]) for record in both]
    if any(state == "complete" for state, _ in found):
        return Part("benefit_weighed", "complete")
    if not weighed:
        return Part("benefit_weighed", "absent", ("not_named",))
    why = found[0][1] if found else ("not_in_deployment",)
    return Part("benefit_weighed", "partial", why)


def _safeguard(here: Channel, p: int, *, identity: str) -> Part:
    """Whether one counts on published weights is read from what 5.3.1 and 5.2.1 found."""
    standing = here.standing.get(p, ())
    if not standing:
        return Part("safeguard", "absent", ("none_named",))
    weighed = not _codes(_NOT_WEIGHED, here.decision.profiles.get(identity, ()))
    whys = [_faults(here, record["id"]) for record in standing]
    if weighed or not all(whys):
        return Part("safeguard", "complete")
    return Part("safeguard", "partial", whys[0])


def _faults(here: Channel, safeguard: str) -> tuple[str, ...]:
    found = [*here.safeguards.safeguards.get(safeguard, ()), *here.safeguards.rest]
    return tuple(dict.fromkeys(each.code for each in found if each.code not in _BESIDE))


def _codes(wanted: frozenset[str], found: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.code for each in found if each.code in wanted))


def _watch(here: Channel) -> Part:
    """A plan with indicators, a day of review that has not passed, and proof."""
    found = [_plan(plan, here.document["as_of"]) for plan in here.channel["monitoring"]]
    if not found:
        return Part("watched", "absent", ("not_named",))
    return Part("watched", *min(found, key=lambda each: len(each[1])))


def _plan(plan: Mapping[str, Any], as_of: int) -> tuple[State, tuple[str, ...]]:
    indicators = plan["indicators"]
    lines = {
        "no_indicators": bool(indicators) and all(grade in _WORDS for grade in indicators),
        "no_review_day": "day" in plan["review_on"],
        "review_overdue": plan["review_on"].get("day", as_of) >= as_of,
    }
    why = (*(code for code, holds in lines.items() if not holds), *unproved(plan["evidence"]))
    return ("partial" if why else "complete"), why
