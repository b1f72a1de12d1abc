"""The HTML report in a real browser: nothing loads, nothing fails, and it works as a reader expects."""

from __future__ import annotations

import base64

import pytest

from ai800.reports.templates import html_report
from ai800.text import printable
from tests.support import assessments as made
from tests.support.chromium import Browser, needs_chromium
from tests.support.hostile_texts import HOSTILE

pytestmark = needs_chromium

VISIBLE = "[...document.querySelectorAll('.row')].filter((row) => row.checkVisibility()).length"
DETAILS = "[...document.querySelectorAll('.row .body')].filter((body) => body.checkVisibility()).length"
EMPTY = (
    "[...document.querySelectorAll('.practice')]"
    ".filter((each) => each.checkVisibility() && !each.querySelector('.row:not([hidden])')).length"
)
STATUS = "document.querySelector('.shown').textContent"
# The lowest contrast of any text with what stands behind it (WCAG 2: at least 4.5, or 3 where it is large).
CONTRAST = """(() => {
  const channel = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const behind = (element) => {
    for (let node = element; node; node = node.parentElement) {
      const found = numbers(getComputedStyle(node).backgroundColor);
      if (found.length === 3 || found[3] === 1) return found;
    }
    return numbers(getComputedStyle(document.documentElement).backgroundColor);
  };
  const poor = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.checkVisibility() || element.closest("svg")) continue;
    const [a, b] = [light(numbers(getComputedStyle(element).color)), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
  }
  return poor;
})()"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture
def show(browser, tmp_path):
    """Opens an assessment as a page of 1280 by 800, and afterwards holds it to having been quiet."""
    browser.emulate()
    browser.resize(1280)

    def open_page(assessment, row=""):
        path = tmp_path / "report.html"
        path.write_text(html_report(assessment), encoding="utf-8")
        browser.open(path, row)
        return browser

    yield open_page
    assert browser.complaints() == []
    assert browser.requests() == []


def test_a_page_that_loads_or_fails_would_be_noticed(browser, tmp_path):
    path = tmp_path / "bad.html"
    path.write_text("<!doctype html><img src='other.png'><script>missing()</script>", encoding="utf-8")
    browser.open(path)
    assert [address.rpartition("/")[2] for address in browser.requests()] == ["other.png"]
    assert "Runtime.exceptionThrown" in {event["method"] for event in browser.complaints()}


@pytest.mark.parametrize("name", made.EVERY)
def test_every_report_loads_alone_and_without_a_complaint(show, name):
    page = show(made.EVERY[name]())
    assert page.run("document.contentType") == "text/html"
    assert page.run("document.compatMode") == "CSS1Compat"
    assert page.run("performance.getEntriesByType('resource').length") == 0
    assert page.run("getComputedStyle(document.querySelector('.filters')).display") == "block"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text(show, text):
    page = show(made.hostile(text))
    shown = " ".join(printable(text, 4000).replace("`", "").split())
    body = page.run("document.body.textContent").replace("`", "")
    assert shown in " ".join(body.split())
    assert page.run("document.querySelectorAll('img, iframe, object, body script, body style, body > h1').length") == 0
    assert page.run("[...document.links].every((link) => link.getAttribute('href').startsWith('#'))")
    assert page.run("document.querySelectorAll('.row').length") == 2
    assert not [event for event in page.events if event["method"] == "Page.javascriptDialogOpening"]


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize(
    "make", [made.mixed, lambda: made.hostile("x" * 3000), made.undeclared], ids=["mixed", "long", "bare"]
)
def test_no_width_needs_scrolling_sideways(show, make, width):
    page = show(make())
    page.resize(width)
    page.run("document.querySelectorAll('.row').forEach((row) => { row.open = true; })")
    assert page.run("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width, height", [(1280, 800), (360, 740)])
def test_the_first_screen_says_the_verdict_and_what_to_do(show, width, height):
    page = show(made.mixed())
    page.resize(width, height)
    for selector in ("h1", ".counts", ".verdict strong", "#first", ".steps code"):
        assert page.run(f"document.querySelector('{selector}').getBoundingClientRect().bottom") < height


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read_in_light_and_dark(show, scheme):
    page = show(made.mixed())
    page.emulate(prefers_color_scheme=scheme)
    page.run("document.querySelectorAll('.row').forEach((row) => { row.open = true; })")
    assert page.run("getComputedStyle(document.body).backgroundColor") == (
        "rgb(255, 255, 255)" if scheme == "light" else "rgb(13, 17, 23)"
    )
    assert page.run(CONTRAST) == []


def test_a_verdict_can_be_left_out_and_brought_back(show):
    page = show(made.mixed())
    assert page.run(VISIBLE) == 11
    assert page.run(STATUS) == "All 11 items are shown."
    page.run("document.querySelector('[name=verdict][value=unmet]').click()")
    assert page.run(VISIBLE) == 9
    assert page.run(STATUS) == "9 of 11 items are shown."
    page.run("document.querySelector('[type=reset]').click()")
    page.wait(f"{VISIBLE} === 11")


@pytest.mark.parametrize(
    "action, expected",
    [
        ("document.querySelector('[name=ask][value=plain]').click()", 3),
        ("document.querySelector('[name=ask][value=can]').click()", 10),
        ("document.querySelector('[name=fails]').click()", 4),
        ("document.querySelectorAll('[name=verdict]').forEach((box) => box.click())", 0),
    ],
)
def test_each_filter_leaves_what_it_says(show, action, expected):
    page = show(made.mixed())
    page.run(action)
    assert page.run(VISIBLE) == expected
    assert page.run(EMPTY) == 0


@pytest.mark.parametrize(
    "words, expected", [("5.3.1", 1), ("WEIGHTS published", 1), ("  ", 11), ("no such words", 0), ("[(*", 0)]
)
def test_a_search_finds_words_wherever_they_stand(show, words, expected):
    page = show(made.mixed())
    page.run("document.querySelector('[type=search]').focus()")
    page.call("Input.insertText", text=words)
    assert page.run(VISIBLE) == expected


def test_all_rows_open_and_close_at_once(show):
    page = show(made.mixed())
    opened = "document.querySelectorAll('.row[open]').length"
    assert page.run(opened) == 0
    page.run("document.querySelector('[name=unfold]').click()")
    assert page.run(opened) == 11
    page.run("document.querySelector('[name=fold]').click()")
    assert page.run(opened) == 0


def test_a_link_opens_its_row_even_where_a_filter_hid_it(show):
    page = show(made.mixed())
    page.run("document.querySelectorAll('[name=verdict]').forEach((box) => box.click())")
    page.run("document.querySelector('.steps a[href=\"#row-5.3.1\"]').click()")
    page.wait("document.getElementById('row-5.3.1').checkVisibility()")
    page.wait(f"{VISIBLE} === 11")
    assert page.run("document.getElementById('row-5.3.1').closest('.row').open")
    assert 0 <= page.run("document.getElementById('row-5.3.1').getBoundingClientRect().top") < 800


def test_a_page_that_is_opened_at_a_row_shows_it(show):
    page = show(made.mixed(), "row-4.1.1")
    assert page.run("document.querySelector('.row[open] code').textContent") == "4.1.1"


def test_the_keyboard_reaches_everything(show):
    page = show(made.mixed())
    page.press("Tab")
    assert page.run("document.activeElement.className") == "skip"
    page.run("document.querySelector('.row summary').focus()")
    page.press("Enter")
    assert page.run("document.querySelector('.row').open")
    page.run("document.querySelector('[name=fails]').focus()")
    page.press(" ")
    assert page.run(VISIBLE) == 4


def test_on_paper_everything_is_open_and_stays_as_it_was(show):
    page = show(made.mixed())
    assert page.run(DETAILS) == 0
    page.emulate("print")
    assert page.run(DETAILS) == 11
    assert not page.run("document.querySelector('.filters button').checkVisibility()")
    assert page.run("document.querySelectorAll('.row[open]').length") == 0
    page.run("dispatchEvent(new Event('beforeprint'))")
    assert page.run("document.querySelectorAll('.row[open]').length") == 11
    page.run("dispatchEvent(new Event('afterprint'))")
    assert page.run("document.querySelectorAll('.row[open]').length") == 0
    paper = base64.b64decode(page.call("Page.printToPDF", printBackground=True)["data"])
    assert paper.startswith(b"%PDF-")


def test_what_a_filter_hid_is_said_on_paper(show):
    page = show(made.mixed())
    page.run("document.querySelector('[name=fails]').click()")
    page.emulate("print")
    assert page.run("document.querySelector('.shown').checkVisibility()")
    assert page.run(STATUS) == "4 of 11 items are shown."


def test_in_the_dark_paper_stays_white(show):
    page = show(made.mixed())
    page.emulate("print", prefers_color_scheme="dark")
    assert page.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_without_scripts_everything_is_there_but_the_filters(show, browser):
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page = show(made.mixed())
        assert page.run(VISIBLE) == 11
        assert page.run("getComputedStyle(document.querySelector('.filters')).display") == "none"
        assert page.run("document.documentElement.className") == ""
    finally:
        browser.call("Emulation.setScriptExecutionDisabled", value=False)


def test_nothing_moves_while_the_page_loads(show):
    page = show(made.large(100))
    shifts = page.run(
        "new Promise((done) => { new PerformanceObserver((list) => done(list.getEntries().map((each) => each.value)))"
        ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => done([]), 300); })"
    )
    assert sum(shifts) == 0


def test_many_rows_are_filtered_without_a_complaint(show):
    page = show(made.large(300))
    page.run("document.querySelector('[name=verdict][value=unmet]').click()")
    assert page.run(VISIBLE) == 0
    assert page.run(STATUS) == "0 of 300 items are shown."
