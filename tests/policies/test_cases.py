"""Every case of every table, on both engines: the answers are what the table says, and the same."""

from __future__ import annotations

import json

import pytest

from ai800.engines.engine import open_engine
from tools.case_data import cases, tables
from tools.cases import faults, prepared

ALL = [case for path in tables() for case in cases(path)]


class Both:
    """Both engines on one document, each asked once: many cases share a document."""

    def __init__(self, *engines):
        self._engines = engines
        self._answers = {}

    def evaluate(self, document):
        name = json.dumps(document, sort_keys=True)
        if name not in self._answers:
            self._answers[name] = [engine.evaluate(document) for engine in self._engines]
        return self._answers[name]


@pytest.fixture(scope="module")
def engines(opa_on_path):
    assert opa_on_path
    with open_engine("wasm") as embedded, open_engine("opa") as reference:
        yield Both(embedded, reference)


def test_every_practice_has_cases():
    assert len({case.practice for case in ALL}) == len(tables())


@pytest.mark.parametrize("case", ALL, ids=[f"{case.practice} {case.name}" for case in ALL])
def test_a_case_gets_its_verdict_from_both_engines(case, engines):
    ready = prepared(case)
    embedded, reference = engines.evaluate(ready["document"])
    assert embedded == reference
    assert not faults(case, embedded, prepared_case=ready)
