"""Every code that a policy answers has its sentence, and every sentence is filled with what the policy hands over."""

from __future__ import annotations

import re

import pytest

from ai800.catalog import load_catalog
from ai800.engines.engine import open_engine
from tools.case_data import cases, document, tables

PREFIX = "ipd:"
TABLE = {"partial": "partial", "needs_review": "reviews", "not_applicable": "reasons"}
NAMES = re.compile(r"\{([a-z_]+)\}")

ALL = [case for path in tables() for case in cases(path)]


@pytest.fixture(scope="module")
def rules():
    """The rule of each row and file."""
    rows = load_catalog().rows.values()
    return {(row.id, file): rule for row in rows for file, rule in row.rules.items()}


@pytest.fixture(scope="module")
def answered():
    """What the policies answer over all cases: file and verdict or finding, of each row."""
    with open_engine() as engine:
        answers = [engine.evaluate(document(case.data)) for case in ALL]
    return [(file, claims) for found in answers for practice in found.values() for file, claims in practice.items()]


def test_every_reason_and_question_has_its_sentence(rules, answered):
    said = {
        (row, file, verdict["verdict"], code)
        for file, claims in answered
        for row, subjects in claims["verdicts"].items()
        for verdict in subjects.values()
        for code in verdict["because"]
    }
    assert [each for each in sorted(said) if each[3] not in _texts(rules, *each[:3])] == []


def test_a_question_or_a_reason_is_always_given(answered):
    silent = {
        (row, verdict["verdict"])
        for _, claims in answered
        for row, subjects in claims["verdicts"].items()
        for verdict in subjects.values()
        if verdict["verdict"] in TABLE and not verdict["because"]
    }
    assert silent == set()


def test_every_finding_has_its_sentence_and_fills_it(rules, answered):
    wrong = set()
    for file, claims in answered:
        for finding in claims["findings"]:
            text = rules[PREFIX + finding["id"], file].findings.get(finding["code"])
            missing = {"no sentence"} if text is None else set(NAMES.findall(text)) - finding["args"].keys()
            wrong |= {(finding["id"], file, finding["code"], name) for name in missing}
    assert sorted(wrong) == []


def _texts(rules, row, file, verdict):
    return getattr(rules[PREFIX + row, file], TABLE.get(verdict, "findings"))
