from __future__ import annotations

import pytest

from ai800.facts.words import has, letters, tokens, words

SOME = words("than outperform* can't", "third party", "instead of")


@pytest.mark.parametrize(
    "text, found",
    [
        ("Better THAN that", True),
        ("(than)", True),
        ("it Outperforms all", True),
        ("a third-party tool", True),
        ("Instead of it", True),
        ("it can't", True),
        ("thank you", False),
        ("the party", False),
        ("", False),
    ],
)
def test_words_beginnings_and_phrases_are_found(text, found):
    assert SOME.among(text) is found


def test_no_beginning_matches_nothing():
    assert not words("than").among("anything")


def test_tokens_lose_the_marks_around_them():
    assert tokens("'one', two-three \u201cfour\u201d (can't)") == ["one", "two", "three", "four", "can't"]


def test_letters_are_the_runs_of_a_name():
    assert letters("Pytorch_Model-00001-of-2.bin") == {"pytorch", "model", "of", "bin"}


@pytest.mark.parametrize("text, found", [("A Model", True), ("Weights", True), ("code", False)])
def test_parts_are_found_whatever_their_case(text, found):
    assert has(text, "model", "weight") is found
