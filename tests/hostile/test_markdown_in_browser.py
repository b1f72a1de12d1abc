"""GitHub's Markdown with hostile texts in it, drawn by a browser: text stays text."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from ai800.reports.brief import comment_report, summary_report
from tests.support import assessments as made
from tests.support.chromium import Browser, needs_chromium
from tests.support.hostile_texts import HOSTILE

pytestmark = needs_chromium

FORMS = {"summary": summary_report, "comment": comment_report}
TEXTS = [text for text in HOSTILE if text.strip()]
# As GitHub reads it: tables, strikethrough and raw HTML. What GitHub links by itself is looked for in the text.
READER = MarkdownIt("gfm-like", {"html": True, "linkify": False})
SELF_LINKED = re.compile(r"https?://|\bwww\.[a-z]|(?<!\w)@\w|#\d|\bGH-\d|[\w.]@[\w.]|:[a-z_]+:", re.IGNORECASE)
READ = """(() => {
  const made = [...document.body.querySelectorAll('*')].map((each) => each.tagName.toLowerCase());
  const copy = document.body.cloneNode(true);
  copy.querySelectorAll('code').forEach((each) => each.remove());
  return [made.join(' '), copy.textContent];
})()"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("profile")) as found:
        yield found


def _drawn(browser, folder, report):
    # A page of its own each time: Chromium does not load one again that only gets another fragment.
    page = folder / f"page{len(list(folder.iterdir()))}.html"
    page.write_text(f"<!doctype html><meta charset=utf-8><body>{READER.render(report)}", encoding="utf-8")
    browser.open(page)
    return browser.run(READ)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("text", TEXTS)
def test_hostile_text_adds_no_element_no_request_and_nothing_that_github_links(browser, tmp_path, form, text):
    plain, _ = _drawn(browser, tmp_path, form(made.hostile("plain words")))
    elements, shown = _drawn(browser, tmp_path, form(made.hostile(text)))
    assert browser.requests() == []
    assert browser.complaints() == []
    assert _without_code(elements) == _without_code(plain)
    assert SELF_LINKED.findall(shown) == []


def _without_code(elements):
    """The elements of a page; backticks in a foreign text make code, which does nothing."""
    return [each for each in elements.split() if each != "code"]


def test_the_comment_is_drawn_as_it_is_meant(browser, tmp_path):
    elements, shown = _drawn(browser, tmp_path, comment_report(made.mixed()))
    assert set(elements.split()) == {"h1", "h2", "p", "strong", "ul", "li", "code", "hr"}
    assert "Met means present and consistent" in shown
    assert "ai800-comment" not in shown


def test_the_table_of_the_summary_is_a_table(browser, tmp_path):
    elements, _ = _drawn(browser, tmp_path, summary_report(made.mixed()))
    assert elements.split().count("tr") == 5
