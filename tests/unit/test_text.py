from __future__ import annotations

import sys
import unicodedata

import pytest

from ai800.text import nearest, no_command, plural, printable
from tests.support.workflow_commands import command_in


@pytest.mark.parametrize(
    "text, expected",
    [
        ("plain", "plain"),
        ("", ""),
        ("“é · 😀”", "“é · 😀”"),
        ("a\u00a0b", "a\u00a0b"),
        ("\x1b[2K", "\\x1b[2K"),
        ("a\nb\r\t\0", "a\\x0ab\\x0d\\x09\\x00"),
        ("\u202e\u200b\u2028", "\\u202e\\u200b\\u2028"),
        ("\udcff\ue000", "\\udcff\\ue000"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_what_cannot_be_seen_is_written_as_an_escape(text, expected):
    assert printable(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [("x" * 10, "x" * 10), ("x" * 11, "x" * 9 + "…"), ("é" * 11, "é" * 9 + "…"), ("\0" * 4, "\\x00\\x00\\…")],
)
def test_a_long_text_is_cut(text, expected):
    assert printable(text, 10) == expected


def test_no_character_of_any_kind_stays_hidden():
    seen = "".join(map(chr, range(sys.maxunicode + 1)))
    shown = printable(seen, len(seen) * 10)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@pytest.mark.parametrize("word, expected", [("chanels", "channels"), ("zzz", None), ("", None)])
def test_the_nearest_word_is_found(word, expected):
    assert nearest(word, {"channels", "release", "model"}) == expected


@pytest.mark.parametrize("count, expected", [(0, "0 items"), (1, "1 item"), (2, "2 items")])
def test_plural(count, expected):
    assert plural(count, "item") == expected


@pytest.mark.parametrize(
    "text",
    ["::error::x", "  ::error::x", "a ##[add-mask]x", "##[##[error]x", ":::error::x", "a: b :: c", "###[x]", "plain"],
)
def test_no_text_is_a_command_for_a_runner(text):
    shown = no_command(text)
    assert command_in(shown) is None
    assert shown.replace("\\x3a", ":").replace("\\x23", "#") == text
    assert (shown == text) is ("::" not in text and "##[" not in text)
