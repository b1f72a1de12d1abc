"""The document is total, valid under its schema, and joined."""

from __future__ import annotations

import json

import jsonschema_rs
import pytest

from ai800.release.build import build
from ai800.release.channels import judged_by
from ai800.release.values import iso_date
from ai800.resources import resource
from tools.case_data import CaseResolver, base, changed

SCHEMA = json.loads(resource("schemas/document.json").read_text(encoding="utf-8"))
VALID = jsonschema_rs.validator_for(SCHEMA)


def _built(data, **options):
    return build(data, CaseResolver(), as_of="2026-06-01", considerable=frozenset({"ipd:5.1.1"}), **options)


@pytest.mark.parametrize("name", ["open", "closed", "mixed", "empty"])
def test_every_document_is_valid_and_total(name):
    assert [str(error) for error in VALID.iter_errors(_built(base(name)).document)] == []


def test_records_refer_to_each_other_by_place():
    document = _built(base("mixed")).document
    hub, api = document["channels"]
    assert (hub["variant"], hub["rank"], api["variant"], api["rank"]) == ("open", 5, "closed", 2)
    assert hub["safeguards"] == [0, 1, 2, 3]
    assert api["recorded_safeguards"] == [0, 1, 2, 3, 4]
    assert [risk["marginal"] for risk in hub["risks"]] == ["low"] * 3
    assert api["monitoring"][0]["at"] == "/monitoring/1"
    profile = document["threat_profiles"][0]
    assert (profile["evaluations"], profile["red_teams"], profile["thresholds"]) == ([0], [0], [0])
    safeguard = document["safeguards"][0]
    assert (safeguard["evaluated_by_evaluations"], safeguard["evaluated_by_red_teams"]) == ([0, 1, 2], [0])


def test_what_is_not_written_is_there_with_its_place():
    document = _built(changed(base("open"), {"deployments.0": "~drop", "release.released_on": "~drop"})).document
    (hub,) = document["channels"]
    assert (hub["deployment"]["given"], hub["deployment"]["at"]) == (False, "/channels/0")
    assert hub["deployment"]["decision"]["at"] == "/channels/0/decision"
    assert [risk["given"] for risk in hub["risks"]] == [False] * 3
    assert document["release"]["released_on"] == {}


@pytest.mark.parametrize(
    "change, code, pointer",
    [
        ({"evaluations.0.threat_profiles": ["nope"]}, "unknown_reference", "/evaluations/0/threat_profiles"),
        ({"evaluations.0.threshold": "nope"}, "unknown_reference", "/evaluations/0/threshold"),
        ({"safeguards.0.evaluated_by": ["nope"]}, "unknown_reference", "/safeguards/0/evaluated_by"),
        ({"deployments.0.channel": "nope"}, "unknown_reference", "/deployments/0/channel"),
        ({"monitoring.0.channel": "nope"}, "unknown_reference", "/monitoring/0/channel"),
        ({"deployments.0.risks.0.threat_profile": "no"}, "unknown_reference", "/deployments/0/risks/0/threat_profile"),
        ({"deployments.+": {"channel": "hub"}}, "two_deployments", "/deployments/1"),
        (
            {"thresholds.0.unacceptable_from": "~drop", "thresholds.0.metric": "~drop"},
            "empty_threshold",
            "/thresholds/0",
        ),
    ],
)
def test_what_leads_nowhere_is_said_once(change, code, pointer):
    troubles = _built(changed(base("open"), change)).troubles
    assert [(trouble.code, trouble.pointer) for trouble in troubles] == [(code, pointer)]


def test_an_id_that_leads_nowhere_counts_as_absent():
    document = _built(changed(base("open"), {"thresholds.0.threat_profile": "nope"})).document
    assert document["thresholds"][0]["threat_profile"] == -1
    assert document["threat_profiles"][0]["thresholds"] == []


@pytest.mark.parametrize(
    "channel, expected",
    [
        ({}, "closed"),
        ({"access": "internal_only"}, "closed"),
        ({"access": "api_finetuning"}, "closed"),
        ({"access": "widely_available_weights"}, "open"),
        ({"access": "fully_open"}, "open"),
        ({"access": "gated_weights"}, "closed"),
        ({"access": "gated_weights", "gate": {"kind": "manual_vetting"}}, "closed"),
        ({"access": "gated_weights", "gate": {"kind": "contract"}}, "closed"),
        ({"access": "gated_weights", "gate": {"kind": "none"}}, "open"),
        ({"access": "gated_weights", "gate": {"kind": "click_through"}}, "open"),
        ({"access": "gated_weights", "gate": {"kind": "auto_approve"}}, "open"),
        ({"access": "gated_weights", "gate": {"kind": "contract", "redistribution_allowed": True}}, "open"),
        ({"access": "gated_weights", "gate": {"kind": "contract", "redistribution_allowed": False}}, "closed"),
    ],
)
def test_access_decides_which_variant_judges(channel, expected):
    assert judged_by(channel) == expected


def test_a_variant_can_be_forced_on_every_channel():
    release = _built(base("mixed"), variant="open")
    assert [channel["variant"] for channel in release.document["channels"]] == ["open", "open"]
    assert release.variants == ("open",)


@pytest.mark.parametrize(
    "actors, named, expected",
    [
        (["Small group"], [], [0]),
        ([" small  GROUP "], [], [0]),
        (["Small groups"], [], []),
        ([], ["bio"], [0]),
        (["Small group", "small group"], ["bio"], [0]),
        (["TBD"], [], []),
        ([], ["nope"], []),
    ],
)
def test_a_theft_assessment_covers_what_it_names_and_its_actors(actors, named, expected):
    assessments = [{"id": "t", "actors": actors, "threat_profiles": named}]
    profiles = [
        {"id": "bio", "actor": {"kind": "Small group"}},
        {"id": "hack", "actor": {"kind": "TBD"}},
        {"id": "images"},
    ]
    document = _built({**base("empty"), "security": {"theft_assessments": assessments}, "threat_profiles": profiles})
    assert [p["theft_assessments"] for p in document.document["threat_profiles"]] == [expected, [], []]


def test_profiles_with_the_same_actor_share_no_list():
    assessments = [{"id": "t", "actors": ["Group"]}, {"id": "u", "threat_profiles": ["hack"]}]
    profiles = [{"id": name, "actor": {"kind": "Group"}} for name in ("bio", "hack")]
    document = _built({**base("empty"), "security": {"theft_assessments": assessments}, "threat_profiles": profiles})
    assert [p["theft_assessments"] for p in document.document["threat_profiles"]] == [[0], [0, 1]]


@pytest.mark.parametrize("identity, kept", [("ipd:5.1.1", ["5.1.1"]), ("ipd:5.1.2", [])])
def test_only_what_may_be_closed_by_a_consideration_reaches_the_policies(identity, kept):
    data = changed(base("empty"), {"considered": [{"id": identity, "outcome": "No", "because": "Because of this"}]})
    assert list(_built(data).document["considered"]) == kept


def test_numbers_keep_their_last_digit():
    data = changed(base("open"), {"model.training.compute.flop": 10**25 - 1, "model.licence.weights": {"id": "MIT"}})
    document = _built(data).document
    assert json.loads(json.dumps(document))["model"]["training"]["compute"]["flop"] == {
        "value": 9999999999999999999999999
    }
    assert document["model"]["licence"]["weights"] == "word"


def test_a_measure_is_a_text_or_a_number():
    data = changed(base("open"), {"evaluations.0.fine_tuning_attack.safeguard_retention": "most of it held"})
    evaluations = _built(data).document["evaluations"]
    assert [e["fine_tuning_attack"]["safeguard_retention"] for e in evaluations] == ["statement", "word", "word"]


def test_references_are_kept_with_their_place():
    references = _built(changed(base("open"), {"reviews": [{"id": "ipd:5.1.1", "evidence": ["docs/r.md"]}]})).references
    found = {reference.pointer: reference for reference in references}
    assert found["/deployments/0/decision/evidence/0"].record == "/deployments/0/decision"
    assert found["/evaluations/0/task/sample"].resolution.status == "resolved"
    assert found["/reviews/0/evidence/0"].record == "/reviews/0"


def test_days_and_dates_are_inverse():
    document = _built(base("open")).document
    assert iso_date(document["as_of"]) == "2026-06-01"
