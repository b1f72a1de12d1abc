from __future__ import annotations

import pytest

from ai800.reports.view import BAR_WIDTH, view
from ai800.reports.view_rows import anchor, row_view
from tests.support import assessments as made


@pytest.mark.parametrize("name", made.EVERY)
def test_the_bar_is_filled_without_a_gap(name):
    x = 0
    for count in view(made.EVERY[name]())["counts"]:
        assert count.x == x
        assert count.width > 0
        x += count.width
    assert x == BAR_WIDTH


def test_an_assessment_of_nothing_has_an_empty_bar():
    assert view(made.assessment())["counts"] == ()


@pytest.mark.parametrize(
    "name, title, tone",
    [
        ("mixed", "Aurora-7B has gaps", "fail"),
        ("passing", "Aurora-7B passes", "pass"),
        ("failed", "Aurora-7B has no result", "unfinished"),
        ("undeclared", "aurora has gaps", "fail"),
    ],
)
def test_the_title_says_whose_report_and_how_it_ended(name, title, tone):
    found = view(made.EVERY[name]())
    assert (found["title"], found["tone"]) == (title, tone)


@pytest.mark.parametrize("name", made.EVERY)
def test_every_step_leads_to_something_on_the_page(name):
    found = view(made.EVERY[name]())
    targets = {f"disagreement-{number}" for number in range(1, len(found["disagreements"]) + 1)}
    targets |= {row.anchor for practice in found["practices"] for row in practice.rows}
    assert {each.target for each in found["steps"]} <= targets | {""}


def test_a_shallow_clone_is_said():
    assert ("History", "cut off: a shallow clone") in view(made.assessment(run=made.run(shallow=True)))["made"]
    assert ("Commit", "none") in view(made.undeclared())["made"]


@pytest.mark.parametrize(
    "identity, expected",
    [("ipd:5.3.1", "5.3.1"), ("ipd:B1.1", "B1.1"), ('x"><b>', "x-b"), ("a b", "a-b"), ("\u202e", "")],
)
def test_an_anchor_is_safe_in_an_address(identity, expected):
    assert anchor(identity) == expected


@pytest.mark.parametrize(
    "verdict, ask, findings, fails, expected",
    [
        ("unmet", "plain", 2, True, "fails the run, 2 findings"),
        ("unmet", "can", 1, False, "advice, 1 finding"),
        ("needs_review", "plain", 0, True, "fails the run"),
        ("met", "plain", 1, False, "1 finding"),
        ("met", "plain", 0, False, ""),
    ],
)
def test_the_summary_says_what_is_open(verdict, ask, findings, fails, expected):
    found = tuple(made.finding("ipd:5.3.1", f"code_{number}") for number in range(findings))
    row = made.row("ipd:5.3.1", verdict, ask, judgements=(made.judgement(verdict, findings=found),))
    assert row_view(row, fails=fails).summary == expected


def test_a_row_says_all_that_is_known_of_it():
    practices = {practice.short: practice for practice in view(made.mixed())["practices"]}
    waived, reviewed, gone, met = practices["4.1"].rows
    assert waived.changed == "partial by the policies"
    assert waived.overrides[0].where == "ai800.yaml:300"
    assert reviewed.evidence == ("docs/a.md:40",)
    assert gone.judgements[0].reasons == ("the weights are published (basis: TechFreedom (TF-31)); see ipd:B3.1",)
    assert met.remedies == met.questions == ()
    unmet = practices["5.3"].rows[0]
    assert [finding.weighs for finding in unmet.judgements[0].findings] == ["fails the run", "advice", "note"]
    assert unmet.judgements[0].subjects == (("hub", "unmet"),)
    assert practices["5.2"].rows[0].questions == ("Do the addresses given record the decision?",)


def test_a_row_about_the_whole_release_names_no_channel():
    judgement = made.judgement("met", subjects=(("release", "met"),))
    assert row_view(made.row("ipd:5.3.1", "met", judgements=(judgement,)), fails=False).judgements[0].subjects == ()


def test_an_override_without_a_place_has_none():
    row = made.row("ipd:5.3.1", "met", overrides=(made.override(place=None),))
    assert row_view(row, fails=False).overrides[0].where == ""
