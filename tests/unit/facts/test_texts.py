from __future__ import annotations

import pytest

from ai800.facts.texts import texts

SOME = texts([(1, "Open source"), (4, "nothing"), (9, "an OPEN door, open"), (10, "")])


@pytest.mark.parametrize(
    "words, numbers",
    [
        (("open",), [1, 9]),
        (("door", "nothing"), [4, 9]),
        (("source", "open"), [1, 9]),
        (("missing",), []),
        ((), []),
    ],
)
def test_pieces_are_found_by_their_words(words, numbers):
    assert [number for number, _ in SOME.having(*words)] == numbers


def test_nothing_has_no_words():
    assert list(texts([]).having("a")) == []


def test_letters_that_grow_in_lower_case_move_nothing():
    found = texts([(1, "\u0130\u0130\u0130"), (2, "here")])
    assert list(found.having("here")) == [(2, "here")]
