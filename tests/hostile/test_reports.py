"""Whatever a release says of itself, a report shows it as text and says no more and no less for it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ai800.reports.formats import FORMATS
from ai800.reports.layout import Page
from ai800.reports.templates import html_report, markdown_report
from ai800.reports.text import text_report
from tests.support import assessments as made
from tests.support.hostile_texts import HOSTILE

PLAIN = "plain words"
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# At the margin stand only our own words.
MARGIN = re.compile(
    r"ai800: |Release: |Edition: |Verdicts: |Gaps in what|Do first$|What is declared|ipd:|Questions that|Notes$|"
    r"Waivers, thresholds and gate settings|Marginal risk and benefits$|What expires next$|"
    r"-v shows|`ai800 explain|--format|Met means|model is|NIST AI|final; no|The open|proposal to|$"
)

ANNOTATIONS = ("::error ", "::warning ", "::notice ")
# Formats that show a part of many findings say how many they leave out.
COUNTED = {
    "text": ("and 24 more like these", 60),
    "github": ("50 errors;", 1),
    "summary": ("and 25 findings more", 60),
    "comment": ("and 25 findings more", 60),
    "in-toto": ('"ipd:5.3.', 60),  # ids alone: findings are not what it is for
}


def _skeleton(page):
    """The elements of a page and their fixed attributes, without code, which foreign backticks make."""
    found = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            if tag != "code":
                found.append((tag, [name for name, _ in attrs]))

    reader = Reader()
    reader.feed(page)
    return found


def _outline(report):
    """The blocks of a Markdown report and every heading, without what stands in its lines."""
    tokens = READER.parse(report)
    headings = [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]
    inline = {child.type for token in tokens for child in token.children or ()}
    return [token.type for token in tokens], headings, inline - {"text", "code_inline", "softbreak"}


PLAIN_SKELETON = _skeleton(html_report(made.hostile(PLAIN)))
PLAIN_OUTLINE = _outline(markdown_report(made.hostile(PLAIN)))


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()])
def test_a_page_has_the_same_elements_whatever_the_release_says(text):
    assert _skeleton(html_report(made.hostile(text))) == PLAIN_SKELETON


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()])
def test_markdown_has_the_same_blocks_whatever_the_release_says(text):
    assert _outline(markdown_report(made.hostile(text))) == PLAIN_OUTLINE


@pytest.mark.parametrize("width", [20, 40, 80])
@pytest.mark.parametrize("text", HOSTILE)
def test_only_our_own_words_stand_at_the_margin_of_a_terminal(text, width):
    report = text_report(made.hostile(text), Page(width), verbosity=1)
    assert all(len(line) <= width and line.isprintable() for line in report.split("\n"))
    if width == 80:
        strange = [line for line in report.split("\n") if not line.startswith(" ") and not MARGIN.match(line)]
        assert strange == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_no_format_hides_anything_or_commands_a_runner(text, form):
    report = FORMATS[form](made.hostile(text))
    for line in report.split("\n"):
        assert line.replace("\u200b", "").replace("\t", "").isprintable()
        if form != "github" or not line.startswith(ANNOTATIONS):
            assert not line.lstrip().startswith(("::", "##["))
    report.encode("utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_is_filled_in_twice(form):
    assert "49" not in FORMATS[form](made.hostile("{{ 7 * 7 }}")).replace("sha256-", "")[:400]
    assert "{{ 7 * 7 }}" in FORMATS[form](made.hostile("{{ 7 * 7 }}")).replace("\\", "")


@pytest.mark.parametrize("form", FORMATS)
def test_empty_text_breaks_nothing(form):
    assert FORMATS[form](made.hostile(""))
    assert FORMATS[form](made.hostile(" "))


@pytest.mark.parametrize("form", FORMATS)
def test_many_findings_are_all_in_the_report_or_counted(form):
    report = FORMATS[form](made.large(60))
    if form in COUNTED:
        assert report.count(COUNTED[form][0]) == COUNTED[form][1]
    else:
        assert report.count("does not show code") >= 60 * 30


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip()))
def test_any_text_leaves_the_blocks_of_every_page(text):
    hostile = made.hostile(text)
    assert _skeleton(html_report(hostile)) == PLAIN_SKELETON
    assert _outline(markdown_report(hostile)) == PLAIN_OUTLINE
