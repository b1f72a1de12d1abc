"""The section of marginal risk, and what expires, in words and on a terminal."""

from __future__ import annotations

import re

import pytest

from ai800.assessment.marginal_types import Marginal
from ai800.catalog import load_catalog
from ai800.reports import expiry_words, marginal_words
from ai800.reports.layout import Page
from ai800.reports.marginal_text import expiry_lines, marginal_lines
from ai800.reports.marginal_view import marginal_view, shown
from ai800.resources import resource
from tests.support import analyses
from tests.support import assessments as made

WIDE = Page(2000)


def _release(*variants):
    return made.release(variants=list(variants))


def _with(found, **changes):
    return made.mixed()._replace(marginal=found, **changes)


def _said(found, verbosity=0, **changes):
    return "\n".join(marginal_lines(_with(found, **changes), WIDE, verbosity=verbosity))


def test_a_profile_takes_one_line_with_its_steps_baselines_and_place():
    assert (
        "  bio: marginal risk rated moderate; steps: 4 complete, 1 partial, 1 absent (existing risk: only addresses "
        "outside the repository; existing defences: not stated); compared with: closed model (ai800.yaml:19)\n"
    ) in _said(analyses.analysis())


COMPLETE = tuple(part._replace(state="complete", why=()) for part in analyses.threat().steps)
ABSENT = tuple(part._replace(state="absent", why=("missing",)) for part in analyses.threat().steps)


@pytest.mark.parametrize(
    "change, verbosity, expected",
    [
        ({"steps": COMPLETE}, 0, "steps: all 6 complete; compared"),
        ({"steps": ABSENT}, 0, "steps: 6 absent; compared"),
        ({"steps": ABSENT}, 1, "steps: 6 absent (threat, existing risk, existing defences"),
        ({"rating": "", "place": None}, 0, "bio: marginal risk not rated; steps: 4 complete"),
        ({"baselines": analyses.threat().baselines[1:]}, 0, "compared with: nothing (ai800.yaml:19)"),
        (
            {"baselines": (analyses.threat().baselines[0]._replace(state="partial"),)},
            0,
            "compared with: closed model (partial) (ai800.yaml:19)",
        ),
        (
            {},
            1,
            "closed model: Hosted assistant (in the impact, 1.2.1; measured, 4.1.1; no evaluation that counts); (no ",
        ),
        ({}, 1, "- ipd:1.2.1: threat profile bio has no backed rating (ai800.yaml:12)"),
    ],
)
def test_what_a_profile_says(change, verbosity, expected):
    assert expected in _said(analyses.analysis(profiles=(analyses.threat(**change),)), verbosity)


@pytest.mark.parametrize(
    "change, verbosity, expected",
    [
        ({}, 0, "channel hub, ipd:5.3.1 by the policies: unmet\n"),
        ({}, 0, "    and 1 finding at ipd:5.3.1 beside them (-v shows it)"),
        ({}, 1, "    - channel hub does not show no decision (ai800.yaml:12)"),
        ({"lacks": ()}, 0, "none on this channel mitigates it)\n  channel api"),
        ({"verdict": None}, 0, "channel hub, ipd:5.3.1 by the policies: not evaluated"),
        ({"stopped": True}, 0, "unmet; it was decided not to open this channel now, so no rating is asked of it"),
        ({"profiles": ()}, 0, "unmet; no threat profile is declared, so no row applies"),
        (
            {},
            0,
            "    bio rated moderate; not complete: a backed conclusion of the weighing (partial: less than a ",
        ),
        ({}, 1, "bio rated moderate; asks for a safeguard that counts on published weights, a benefit, and a weighing"),
        ({}, 1, "      - marginal risk of bio is not weighed (ai800.yaml:12)"),
        (
            {"profiles": (analyses.applies(asked=analyses.applies().asked[:1], lacks=()),)},
            0,
            "    bio rated moderate; all that is asked is there\n",
        ),
        (
            {"profiles": (analyses.applies(rating="", row=None, asked=(), lacks=()),)},
            0,
            "    bio not rated; no row applies until it is rated on this channel\n",
        ),
    ],
)
def test_what_a_channel_says(change, verbosity, expected):
    channels = (analyses.on_channel(**change), analyses.hosted())
    assert expected in _said(analyses.analysis(channels=channels), verbosity) + "\n"


def test_a_closed_channel_names_what_judges_it_instead():
    assert "channel api, ipd:5.3.1 by the policies: met; the closed variant judges it by residual" in _said(
        analyses.analysis()
    )


@pytest.mark.parametrize(
    "change, verbosity, expected",
    [
        (
            {},
            0,
            "benefit study, science: partial (needs more than weights, and nothing says that there is more); weighed",
        ),
        ({}, 0, "in no decision; caveat: weights alone are seldom enough: it takes training data and checkpoints"),
        ({"state": "complete", "why": ()}, 1, "complete; weighed in no decision; caveat: weights alone"),
        ({"category": ""}, 0, "benefit study, no category: partial"),
        ({"weighed_on": ("hub", "api")}, 0, "; weighed on hub, api; caveat"),
    ],
)
def test_what_a_benefit_says(change, verbosity, expected):
    assert expected in _said(analyses.analysis(benefits=(analyses.benefit(**change),)), verbosity)


def test_a_complete_benefit_keeps_its_caveat_for_those_who_ask():
    found = analyses.analysis(benefits=(analyses.benefit(state="complete", why=()),))
    assert "caveat: weights" not in _said(found)


def test_without_profiles_and_benefits_the_section_says_so():
    assert marginal_words.NO_PROFILES in _said(Marginal())
    assert marginal_words.NO_BENEFITS in _said(analyses.analysis(benefits=()))


@pytest.mark.parametrize("verbosity, all_of_them", [(0, False), (1, True)])
def test_of_many_the_first_are_shown_and_the_rest_counted(verbosity, all_of_them):
    many = [f"p{number}" for number in range(9)]
    found = analyses.analysis(
        profiles=tuple(analyses.threat(name) for name in many),
        channels=(analyses.on_channel(profiles=tuple(analyses.applies(name) for name in many)),),
        benefits=tuple(analyses.benefit(id=name) for name in many),
    )
    said = _said(found, verbosity)
    assert [f"{name}: marginal" in said for name in many] == [True] * 6 + [all_of_them] * 3
    assert ("and 3 more threat profiles (-v shows them)" in said) == (not all_of_them)
    assert ("and 3 more benefits (-v shows them)" in said) == (not all_of_them)


@pytest.mark.parametrize(
    "variants, verbosity, about, closed",
    [
        (("open",), 0, marginal_words.SHORT, False),
        (("open", "closed"), 0, marginal_words.SHORT, False),
        (("closed",), 0, marginal_words.SHORT, True),
        (("open",), 1, marginal_words.ABOUT[0], False),
        (("open", "closed"), 1, marginal_words.ABOUT[3], True),
    ],
)
def test_the_section_says_whose_it_is(variants, verbosity, about, closed):
    said = _said(analyses.analysis(), verbosity, release=_release(*variants))
    assert about in said
    assert (marginal_words.CLOSED in said) == closed


def test_whose_it_is_names_pages_government_and_no_threshold():
    for said in (marginal_words.SHORT, " ".join(marginal_words.ABOUT)):
        for word in ("NTIA", "pages 3 and 10", "government", "no numeric threshold", "adapts", "Kapoor"):
            assert word in said


@pytest.mark.parametrize("recorded, steps", [(False, ()), (True, tuple(marginal_words.STEPS.values()))])
def test_a_closed_release_shows_steps_only_where_something_is_recorded(recorded, steps):
    found = analyses.analysis(profiles=(analyses.threat(recorded=recorded),))
    view = marginal_view(_with(found, release=_release("closed")))
    assert (view.steps, view.table) == (steps, ())
    assert bool(view.profiles[0].steps) == recorded


def test_the_table_says_what_falls_under_each_row():
    channels = (analyses.on_channel(profiles=(analyses.applies(), analyses.applies("hack", row="low"))),)
    view = marginal_view(_with(analyses.analysis(channels=channels)))
    assert [(row.words.row, row.here) for row in view.table] == [
        ("low", ("hub: hack",)),
        ("moderate", ("hub: bio",)),
        ("high", ()),
        ("undetermined", ()),
    ]


def test_the_table_is_the_one_of_the_documents():
    document = (resource("docs") / "800-1A-OPEN.md").read_text(encoding="utf-8")
    for row in marginal_words.TABLE:
        assert f"| {row.ratings} | {row.asks} | {row.then} | {row.otherwise} |" in document


def test_the_caveats_are_those_of_the_documents():
    document = (resource("docs") / "800-1A-OPEN.md").read_text(encoding="utf-8")
    for category in ("innovation", "science", "transparency", "competition", "monoculture"):
        assert marginal_words.caveat(category) in document
    assert marginal_words.caveat("data_control") == ""


def test_the_rows_that_the_section_names_exist():
    named = set(re.findall(r"ipd:[\w.]*\w", " ".join((*marginal_words.ABOUT, marginal_words.CLOSED))))
    assert named == {"ipd:1.2.1", "ipd:1.2.3", "ipd:1.3.1", "ipd:2.1.3", "ipd:5.3.1"}
    assert named <= load_catalog().rows.keys()


@pytest.mark.parametrize("practice, expected", [("ipd:5.3", True), ("ipd:1.2", True), ("ipd:6.1", False)])
def test_a_run_of_other_practices_has_no_such_section(practice, expected):
    assessment = made.assessment(made.practice(practice, made.row(f"{practice}.1", "met")))
    assert shown(assessment) == expected
    assert bool(marginal_lines(assessment, WIDE, verbosity=0)) == expected


@pytest.mark.parametrize(
    "change, expected",
    [
        ({}, "evaluation bio holds until 2026-06-20, in 19 days; rests on it: filter (ai800.yaml:88)"),
        ({"days": 1, "rests": (), "place": None}, "evaluation bio holds until 2026-06-20, in 1 day"),
        (
            {"field": "invalidated_on", "rests": ()},
            "evaluation bio is invalidated on 2026-06-20, in 19 days (ai800.yaml:88)",
        ),
        (
            {"field": "invalidated_on", "ended": True, "days": 0, "rests": (), "place": None},
            "EXPIRED evaluation bio was invalidated on 2026-06-20, today",
        ),
        (
            {"section": "reviews", "ended": True, "days": -1, "rests": (), "place": None},
            "EXPIRED the review of bio expired after 2026-06-20, 1 day ago",
        ),
        (
            {"section": "monitoring", "field": "review_on", "ended": True, "days": -2, "rests": (), "place": None},
            "EXPIRED monitoring of bio was to be looked at again on 2026-06-20, 2 days ago",
        ),
        ({"section": "red_teams", "rests": (), "place": None}, "red team bio holds until 2026-06-20, in 19 days"),
    ],
)
def test_what_ends_is_said_in_one_sentence(change, expected):
    assert expiry_words.sentence(analyses.expiry(**change)) == expected


def _dates(over, ahead):
    past = [analyses.expiry(id=f"o{number}", ended=True, days=-1) for number in range(over)]
    return (*past, *(analyses.expiry(id=f"n{number}") for number in range(ahead)))


@pytest.mark.parametrize(
    "over, ahead, verbosity, lines, more",
    [
        (0, 0, 0, 0, []),
        (0, 1, 0, 1, []),
        (4, 4, 0, 8, []),
        (5, 6, 0, 8, ["and 1 more date (-v shows them)", "and 2 more dates (-v shows them)"]),
        (5, 6, 1, 11, []),
    ],
)
def test_dates_are_listed_what_is_over_first_and_the_rest_counted(over, ahead, verbosity, lines, more):
    found = expiry_lines(made.mixed()._replace(expires=_dates(over, ahead)), WIDE, verbosity=verbosity)
    assert found[:1] == (["What expires next"] if over + ahead else [])
    assert sum(line.startswith("  - ") for line in found) == lines
    assert [line.strip() for line in found if "more date" in line] == more


def test_notes_that_the_section_says_are_not_said_twice():
    assert [note.code for note in expiry_words.other_notes(made.mixed())] == ["plain"]
    assert [note.code for note in expiry_words.other_notes(made.mixed()._replace(expires=()))] == [
        "lapses_soon",
        "plain",
    ]
