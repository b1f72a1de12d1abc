from __future__ import annotations

from ai800.declare.faults import LISTED, listed
from ai800.errors import Problem


def test_problems_are_listed_by_place_and_once() -> None:
    first = Problem("r", "m", "a", 1, 1, "x")
    later = Problem("r", "m", "a", 2, 1, "x")
    other = Problem("r", "m", "b", 1, 1)
    nowhere = Problem("r", "m")
    assert listed([other, later, first, first, nowhere]) == (nowhere, first, later, other)


def test_two_problems_at_one_place_without_a_field_are_two() -> None:
    assert len(listed([Problem("one", "m", "a", 1, 1), Problem("two", "m", "a", 1, 1)])) == 2


def test_a_flood_is_cut_and_says_so() -> None:
    found = listed(Problem("r", "m", "a", line) for line in range(1, LISTED + 2))
    assert len(found) == LISTED + 1
    assert found[-1].reason == "there are more than 500 problems; the others are not listed"
    assert len(listed(Problem("r", "m", "a", line) for line in range(1, LISTED + 1))) == LISTED
