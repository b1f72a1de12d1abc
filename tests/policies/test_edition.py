"""The edition file: everything that the draft asks, once, in its order."""

from __future__ import annotations

import pytest
import yaml

from tests.support.opa import ROOT
from tools.edition import edition

FILE = ROOT / "policies" / "editions" / "ipd.yaml"
PAGES = range(5, 20)


@pytest.fixture(scope="module")
def found():
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def _practices(found):
    return [practice for objective in found["objectives"] for practice in objective["practices"]]


def _groups(found):
    return found["safeguards"]["groups"]


def _rows(found):
    for practice in _practices(found):
        yield from practice["recommendations"]
        yield from practice["documentation"]
    for group in _groups(found):
        yield from group["items"]


@pytest.mark.parametrize(
    "what, count",
    [
        (lambda found: found["objectives"], 7),
        (_practices, 21),
        (lambda found: [row for practice in _practices(found) for row in practice["recommendations"]], 83),
        (lambda found: [row for practice in _practices(found) for row in practice["documentation"]], 32),
        (lambda found: [row for group in _groups(found) for row in group["items"]], 14),
        (_groups, 5),
    ],
)
def test_counts(found, what, count):
    assert len(what(found)) == count


def test_ids_count_the_lines_in_their_order(found):
    expected = []
    for practice in _practices(found):
        expected += [f"{practice['id']}.{number}" for number, _ in enumerate(practice["recommendations"], 1)]
        expected += [f"{practice['id']}.{letter}" for letter, _ in zip("abcd", practice["documentation"], strict=False)]
    for group in _groups(found):
        expected += [f"{group['id']}.{number}" for number, _ in enumerate(group["items"], 1)]
    assert [row["id"] for row in _rows(found)] == expected
    assert [group["id"] for group in _groups(found)] == ["B1", "B2", "B3", "B4", "B5"]


def test_every_row_is_complete(found):
    for row in _rows(found):
        assert set(row) == {"id", "page", "ask", "conditional", "text"}
        assert row["page"] in PAGES
        assert row["ask"] in {"plain", "consider", "can"}
        assert row["conditional"] in {True, False}
        assert row["text"].rstrip("\"'”").endswith((".", "?")), row["id"]
        assert "  " not in row["text"], row["id"]


def test_pages_never_go_back(found):
    pages = [row["page"] for row in _rows(found)]
    lines = [practice["page"] for practice in _practices(found)]
    assert lines == sorted(lines)
    assert pages[-14:] == [19] * 14


def test_the_wording_class_follows_the_kind(found):
    assert {row["ask"] for practice in _practices(found) for row in practice["documentation"]} == {"can"}
    assert {row["ask"] for group in _groups(found) for row in group["items"]} == {"consider"}
    asked = [row for practice in _practices(found) for row in practice["recommendations"]]
    assert {row["ask"] for row in asked} == {"plain", "consider"}
    assert all("consider" in row["text"].casefold() for row in asked if row["ask"] == "consider")
    assert all(row["ask"] == "consider" for row in asked if row["text"].startswith("Consider"))


def test_the_draft_is_named_as_one(found):
    assert found["edition"] == "ipd"
    assert found["doi"] == "10.6028/NIST.AI.800-1.ipd"
    assert "not final" in found["status"]
    assert (found["label"], found["date"]) == ("NIST AI 800-1, Initial Public Draft", "2024-07")


def test_the_file_is_what_its_tool_writes(found):
    source = {
        **{key: found[key] for key in ("label", "date", "doi", "status")},
        "objectives": [
            {**objective, "practices": [{"statement": None, **practice} for practice in objective["practices"]]}
            for objective in found["objectives"]
        ],
        "safeguards": found["safeguards"]["groups"],
    }
    assert edition(source) == found
