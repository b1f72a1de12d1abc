"""Whatever a release says of itself, its OSCAL document is valid and shows it as text."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ai800.reports.oscal import oscal_report
from tests.support import assessments as made
from tests.support.hostile_texts import HOSTILE
from tests.support.oscal import problems, read, written_again

READER = MarkdownIt("commonmark")
MARKUP = {"title", "description", "remarks", "statement"}
HARMLESS = {"paragraph_open", "paragraph_close", "inline", "text", "code_inline"}
OURS = re.compile(r"\./|#[0-9a-f-]{36}$|https://doi\.org/10\.6028/NIST\.AI\.800-1\.ipd$")


def _found(data, names):
    match data:
        case dict():
            for name, part in data.items():
                yield from [part] if name in names and isinstance(part, str) else _found(part, names)
        case list():
            for part in data:
                yield from _found(part, names)


def _kinds(text):
    for token in READER.parse(text):
        yield token.type
        yield from (child.type for child in token.children or ())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_valid_for_two_readers(text, tmp_path):
    report = oscal_report(made.hostile(text))
    assert problems(report) == []
    path = tmp_path / "results.json"
    path.write_text(report, encoding="utf-8")
    assert written_again(read(path)) == json.loads(report)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_neither_markup_nor_a_parameter_nor_an_address(text):
    document = json.loads(oscal_report(made.hostile(text)))
    assert {kind for prose in _found(document, MARKUP) for kind in _kinds(prose)} <= HARMLESS
    assert not [prose for prose in _found(document, MARKUP) if "{{" in prose]
    assert [href for href in _found(document, {"href"}) if not OURS.match(href)] == []


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_text_is_valid(text):
    assert problems(oscal_report(made.hostile(text))) == []
