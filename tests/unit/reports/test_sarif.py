from __future__ import annotations

import hashlib
import json

import pytest

from ai800.assessment.types import Note
from ai800.reports import sarif_results, words
from ai800.reports.sarif import sarif_report
from tests.support import assessments as made
from tests.support.readers import SCHEMAS, sarif_run


def _run(assessment):
    return sarif_run(sarif_report(assessment))


@pytest.mark.parametrize("name", made.EVERY)
def test_every_assessment_is_valid_for_the_schema_and_for_another_reader(name):
    run = _run(made.EVERY[name]())
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_the_schema_is_the_one_of_oasis():
    data = (SCHEMAS / "sarif/sarif-schema-2.1.0.json").read_bytes()
    assert hashlib.sha256(data).hexdigest() in (SCHEMAS / "README.md").read_text(encoding="utf-8")
    assert json.loads(data)["id"] == json.loads(sarif_report(made.mixed()))["$schema"]


@pytest.mark.parametrize(
    "changes, category",
    [
        ({}, "ai800/ipd/auto/"),
        ({"run": made.run(variant="open")}, "ai800/ipd/open/"),
        ({"release": made.release(folder="models/a b")}, "ai800/ipd/auto/models/a%20b/"),
        ({"only": ("ipd:5.3", "ipd:4")}, "ai800/ipd/auto/only-ipd%3A5.3%2Cipd%3A4/"),
    ],
)
def test_runs_of_one_commit_are_told_apart(changes, category):
    assert _run(made.mixed()._replace(**changes))["automationDetails"] == {"id": category}


@pytest.mark.parametrize(
    "name, successful, told",
    [
        ("passing", True, []),
        ("mixed", True, ["note", "note"]),
        ("failed", False, ["error", "error"]),
        ("silent", False, ["error", "error"]),
        ("nothing", False, ["error", "note"]),
        ("left_open", True, ["note"]),
    ],
)
def test_a_run_that_is_not_complete_is_no_success(name, successful, told):
    (invocation,) = _run(made.EVERY[name]())["invocations"]
    assert invocation["executionSuccessful"] is successful
    assert [each["level"] for each in invocation["toolExecutionNotifications"]] == told


def test_what_failed_is_said():
    (invocation,) = _run(made.failed())["invocations"]
    texts = [each["message"]["text"] for each in invocation["toolExecutionNotifications"]]
    assert texts[0].startswith("could not evaluate completely: the engine ran out of fuel: report it. The results are")
    assert texts[1].startswith("Could not be evaluated: ipd:5.3.1, ipd:5.3.2")
    assert invocation["exitCode"] == 4


def test_what_was_cut_is_said(monkeypatch):
    monkeypatch.setattr(sarif_results, "MOST_RESULTS", 2)
    run = _run(made.mixed())
    cut = run["invocations"][0]["toolExecutionNotifications"][0]
    assert (cut["descriptor"], cut["level"]) == ({"id": "cut"}, "warning")
    assert cut["message"]["text"].startswith("4 results left out to keep within the limits")
    assert run["properties"]["resultsLeftOut"] == 4


def test_notes_are_told_with_their_place_until_they_are_too_many():
    notes = tuple(Note("lapses_soon", f"note {number}", made.place(number + 1)) for number in range(130))
    told = _run(made.mixed()._replace(notes=notes))["invocations"][0]["toolExecutionNotifications"]
    assert len(told) == 101
    assert told[7]["locations"][0]["physicalLocation"]["region"]["startLine"] == 8
    assert told[-1]["message"]["text"] == "and 30 notes more, in the json report"


def test_the_tool_says_whose_the_draft_and_the_variants_are():
    said = _run(made.mixed())["tool"]["driver"]["fullDescription"]["text"]
    assert said == f"{words.DRAFT} {words.VARIANTS} {words.MET}"
    assert "informationUri" not in _run(made.mixed())["tool"]["driver"]


def test_the_run_keeps_what_a_reader_asks_for():
    kept = _run(made.mixed())["properties"]
    assert (kept["commit"], kept["asOf"], kept["variants"]) == (made.run()["commit"], "2026-06-01", ["open", "closed"])
    assert kept["counts"]["unmet"] == 2
    assert kept["outcome"].startswith("2 gaps to mend")
