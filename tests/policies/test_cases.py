"""Every case of every table, on both engines: the answers are what the table says, and the same."""

from __future__ import annotations

import json

import pytest

from ai800.engines.engine import open_engine
from tools.case_data import cases, tables
from tools.cases import faults, prepared

ALL = [case for path in tables() for case in cases(path)]


@pytest.fixture(scope="module", params=["wasm", "opa"])
def engine(request, opa_on_path):
    with open_engine(request.param) as opened:
        yield opened


@pytest.fixture(scope="module")
def answers():
    return {}


def test_every_practice_has_cases():
    assert len({case.practice for case in ALL}) == len(tables())


@pytest.mark.parametrize("case", ALL, ids=[f"{case.practice} {case.name}" for case in ALL])
def test_a_case_gets_its_verdict(case, engine, answers):
    ready = prepared(case)
    found = engine.evaluate(ready["document"])
    assert not faults(case, found, ready)
    seen = json.dumps(found, sort_keys=True)
    assert answers.setdefault((case.file, case.name), seen) == seen
