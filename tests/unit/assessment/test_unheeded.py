from __future__ import annotations

import pytest

from ai800.assessment.types import Finding, Judgement, Override, Row
from ai800.assessment.unheeded import MOST_REFERENCES, unheeded
from ai800.declare.types import Declaration, Place
from ai800.evidence.types import Resolution
from ai800.release.types import Reference, Release

PLACE = Place("ai800.yaml", 7)
WAIVERS = [{"id": "ipd:1.1.1", "scope": "release"}]
DECLARATION = Declaration({"waivers": WAIVERS}, {"": PLACE})


def release(*references):
    return Release({}, references, (), "2026-06-01", ())


def row(original, *overrides, said=()):
    findings = tuple(Finding("ipd:1.1.1", "not_backed", text, "fails", "") for text in said)
    judgement = Judgement("open", original, (), findings=findings)
    return Row(
        "ipd:1.1.1", "recommendation", "ipd:1.1", "plain", 1, "", "", original, original, (judgement,), overrides
    )


def entry(kind, *, counts=True):
    return Override(kind, "Ada", None, "", PLACE, counts)


@pytest.mark.parametrize(
    "original, overrides, told",
    [
        ("needs_review", [entry("review")], []),
        ("met", [entry("review")], ["the item is met"]),
        ("not_applicable", [entry("review")], ["the item is not applicable"]),
        ("unmet", [entry("review")], ["a review closes open questions only, and the item is unmet"]),
        ("unmet", [entry("review"), entry("alternative")], []),
        ("unmet", [entry("review"), entry("alternative", counts=False)], ["the item is unmet"]),
        ("met", [entry("review", counts=False)], []),
        ("met", [entry("waiver"), entry("alternative")], ["which leaves no gap", "which leaves no gap"]),
        ("not_applicable", [entry("waiver")], ["the item is not applicable"]),
        ("partial", [entry("waiver")], []),
        ("needs_review", [entry("alternative")], []),
        ("error", [entry("waiver")], []),
    ],
)
def test_an_entry_that_changes_nothing_is_told(original, overrides, told):
    found = unheeded([row(original, *overrides)], release(), declaration=DECLARATION)
    assert [said in note.message for said, note in zip(told, found, strict=True)] == [True] * len(told)
    assert {(note.code, note.place) for note in found} <= {("changes_nothing", PLACE)}


@pytest.mark.parametrize(
    "scope, gaps, told",
    [
        ("release", ["hub"], ""),
        ("hub", ["hub"], ""),
        ("hub", ["hub", "api"], ""),
        ("hub", [], ""),
        ("hub", ["api", "lab"], "it is for channel hub, and the gap is on api, lab"),
        ("hub", ["release"], "it is for channel hub, and the item is judged for the release as a whole"),
    ],
)
def test_a_waiver_for_a_channel_without_the_gap_is_told(scope, gaps, told):
    found = row("unmet", entry("waiver"))
    judgement = found.judgements[0]._replace(subjects=tuple((gap, "partial") for gap in gaps))
    declaration = Declaration({"waivers": [{"id": "ipd:2.2.2"}, {"id": "ipd:1.1.1", "scope": scope}]}, {"": PLACE})
    notes = unheeded([found._replace(judgements=(judgement,))], release(), declaration=declaration)
    assert [note.message for note in notes] == ([f"the waiver of ipd:1.1.1 changes nothing: {told}"] if told else [])


def reference(status, shown="docs/a.md"):
    return Reference("/release", "/release/evidence/0", Resolution(status, shown, detail="no such file"))


@pytest.mark.parametrize(
    "status, said, told",
    [
        ("missing", [], True),
        ("anchor_missing", [], True),
        ("placeholder", [], True),
        ("pointer", [], True),
        ("unreadable", [], True),
        ("resolved", [], False),
        ("external", [], False),
        ("refused", [], False),
        ("missing", ["nothing backs it (docs/a.md: no such file)"], False),
        ("missing", ["nothing backs it (docs/b.md: no such file)"], True),
    ],
)
def test_evidence_that_no_finding_speaks_of_is_told(status, said, told):
    found = unheeded([row("unmet", said=said)], release(reference(status)), declaration=DECLARATION)
    assert [note.message for note in found] == ["evidence docs/a.md does not count: no such file"] * told


def test_of_much_evidence_the_first_is_told_and_how_much_there_is():
    many = [reference("missing", f"docs/{number}\n.md") for number in range(MOST_REFERENCES + 2)]
    *found, last = unheeded([], release(*many), declaration=DECLARATION)
    assert len(found) == MOST_REFERENCES
    assert "docs/0\\x0a.md" in found[0].message
    assert last.message.startswith("2 more references")
