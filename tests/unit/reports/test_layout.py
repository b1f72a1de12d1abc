from __future__ import annotations

import pytest

from ai800.reports.layout import Page, joined
from tests.support.hostile_texts import HOSTILE


@pytest.mark.parametrize("width, expected", [(1, 20), (20, 20), (40, 40), (80, 80), (120, 120)])
@pytest.mark.parametrize("text", [*HOSTILE, "word " * 200, "`deployments[].decision.outcome` " * 9])
def test_no_line_is_wider_than_the_page(width, expected, text):
    lines = Page(width).wrap(text, "    - ", hanging="        ")
    assert all(len(line) <= expected for line in lines)
    assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize(
    "width, first, second", [(80, "    - aaaa", "      "), (49, "  - aaaa", "  "), (20, "  - aaaa", "  ")]
)
def test_a_narrow_page_keeps_its_room_for_words(width, first, second):
    lines = Page(width).wrap("aaaa " * 40, "    - ", hanging="      ")
    assert lines[0].startswith(first)
    assert lines[1].startswith(second + "aaaa")


@pytest.mark.parametrize("text", ["::error::x", "a :: b", "##[error]x", ":::::x", "x" * 19 + "::add-mask::y", "###[x"])
@pytest.mark.parametrize("width", [20, 80])
def test_no_line_is_a_command_to_a_runner(text, width):
    for line in Page(width).wrap(text):
        assert not line.lstrip().startswith(("::", "##["))


def test_colour_is_written_only_where_it_is_wanted():
    assert Page().paint("text", "red") == "text"
    assert Page(colour=True).paint("text", "red") == "\x1b[31mtext\x1b[0m"
    assert Page(colour=True).paint("text", "") == "text"
    assert Page(colour=True).bold("a heading") == ["\x1b[1ma heading\x1b[0m"]


@pytest.mark.parametrize("width, expected", [(1, "x" * 19 + "…"), (21, "x" * 20 + "…"), (24, "x" * 24)])
def test_a_line_is_cut_where_the_page_ends(width, expected):
    assert Page(width).cut("x" * 24) == expected


def test_blocks_stand_apart_and_empty_ones_vanish():
    assert joined([["a", "b"], [], ["c"]]) == "a\nb\n\nc\n"
