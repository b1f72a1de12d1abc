"""What is on record of a marginal risk analysis, by what policies would read; against them: tests/policies."""

from __future__ import annotations

import pytest

from ai800.assessment.judge import Judge, by_row
from ai800.assessment.marginal import marginal
from ai800.assessment.marginal_types import Baseline, Marginal
from ai800.catalog import load_catalog
from ai800.declare.types import Declaration, Place
from ai800.release.build import build
from tests.support.edition import small_catalog
from tools.case_data import CaseResolver, base, changed

CATALOG = load_catalog()


def _analysis(data, catalog=CATALOG, places=None, answers=None):
    release = build(data, CaseResolver(), as_of="2026-06-01", considerable=frozenset())
    declaration = Declaration(data, places or {})
    variants = release.variants or ("open",)
    judges = [Judge(variant, by_row(answers or {}), release=release, declaration=declaration) for variant in variants]
    return marginal(declaration, release, judges=judges, catalog=catalog)


def _open(change=None):
    return changed(base("open"), change or {})


def _step(change, name):
    return next(part for part in _analysis(_open(change)).profiles[0].steps if part.name == name)


AT = "threat_profiles.0"


@pytest.mark.parametrize(
    "change, state, why",
    [
        ({}, "complete", ()),
        ({f"{AT}.marginal.uncertainty": "TBD"}, "partial", ("placeholder",)),
        ({f"{AT}.marginal.uncertainty": "Small samples"}, "partial", ("word",)),
        ({f"{AT}.marginal.uncertainty": "none"}, "absent", ("denied",)),
        ({f"{AT}.marginal.uncertainty": "~drop"}, "absent", ("missing",)),
        ({f"{AT}.marginal.evidence": []}, "partial", ("not_backed",)),
        ({f"{AT}.marginal.evidence": ["docs/missing.md"]}, "partial", ("not_backed",)),
        ({f"{AT}.marginal.evidence": ["https://example.com"]}, "partial", ("links_only",)),
        ({f"{AT}.marginal": "~drop"}, "absent", ("missing",)),
    ],
)
def test_a_step_is_complete_where_it_is_stated_and_backed(change, state, why):
    part = _step(change, "uncertainty")
    assert (part.state, part.why) == (state, why)


@pytest.mark.parametrize(
    "change, state, why",
    [
        ({}, "complete", ()),
        ({f"{AT}.actor": "~drop"}, "partial", ("no_actor",)),
        ({f"{AT}.tasks": []}, "partial", ("no_task",)),
        ({f"{AT}.tasks.0.task": "TBD"}, "partial", ("no_task",)),
        ({f"{AT}.capability_of_concern": "TBD", f"{AT}.evidence": []}, "partial", ("no_capability", "not_backed")),
        (
            {f"{AT}.capability_of_concern": "~drop", f"{AT}.actor": "~drop", f"{AT}.tasks": "~drop"},
            "absent",
            ("no_capability", "no_actor", "no_task"),
        ),
    ],
)
def test_the_threat_is_identified_by_the_lines_of_1_1_1(change, state, why):
    part = _step(change, "threat")
    assert (part.state, part.why) == (state, why)


def _kind(data, kind):
    return next(each for each in _analysis(data).profiles[0].baselines if each.kind == kind)


ALTERNATIVE = f"{AT}.impact.versus_alternatives.1"


@pytest.mark.parametrize(
    "change, expected",
    [
        ({}, [("Web search", "complete", ())]),
        ({f"{ALTERNATIVE}.name": "TBD"}, [("TBD", "partial", ("no_name",))]),
        ({f"{ALTERNATIVE}.name": "~drop"}, [("", "partial", ("no_name",))]),
        ({f"{ALTERNATIVE}.kind": "~drop"}, []),
        (
            {f"{ALTERNATIVE}.finding": "Better", f"{AT}.impact.evidence": []},
            [("Web search", "partial", ("no_finding", "not_backed"))],
        ),
    ],
)
def test_baselines_stand_by_kind_with_what_they_lack(change, expected):
    compared = _kind(_open(change), "status_quo").compared
    assert [(one.name, one.state, one.why) for one in compared if one.source == "impact"] == expected


def test_the_best_of_a_kind_is_its_state_and_a_kind_without_any_is_absent():
    second = {"kind": "status_quo", "name": "Textbooks", "finding": "They say the same, more slowly."}
    change = {f"{ALTERNATIVE}.name": "TBD", f"{AT}.impact.versus_alternatives.+": second}
    assert _kind(_open(change), "status_quo").state == "complete"
    assert _kind(_open(), "other_technology") == Baseline("other_technology", "absent")


@pytest.mark.parametrize(
    "baseline, why",
    [
        ({"kind": "human", "name": "Tutors", "value": 0.3}, ()),
        ({"kind": "human", "name": "TBD", "value": 0.3}, ("no_name",)),
        ({"kind": "human", "value": 0.3}, ("no_name",)),
        ({"kind": "human", "name": "Tutors"}, ("no_value",)),
        ({"name": "Tutors", "value": 0.3}, None),
    ],
)
def test_a_measured_baseline_has_a_name_and_a_number(baseline, why):
    data = {
        "threat_profiles": [{"id": "bio"}],
        "evaluations": [{"id": "e", "threat_profiles": ["bio"], "baselines": [baseline], "evidence": ["docs/e.md"]}],
    }
    found = _kind(data, "human").compared
    assert [(one.source, one.why, one.name) for one in found] == (
        [] if why is None else [("evaluations", why, baseline.get("name", ""))]
    )


@pytest.mark.parametrize(
    "model, kind, why",
    [
        ({"access": "closed", "name": "Another", "measured_in": "A paper"}, "closed_model", ()),
        ({"access": "open", "name": "Another"}, "open_model", ("not_measured",)),
        ({"name": "Another", "measured_in": "A paper"}, "open_model", None),
    ],
)
def test_similar_models_of_an_estimate_are_baselines_too(model, kind, why):
    estimate = {"id": "f", "threat_profiles": ["bio"], "similar_models": [model], "evidence": ["docs/e.md"]}
    found = _kind({"threat_profiles": [{"id": "bio"}], "capability_estimates": [estimate]}, kind).compared
    assert [one.why for one in found] == ([] if why is None else [why])


_BENEFIT = {
    "id": "b", "category": "competition", "claim": "More vendors can offer it.", "beneficiaries": "Buyers",
    "evidence": ["docs/b.md"],
}  # fmt: skip


@pytest.mark.parametrize(
    "change, state, why",
    [
        ({}, "complete", ()),
        ({"category": "science", "depends_on": "weights_only"}, "partial", ("weights_only",)),
        ({"category": "transparency"}, "partial", ("weights_only",)),
        ({"category": "science", "depends_on": "needs_data"}, "complete", ()),
        ({"category": "innovation", "depends_on": "weights_only"}, "complete", ()),
        ({"claim": "TBD"}, "partial", ("placeholder",)),
        ({"claim": None}, "absent", ("missing",)),
        ({"category": None, "beneficiaries": None, "evidence": []}, "partial",
         ("not_backed", "no_category", "no_beneficiaries")),
    ],
)  # fmt: skip
def test_a_benefit_that_weights_alone_do_not_give_is_partial(change, state, why):
    benefit = {key: value for key, value in (_BENEFIT | change).items() if value is not None}
    (found,) = _analysis({"benefits": [benefit]}).benefits
    assert (found.state, found.why, found.claim) == (state, why, benefit.get("claim", ""))


def test_a_benefit_says_on_which_channels_it_is_weighed():
    (found,) = _analysis(_open({"deployments.0.decision.weighing.benefits": ["study"]})).benefits
    assert found.weighed_on == ("hub",)


def test_places_are_those_of_the_declaration():
    places = {
        "/threat_profiles/0": Place("ai800.yaml", 5),
        "/threat_profiles/0/marginal/uncertainty": Place("ai800.yaml", 8),
        "/threat_profiles/0/impact/versus_alternatives/1": Place("ai800.yaml", 12),
        "/benefits/0": Place("ai800.yaml", 20),
        "/deployments/0/risks/0": Place("ai800.yaml", 30),
    }
    found = _analysis(_open(), places=places)
    profile = found.profiles[0]
    assert profile.place == places["/threat_profiles/0"]
    assert profile.steps[5].place == places["/threat_profiles/0/marginal/uncertainty"]
    assert profile.steps[1].place == profile.place
    assert profile.baselines[4].compared[0].place == places["/threat_profiles/0/impact/versus_alternatives/1"]
    assert found.benefits[0].place == places["/benefits/0"]
    assert found.channels[0].profiles[0].place == places["/deployments/0/risks/0"]


def test_nothing_is_asked_where_nothing_was_evaluated():
    (channel,) = _analysis(_open()).channels
    assert (channel.verdict, channel.stopped, channel.lacks) == (None, False, ())
    assert {(each.row, each.asked) for each in channel.profiles} == {("low", ())}


def test_no_measurement_counts_where_nothing_was_evaluated():
    measured = [
        one for kind in _analysis(_open()).profiles[0].baselines for one in kind.compared if one.source == "evaluations"
    ]
    assert {one.why for one in measured} == {("not_counted",)}


def test_a_closed_channel_has_no_row():
    (channel,) = _analysis(base("closed")).channels
    assert (channel.variant, channel.profiles) == ("closed", ())


def test_an_edition_without_these_rows_has_no_answers():
    (channel,) = _analysis(_open(), small_catalog()).channels
    assert channel.verdict is None


def test_what_is_not_declared_has_no_analysis():
    assert _analysis({}) == Marginal()
