"""What persons added wrongly, and what is odd without being wrong: each named with its place, never a verdict."""

from __future__ import annotations

import json

import pytest

from ai800.api import check as judge
from ai800.declare.declaration import read_declaration
from ai800.reports.layout import Page
from ai800.reports.text import text_report
from ai800.snapshot.release_files import ReleaseFiles
from tests.support.problems import refused
from tests.support.releases import write_release

DAY = "2026-06-01"
REVIEW = {"id": "ipd:5.3.1", "verdict": "met", "by": "Ada Lovelace", "on": "2026-05-01"}
WAIVER = {
    "id": "ipd:5.3.1", "scope": "release", "reason": "The audit is late.", "approver": "Ada Lovelace",
    "created_on": "2026-05-01", "expires_on": "2026-12-01",
}  # fmt: skip
ALTERNATIVE = {
    "id": "ipd:5.3.1", "practice": "The board decides in writing.", "rationale": "It is slower and surer.",
    "evidence": ["docs/deployment.md"],
}  # fmt: skip
GAP = {"deployments.0.decision": "~drop"}


def whole(folder, change=None, waivers=None):
    """A release with nothing to mend, changed."""
    folder = write_release(folder / "release", "open", change)
    if waivers is not None:
        (folder / ".ai800").mkdir()
        (folder / ".ai800" / "waivers.yaml").write_text(json.dumps(waivers), encoding="utf-8")
    return folder


def without(entry, *names):
    return {name: value for name, value in entry.items() if name not in names}


@pytest.mark.parametrize(
    "section, entry, why",
    [
        ("waivers", without(WAIVER, "reason"), "it lacks reason"),
        ("waivers", without(WAIVER, "scope", "expires_on"), "it lacks scope, expires_on"),
        ("waivers", WAIVER | {"approver": "TBD"}, "it lacks approver"),
        ("waivers", WAIVER | {"scope": "elsewhere"}, "its scope is no channel"),
        ("waivers", WAIVER | {"expires_on": "2027-05-02"}, "more than 365 days"),
        ("waivers", WAIVER | {"expires_on": "2026-04-01"}, "ends before it begins"),
        ("waivers", WAIVER | {"expires_on": "2026-05-31"}, "it expired"),
        ("waivers", WAIVER | {"created_on": "2026-06-02"}, "in the future"),
        ("alternatives", without(ALTERNATIVE, "rationale"), "does not state its rationale"),
        ("alternatives", ALTERNATIVE | {"rationale": "better"}, "does not state its rationale"),
        ("alternatives", without(ALTERNATIVE, "practice"), "does not state its practice"),
        ("alternatives", without(ALTERNATIVE, "evidence"), "no reference that resolves"),
        ("alternatives", ALTERNATIVE | {"evidence": ["nowhere.md"]}, "no reference that resolves"),
        ("reviews", without(REVIEW, "verdict"), "it gives no verdict"),
        ("reviews", without(REVIEW, "by"), "who judged"),
        ("reviews", REVIEW | {"by": "n/a"}, "who judged"),
        ("reviews", without(REVIEW, "on"), "no date"),
        ("reviews", REVIEW | {"on": "2026-06-02"}, "in the future"),
        ("reviews", REVIEW | {"valid_until": "2026-05-31"}, "it expired"),
    ],
)
def test_what_a_person_added_wrongly_does_not_count_and_says_why(tmp_path, section, entry, why):
    change, waivers = (GAP, [entry]) if section == "waivers" else (GAP | {section: [entry]}, None)
    found = judge(whole(tmp_path, change, waivers), as_of=DAY)
    (row,) = [row for row in found.rows if row.id == entry["id"]]
    (override,) = row.overrides
    assert (override.counts, why in override.why_not) == (False, True)
    assert (row.verdict, found.exit_code) == (row.original, 1)
    assert why in text_report(found, Page(10**6))


@pytest.mark.parametrize(
    "section, entry, said",
    [
        ("reviews", REVIEW, "a review closes open questions only, and the item is met"),
        ("waivers", WAIVER, "the item is met, which leaves no gap"),
        ("alternatives", ALTERNATIVE, "the item is met, which leaves no gap"),
        ("considered", {"id": "ipd:5.3.1", "outcome": "not done"}, "closes nothing"),
    ],
)
def test_an_entry_for_what_needs_none_is_told(tmp_path, section, entry, said):
    change, waivers = ({}, [entry]) if section == "waivers" else ({section: [entry]}, None)
    found = judge(whole(tmp_path, change, waivers), as_of=DAY)
    assert [note.place.line > 0 for note in found.notes if entry["id"] in note.message and said in note.message] == [
        True
    ]


@pytest.mark.parametrize("section", ["considered", "alternatives", "reviews", "waivers"])
@pytest.mark.parametrize("unknown", ["ipd:9.9.9", "ipd:5.3", "ipd:5", "ipd:B1", "ipd:5.3.1.1", "ipd:5.3.z"])
def test_an_entry_for_what_is_not_in_the_edition_is_refused(tmp_path, section, unknown):
    entry = {"id": unknown}
    change, waivers = ({}, [entry]) if section == "waivers" else ({section: [entry]}, None)
    folder = whole(tmp_path, change, waivers)
    (problem,) = refused(lambda: judge(folder, as_of=DAY))
    assert (problem.field, problem.line is not None) == (f"{section}[0].id", True)
    assert problem.reason == "the edition has no such recommendation"


@pytest.mark.parametrize(
    "change, code",
    [
        ({"deployments.0.decision.decided_on": "2001-01-01"}, "before_training"),
        ({"model.base_models": [{"name": "TARN"}], "release.name": "Tarn"}, "own_base"),
        ({"users.evidence": ["nowhere.md"], "users.screening": "Users are asked."}, "evidence_not_there"),
        ({"evaluations.0.valid_until": "2026-05-31"}, "history"),
        ({"evaluations.0.invalidated_on": "2026-05-31"}, "history"),
    ],
)
def test_what_is_odd_and_no_gap_is_a_note(tmp_path, change, code):
    found = judge(whole(tmp_path, change), as_of=DAY)
    assert code in [note.code for note in found.notes]


@pytest.mark.parametrize("own", ["ai800.yaml", ".ai800/waivers.yaml", "./ai800.yaml", "docs/../ai800.yaml"])
def test_the_release_file_is_no_evidence_of_itself(tmp_path, own):
    before = judge(whole(tmp_path / "before"), as_of=DAY)
    folder = whole(tmp_path, {"release.release_policy.evidence": [own]}, [])
    found = judge(folder, as_of=DAY)
    assert before.exit_code == 0
    assert found.exit_code == 1


def test_a_folder_without_the_release_file_is_one_problem(tmp_path):
    (problem,) = refused(lambda: read_declaration(ReleaseFiles(tmp_path, {".ai800/reviews.yaml": b"[]"})))
    assert problem.reason == "has no ai800.yaml beside it"
