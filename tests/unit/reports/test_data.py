from __future__ import annotations

import copy
import json

import jsonschema
import jsonschema_rs
import pytest

from ai800.assessment import types
from ai800.facts.types import Fact, Facts, WeightFile
from ai800.reports import words
from ai800.reports.data import as_data
from ai800.reports.formats import FORMATS
from ai800.reports.json_text import json_text
from ai800.resources import resource
from tests.support import assessments as made
from tests.support.hostile_texts import HOSTILE

SCHEMA = json.loads((resource("schemas") / "report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema_rs.Draft202012Validator(SCHEMA)
# Each class of an assessment with the part of the schema that describes it, and the fields that the parts leave out.
PARTS = (
    (types.Finding, "finding", set()),
    (types.Reason, "reason", set()),
    (types.Judgement, "judgement", set()),
    (types.Override, "override", set()),
    (types.Row, "row", {"practice"}),
    (types.Practice, "practice", set()),
    (types.Note, "note", set()),
    (Fact, "fact", set()),
    (WeightFile, "weights", set()),
)


def _faults(report):
    return [error.message for error in VALIDATOR.iter_errors(report)]


@pytest.mark.parametrize("name", made.EVERY)
def test_every_report_is_valid_for_two_validators(name):
    report = json.loads(FORMATS["json"](made.EVERY[name]()))
    assert _faults(report) == []
    assert list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(report)) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_leaves_a_report_that_a_strict_reader_takes(text):
    written = FORMATS["json"](made.hostile(text))
    assert written.isascii()
    written.encode("utf-8")
    report = json.loads(written, parse_constant=pytest.fail)
    assert _faults(report) == []
    assert report["outcome"]["fails"] == ["ipd:5.3.1", "ipd:5.3.2", "fact:licence"]
    note = report["notes"][0]["message"]
    assert note == text.encode("utf-8", "backslashreplace").decode()


def test_the_schema_is_sound():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert jsonschema_rs.meta.is_valid(SCHEMA)


def _objects(schema):
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from _objects(part)
    if isinstance(schema, list):
        for part in schema:
            yield from _objects(part)


def test_every_object_is_closed_and_described():
    found = list(_objects(SCHEMA))
    assert len(found) > 15
    for each in found:
        assert each["description"]
        assert "additionalProperties" in each
        if each["additionalProperties"] is False:
            assert set(each["required"]) == set(each["properties"])
            assert all("description" in part or "$ref" in part for part in each["properties"].values())


@pytest.mark.parametrize("made_of, part, left_out", PARTS)
def test_the_schema_has_every_field_of_an_assessment(made_of, part, left_out):
    names = set(made_of._fields) - left_out
    extra = {"fails"} if part == "row" else set()
    assert set(SCHEMA["$defs"][part]["properties"]) == names | extra


def test_the_schema_has_every_kind_of_fact_and_every_verdict():
    assert set(SCHEMA["properties"]["facts"]["properties"]) == set(Facts._fields)
    assert SCHEMA["$defs"]["verdict"]["enum"] == list(words.VERDICT_ORDER)
    assert set(SCHEMA["properties"]["counts"]["properties"]) == set(words.VERDICT_ORDER)


BREAK = {
    "unknown key": lambda report: report.update(extra=1),
    "missing key": lambda report: report.pop("declared"),
    "unknown verdict": lambda report: report["practices"][0].update(verdict="pass"),
    "string for a number": lambda report: report["counts"].update(met="3"),
    "exit code": lambda report: report["outcome"].update(exit_code=3),
    "no day": lambda report: report["run"].update(as_of="today"),
    "other version": lambda report: report.update(report=2),
    "open finding": lambda report: report["disagreements"][0].update(severity="high"),
}


@pytest.mark.parametrize("change", BREAK.values(), ids=BREAK)
def test_the_schema_refuses_what_is_no_report(change):
    report = copy.deepcopy(as_data(made.mixed()))
    change(report)
    assert _faults(report)


def test_the_same_assessment_gives_the_same_bytes_in_one_order():
    first, second = FORMATS["json"](made.mixed()), FORMATS["json"](made.mixed())
    assert first == second
    assert first.endswith("}\n")
    report = json.loads(first)
    assert list(report) == sorted(report)


def test_the_report_says_what_makes_the_run_fail():
    report = as_data(made.mixed())
    rows = {row["id"]: row for practice in report["practices"] for row in practice["rows"]}
    assert [row for row, found in rows.items() if found["fails"]] == [
        "ipd:5.2.1",
        "ipd:5.2.3",
        "ipd:5.3.1",
        "ipd:5.3.2",
    ]
    assert report["outcome"]["fails"][-1] == "fact:weights"
    assert report["outcome"]["passes"] is False
    assert report["counts"]["met"] == 3
    assert report["counts"]["error"] == 0
    finding = rows["ipd:5.3.1"]["judgements"][0]["findings"][0]
    assert finding["place"] == {"path": "ai800.yaml", "line": 12, "column": 3}
    assert report["disagreements"][0]["other"]["line"] is None
    assert rows["ipd:5.3.1"]["judgements"][0]["findings"][2]["place"] is None


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_json_does_not_have_is_refused(number):
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_text({"value": number})


@pytest.mark.parametrize(
    "value, expected",
    [("a\udcffb", "a\\udcffb"), ({"k\ud800": ("v\udfff",)}, {"k\\ud800": ["v\\udfff"]}), (1, 1), (None, None)],
)
def test_names_that_are_not_unicode_are_written_as_escapes(value, expected):
    assert json.loads(json_text(value)) == expected


def test_numbers_stay_exact():
    assert json.loads(json_text([10**25 + 1, 0.1])) == [10**25 + 1, 0.1]
