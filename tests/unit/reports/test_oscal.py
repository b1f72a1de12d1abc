from __future__ import annotations

import json
import uuid

import pytest

from ai800.assessment.gate_types import Base, Gate
from ai800.assessment.types import WORST_FIRST
from ai800.errors import ReportError
from ai800.reports import words
from ai800.reports.oscal import assessment_results, oscal_report
from tests.support import assessments as made
from tests.support.oscal import problems, read, written_again

DAY = "2026-06-01T00:00:00Z"


def _result(assessment):
    [result] = assessment_results(assessment)["assessment-results"]["results"]
    return result


def _only(verdict, **changes):
    """A release with one row of this verdict."""
    return made.assessment(made.practice("ipd:5.3", made.row("ipd:5.3.1", verdict, **changes)))


def _told(part):
    return {each["name"]: each["value"] for each in part["props"]}


def _uuids(data):
    match data:
        case dict():
            yield from [data["uuid"]] if "uuid" in data else []
            for part in data.values():
                yield from _uuids(part)
        case list():
            for part in data:
                yield from _uuids(part)


@pytest.mark.parametrize("name", made.EVERY)
def test_every_report_is_read_by_two_readers_that_are_not_ours(name, tmp_path):
    text = oscal_report(made.EVERY[name]())
    assert problems(text) == []
    path = tmp_path / "results.json"
    path.write_text(text, encoding="utf-8")
    assert written_again(read(path)) == json.loads(text)


@pytest.mark.parametrize("verdict", WORST_FIRST)
def test_only_what_is_met_is_satisfied(verdict):
    result = _result(_only(verdict))
    states = [found["target"]["status"]["state"] for found in result.get("findings", [])]
    assert states == {"met": ["satisfied"], "not_applicable": [], "not_built": []}.get(verdict, ["not-satisfied"])


@pytest.mark.parametrize(
    "verdict, reason",
    [
        ("met", "pass"), ("unmet", "fail"), ("partial", "fail"), ("needs_review", "other"), ("alternative", "other"),
        ("waived", "other"), ("error", "other"),
    ],
)  # fmt: skip
def test_a_finding_says_why_it_is_not_satisfied_and_carries_the_verdict(verdict, reason):
    [found] = _result(_only(verdict))["findings"]
    assert found["target"]["target-id"] == "ipd-5.3.1_smt"
    assert found["target"]["status"]["reason"] == reason
    assert found["target"]["status"]["remarks"] == words.VERDICT_WORDS[verdict]
    assert _told(found)["verdict"] == verdict


def test_what_does_not_apply_is_excluded_and_its_reason_observed():
    result = _result(made.mixed())
    [selection] = result["reviewed-controls"]["control-selections"]
    assert selection["exclude-controls"] == [{"control-id": "ipd-4.1.3"}]
    assert {"control-id": "ipd-5.3.1"} in selection["include-controls"]
    assert {"control-id": "ipd-1.1.1"} not in selection["include-controls"]
    [seen] = [each for each in result["observations"] if each["title"].startswith("4.1.3")]
    assert "the weights are published (see ipd:B3.1)" in seen["description"]


def test_the_selection_of_a_run_that_judged_nothing_is_empty():
    result = _result(made.nothing())
    [selection] = result["reviewed-controls"]["control-selections"]
    assert selection["include-all"] == {}
    assert selection["exclude-controls"] == [{"control-id": "ipd-1.1.1"}]
    assert not {"findings", "observations", "risks"} & set(result)


def test_what_is_asserted_leads_to_what_was_seen():
    result = _result(made.mixed())
    seen = {each["uuid"] for each in result["observations"]}
    risks = {each["uuid"] for each in result["risks"]}
    told = [*result["findings"], *result["risks"]]
    assert {link["observation-uuid"] for each in told for link in each["related-observations"]} <= seen
    assert {link["risk-uuid"] for each in result["findings"] for link in each.get("related-risks", [])} < risks
    [tool] = result["local-definitions"]["assessment-assets"]["components"]
    assert {each["origins"][0]["actors"][0]["actor-uuid"] for each in result["observations"]} == {tool["uuid"]}


def test_a_gap_is_a_risk_with_its_remedy_and_where_it_was_found():
    result = _result(made.mixed())
    [risk] = [each for each in result["risks"] if each["title"].startswith("5.3.1")]
    assert risk["status"] == "open"
    assert [each["lifecycle"] for each in risk["remediations"]] == ["recommendation"]
    assert "channel hub does not show no decision" in risk["description"]
    [seen] = [each for each in result["observations"] if each["title"].startswith("5.3.1")]
    assert "./ai800.yaml#L12" in {each["href"] for each in seen["relevant-evidence"]}
    assert seen["collected"] == DAY


def test_a_waived_gap_is_a_deviation_until_its_day_and_names_who_took_it_on():
    result = _result(made.mixed())
    [risk] = [each for each in result["risks"] if each["title"].startswith("4.1.1")]
    assert (risk["status"], risk["deadline"]) == ("deviation-approved", "2026-12-31T00:00:00Z")
    [found] = [each for each in result["findings"] if each["title"].startswith("4.1.1")]
    assert found["remarks"] == "waiver by R. Viewer, until 2026-12-31: the audit is booked"
    assert _told(found)["verdict-before-persons"] == "partial"


@pytest.mark.parametrize("until", [None, "", "soon", "2026-12-31\n", "٢٠٢٦-12-31", "1812-01-01"])
def test_a_waiver_without_a_day_that_oscal_can_write_has_no_deadline(until):
    [risk] = _result(_only("waived", overrides=(made.override("waiver", until=until),)))["risks"]
    assert "deadline" not in risk


def test_a_gap_without_a_finding_says_what_its_verdict_means():
    [risk] = _result(_only("unmet", remedy=""))["risks"]
    assert risk["description"] == "nobody claimed it, or what was declared contradicts itself"
    assert "remediations" not in risk


def test_a_disagreement_is_a_risk_of_no_control():
    result = _result(made.mixed())
    [seen] = [each for each in result["observations"] if each["types"] == ["finding"]]
    assert [each["href"] for each in seen["relevant-evidence"]] == ["./ai800.yaml#L12", "./model-00001.safetensors"]
    [risk] = [each for each in result["risks"] if _told(each).get("id") == "fact:weights"]
    assert risk["statement"] == "fails the run"
    assert risk["related-observations"] == [{"observation-uuid": seen["uuid"]}]


def test_evidence_that_is_named_is_referred_to():
    [seen] = _result(_only("met", evidence=(made.place(40, "docs/a b.md"), made.place(40, "docs/a b.md"))))[
        "observations"
    ]
    assert seen["relevant-evidence"] == [
        {"href": "./docs/a%20b.md#L40", "description": "named as evidence in the release file"}
    ]


@pytest.mark.parametrize(
    "path", ["javascript:alert(1)", "//evil.example/x", "https://evil.example", "a#b?c", "é\udcff"]
)
def test_a_name_of_a_file_never_becomes_an_address(path):
    [seen] = _result(_only("met", evidence=(made.place(None, path),)))["observations"]
    [found] = seen["relevant-evidence"]
    assert found["href"].startswith("./")
    assert not set(found["href"]) & set("#?:")


def test_ids_are_those_of_names_and_the_document_has_that_of_its_content():
    first, again = assessment_results(made.mixed()), assessment_results(made.mixed())
    assert first == again
    found = [*_uuids(first)]
    assert len(set(found)) == len(found) > 30
    assert {uuid.UUID(each).version for each in found} == {5}
    other = assessment_results(made.mixed()._replace(notes=()))
    assert first["assessment-results"]["uuid"] != other["assessment-results"]["uuid"]
    assert _result(made.mixed())["uuid"] == _result(made.mixed()._replace(notes=()))["uuid"]


@pytest.mark.parametrize("change", [{"commit": "f" * 40}, {"as_of": "2026-06-02"}, {"repository": "other\udcff"}])
def test_another_assessment_has_other_ids(change):
    known = set(_uuids(_result(made.mixed())))
    other = made.mixed()._replace(run=made.run(**change))
    assert not known & set(_uuids(_result(other)))


def test_the_plan_that_oscal_asks_for_is_said_not_to_exist():
    document = assessment_results(made.mixed())["assessment-results"]
    plan, edition = document["back-matter"]["resources"]
    assert document["import-ap"]["href"] == f"#{plan['uuid']}"
    assert plan["description"].startswith("There is no assessment plan: nobody wrote one.")
    assert edition["rlinks"] == [{"href": "https://doi.org/10.6028/NIST.AI.800-1.ipd"}]


def test_the_result_says_how_the_run_ended_and_what_was_asked_of_it():
    result = _result(made.left_open())
    assert _told(result) == {
        "exit-code": "0", "passes": "yes", "only": "ipd:5.2", "fail-on": "unmet", "variant": "auto",
        "as-of": "2026-06-01", "declared": "yes",
    }  # fmt: skip
    assert _told(_result(made.undeclared()))["passes"] == "no"
    assert _told(_result(made.undeclared()))["declared"] == "no"


def test_no_regression_is_no_pass_where_gaps_stay():
    told = _told(_result(made.no_worse()))
    assert (told["exit-code"], told["passes"], told["no-regression"]) == ("0", "no", "yes")
    whole = made.no_worse()._replace(fails=())
    assert (_told(_result(whole))["passes"], _told(_result(whole))["no-regression"]) == ("yes", "yes")
    worse = _told(_result(made.no_worse()._replace(exit_code=1)))
    assert (worse["passes"], worse["no-regression"]) == ("no", "no")


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "3000-01-01"])
def test_a_day_that_oscal_cannot_write_is_refused(day):
    with pytest.raises(ReportError, match="cannot write the day"):
        oscal_report(made.mixed()._replace(run=made.run(as_of=day)))


def test_a_run_that_fails_on_regressions_says_since_when_and_which():
    gate = Gate("regression", base=Base("main", "e" * 40), regressions=("ipd:5.3.1",))
    told = _told(_result(made.mixed()._replace(gate=gate)))
    assert (told["base"], told["regressions"]) == ("e" * 40, "ipd:5.3.1")
