from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from jinja2 import UndefinedError
from markdown_it import MarkdownIt

from ai800.reports import templates, words
from ai800.reports.templates import html_report, markdown_report
from ai800.resources import resource
from tests.support import assessments as made

READER = MarkdownIt("commonmark").enable(["table"])
VOID = {"meta", "rect", "line", "circle", "input"}


class Page(HTMLParser):
    """Reads a page: its elements with their attributes, and its text; fails where elements are not well nested."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.texts, self._open = [], [], []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if "script" not in self._open and "style" not in self._open:
            self.texts.append(data)

    @property
    def text(self):
        return " ".join("".join(self.texts).split())

    def values(self, name):
        return [attributes[name] for _, attributes in self.elements if name in attributes]


@pytest.fixture(scope="module", params=made.EVERY)
def assessment(request):
    return made.EVERY[request.param]()


@pytest.fixture(scope="module")
def mixed():
    return Page(html_report(made.mixed()))


def _plain(text):
    return text.replace("`", "").replace("\u200b", "").replace("\\", "")


def test_every_page_says_what_must_be_said(assessment):
    shown = Page(html_report(assessment)).text
    for sentence in (words.headline(assessment), words.MET, words.DRAFT, words.VARIANTS, *words.meaning(assessment)):
        assert _plain(sentence) in shown


def test_every_markdown_report_says_what_must_be_said(assessment):
    report = markdown_report(assessment)
    assert report.startswith("# ai800 gap report\n\n**")
    shown = _plain(report)
    for sentence in (words.outcome(assessment), words.MET, words.DRAFT, words.VARIANTS, *words.meaning(assessment)):
        assert _plain(sentence) in shown


def test_the_policy_of_the_page_allows_its_own_style_and_script_and_nothing_else():
    page = html_report(made.mixed())
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    rules = dict(rule.split(" ", 1) for rule in policy.replace("&#39;", "'").split("; "))
    assert rules.pop("default-src") == rules.pop("base-uri") == rules.pop("form-action") == "'none'"
    for kind in ("style", "script"):
        (text,) = re.findall(rf"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules.pop(f"{kind}-src") == f"'sha256-{digest}'"
    assert rules == {}


def test_nothing_in_a_page_reaches_outside_or_runs(mixed):
    assert not {"iframe", "img", "link", "object", "embed", "base", "a-x"} & {tag for tag, _ in mixed.elements}
    assert all(address.startswith("#") for address in mixed.values("href"))
    assert mixed.values("src") == mixed.values("style") == mixed.values("action") == []
    assert not [name for _, attributes in mixed.elements for name in attributes if name.startswith("on")]


def test_a_page_can_be_read_aloud(mixed):
    assert mixed.elements[0] == ("html", {"lang": "en"})
    levels = [int(tag[1]) for tag, _ in mixed.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = mixed.values("id")
    assert len(ids) == len(set(ids))
    assert {address[1:] for address in mixed.values("href")} <= set(ids)
    assert {name for value in mixed.values("aria-labelledby") for name in value.split()} <= set(ids)
    drawings = [attributes for tag, attributes in mixed.elements if tag == "svg"]
    assert all(each.get("aria-hidden") == "true" or each["role"] == "img" for each in drawings)


def test_every_row_has_its_place_verdict_and_ask(mixed):
    rows = [attributes for tag, attributes in mixed.elements if tag == "details"]
    judged = [row for row in made.mixed().rows if row.verdict != "not_built"]
    assert [row["data-verdict"] for row in rows] == [row.verdict for row in judged]
    assert [row["data-ask"] for row in rows] == [row.ask for row in judged]
    assert sum(row["data-fails"] == "yes" for row in rows) == 4
    assert "row-5.3.1" in mixed.values("id")
    assert "1.1.1" not in mixed.text


@pytest.mark.parametrize(
    "said",
    [
        "The organization should do what ipd:5.3.1 asks",
        "page 13, recommendation; asked plainly. Basis: NIST, TechFreedom (TF-29), ai800 (words).",
        "channel hub does not show no decision ai800.yaml:12",
        "Fix: Add deployments[].decision with outcome, decided_on and evidence.",
        "Question for a reviewer: Do the addresses given record the decision?",
        "Waived because of what a person added; partial by the policies.",
        "it does not count: it expired on 2026-01-01",
        "Evidence: docs/a.md:40",
        "hub: widely available weights, judged by the open variant",
        "evaluation bio holds until 2026-06-20, in 19 days",
        "expired the waiver of ipd:5.3.2 expired after 2026-05-01, 31 days ago",
        "monitoring of hub is to be looked at again on 2026-06-01, today",
        "existing risk partial only addresses outside the repository",
        "Hosted assistant in the impact, 1.2.1; measured, 4.1.1; no evaluation that counts",
        "marginal risk of bio is not weighed ai800.yaml:12",
        "Channel hub, 5.3.1 by the policies: unmet",
        "The closed variant judges it by residual risk and thresholds, not by this table.",
        "partial needs more than weights, and nothing says that there is more",
        "weights alone are seldom enough",
        "gave no numeric threshold",
        "7,241,732,096",
    ],
)
def test_a_page_says_what_where_why_and_how_to_mend_it(mixed, said):
    assert said in mixed.text


def test_without_a_channel_the_page_says_which_variant_judged():
    assert "No channel is declared, so the open variant judged." in Page(html_report(made.undeclared())).text


@pytest.mark.parametrize("make, earlier", [(made.mixed, "items"), (made.undeclared, "observed")])
def test_what_was_observed_comes_first_where_nothing_is_declared(make, earlier):
    ids = Page(html_report(make())).values("id")
    assert min(("items", "observed"), key=ids.index) == earlier
    assert ids.count("observed") == 1


def _rows(report, kind):
    return [line for line in report.splitlines() if line.startswith(kind)]


def test_markdown_has_a_table_of_verdicts_and_one_of_practices():
    report = markdown_report(made.mixed())
    assert "| needs review | 2 | complete, but only" in report
    assert "| 5.3 Title of ipd:5.3. | unmet (2 of 3 fail the run, 1 advice) |" in report
    tables = [token for token in READER.parse(report) if token.type == "table_open"]
    assert len(tables) == 4


def test_markdown_lists_every_judged_row_with_its_gaps():
    report = markdown_report(made.mixed())
    assert len(_rows(report, "- **")) == 11
    assert "- **unmet** `ipd:5.3.1` Title of ipd:5.3.1 (fails the run, 2 findings)\n" in report
    assert "  - open variant, fails the run: channel hub does not show no decision (`ai800.yaml:12`)\n" in report
    assert "  - fix: Add `deployments[].decision` with" in report
    assert "  - question for a reviewer: Do the addresses" in report
    assert "; partial by the policies\n" in report


def test_a_remedy_that_differs_names_its_variant_on_every_page():
    judgements = (
        made.judgement("unmet", findings=(made.finding("ipd:5.3.1", remedy="Publish it."),)),
        made.judgement("unmet", "closed", findings=(made.finding("ipd:5.3.1", remedy="Keep it.", variant="closed"),)),
    )
    both = made.assessment(made.practice("ipd:5.3", made.row("ipd:5.3.1", "unmet", judgements=judgements)))
    assert "  - fix (open variant): Publish it.\n  - fix (closed variant): Keep it.\n" in markdown_report(both)
    assert "Fix (open variant): Publish it." in Page(html_report(both)).text


@pytest.mark.parametrize("render", [markdown_report, html_report])
def test_the_same_assessment_gives_the_same_bytes(render):
    assert render(made.mixed()) == render(made.mixed())


@pytest.mark.parametrize("render", [markdown_report, html_report])
def test_a_template_that_asks_for_what_is_not_there_fails(render, monkeypatch):
    monkeypatch.setattr(templates, "view", lambda _assessment: {})
    with pytest.raises(UndefinedError):
        render(made.mixed())


@pytest.mark.parametrize("name", ["report.html.j2", "observed.html.j2", "report.md.j2"])
def test_a_template_decides_nothing(name):
    text = (resource("report_templates") / name).read_text(encoding="utf-8")
    tags = {tag.split()[0] for tag in re.findall(r"{%-?\s*(.*?)\s*-?%}", text)}
    assert tags <= {"for", "endfor", "if", "elif", "else", "endif", "include"}
    assert "|safe" not in text
