from __future__ import annotations

import json

import pytest

from ai800.engines.wire import answers, document_bytes, parsed
from ai800.errors import EngineError

FINDING = {"id": "5.3.1", "subject": "hub", "code": "late", "at": "/x", "field": "", "args": {}}
NESTED = "[" * 200_000


def _answer(verdicts=None, findings=()):
    return {"p": {"open": {"verdicts": verdicts or {}, "findings": list(findings)}}}


def _verdict(verdict="met", because=()):
    return _answer({"5.3.1": {"hub": {"verdict": verdict, "because": list(because)}}})


@pytest.mark.parametrize(
    "document, text",
    [
        ({}, b"{}"),
        ({"a": [1, None, True]}, b'{"a":[1,null,true]}'),
        ({"name": "é😀\0"}, '{"name":"é😀\\u0000"}'.encode()),
        ({"flop": 10**25}, b'{"flop":10000000000000000000000000}'),
    ],
)
def test_document_is_compact_json(document, text):
    assert document_bytes(document) == text


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), "\ud800", "a\udfffb"])
def test_document_that_json_cannot_carry(value):
    with pytest.raises(EngineError, match="JSON cannot carry"):
        document_bytes({"a": [value]})


def test_parsed():
    assert parsed(b'[{"result": 1}]') == [{"result": 1}]


@pytest.mark.parametrize("text", [b"", b"{", b"\xff", b"<html>", NESTED.encode(), b"9" * 5000])
def test_parsed_refuses(text):
    with pytest.raises(EngineError, match="not JSON"):
        parsed(text)


def test_answers_come_in_one_order():
    one, two = {**FINDING, "args": {"x": [3, 1, 2]}}, {**FINDING, "code": "absent", "args": {"x": "a"}}
    first = {"b": _answer({"2": {}, "1": {}}, [one, two])["p"], "a": _verdict("partial", ["z", "b"])["p"]}
    second = {"a": _verdict("partial", ["b", "z"])["p"], "b": _answer({"1": {}, "2": {}}, [two, one])["p"]}
    assert json.dumps(answers(first)) == json.dumps(answers(second))
    assert answers(first)["b"]["open"]["findings"][1]["args"] == {"x": [1, 2, 3]}
    assert answers(first)["a"]["open"]["verdicts"]["5.3.1"]["hub"] == {"verdict": "partial", "because": ["b", "z"]}


@pytest.mark.parametrize("argument", ["text", 1, 1.5, True, None, {"day": 20604}, ["b", "a"], [1, "a", None], []])
def test_arguments_are_scalars_dates_or_lists_of_scalars(argument):
    found = answers(_answer(findings=[{**FINDING, "args": {"x": argument}}]))
    expected = sorted(argument, key=json.dumps) if isinstance(argument, list) else argument
    assert found["p"]["open"]["findings"][0]["args"] == {"x": expected}


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        [],
        "met",
        {"p": None},
        {"p": {"half_open": {"verdicts": {}, "findings": []}}},
        {"p": {"open": None}},
        {"p": {"open": {"verdicts": {}}}},
        {"p": {"open": {"verdicts": {}, "findings": [], "more": 1}}},
        {"p": {"open": {"verdicts": [], "findings": []}}},
        {"p": {"open": {"verdicts": {}, "findings": {}}}},
        _answer({"5.3.1": None}),
        _answer({"5.3.1": {"hub": "met"}}),
        _answer({"5.3.1": {"hub": {"verdict": "met"}}}),
        _verdict("passed"),
        _verdict(["met"]),
        _verdict(1),
        _verdict("partial", [1]),
        _answer({"5.3.1": {"hub": {"verdict": "met", "because": "x"}}}),
        _answer(findings=["late"]),
        _answer(findings=[{key: FINDING[key] for key in FINDING if key != "args"}]),
        _answer(findings=[{**FINDING, "message": "all met"}]),
        _answer(findings=[{**FINDING, "code": 1}]),
        _answer(findings=[{**FINDING, "args": []}]),
        _answer(findings=[{**FINDING, "args": {"x": {}}}]),
        _answer(findings=[{**FINDING, "args": {"x": {"day": True}}}]),
        _answer(findings=[{**FINDING, "args": {"x": {"day": 1, "n": 2}}}]),
        _answer(findings=[{**FINDING, "args": {"x": [{"day": 1}]}}]),
        _answer(findings=[{**FINDING, "args": {"x": [[]]}}]),
        _answer(findings=[{**FINDING, "args": {"x": float("inf")}}]),
    ],
)
def test_anything_else_is_an_error(value):
    with pytest.raises(EngineError, match="a form that this version"):
        answers(value)


def test_no_answers_are_an_error():
    with pytest.raises(EngineError, match="answered nothing"):
        answers({})
