from __future__ import annotations

import pytest

from ai800.declare.types import Place
from ai800.reports import sarif_results
from ai800.reports.sarif_results import fingerprint, location, plain, results
from tests.support import assessments as made


class AnyRule(dict):
    def __missing__(self, key):
        return 0


def _results(assessment):
    return results(assessment, AnyRule())


def _of(*findings, **changes):
    row = made.row("ipd:5.3.1", "unmet", judgements=(made.judgement("unmet", findings=findings),))
    return made.assessment(made.practice("ipd:5.3", row), **changes)


def _fingerprints(assessment):
    return [result["partialFingerprints"]["ai800/v1"] for result in _results(assessment).results]


def test_the_heaviest_come_first_as_errors_warnings_and_notes():
    found = [(result["ruleId"], result["level"]) for result in _results(made.mixed()).results]
    assert found == [
        ("fact:weights", "error"),
        ("ipd:5.3.1", "error"),
        ("ipd:5.3.2", "error"),
        ("ipd:5.3.1", "warning"),
        ("ipd:5.3.a", "warning"),
        ("ipd:5.3.1", "note"),
    ]


def test_a_result_says_what_is_wrong_and_how_to_mend_it_where_it_stands():
    (result,) = _results(_of(made.finding("ipd:5.3.1", "no_decision"))).results
    assert result["message"]["text"] == (
        "channel hub does not show no decision. To mend it: Add `deployments[].decision` with `outcome`, "
        "`decided_on` and `evidence`."
    )
    assert result["locations"] == [location(Place("ai800.yaml", 12, 3))]
    assert result["properties"] == {
        "code": "no_decision", "subject": "hub", "variants": ["open"], "verdict": "unmet", "weight": "fails",
    }  # fmt: skip


def test_a_disagreement_points_at_its_other_place():
    (result,) = _results(made.assessment(disagreements=(made.disagreement(remedy=""),))).results
    (other,) = result["relatedLocations"]
    assert other["physicalLocation"]["artifactLocation"]["uri"] == "model-00001.safetensors"
    assert result["message"]["text"] == "channel hub gives no weights, but weights are tracked"


@pytest.mark.parametrize(
    "place, region",
    [
        (Place("a", 4, 2), (4, 2, 4, 3)),
        (Place("a", 4), (4, 1, 4, 2)),
        (Place("a"), (1, 1, 1, 2)),
    ],
)
def test_a_location_has_every_part_that_code_scanning_asks_for(place, region):
    found = location(place)["physicalLocation"]
    assert found["artifactLocation"] == {"uri": "a", "uriBaseId": "%SRCROOT%"}
    assert tuple(found["region"][key] for key in ("startLine", "startColumn", "endLine", "endColumn")) == region


FOUND = made.finding("ipd:5.3.1", message="channel hub opened 7 days before it was decided on")


@pytest.mark.parametrize(
    "changes",
    [
        {"place": made.place(99, "elsewhere.yaml")},
        {"message": "channel hub opened 12 days before it was decided on"},
        {"weight": "advice"},
        {"remedy": "another"},
        {"variant": "closed"},
    ],
)
def test_a_fingerprint_outlives_edits(changes):
    assert fingerprint(FOUND._replace(**changes), "") == fingerprint(FOUND, "")


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "ipd:5.3.2"},
        {"code": "other"},
        {"subject": "api"},
        {"message": "channel mirror opened 7 days before it was decided on"},
    ],
)
def test_a_fingerprint_tells_findings_apart(changes):
    assert fingerprint(FOUND._replace(**changes), "") != fingerprint(FOUND, "")
    assert fingerprint(FOUND, "models/a") != fingerprint(FOUND, "models/b")


@pytest.mark.parametrize(
    "code, one, other, same",
    [
        ("not_backed", "e has no reference that resolves (a.md: gone)", "e has no reference that resolves (b)", True),
        ("links_only", "it rests only on addresses: https://a", "it rests only on addresses: https://b", True),
        ("other", "no (a)", "no (b)", False),
        ("fact", "13,000,000 are declared", "12,500,000 are declared", True),
        ("dated", "e is of 2026-01-02", "e is of 2026-03-04", True),
        ("named", "practice 1.2 is left out", "practice 1.3 is left out", False),
        ("named", "evaluation bio-2026-01-02", "evaluation bio-2026-03-04", False),
        ("named", "recipient 2 has no name", "recipient 3 has no name", False),
    ],
)
def test_what_moves_is_not_part_of_a_fingerprint(code, one, other, same):
    first, second = (made.finding("ipd:5.3.1", code, message=message) for message in (one, other))
    assert (fingerprint(first, "") == fingerprint(second, "")) is same


def test_no_two_results_share_a_fingerprint():
    same = [made.finding("ipd:5.3.1", place=made.place(line)) for line in (3, 9, 12)]
    first, *rest = _fingerprints(_of(*same))
    assert first.endswith(":1")
    assert rest == [first.replace(":1", ":2"), first.replace(":1", ":3")]


def test_a_text_stays_within_what_readers_take():
    (result,) = _results(_of(made.finding("ipd:5.3.1", message="m" * 5000, remedy="fix " * 900))).results
    text = result["message"]["text"]
    assert len(text) <= 1000
    assert "m" * 600 in text
    assert "To mend it: fix" in text


def test_more_results_than_are_shown_are_left_out_lightest_first(monkeypatch):
    monkeypatch.setattr(sarif_results, "MOST_RESULTS", 3)
    kept = _results(made.mixed())
    assert [result["level"] for result in kept.results] == ["error"] * 3
    assert kept.left_out == 3


def test_a_file_never_grows_beyond_what_is_taken(monkeypatch):
    monkeypatch.setattr(sarif_results, "MOST_BYTES", 4000)
    kept = _results(made.large(4))
    assert 0 < len(kept.results) < 5
    assert kept.left_out == 120 - len(kept.results)


def test_no_text_becomes_a_link():
    assert plain("see [here](https://evil.example) and [1](2)") == "see [here] (https://evil.example) and [1] (2)"
    assert plain("a\u202eb") == "a\\u202eb"
    assert len(plain("](" * 300)) == 200
