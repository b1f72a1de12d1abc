"""The ladder and the grid."""

from __future__ import annotations

import pytest

from ai800.release.channels import RANKS
from ai800.reports.grid import grid
from ai800.reports.ladder import WIDTH, ladder
from tests.support import assessments as made


def _channel(access, variant="open", identity="hub"):
    return {"id": identity, "access": access, "variant": variant}


def test_the_levels_stand_in_order_and_fill_the_drawing():
    drawn = ladder([_channel("fully_open"), _channel("internal_only", "closed")])
    assert [level.rank for level in drawn.levels] == sorted(RANKS.values(), reverse=True)
    below = 0
    for level in drawn.levels:
        assert level.top == below
        assert level.top < level.y < level.top + level.height
        below += level.height
    assert (drawn.width, drawn.height) == (WIDTH, below)


def test_the_open_variant_begins_at_widely_available_weights():
    drawn = ladder([])
    judged = {level.name: level.judged for level in drawn.levels}
    assert judged["widely available weights"] == judged["fully open"] == "open"
    assert judged["gated weights"] == "either"
    assert set(judged.values()) == {"open", "either", "closed"}
    gated = next(level for level in drawn.levels if level.name == "gated weights")
    assert drawn.border == gated.top
    assert "no channel is declared" in drawn.said


@pytest.mark.parametrize("access", RANKS)
def test_a_channel_stands_on_its_level(access):
    drawn = ladder([_channel(access, "closed")])
    (level,) = (level for level in drawn.levels if level.marks)
    (mark,) = level.marks
    assert (level.rank, mark.name, mark.variant) == (RANKS[access], "hub", "closed")
    assert level.y < mark.y < level.top + level.height
    assert "hub: " in drawn.said


def test_many_channels_and_long_names_stay_inside():
    channels = [_channel("gated_weights", identity="\x1b" + "x" * 90) for _ in range(9)]
    drawn = ladder(channels)
    (level,) = (level for level in drawn.levels if level.marks)
    assert [mark.name for mark in level.marks][-1] == "and 5 more"
    assert all(len(mark.name) <= 30 and mark.name.isprintable() for mark in level.marks)
    assert level.marks[-1].y < level.top + level.height


def test_a_channel_without_access_stands_nowhere_but_is_said():
    drawn = ladder([_channel(None)])
    assert not any(level.marks for level in drawn.levels)
    assert "access not stated" in drawn.said


def _cells(assessment):
    return {line.short: [(cell.word, cell.detail) for cell in line.cells] for line in grid(assessment)}


def test_the_grid_says_how_each_practice_stands_under_each_variant():
    assert _cells(made.mixed()) == {
        "4.1": [("waived", "no gaps in 4"), ("waived", "no gaps in 4")],
        "5.2": [("needs review", "2 of 3 fail the run, 1 advice")] * 2,
        "5.3": [("unmet", "2 of 3 fail the run, 1 advice")] * 2,
        "B": [("met", "no gaps in 1")] * 2,
    }


def test_a_variant_that_does_not_judge_says_so():
    assert _cells(made.passing()) == {"5.3": [("unmet", "1 advice"), ("no such channel", "")]}


def test_variants_are_told_apart():
    row = made.row("ipd:5.3.1", "unmet", judgements=(made.judgement("unmet"), made.judgement("met", "closed")))
    assert _cells(made.assessment(made.practice("ipd:5.3", row))) == {
        "5.3": [("unmet", "1 of 1 fails the run"), ("met", "no gaps in 1")]
    }


@pytest.mark.parametrize(
    "verdict, original, opened, closed, expected",
    [
        ("waived", "unmet", "unmet", "met", ["waived", "met"]),
        ("met", "needs_review", "needs_review", "not_applicable", ["met", "not applicable"]),
        ("unmet", "needs_review", "needs_review", "met", ["unmet", "met"]),
        ("unmet", "unmet", "unmet", "needs_review", ["unmet", "needs review"]),
    ],
)
def test_what_a_person_closed_is_closed_where_it_was_open(verdict, original, opened, closed, expected):
    judgements = (made.judgement(opened), made.judgement(closed, "closed"))
    row = made.row("ipd:5.3.1", verdict, original=original, judgements=judgements)
    (line,) = grid(made.assessment(made.practice("ipd:5.3", row)))
    assert [cell.word for cell in line.cells] == expected


def test_a_row_that_was_not_evaluated_stands_so_under_each_variant():
    assert _cells(made.silent())["5.3"] == [("could not evaluate", "1 of 2 fails the run")] * 2
