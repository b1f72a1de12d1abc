from __future__ import annotations

import pytest

from ai800.assessment.types import Reason
from ai800.reports.findings import (
    Said,
    disagreements,
    findings_of,
    is_contradicted,
    questions_of,
    reasons_of,
    remedies_of,
)
from tests.support import assessments as made

ROW = "ipd:5.3.1"


def _row(*judgements, verdict="unmet", **changes):
    return made.row(ROW, verdict, judgements=judgements, **changes)


@pytest.mark.parametrize("first, second, kept", [("note", "fails", "fails"), ("fails", "advice", "fails")])
def test_a_finding_of_both_variants_is_shown_once_as_it_weighs_most(first, second, kept):
    opened = made.judgement("unmet", findings=(made.finding(ROW, weight=first), made.finding(ROW, "late")))
    closed = made.judgement("unmet", "closed", findings=(made.finding(ROW, weight=second, variant="closed"),))
    found = findings_of(_row(opened, closed))
    assert [finding.weight for finding in found] == [kept, "fails"]


def test_the_same_mistake_in_many_places_is_one_disagreement():
    places = [made.place(line) for line in (3, 9, 3)]
    found = [made.disagreement(place=place, other=None) for place in places]
    other = made.disagreement(id="fact:licence", place=None, other=None)
    first, second = disagreements(made.assessment(disagreements=(*found, other)))
    assert first.where == ("ai800.yaml:3", "ai800.yaml:9")
    assert (second.id, second.where) == ("fact:licence", ())


@pytest.mark.parametrize("code, expected", [("contradicts_status", True), ("no_decision", False)])
def test_a_contradiction_is_known_by_its_code(code, expected):
    row = _row(made.judgement("unmet", findings=(made.finding(ROW, code),)))
    assert is_contradicted(row) is expected


@pytest.mark.parametrize(
    "verdict, questions, expected",
    [
        ("needs_review", ("Is it so?", "And that?", "Is it so?"), ("Is it so?", "And that?")),
        ("needs_review", (), ("Is what is asked here done, and is what was recorded sound?",)),
        ("alternative", ("Is it so?",), ("Does the alternative match or exceed what is recommended?",)),
    ],
)
def test_a_reviewer_is_always_asked_something(verdict, questions, expected):
    asked = tuple(Reason("code", text) for text in questions)
    row = _row(
        made.judgement("needs_review", questions=asked), made.judgement("needs_review", "closed"), verdict=verdict
    )
    assert questions_of(row) == expected


@pytest.mark.parametrize(
    "opened, closed, expected",
    [
        ("Add it.", "Add it.", (Said("Add it."),)),
        ("Add it.", "Drop it.", (Said("Add it.", "open"), Said("Drop it.", "closed"))),
        ("Add it.", "", (Said("Add it."),)),
    ],
)
def test_a_remedy_names_its_variant_where_they_differ(opened, closed, expected):
    row = _row(
        made.judgement("unmet", findings=(made.finding(ROW, remedy=opened),)),
        made.judgement("unmet", "closed", findings=(made.finding(ROW, remedy=closed, variant="closed"),)),
    )
    assert remedies_of(row) == expected


@pytest.mark.parametrize("remedy, expected", [("Record it.", (Said("Record it."),)), ("", ())])
def test_without_a_finding_the_row_says_what_to_do(remedy, expected):
    note = made.finding(ROW, weight="note")
    assert remedies_of(_row(made.judgement("unmet", findings=(note,)), remedy=remedy)) == expected


def test_a_reason_of_both_variants_is_said_once():
    shared, own = Reason("same", "it stands"), Reason("own", "it is published", "nist", ("ipd:B3.1", "ipd:B3.2"))
    row = _row(made.judgement("partial", reasons=(shared, own)), made.judgement("partial", "closed", reasons=(shared,)))
    assert reasons_of(row) == (
        Said("it stands", "open and closed"),
        Said("it is published (see ipd:B3.1, ipd:B3.2)", "open"),
    )
