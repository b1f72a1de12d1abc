"""What `compare`, `what-if` and `next` write as json, held against their schemas."""

from __future__ import annotations

import json

import jsonschema
import jsonschema_rs
import pytest

from ai800.api import compare, judge, read, what_if
from ai800.assessment.additions import additions
from ai800.assessment.contrast import Comparison, Supposition
from ai800.reports.additions import additions_json
from ai800.reports.contrast import comparison_json, supposition_json
from ai800.resources import resource
from tests.support import assessments as made
from tests.support.hostile_texts import HOSTILE
from tools.snapshots import AS_OF, EXAMPLES

CHANNELS = {"hosted-api": "api", "mixed": "service", "open-weights": "hub", "open-weights-gaps": "hub"}
NAMES = ("compare", "what-if", "next")
SCHEMAS = {
    name: json.loads((resource("schemas") / f"{name}.schema.json").read_text(encoding="utf-8")) for name in NAMES
}


def faults(name, text):
    data = json.loads(text)
    second = jsonschema.Draft202012Validator(SCHEMAS[name]).iter_errors(data)
    first = jsonschema_rs.Draft202012Validator(SCHEMAS[name]).iter_errors(data)
    return [error.message for error in (*first, *second)]


@pytest.mark.parametrize("example", CHANNELS)
def test_the_answers_about_each_example_are_valid(example):
    folder = EXAMPLES / example
    supposed = what_if(folder, access="gated_weights", channel=CHANNELS[example], as_of=AS_OF)
    reading = read(folder, as_of=AS_OF)
    assessment = judge(reading, as_of=AS_OF)
    found = additions(assessment, reading.catalog, data=reading.declaration.data)
    assert faults("compare", comparison_json(compare(folder, as_of=AS_OF))) == []
    assert faults("what-if", supposition_json(supposed)) == []
    assert faults("next", additions_json(found, assessment)) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_leave_valid_answers(text):
    assessment = made.hostile(text)
    assert faults("compare", comparison_json(Comparison(assessment, assessment))) == []
    supposed = Supposition(text, None, "gated_weights", assessment, assessment)
    assert faults("what-if", supposition_json(supposed)) == []
    assert faults("next", additions_json((), assessment)) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_refuses_what_it_does_not_know(name):
    assert faults(name, "{}")
    assert SCHEMAS[name]["additionalProperties"] is False
    assert set(SCHEMAS[name]["required"]) == set(SCHEMAS[name]["properties"])
