from __future__ import annotations

import pytest

from ai800.declare.decode import Lines, Text, decode, unseen, visible
from ai800.declare.faults import LISTED
from tests.support.problems import short


@pytest.mark.parametrize(
    "data, text",
    [
        (b"", ""),
        (b"a\tb\n", "a\tb\n"),
        (b"\xef\xbb\xbfa: 1", "a: 1"),
        ("é 中 😀".encode(), "é 中 😀"),
        (b"a\r\nb\r\n", "a\nb\n"),
    ],
)
def test_utf8_is_text(data, text) -> None:
    assert decode(data, "f") == Text(text)


@pytest.mark.parametrize(
    "data, problems",
    [
        (b"a: caf\xe9\nb: \xff\xfe x \x80", ["1:7 -: a byte that is not UTF-8", "2:4 -: a byte that is not UTF-8",
                                             "2:9 -: a byte that is not UTF-8"]),
        (b"\xed\xa0\x80", ["1:1 -: a byte that is not UTF-8"]),
        (b"\xc0\xaf", ["1:1 -: a byte that is not UTF-8"]),
        (b"a\nb\0c\0", ["2:2 -: a NUL byte: the file is no text, or not UTF-8"]),
        ("a: 1".encode("utf-16"), ["1:1 -: the file is written in UTF-16 or UTF-32"]),
        ("a: 1".encode("utf-32"), ["1:1 -: the file is written in UTF-16 or UTF-32"]),
        (b"\0\0\xfe\xff\0\0\0a", ["1:1 -: the file is written in UTF-16 or UTF-32"]),
        ("a: 1".encode("utf-16-be"), ["1:1 -: a NUL byte: the file is no text, or not UTF-8"]),
    ],
)  # fmt: skip
def test_other_encodings_are_not_read(data, problems) -> None:
    read = decode(data, "f")
    assert not read.whole
    assert [short(problem) for problem in read.problems] == problems


@pytest.mark.parametrize(
    "text, shown, problems",
    [
        ("a b", "a b", []),
        ("ok\u202e\u202d x", "ok\ufffd\ufffd x",
         ["1:3 -: a character that turns the direction of text round (U+202E)"]),
        ("id\u200b\n#\ufeff", "id\ufffd\n#\ufffd",
         ["1:3 -: a character that cannot be seen (U+200B)", "2:2 -: a character that cannot be seen (U+FEFF)"]),
        ("\x1b[2K", "\ufffd[2K", ["1:1 -: a control character (U+001B)"]),
        ("\x7f", "\ufffd", ["1:1 -: a control character (U+007F)"]),
        ("\x9b", "\ufffd", ["1:1 -: a control character (U+009B)"]),
        ("a\rb", "a\ufffdb", ["1:2 -: a line break of an unusual kind (U+000D)"]),
        ("a\x85", "a\ufffd", ["1:2 -: a line break of an unusual kind (U+0085)"]),
        ("a\u2028", "a\ufffd", ["1:2 -: a line break of an unusual kind (U+2028)"]),
        ("\ufdd0", "\ufffd", ["1:1 -: a code that stands for no character (U+FDD0)"]),
        ("\U0010ffff", "\ufffd", ["1:1 -: a code that stands for no character (U+10FFFF)"]),
        ("\U000e0041", "\ufffd", ["1:1 -: a character that cannot be seen (U+E0041)"]),
    ],
)  # fmt: skip
def test_what_cannot_be_seen_is_taken_out_and_named(text, shown, problems) -> None:
    read = visible(Text(text), "f")
    assert read.text == shown
    assert [short(problem) for problem in read.problems] == problems


def test_only_so_many_are_listed() -> None:
    assert len(decode(b"\xff " * 100_000, "f").problems) == LISTED + 1


@pytest.mark.parametrize("text, reason", [("abc\n\t", None), ("a\ud800", "half of a character (U+D800)")])
def test_the_first_unseen_character_of_a_value(text, reason) -> None:
    fault = unseen(text)
    assert (fault.reason if fault else None) == reason


@pytest.mark.parametrize("offset, place", [(0, (1, 1)), (1, (1, 2)), (2, (2, 1)), (3, (3, 1)), (5, (3, 3))])
def test_offsets_become_lines_and_columns(offset, place) -> None:
    assert Lines("a\n\nbc").at(offset) == place
