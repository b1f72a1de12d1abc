from __future__ import annotations

import pytest

from ai800.changes.compare import changed
from ai800.reports.data import as_data
from tests.support import assessments as made

ID = "ipd:5.3.1"


def report(*rows, **changes):
    return as_data(made.assessment(made.practice("ipd:5.3", *rows), **changes))


def one(verdict, ask="plain", **changes):
    return report(made.row(ID, verdict, ask, **changes))


def only_change(old, new):
    (change,) = changed(old, new).rows.changes
    return change


def judged(*subjects, variant="open", findings=(), questions=()):
    verdict = subjects[0][1]
    return made.judgement(verdict, variant, subjects=subjects, findings=findings, questions=questions)


WAIVER = made.override("waiver")
REVIEW = made.override("review")


@pytest.mark.parametrize(
    "before, after, direction, regressed",
    [
        ("met", "partial", "worse", True),
        ("met", "unmet", "worse", True),
        ("met", "needs_review", "worse", True),
        ("needs_review", "partial", "worse", True),
        ("partial", "unmet", "worse", True),
        ("unmet", "partial", "better", False),
        ("partial", "needs_review", "better", False),
        ("unmet", "met", "better", False),
        ("waived", "unmet", "worse", True),
        ("waived", "met", "better", False),
        ("met", "waived", "closed", False),
        ("unmet", "waived", "closed", False),
        ("met", "not_applicable", "lapsed", False),
        ("unmet", "not_applicable", "lapsed", False),
        ("not_applicable", "met", "applies", False),
        ("not_applicable", "waived", "closed", False),
        ("not_applicable", "unmet", "worse", True),
        ("not_applicable", "needs_review", "worse", True),
        ("alternative", "needs_review", "worse", True),
        ("needs_review", "alternative", "better", False),
    ],
)
def test_a_verdict_that_changed(before, after, direction, regressed):
    found = changed(one(before), one(after))
    (change,) = found.rows.changes
    assert (change.before, change.after, change.direction) == (before, after, direction)
    assert change.regressed is regressed
    assert found.regressions == ((ID,) if regressed else ())
    assert found.exit_code == int(regressed)
    assert found.directed(direction) == (change,)


@pytest.mark.parametrize("verdict", ["met", "unmet", "partial", "needs_review", "waived", "not_applicable"])
def test_a_verdict_that_stayed_is_no_change(verdict):
    found = changed(one(verdict), one(verdict))
    assert found.rows.changes == ()
    assert found.regressions == ()


@pytest.mark.parametrize("ask", ["consider", "can"])
def test_advice_gets_worse_without_gating(ask):
    change = only_change(one("met", ask), one("unmet", ask))
    assert change.direction == "worse"
    assert not change.regressed


def test_questions_gate_by_what_the_newer_report_fails_on():
    lenient = {"run": made.run(fail_on="unmet")}
    new = report(made.row(ID, "needs_review"), fails=(), exit_code=0, **lenient)
    assert changed(one("met"), new).regressions == ()
    assert (
        changed(report(made.row(ID, "needs_review"), fails=(), exit_code=0, **lenient), one("needs_review")).regressions
        == ()
    )


def test_a_review_that_no_longer_counts_gates():
    old = report(made.row(ID, "alternative", overrides=(REVIEW,)), fails=())
    new = one("alternative")
    assert only_change(old, new).direction == "worse"
    assert changed(old, new).regressions == (ID,)
    assert only_change(new, old).direction == "better"


def test_a_contradiction_gates_whatever_the_ask_and_the_verdict():
    found = made.finding(ID, "contradicts_channel")
    old = one("unmet", "can")
    new = report(made.row(ID, "unmet", "can", judgements=(made.judgement("unmet", findings=(found,)),)), fails=(ID,))
    assert changed(old, new).regressions == (ID,)
    twice = report(
        made.row(ID, "unmet", "can", judgements=(made.judgement("unmet", findings=(found, found)),)), fails=(ID,)
    )
    assert changed(new, twice).regressions == (ID,)
    assert changed(twice, new).regressions == ()


@pytest.mark.parametrize(
    "before, after, regressed",
    [
        ((("hub", "unmet"),), (("hub", "unmet"),), False),
        ((("hub", "unmet"), ("api", "met")), (("hub", "unmet"), ("api", "partial")), True),
        ((("hub", "unmet"),), (("hub", "unmet"), ("api", "partial")), True),
        ((("hub", "unmet"),), (("hub", "unmet"), ("api", "met")), False),
        ((("hub", "unmet"),), (("mirror", "unmet"),), False),
        ((("hub", "unmet"), ("api", "partial")), (("hub", "unmet"),), False),
        ((("hub", "unmet"), ("api", "partial")), (("hub", "unmet"), ("mirror", "unmet")), True),
        ((("hub", "unmet"), ("api", "partial")), (("hub", "unmet"), ("mirror", "partial")), False),
        ((("hub", "unmet"), ("api", "partial")), (("hub", "unmet"), ("mirror", "needs_review")), False),
    ],
)
def test_a_row_that_failed_already_gates_where_one_channel_got_worse(before, after, regressed):
    old, new = (one("unmet", judgements=(judged(*subjects),)) for subjects in (before, after))
    assert changed(old, new).regressions == ((ID,) if regressed else ())


def test_a_variant_that_was_not_there_before_gates_where_it_has_a_gap():
    old = one("unmet", judgements=(judged(("hub", "unmet")),))
    new = one("unmet", judgements=(judged(("hub", "unmet")), judged(("api", "unmet"), variant="closed")))
    assert changed(old, new).regressions == (ID,)


def test_findings_that_came_and_went_and_notes_left_out():
    stayed, gone = made.finding(ID, "no_decision"), made.finding(ID, "no_stages")
    came, note = made.finding(ID, "not_backed"), made.finding(ID, "evidence_shared", weight="note")
    moved = stayed._replace(place=made.place(400))
    old = one("unmet", judgements=(judged(("hub", "unmet"), findings=(stayed, gone)),))
    new = one("unmet", judgements=(judged(("hub", "unmet"), findings=(moved, came, note)),))
    change = only_change(old, new)
    assert change.direction == "same"
    assert change.appeared == (came,)
    assert change.gone == (gone,)
    assert not change.regressed


def test_questions_that_are_new():
    asked = made.Reason("links_only", "Do the addresses record it?")
    new = one("needs_review", judgements=(judged(("hub", "needs_review"), questions=(asked,)),))
    assert only_change(one("met"), new).asked == (asked.text,)
    assert only_change(one("needs_review"), new).direction == "same"


def test_what_could_not_be_evaluated_is_never_the_same_and_never_better():
    for old, new in [(one("error"), one("met")), (one("error"), one("error"))]:
        found = changed(old, new)
        assert found.rows.unknown == (ID,)
        assert found.rows.changes == ()
        assert found.exit_code == 4
    assert changed(one("error"), one("error")).regressions == (ID,)
    assert changed(one("error"), one("met")).regressions == ()
    worse = changed(one("met"), one("error"))
    assert worse.regressions == worse.rows.unknown == (ID,)
    assert worse.exit_code == 4
    assert only_change(one("met"), one("error")).direction == "worse"


@pytest.mark.parametrize("other", [report(made.row("ipd:5.3.2", "unmet")), one("not_built")])
def test_rows_that_only_one_report_judges_are_named_and_gate_nothing(other):
    came, went = changed(other, one("unmet")), changed(one("met"), other)
    assert ID in came.rows.added
    assert ID in went.rows.removed
    assert came.regressions == went.regressions == ()
    assert came.rows.changes == went.rows.changes == ()
    assert went.exit_code == 4


def test_an_item_that_is_new_changes_no_exit_code_and_one_that_is_judged_no_more_leaves_no_answer():
    less, more = one("met"), report(made.row(ID, "met"), made.row("ipd:5.3.2", "unmet"))
    assert changed(less, more).exit_code == 0
    assert changed(more, less).exit_code == 4


def test_disagreements_gate_by_how_many_there_are_and_not_by_their_words():
    few = report(made.row(ID, "met"), disagreements=(made.disagreement(),))
    reworded = report(made.row(ID, "met"), disagreements=(made.disagreement(message="other numbers"),))
    light = report(made.row(ID, "met"), disagreements=(made.disagreement(weight="note"),))
    many = report(made.row(ID, "met"), disagreements=(made.disagreement(), made.disagreement(message="one more")))
    assert changed(one("met"), few).regressions == ("fact:weights",)
    assert changed(few, many).regressions == ("fact:weights",)
    assert changed(few, reworded).regressions == ()
    assert changed(one("met"), light).regressions == ()
    assert changed(light, few).regressions == ("fact:weights",)
    assert [found.message for found in changed(few, many).disagreements_new] == ["one more"]
    assert changed(few, one("met")).disagreements_gone == (made.disagreement(),)


def test_regressions_stand_in_the_order_of_the_newer_report():
    rows = ("ipd:5.3.2", "ipd:5.3.1", "ipd:5.3.10")
    old = report(*[made.row(each, "met") for each in rows])
    new = report(*[made.row(each, "unmet") for each in rows], disagreements=(made.disagreement(),))
    assert changed(old, new).regressions == (*rows, "fact:weights")


def test_the_sides_are_named_as_asked_for_or_by_what_they_are():
    old, new = one("met"), one("met", ask="plain")
    found = changed(old, new, names=("v1", ""))
    assert (found.old.name, found.new.name) == ("v1", "HEAD")
    assert found.old.edition == "ipd"
    folder = report(made.row(ID, "met"), run=made.run(ref=None, commit=None, kind="folder"))
    assert changed(folder, folder).old.name == "aurora"
