from __future__ import annotations

import copy
import json

import pytest

from ai800 import catalog as module
from ai800.assessment.types import Reason
from ai800.catalog import catalog_of, load_catalog
from ai800.errors import EngineError, UsageError

RULE = {"title": "Decided", "description": "A dated decision.", "basis": ["nist"], "remedy": "Add a decision."}
FULL = {
    **RULE,
    "title": "Decided for published weights",
    "findings": {"late": "decided on {day}"},
    "partial": {"unbacked": "nothing bears it out"},
    "reviews": {"links_only": "Do the pages say so?"},
    "reasons": {"planned": {"text": "not released yet", "basis": "ai800", "alternatives": ["5.3.a", "B3.1"]}},
    "notes": ["late"],
    "example": "deployments: []",
    "never_decidable": "whether it was wise",
}


def _row(practice, kind="recommendation", rules=None, **more):
    row = {"kind": kind, "practice": practice, "page": 13, "ask": "plain", "conditional": False, "text": "Decide."}
    return {**row, "rules": rules or {}, **more}


def _practice(identity, objective, rows, groups=()):
    named = [{"id": group, "title": f"Group {group}", "page": 19} for group in groups]
    practice = {"id": identity, "title": "Decide well.", "page": 13, "statement": None, "objective": objective}
    return {**practice, "about": {}, "groups": named, "rows": rows}


FOUND = {
    "digest": "sha256:0",
    "edition": {"edition": "ipd", "label": "NIST AI 800-1", "date": "2024-07", "doi": "10.6028/x", "status": "draft"},
    "objectives": [{"id": "ipd:5", "title": "Manage", "page": 12, "practices": ["ipd:5.2", "ipd:5.3"]}],
    "practices": [
        _practice("ipd:5.2", "ipd:5", ["ipd:5.2.1"]),
        _practice("ipd:5.3", "ipd:5", ["ipd:5.3.1", "ipd:5.3.a"]),
        _practice("ipd:B", None, ["ipd:B1.1", "ipd:B3.1"], ["ipd:B1", "ipd:B3"]),
    ],
    "rows": {
        "ipd:5.2.1": _row("ipd:5.2"),
        "ipd:5.3.1": _row("ipd:5.3", rules={"open": FULL, "closed": RULE}),
        "ipd:5.3.a": _row("ipd:5.3", "documentation", rules={"both": RULE}),
        "ipd:B1.1": _row("ipd:B", "safeguard", rules={"both": RULE}, group="ipd:B1"),
        "ipd:B3.1": _row("ipd:B", "safeguard", group="ipd:B3"),
    },
}


@pytest.fixture
def catalog():
    return catalog_of(copy.deepcopy(FOUND))


def test_rows_stand_in_the_order_of_the_edition(catalog):
    assert list(catalog.rows) == ["ipd:5.2.1", "ipd:5.3.1", "ipd:5.3.a", "ipd:B1.1", "ipd:B3.1"]
    assert catalog.digest == "sha256:0"
    assert catalog.edition["status"] == "draft"


def test_a_practice_is_built_when_every_row_is_judged(catalog):
    assert catalog.built == {"ipd:5.3"}


def test_the_rule_of_a_variant(catalog):
    own, shared = catalog.rows["ipd:5.3.1"], catalog.rows["ipd:5.3.a"]
    assert own.rule("open").title == "Decided for published weights"
    assert own.rule("closed").title == "Decided"
    assert shared.rule("open") is shared.rule("closed")
    assert catalog.rows["ipd:5.2.1"].rule("open") is None


def test_what_a_rule_holds(catalog):
    rule = catalog.rows["ipd:5.3.1"].rule("open")
    assert rule.reasons == {"planned": Reason("planned", "not released yet", "ai800", ("ipd:5.3.a", "ipd:B3.1"))}
    assert (rule.basis, rule.notes) == (("nist",), {"late"})
    assert (rule.findings, rule.partial) == (FULL["findings"], FULL["partial"])
    assert (rule.reviews, rule.example) == (FULL["reviews"], FULL["example"])
    assert rule.never_decidable == "whether it was wise"


def test_what_a_rule_leaves_out_is_empty(catalog):
    rule = catalog.rows["ipd:5.3.1"].rule("closed")
    assert (rule.findings, rule.partial, rule.reviews, rule.reasons, rule.notes) == ({}, {}, {}, {}, frozenset())
    assert (rule.example, rule.never_decidable) == ("", "")


@pytest.mark.parametrize("row, title", [("ipd:5.3.a", "Decided"), ("ipd:5.2.1", "Decide.")])
def test_a_row_has_a_title(catalog, row, title):
    assert catalog.rows[row].title == title


@pytest.mark.parametrize(
    "wanted, identity, kind, rows",
    [
        ("ipd:5.3.1", "ipd:5.3.1", "row", ["ipd:5.3.1"]),
        ("5.3.1", "ipd:5.3.1", "row", ["ipd:5.3.1"]),
        ("5.3.A", "ipd:5.3.a", "row", ["ipd:5.3.a"]),
        (" IPD:5.3 ", "ipd:5.3", "practice", ["ipd:5.3.1", "ipd:5.3.a"]),
        ("5", "ipd:5", "objective", ["ipd:5.2.1", "ipd:5.3.1", "ipd:5.3.a"]),
        ("b3.1", "ipd:B3.1", "row", ["ipd:B3.1"]),
        ("B3", "ipd:B3", "group", ["ipd:B3.1"]),
        ("ipd:b", "ipd:B", "practice", ["ipd:B1.1", "ipd:B3.1"]),
    ],
)
def test_find(catalog, wanted, identity, kind, rows):
    found = catalog.find(wanted)
    assert (found.id, found.kind, list(found.rows)) == (identity, kind, rows)


@pytest.mark.parametrize(
    "wanted, remedy",
    [
        ("5.3.11", "did you mean ipd:5.3.1?"),
        ("B3.11", "did you mean ipd:B3.1?"),
        ("2pd:5.3.1", "did you mean ipd:5.3.1?"),
        ("", "ids look like"),
        ("\x1b[2Kall met", "ids look like"),
        ("everything", "ids look like"),
    ],
)
def test_an_unknown_id(catalog, wanted, remedy):
    with pytest.raises(UsageError, match="no such id as `") as caught:
        catalog.find(wanted)
    assert caught.value.remedy.startswith(remedy)
    assert "\x1b" not in str(caught.value)


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    (tmp_path / "compiled").mkdir()
    monkeypatch.setattr(module, "resource", lambda _: tmp_path)
    return tmp_path / "compiled" / "catalog.json"


def test_load(shipped):
    shipped.write_text(json.dumps(FOUND), encoding="utf-8")
    assert load_catalog() == catalog_of(FOUND)


@pytest.mark.parametrize("text", [None, "", "{", "[]", "{}", json.dumps({**FOUND, "rows": {}}), '{"practices": [{}]}'])
def test_a_damaged_catalogue(shipped, text):
    if text is not None:
        shipped.write_text(text, encoding="utf-8")
    with pytest.raises(EngineError, match="catalogue") as caught:
        load_catalog()
    assert caught.value.remedy == "install ai800 again"
