"""Declared against observed: a finding with both places for each disagreement, and none where they agree."""

from __future__ import annotations

from typing import get_args

import pytest

from ai800.declare.types import Declaration, Place
from ai800.facts.types import Fact, Facts, WeightFile
from ai800.release.artifacts import Artifact, State
from ai800.release.disagreements import disagreements

WEIGHTS = WeightFile("model.safetensors", "safetensors", 10, "a" * 64, pointer=True)
FILE = Fact("Apache-2.0", "LICENSE", 1, "text of the licence file")
PLACES = {"": Place("ai800.yaml", 1), "/model": Place("ai800.yaml", 5), "/channels": Place("ai800.yaml", 9)}


def _fact(value, path="README.md", line=3):
    return Fact(value, path, line, "front matter")


def _facts(**found):
    return Facts(kind=_fact("hugging_face"), **found)


def _found(data, **facts):
    declaration = Declaration(data, PLACES, present=bool(data))
    return [(finding.id, finding.code) for finding in disagreements(declaration, _facts(**facts))]


def _channel(access, **more):
    return {"release": {"status": "released"}, "channels": [{"id": "c", "access": access, **more}]}


@pytest.mark.parametrize(
    "data, facts, expected",
    [
        (_channel("api_inference"), {"weights": (WEIGHTS,)}, [("fact:weights", "weights_not_declared")]),
        (_channel("internal_only"), {"weights": (WEIGHTS,)}, [("fact:weights", "weights_not_declared")]),
        ({"channels": [{"id": "c"}]}, {"weights": (WEIGHTS,)}, []),
        ({"channels": []}, {"weights": (WEIGHTS,)}, []),
        (_channel("gated_weights"), {"weights": (WEIGHTS,)}, []),
        (_channel("api_inference"), {}, []),
        ({}, {"weights": (WEIGHTS,)}, []),
        (_channel("widely_available_weights"), {}, [("fact:weights", "weights_not_found")]),
        (_channel("fully_open", location="weights/"), {}, [("fact:weights", "weights_not_found")]),
        (_channel("fully_open", location="https://hub.example/m"), {}, []),
        (_channel("fully_open"), {"weight_links": (_fact("https://hub.example/m"),)}, []),
        ({**_channel("fully_open"), "release": {"status": "planned"}}, {}, []),
    ],
)
def test_weights(data, facts, expected):
    assert _found(data, **facts) == expected


def test_digests():
    found = [Artifact(i, "a", state, "b") for i, state in enumerate(get_args(State))]
    (finding,) = disagreements(Declaration({}, PLACES), _facts(), artifacts=(*found,))
    assert (finding.id, finding.code, finding.weight) == ("fact:weights", "weights_digest", "fails")
    assert (finding.place, finding.other) == (PLACES["/model"], Place("b"))


@pytest.mark.parametrize(
    "licence, facts, expected",
    [
        ({"weights": "MIT"}, {"licence_weights": (_fact("Apache-2.0"),)}, [("fact:licence", "licence_weights")]),
        (
            {"weights": {"id": "MIT"}},
            {"licence_weights": (_fact("Apache-2.0"),)},
            [("fact:licence", "licence_weights")],
        ),
        ({"code": "MIT"}, {"licence_code": (_fact("Apache-2.0"),)}, [("fact:licence", "licence_code")]),
        ({"weights": "apache-2.0"}, {"licence_weights": (_fact("Apache-2.0"),)}, []),
        ({"weights": "LicenseRef-Base-1"}, {"licence_weights": (_fact("base-1"),)}, []),
        ({"weights": "LicenseRef-Base-1"}, {"licence_weights": (_fact("LicenseRef-other"),)}, []),
        ({"weights": "LicenseRef-A"}, {"licence_weights": (_fact("MIT"),)}, [("fact:licence", "licence_weights")]),
        ({"weights": "MIT"}, {"licence_weights": (_fact("MIT"), FILE)}, [("fact:licence", "licence_weights")]),
        ({"weights": "MIT", "code": "Apache-2.0"}, {"licence_weights": (_fact("MIT"), FILE)}, []),
        ({"weights": "MIT"}, {"licence_weights": (_fact("MIT"), _fact("Apache-2.0"))}, []),
        ({"weights": "MIT"}, {}, []),
        ({}, {"licence_weights": (_fact("Apache-2.0"),)}, []),
    ],
)
def test_licences(licence, facts, expected):
    assert _found({"model": {"licence": licence}}, **facts) == expected


@pytest.mark.parametrize(
    "declared, observed, expected",
    [
        (8_030_261_248, 8_030_261_248, []),
        (8_000_000_000, 8_030_261_248, []),
        (98, 100, []),
        (97, 100, [("fact:parameters", "parameters_total")]),
        (102, 100, []),
        (103, 100, [("fact:parameters", "parameters_total")]),
        (70_000_000_000, 8_030_261_248, [("fact:parameters", "parameters_total")]),
    ],
)
def test_parameters_may_be_rounded_and_no_more(declared, observed, expected):
    assert _found({"model": {"parameters_total": declared}}, parameters_total=(_fact(observed),)) == expected


@pytest.mark.parametrize(
    "hows, expected",
    [
        (["sentence", "sentence"], []),
        (["formula over the configuration", "sentence"], [("fact:parameters", "parameters_total")]),
        (["formula over the configuration", "formula over the configuration"], []),
    ],
)
def test_what_is_counted_wins_over_what_is_said(hows, expected):
    facts = tuple(Fact(value, "x", 1, how) for value, how in zip((70, 8), hows, strict=True))
    assert _found({"model": {"parameters_total": 8}}, parameters_total=facts) == expected


def test_active_parameters():
    found = _found({"model": {"parameters_active": 5}}, parameters_active=(_fact(50),))
    assert found == [("fact:parameters", "parameters_active")]


@pytest.mark.parametrize(
    "data, expected",
    [
        ({"model": {}}, [("fact:base-model", "base_model")]),
        ({"model": {"base_models": [{"name": "Other"}]}}, [("fact:base-model", "base_model")]),
        ({"model": {"base_models": [{"name": "org/Base-7B"}]}}, []),
        ({"model": {"base_models": [{"name": "base-7b"}]}}, []),
        ({"release": {}}, []),
        ({}, []),
    ],
)
def test_base_models(data, expected):
    fact = _fact({"name": "Lab/Base-7B", "relation": "finetune"})
    assert _found(data, base_models=(fact,)) == expected


OPEN = {"openness_claim": "open_source"}
DATA = {"training": {"data": {"sources": "Public web text and books."}}}


@pytest.mark.parametrize(
    "model, facts, expected",
    [
        (OPEN | DATA | {"licence": {"weights": "Apache-2.0"}}, {}, 0),
        (OPEN | DATA | {"licence": {"weights": "LicenseRef-llama3.1"}}, {}, 1),
        (OPEN | DATA, {"licence_weights": (_fact("LicenseRef-llama3.1"),)}, 1),
        (OPEN | DATA, {"licence_weights": (_fact("Apache-2.0"),)}, 0),
        (OPEN | DATA, {}, 1),
        (OPEN | {"licence": {"weights": "MIT"}}, {}, 1),
        (OPEN | {"licence": {"weights": "MIT"}}, {"extra": {"datasets": (_fact("c4"),)}}, 0),
        (OPEN, {}, 2),
        (DATA | {"licence": {"weights": "LicenseRef-llama3.1"}}, {"openness": (_fact("open_source"),)}, 1),
        (DATA | {"licence": {"weights": "LicenseRef-llama3.1"}}, {"openness": (_fact("open_weights"),)}, 0),
        ({"openness_claim": "open_weights"}, {}, 0),
        ({}, {"licence_weights": (_fact("LicenseRef-llama3.1"),), "openness": (_fact("open_source"),)}, 1),
    ],
)
def test_what_calls_itself_open_source_is_held_to_it(model, facts, expected):
    assert _found({"model": model} if model else {}, **facts) == [("fact:openness", "not_open_source")] * expected


def test_both_places_are_given():
    declaration = Declaration({"model": {"licence": {"weights": "MIT"}}}, PLACES)
    (finding,) = disagreements(declaration, _facts(licence_weights=(_fact("Apache-2.0", "LICENSE", 1),)))
    assert (finding.place, finding.other, finding.weight) == (Place("ai800.yaml", 5), Place("LICENSE", 1), "fails")
    assert "MIT" in finding.message
    assert "Apache-2.0 (front matter)" in finding.message
