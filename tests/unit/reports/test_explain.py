from __future__ import annotations

import pytest

from ai800.catalog import catalog_of
from ai800.errors import UsageError
from ai800.reports import words
from ai800.reports.disagreement_words import TITLES
from ai800.reports.explain import explanation
from ai800.reports.layout import Page

RULE = {"title": "Decided", "description": "A dated decision.", "basis": ["nist"], "remedy": "Add a decision."}
FULL = {
    **RULE,
    "title": "Decided for published weights",
    "basis": ["nist", "techfreedom:TF-29", "ai800:words"],
    "findings": {"late": "decided on {day}"},
    "partial": {"unbacked": "nothing bears it out"},
    "reviews": {"links_only": "Do the pages say so?"},
    "reasons": {"planned": {"text": "not released yet", "basis": "ai800"}},
    "example": "deployments:\n  - channel: hub\n",
    "never_decidable": "whether it was wise",
}


def _row(practice, rules, kind="recommendation", ask="plain"):
    row = {"kind": kind, "practice": practice, "page": 13, "conditional": False, "text": "Decide in time."}
    return {**row, "ask": ask, "rules": rules}


def _practice(identity, objective, rows, groups=()):
    named = [{"id": group, "title": f"Group {group}", "page": 19} for group in groups]
    practice = {"id": identity, "title": "Decide well.", "page": 13, "statement": None, "objective": objective}
    return {**practice, "about": {}, "groups": named, "rows": rows}


CATALOG = catalog_of(
    {
        "digest": "sha256:0",
        "edition": {
            "edition": "ipd",
            "label": "NIST AI 800-1",
            "date": "2024-07",
            "doi": "10.6028/x",
            "status": "Draft",
        },
        "objectives": [{"id": "ipd:5", "title": "Manage", "page": 12, "practices": ["ipd:5.3"]}],
        "practices": [
            _practice("ipd:5.3", "ipd:5", ["ipd:5.3.1", "ipd:5.3.a"]),
            _practice("ipd:B", None, ["ipd:B1.1"], ["ipd:B1"]),
        ],
        "rows": {
            "ipd:5.3.1": _row("ipd:5.3", {"open": FULL, "closed": RULE}),
            "ipd:5.3.a": _row("ipd:5.3", {}, "documentation", "can"),
            "ipd:B1.1": {**_row("ipd:B", {"both": RULE}, "safeguard", "consider"), "group": "ipd:B1"},
        },
    }
)


def _lines(identity, width=80):
    return explanation(CATALOG, identity, page=Page(width)).splitlines()


def test_without_an_id_the_edition_is_listed():
    lines = _lines(None)
    assert lines[0] == "NIST AI 800-1, 2024-07, doi 10.6028/x. Draft."
    assert "ipd:5 Manage" in lines
    assert "  ipd:5.3 Decide well." in lines
    assert "ipd:B Decide well." in lines
    assert "  ipd:B1 Group ipd:B1" in lines


@pytest.mark.parametrize(
    "identity, title, row",
    [
        ("5", "ipd:5 Manage", "  ipd:5.3.a Decide in time. (not built yet)"),
        ("5.3", "ipd:5.3 Decide well.", "  ipd:5.3.1 Decided for published weights"),
        ("B1", "ipd:B1 Group ipd:B1", "  ipd:B1.1 Decided"),
        ("B", "ipd:B Decide well.", "  ipd:B1.1 Decided"),
    ],
)
def test_a_part_lists_its_rows(identity, title, row):
    lines = _lines(identity)
    assert lines[0] == title
    assert row in lines


@pytest.mark.parametrize(
    "said",
    [
        "  in ipd:5.3 Decide well.",
        "NIST AI 800-1, page 13; a plain ask: a gap fails the run.",
        "  “Decide in time.”",
        "Open variant",
        "Closed variant",
        "  Decided for published weights. A dated decision.",
        "  basis: NIST, TechFreedom (TF-29), ai800 (words)",
        "  does not apply when:",
        "    planned: not released yet",
        "    links_only: Do the pages say so?",
        "    late: decided on {day}",
        "  no program can say: whether it was wise",
        "  to meet it: Add a decision.",
        "    deployments:",
        "      - channel: hub",
    ],
)
def test_a_row_says_all_that_is_known_of_it(said):
    assert said in _lines("5.3.1")


@pytest.mark.parametrize(
    "identity, said",
    [
        ("5.3.a", "No policy judges this row yet: reports list it as not built, never as met."),
        ("B1.1", "Both variants"),
    ],
)
def test_a_row_says_who_judges_it(identity, said):
    assert said in _lines(identity)


@pytest.mark.parametrize("identity", [None, "5", "5.3", "5.3.1", "B1.1"])
@pytest.mark.parametrize("width", [20, 40, 80])
def test_every_explanation_names_the_draft_and_the_proposal(identity, width):
    lines = _lines(identity, width)
    assert all(len(line) <= width for line in lines if "channel: hub" not in line)
    said = " ".join(" ".join(lines).split())
    if width >= 40:
        assert words.DRAFT in said
        assert words.VARIANTS in said


def test_an_unknown_id_suggests_the_nearest():
    with pytest.raises(UsageError) as raised:
        _lines("5.3.11")
    assert raised.value.remedy == "did you mean ipd:5.3.1?"


@pytest.mark.parametrize("identity, said", [
    ("fact:licence", "`ai800 facts`"),
    (" FACT:Openness ", "calls itself open source"),
    ("release:two_deployments", "of what is declared with itself"),
])  # fmt: skip
def test_a_disagreement_is_explained(identity, said):
    text = " ".join(explanation(CATALOG, identity, page=Page(80)).split())
    assert identity.strip().casefold() in text
    assert said in text
    assert "fails a run whatever the draft asks" in text


@pytest.mark.parametrize(
    "identity, said",
    [("fact:license", "did you mean fact:licence?"), ("fact:\x1b", "known: fact:weights"), ("fact", "known: ")],
)
def test_what_is_no_disagreement_names_the_nearest(identity, said):
    with pytest.raises(UsageError) as refusal:
        explanation(CATALOG, identity, page=Page(80))
    assert said in refusal.value.remedy
    assert refusal.value.sentence.isprintable()


def test_the_list_names_every_disagreement():
    text = explanation(CATALOG, None, page=Page(80))
    assert [name for name in TITLES if name not in text] == []
