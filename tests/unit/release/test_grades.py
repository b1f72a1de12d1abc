"""Texts are graded once; a placeholder never counts as a word."""

from __future__ import annotations

import pytest

from ai800.release.grades import grade, grade_decision, key


@pytest.mark.parametrize(
    "text, expected",
    [
        (None, "missing"),
        ("", "placeholder"),
        ("   ", "placeholder"),
        ("-", "placeholder"),
        ("???", "placeholder"),
        ("…", "placeholder"),
        ("n/a", "placeholder"),
        ("N/A.", "placeholder"),
        ("[TBD]", "placeholder"),
        ("no", "placeholder"),
        ("Yes", "placeholder"),
        ("true", "placeholder"),
        ("To be determined.", "placeholder"),
        ("[More Information Needed]", "placeholder"),
        ("(Forthcoming.)", "placeholder"),
        ("TODO: say who decides on a release", "placeholder"),
        ("  fixme later on today", "placeholder"),
        ("Lorem ipsum dolor sit amet", "placeholder"),
        ("We have not done this.", "placeholder"),
        ("This was not yet documented", "placeholder"),
        ("we did not assess this", "placeholder"),
        ("Not yet evaluated", "placeholder"),
        ("Nothing has been implemented so far", "placeholder"),
        ("Not done, because the weights stay inside", "statement"),
        ("Not done", "word"),
        ("It was not implemented", "statement"),
        ("No differences are known", "statement"),
        ("The results were not tested against a person", "statement"),
        ("none", "denied"),
        ("Nothing.", "denied"),
        ("board", "word"),
        ("see paper", "word"),
        ("the release board", "statement"),
        ("a — b", "word"),
        ("发布委员会在发布之前评估风险", "statement"),
        ("发布委员会", "word"),
        ("todos los riesgos", "statement"),
        ("https://example.org/policy", "word"),
    ],
)
def test_a_text_has_one_grade(text, expected):
    assert grade(text) == expected


@pytest.mark.parametrize(
    "text, expected", [(None, ""), ("Base", "base"), ("  Base  Large ", "base large"), ("STRASSE", "strasse")]
)
def test_names_are_compared_without_case_and_spacing(text, expected):
    assert key(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (None, "missing"),
        ("Not done", "word"),
        ("TBD", "placeholder"),
        ("none", "denied"),
        ("We left it out", "statement"),
    ],
)
def test_not_to_do_a_thing_is_a_decision(text, expected):
    assert grade_decision(text) == expected
