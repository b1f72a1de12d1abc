"""What is on record of a marginal risk analysis: steps, baselines and benefits, each complete, partial or absent.

Read from the document that the policies see, by the grades and statuses that they read, so that both agree: complete
is what they call said (or a word, where one is enough) and backed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.assessment.marginal_types import WORST_FIRST, Baseline, Benefit, Compared, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ai800.assessment.marginal_types import State
    from ai800.declare.types import Declaration
    from ai800.release.types import Release

STEPS = ("existing_risk", "existing_defences", "evidence_of_marginal_risk", "ease_of_defending", "uncertainty")
KINDS = ("closed_model", "open_model", "other_technology", "human", "status_quo")
# With these NTIA compares what open weights add (techfreedom:TF-05).
MARGINAL_KINDS = frozenset({"closed_model", "other_technology", "status_quo"})
_WORDS = frozenset({"word", "statement"})
_NOTHING = frozenset({"missing", "denied"})
_BEYOND_WEIGHTS = frozenset({"transparency", "science"})
_BY_ACCESS = {"closed": "closed_model", "open": "open_model"}


def stated(grade: str, evidence: Iterable[str]) -> tuple[State, tuple[str, ...]]:
    """A statement and its proof: its state, and what keeps it from being complete."""
    if grade in _NOTHING:
        return "absent", (grade,)
    if grade != "statement":
        return "partial", (grade,)
    return _proved((), evidence)


def _proved(lacking: tuple[str, ...], evidence: Iterable[str]) -> tuple[State, tuple[str, ...]]:
    why = (*lacking, *unproved(evidence))
    return ("partial" if why else "complete"), why


def unproved(evidence: Iterable[str]) -> tuple[str, ...]:
    """Why nothing bears a record out; empty where something does."""
    found = set(evidence)
    if "resolved" in found:
        return ()
    return ("links_only",) if "external" in found else ("not_backed",)


def steps(profile: Mapping[str, Any], declaration: Declaration) -> tuple[Part, ...]:
    """The six steps of Kapoor et al. for a threat profile of the document."""
    marginal = profile["marginal"]
    found = [_threat(profile, declaration)]
    for name in STEPS:
        state, why = stated(marginal[name], marginal["evidence"])
        found.append(Part(name, state, why, declaration.place(f"{marginal['at']}/{name}")))
    return tuple(found)


def _threat(profile: Mapping[str, Any], declaration: Declaration) -> Part:
    """The first step, by the lines of ipd:1.1.1."""
    tasks = [task["task"] for task in profile["tasks"]]
    lines = {
        "no_capability": profile["capability_of_concern"] in _WORDS,
        "no_actor": profile["actor"]["kind"] in _WORDS,
        "no_task": bool(tasks) and all(task in _WORDS for task in tasks),
    }
    lacking = tuple(code for code, holds in lines.items() if not holds)
    place = declaration.place(profile["at"])
    if len(lacking) == len(lines) and not tasks:
        return Part("threat", "absent", lacking, place)
    return Part("threat", *_proved(lacking, profile["evidence"]), place)


def baselines(p: int, release: Release, *, declaration: Declaration, uncompared: bool) -> tuple[Baseline, ...]:
    """All that threat profile `p` is compared with, by kind; `uncompared`: no evaluation that counts compares it."""
    found: dict[str, list[Compared]] = {kind: [] for kind in KINDS}
    sections = (_of_impact(p, release), _measured(p, release, uncompared=uncompared), _estimated(p, release))
    for kind, pointer, compared in (each for section in sections for each in section):
        named = _named(declaration.data, pointer)
        found[kind].append(compared._replace(name=named, place=declaration.place(pointer)))
    return tuple(Baseline(kind, _best(each.state for each in found[kind]), tuple(found[kind])) for kind in KINDS)


def _best(states: Iterable[State]) -> State:
    return max(states, key=WORST_FIRST.index, default="absent")


_Entry = tuple[str, str, Compared]


def _of_impact(p: int, release: Release) -> Iterator[_Entry]:
    """The comparisons of ipd:1.2.1."""
    impact = release.document["threat_profiles"][p]["impact"]
    for each in impact["versus_alternatives"]:
        if each["kind"]:
            lines = {"no_name": each["name"] in _WORDS, "no_finding": each["finding"] == "statement"}
            state, why = _proved(_lacking(lines), impact["evidence"])
            yield each["kind"], each["at"], Compared("", "impact", state, why)


def _measured(p: int, release: Release, *, uncompared: bool) -> Iterator[_Entry]:
    """The comparisons of ipd:4.1.1; whether an evaluation counts is for the policies to say."""
    document = release.document
    for e in document["threat_profiles"][p]["evaluations"]:
        evaluation = document["evaluations"][e]
        for each in evaluation["baselines"]:
            if each["kind"]:
                lines = {"no_name": each["name"] in _WORDS, "no_value": "value" in each["value"]}
                lines["not_counted"] = not (uncompared and each["kind"] in MARGINAL_KINDS)
                state, why = _proved(_lacking(lines), evaluation["evidence"])
                yield each["kind"], each["at"], Compared("", "evaluations", state, why)


def _estimated(p: int, release: Release) -> Iterator[_Entry]:
    """The comparisons of ipd:1.3.1, made before development."""
    document = release.document
    for i in document["threat_profiles"][p]["capability_estimates"]:
        estimate = document["capability_estimates"][i]
        for each in estimate["similar_models"]:
            if each["access"]:
                lines = {"no_name": each["name"] in _WORDS, "not_measured": each["measured_in"] in _WORDS}
                state, why = _proved(_lacking(lines), estimate["evidence"])
                yield _BY_ACCESS[each["access"]], each["at"], Compared("", "capability_estimates", state, why)


def _lacking(lines: Mapping[str, bool]) -> tuple[str, ...]:
    return tuple(code for code, holds in lines.items() if not holds)


def _named(data: Any, pointer: str) -> str:
    """The name that stands at a record of the release data, as it was written."""
    for step in pointer.split("/")[1:]:
        data = data[int(step) if isinstance(data, list) else step]
    return str(data.get("name", ""))


def benefits(release: Release, declaration: Declaration) -> tuple[Benefit, ...]:
    """Every declared benefit, by the lines of ipd:4.1.1."""
    claims = [str(each.get("claim", "")) for each in declaration.data.get("benefits", ())]
    weighed: dict[int, list[str]] = {}
    for channel in release.document["channels"]:
        for b in channel["deployment"]["decision"]["weighing"]["benefits"]:
            weighed.setdefault(b, []).append(channel["id"])
    return tuple(
        _benefit(record, claims[b], weighed=tuple(weighed.get(b, ())))._replace(place=declaration.place(record["at"]))
        for b, record in enumerate(release.document["benefits"])
    )


def _benefit(record: Mapping[str, Any], claim: str, *, weighed: tuple[str, ...]) -> Benefit:
    state, why = stated(record["claim"], record["evidence"])
    if state != "absent":
        lines = {
            "no_category": bool(record["category"]),
            "no_beneficiaries": record["beneficiaries"] in _WORDS,
            "weights_only": not needs_more_than_weights(record),
        }
        why = (*why, *_lacking(lines))
        state = "partial" if why else "complete"
    return Benefit(record["id"], record["category"], record["depends_on"], claim, state, why, weighed)


def needs_more_than_weights(benefit: Mapping[str, Any]) -> bool:
    """A benefit that weights alone do not give, where nothing says that there is more (kapoor)."""
    return benefit["category"] in _BEYOND_WEIGHTS and benefit["depends_on"] in {"weights_only", ""}
