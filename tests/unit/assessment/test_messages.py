from __future__ import annotations

import pytest

from ai800.assessment.messages import message


@pytest.mark.parametrize(
    "value, expected",
    [
        (None, "…"),
        ("", "…"),
        ({}, "…"),
        ("hub", "hub"),
        (3, "3"),
        (True, "true"),
        (False, "false"),
        ([1, "a"], "1, a"),
        ({"day": 20605}, "2026-06-01"),
        ({"value": 0.5}, "0.5"),
        ("a\x1b[2Kb", "a\\x1b[2Kb"),
    ],
)
def test_an_argument_is_shown_to_a_reader(value, expected):
    assert message("<{x}>", {"x": value}) == f"<{expected}>"


def test_foreign_braces_are_not_filled_again():
    assert message("{a} {b}", {"a": "{b}", "b": "x"}) == "{b} x"
