from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from ai800.reports.markup import commonmark, html, html_ticked, markdown, markdown_code
from ai800.text import printable
from tests.support.hostile_texts import HOSTILE

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
GAP = "\u200b"
HARMLESS = {"paragraph_open", "paragraph_close", "inline", "text", "code_inline", "softbreak"}
# What forges turn into links, mentions and pictures in rendered text outside code.
ALIVE = re.compile(r"@\w|#\d|\bGH-\d|://|\bwww\.|:[\w+-]+:(?!\d)", re.IGNORECASE)


def _tokens(text):
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


def _shown(text):
    """What a reader sees, without the gaps that keep it from becoming a link."""
    return "".join(token.content for token in _tokens(text) if token.type in {"text", "code_inline"}).replace(GAP, "")


@pytest.mark.parametrize(
    "text", [*HOSTILE, "# Heading", "> quote", "1. item", "12) item", "+ item", "=== x", "~~~", "\t"]
)
@pytest.mark.parametrize("before", ["", "- ", "  - ", "| ", "1. "])
def test_foreign_text_is_only_text_in_markdown(text, before):
    plain = {token.type for token in _tokens(f"{before}word")} | HARMLESS
    found = {token.type for token in _tokens(f"{before}{markdown(text)}")}
    assert found <= plain


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip() and "`" not in text])
def test_a_reader_sees_the_text_itself(text):
    assert _shown(f"x {markdown(text)} y") == f"x {printable(text, 4000).strip()} y"


@pytest.mark.parametrize("text", [text for text in HOSTILE if "`" not in text])
def test_a_forge_finds_nothing_to_link_in_prose(text):
    prose = "".join(token.content for token in _tokens(f"x {markdown(text)}") if token.type == "text")
    assert not ALIVE.search(prose)


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()])
def test_a_code_span_holds_the_whole_text(text):
    (found,) = (token.content for token in _tokens(f"x {markdown_code(text)} y") if token.type == "code_inline")
    assert found == printable(text, 4000)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("a", "`a`"),
        ("`a", "`` `a ``"),
        ("a``b", "```a``b```"),
        (" a ", "`  a  `"),
        ("", "(empty)"),
        ("  ", "(empty)"),
        ("a\nb", "`a\\x0ab`"),
    ],
)
def test_a_fence_is_longer_than_what_it_holds(text, expected):
    assert markdown_code(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("plain words, 5.3 and v1.2 (as they stand)", "plain words, 5.3 and v1.2 (as they stand)"),
        ("Add `a[]` with `b`.", "Add `a[]` with `b`."),
        ("5.3 stays", "5.3 stays"),
        ("5. list", "5\\. list"),
        ("- list", "\\- list"),
        ("a - b", "a - b"),
        ("one ` tick", "one \\` tick"),
        ("a_b*c", "a\\_b\\*c"),
        ("@me", f"@{GAP}me"),
        ("#12", f"\\#{GAP}12"),
        ("https://x", f"https:{GAP}//x"),
        ("commit 0123abc", f"commit 0{GAP}123abc"),
        (7, "7"),
    ],
)
def test_only_what_is_active_is_escaped(text, expected):
    assert markdown(text) == expected


def test_what_is_written_already_is_not_escaped_twice():
    assert markdown(markdown_code("a*b")) == "`a*b`"


@pytest.mark.parametrize("text", HOSTILE)
def test_html_shows_nothing_hidden_and_no_markup(text):
    assert str(html(text)).isprintable()
    shown = str(html_ticked(text))
    assert shown.isprintable()
    assert set(re.findall(r"<[^>]*>", shown)) <= {"<code>", "</code>"}
    assert '"' not in shown


def test_html_keeps_its_own_markup():
    made = html_ticked("Add `a<b>` & so on")
    assert made == "Add <code>a&lt;b&gt;</code> &amp; so on"
    assert html(made) is made
    assert html(7) == "7"


@pytest.mark.parametrize("text", HOSTILE)
def test_text_for_readers_that_are_no_forge_is_only_text_and_has_nothing_added(text):
    plain = HARMLESS if commonmark(text).strip() else set()
    assert {token.type for token in _tokens(commonmark(text))} <= plain
    assert GAP not in commonmark(text)
    assert commonmark("mail a@example.org, `channels[].access`") == "mail a@example.org, `channels[].access`"
