"""The marginal risk analysis never contradicts the rows that judge the same: on every base, example and case."""

from __future__ import annotations

import json
import re
from types import SimpleNamespace

import pytest

from ai800.api import read
from ai800.assessment.judge import Judge, by_row
from ai800.assessment.marginal import marginal
from ai800.assessment.marginal_parts import MARGINAL_KINDS, STEPS
from ai800.catalog import load_catalog
from ai800.declare.types import Declaration
from ai800.engines.engine import open_engine
from ai800.release.build import build
from ai800.resources import resource
from tools.case_data import AS_OF, BASES, CaseResolver, base, cases, considerable, tables

ROWS = re.compile(
    r"(?:1\.1\.1|1\.2\.1|1\.2\.3|1\.3\.1|1\.3\.2|4\.1\.1|5\.2\.1|5\.3\..)$"
)  # they judge what the analysis says
EXAMPLES = sorted(path.parent.name for path in resource("examples").glob("*/ai800.yaml"))
BASE_NAMES = sorted(path.stem for path in BASES.glob("*.yaml"))
CASES = [case for path in tables() for case in cases(path) if ROWS.match(case.id)]
UNPROVED = {"not_backed", "links_only"}
NOT_WEIGHED = {"moderate_not_weighed", "high_not_weighed"}
NOT_WATCHED = {"not_watched", "review_overdue", "watch_not_backed"}


class Analyst:
    """Analyses release data, and answers what the policies found; each document is asked once."""

    def __init__(self, engine):
        self._engine = engine
        self._catalog = load_catalog()
        self._known = {}

    def of(self, data):
        name = json.dumps(data, sort_keys=True, default=str)
        if name not in self._known:
            self._known[name] = self._analysed(data)
        return self._known[name]

    def of_example(self, name):
        reading = read(resource("examples") / name, as_of=AS_OF)
        return self._judged(reading.declaration, reading.release)

    def _analysed(self, data):
        release = build(data, CaseResolver(), as_of=AS_OF, considerable=considerable())
        return self._judged(Declaration(data), release)

    def _judged(self, declaration, release):
        answers = by_row(self._engine.evaluate(release.document))
        judges = [Judge(variant, answers, release=release, declaration=declaration) for variant in release.variants]
        found = marginal(declaration, release, judges=judges, catalog=self._catalog)
        return SimpleNamespace(found=found, answers=answers, release=release)


@pytest.fixture(scope="module")
def analyst():
    with open_engine("wasm") as engine:
        yield Analyst(engine)


def _named(analysed, row, variant, profile, subject=None):
    """The codes of a row's findings on a threat profile under a variant."""
    return {
        finding["code"]
        for file, finding in analysed.answers.findings.get(row, ())
        if file in {"both", variant} and finding["args"].get("p") == profile and subject in {None, finding["subject"]}
    }


def _verdict(analysed, row, variant, subject="release"):
    files = analysed.answers.verdicts.get(row, {})
    found = [files[file][subject]["verdict"] for file in ("both", variant) if subject in files.get(file, {})]
    return found[0] if found else None


def _states(parts):
    return {part.name: part.state for part in parts}


def _every(analyst):
    yield from ((name, analyst.of(base(name))) for name in BASE_NAMES)
    yield from ((name, analyst.of_example(name)) for name in EXAMPLES)
    yield from ((f"{case.practice} {case.name}", analyst.of(case.data)) for case in CASES)


def _wrong_steps(analysed):
    """Steps whose state the rows 1.1.1, 1.2.1, 5.3.1 and 5.3.2 do not bear out."""
    variants = analysed.release.variants
    for profile in analysed.found.profiles:
        states = _states(profile.steps)
        lacking = _named(analysed, "ipd:1.1.1", "both", profile.id) & {
            "no_capability",
            "no_actor",
            "no_task",
            "not_backed",
        }
        if variants and (states["threat"] == "complete") == bool(lacking):
            yield profile.id, "threat", lacking
        if "open" in variants:
            yield from _wrong_open_steps(analysed, profile, states)


def _wrong_open_steps(analysed, profile, states):
    missing = {
        finding["args"]["step"]
        for _, finding in analysed.answers.findings.get("ipd:1.2.1", ())
        if finding["code"] == "no_marginal_step" and finding["args"]["p"] == profile.id
    }
    for step in profile.steps[1:]:
        stated = step.state == "complete" or bool(UNPROVED & set(step.why))
        if stated == (step.name in missing):
            yield profile.id, step.name, missing
    if _verdict(analysed, "ipd:1.2.1", "open") == "met":
        yield from ((profile.id, name) for name, state in states.items() if state != "complete" and name != "threat")


def _wrong_baselines(analysed):
    if "open" not in analysed.release.variants:
        return
    for profile in analysed.found.profiles:
        compared = [
            (each.kind, one) for each in profile.baselines for one in each.compared if each.kind in MARGINAL_KINDS
        ]
        impact = any(one.source == "impact" and not set(one.why) - UNPROVED for _, one in compared)
        if impact == ("no_marginal_baseline" in _named(analysed, "ipd:1.2.1", "open", profile.id)):
            yield profile.id, "impact"
        measured = any(one.source == "evaluations" and one.state == "complete" for _, one in compared)
        if measured and "no_marginal_baseline" in _named(analysed, "ipd:4.1.1", "open", profile.id):
            yield profile.id, "evaluations"
        if not measured and _verdict(analysed, "ipd:4.1.1", "open") == "met":
            yield profile.id, "met without a measured baseline"


def _wrong_estimates(analysed):
    """Similar models against 1.3.1, benefits of estimates against 1.3.2."""
    if _verdict(analysed, "ipd:1.3.1", "open") == "met":
        for p, profile in enumerate(analysed.found.profiles):
            estimated = analysed.release.document["threat_profiles"][p]["capability_estimates"]
            (closed,) = (each for each in profile.baselines if each.kind == "closed_model")
            if estimated and "complete" not in {e.state for e in closed.compared if e.source == "capability_estimates"}:
                yield profile.id, "1.3.1"
    backed = [b for b in analysed.found.benefits if b.state != "absent" and not UNPROVED & set(b.why)]
    if _verdict(analysed, "ipd:1.3.2", "open") == "met" and not backed:
        yield "benefits", "1.3.2"


def _wrong_defences(analysed):
    """1.2.3 takes the existing defences of the analysis for barriers, and 5.3.2 its uncertainty."""
    states = [_states(profile.steps) for profile in analysed.found.profiles]
    defended = bool(states) and all(each["existing_defences"] == "complete" for each in states)
    if defended and analysed.release.variants and _verdict(analysed, "ipd:1.2.3", "both") != "met":
        yield "1.2.3"
    for profile in analysed.found.profiles if "open" in analysed.release.variants else ():
        uncertainty = profile.steps[5]
        unsaid = uncertainty.state != "complete" and not UNPROVED & set(uncertainty.why)
        if "no_uncertainty" in _named(analysed, "ipd:5.3.2", "open", profile.id) and not unsaid:
            yield profile.id, "5.3.2"


def _wrong_benefits(analysed):
    if "open" in analysed.release.variants and _verdict(analysed, "ipd:4.1.1", "open") != "not_applicable":
        codes = {finding["code"] for file, finding in analysed.answers.findings.get("ipd:4.1.1", ()) if file == "open"}
        complete = any(benefit.state == "complete" for benefit in analysed.found.benefits)
        if complete == ("no_benefits" in codes):
            yield "benefits", codes


def _wrong_table(analysed):
    for channel in analysed.found.channels:
        if channel.variant == "closed":
            if channel.profiles:
                yield channel.channel, "closed channels have no row"
            continue
        for applies in channel.profiles:
            yield from _wrong_row(analysed, channel, applies)


def _wrong_row(analysed, channel, applies):
    codes = _named(analysed, "ipd:5.3.1", "open", applies.profile, channel.channel)
    states = _states(applies.asked)
    if channel.stopped:
        wrong = {"nothing is asked of a channel that was stopped": bool(states)}
    else:
        wrong = _against_findings(applies, states, codes) | _against_verdict(channel, applies, states)
    yield from (
        (channel.channel, applies.profile, applies.rating, states, codes, what)
        for what, is_so in wrong.items()
        if is_so
    )


def _against_findings(applies, states, codes):
    weighed = {state for name, state in states.items() if name != "record"} == {"complete"}
    watched, raised = states.get("watched") == "complete", applies.row in {"moderate", "high"}
    return {
        "rated": (applies.row is None) != ("no_marginal" in codes),
        "record": bool(states) and (states["record"] == "complete") == ("marginal_not_recorded" in codes),
        "weighing": raised and weighed == bool(NOT_WEIGHED & codes),
        "watching": applies.row == "undetermined" and watched == bool(NOT_WATCHED & codes),
    }


def _against_verdict(channel, applies, states):
    complete = set(states.values()) == {"complete"}
    others = [each for each in channel.profiles if each.lacks or not each.row]
    return {
        "met": channel.verdict == "met" and not (applies.row in {"low", "moderate"} and complete),
        "unmet": channel.verdict == "unmet" and complete and not channel.lacks and not others,
    }


@pytest.mark.parametrize(
    "wrong", [_wrong_steps, _wrong_defences, _wrong_baselines, _wrong_estimates, _wrong_benefits, _wrong_table]
)
def test_what_the_analysis_says_is_what_the_rows_found(wrong, analyst):
    assert [(name, each) for name, analysed in _every(analyst) for each in wrong(analysed)] == []


def test_every_state_and_every_row_of_the_table_occurs(analyst):
    every = [analysed.found for _, analysed in _every(analyst)]
    assert {part.state for found in every for profile in found.profiles for part in profile.steps} == {
        "complete", "partial", "absent",
    }  # fmt: skip
    rows = {applies.row for found in every for channel in found.channels for applies in channel.profiles}
    assert rows == {None, "low", "moderate", "high", "undetermined"}
    assert {part.name for found in every for c in found.channels for a in c.profiles for part in a.asked} >= {
        "record", "borne_out", "conclusion", "risk_weighed", "benefit_weighed", "safeguard", "watched",
    }  # fmt: skip


def test_the_words_are_those_of_the_policies():
    texts = {path.name: path.read_text(encoding="utf-8") for path in resource("policies").rglob("*.rego")}
    steps = re.search(r"^_steps := \{(.*)\}", texts_of("p1_2_assess_impact", "open"), re.MULTILINE)
    assert tuple(re.findall(r'"(\w+)"', steps[1])) == STEPS
    assert 'low_marginal := {"none", "low"}' in texts["ratings.rego"]


def texts_of(practice, file):
    return (resource("policies") / "ipd" / practice / f"{file}.rego").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "practice", ["p1_2_assess_impact", "p1_3_estimate_capabilities", "p5_3_deploy_when_risk_is_managed"]
)
def test_the_closed_variant_reads_no_marginal_rating(practice):
    folder = resource("policies") / "ipd" / practice
    closed = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("closed*.rego"))
    assert closed
    assert "marginal" not in closed
