from __future__ import annotations

import socket
from typing import Any

import pytest

from ai800.declare.validate import validate
from ai800.declare.yaml_core import load
from tests.support.problems import short

_FILE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["path"],
    "properties": {"path": {"$ref": "#/$defs/text"}, "anchor": {"$ref": "#/$defs/text"}},
}
_ADDRESS = {
    "type": "object",
    "additionalProperties": False,
    "required": ["url"],
    "properties": {"url": {"$ref": "#/$defs/text"}, "read_on": {"$ref": "#/$defs/date"}},
}
_FEW = ["none", "click_through", "manual_vetting"]
_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "additionalProperties": False,
    "required": ["ai800"],
    "properties": {
        "ai800": {"type": "integer", "enum": [1], "x-kind": "version"},
        "text": {"$ref": "#/$defs/text"},
        "date": {"$ref": "#/$defs/date"},
        "id": {"$ref": "#/$defs/id"},
        "flag": {"type": "boolean"},
        "number": {"type": "number", "minimum": -1, "maximum": 10**35},
        "over": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 5},
        "count": {"type": "integer"},
        "list": {"type": "array", "minItems": 1, "maxItems": 2, "items": {"$ref": "#/$defs/text"}},
        "gate": {"type": "object", "additionalProperties": False, "properties": {"kind": {"enum": _FEW}}},
        "many": {"enum": [f"value_{number}" for number in range(20)]},
        "wide": {"additionalProperties": False, "properties": {f"key_{n}": {} for n in range(20)}},
        "constant": {"const": "x"},
        "pattern": {"type": "string", "pattern": "^a"},
        "distinct": {"type": "array", "uniqueItems": True},
        "maybe": {"type": ["string", "null"], "minLength": 2},
        "measure": {"anyOf": [{"$ref": "#/$defs/text"}, {"type": "number"}]},
        "licence": {"anyOf": [{"$ref": "#/$defs/text"}, _FILE]},
        "evidence": {"type": "array", "items": {"$ref": "#/$defs/reference"}},
        "one": {"oneOf": [{"type": "string", "maxLength": 3}, {"type": "string", "minLength": 2}, {"type": "null"}]},
        "bound": {"dependentRequired": {"a": ["b"]}},
    },
    "$defs": {
        "text": {"type": "string", "maxLength": 20},
        "date": {"type": "string", "maxLength": 10, "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "id": {"type": "string", "pattern": "^[a-z]+$"},
        "file": _FILE,
        "address": _ADDRESS,
        "reference": {"anyOf": [{"$ref": "#/$defs/text"}, {"$ref": "#/$defs/file"}, {"$ref": "#/$defs/address"}]},
    },
}

_NOT_KNOWN = "names a version of the vocabulary that this ai800 does not know"


def _problems(text: str) -> tuple[Any, ...]:
    loaded = load(text.encode(), "f")
    return validate(loaded.value, loaded.places, schema=_SCHEMA)


@pytest.mark.parametrize(
    "text",
    [
        "ai800: 1",
        "ai800: 1\nnumber: 1e25\ncount: 1.0e25\nmeasure: 3\nlicence: {path: x}\nmaybe:\n",
        "ai800: 1\nevidence: [docs/x.md#y, {path: x, anchor: y}, {url: x}, {url: x, read_on: 2024-01-01}]\n",
        "ai800: 1\nnumber: 100000000000000000000000000000000000\n",
    ],
)
def test_valid_data_has_no_problems(text) -> None:
    assert _problems(text) == ()


@pytest.mark.parametrize(
    "line, problem, remedy",
    [
        ("flag: 'yes'", "flag: must be a boolean (true or false), not a text", "write true or false, without quotes"),
        ("flag: no", "flag: must be a boolean (true or false), not a text", "write true or false, without quotes"),
        ("flag: 1", "flag: must be a boolean (true or false), not a number", "write true or false, without quotes"),
        ("text: 3.1", "text: must be a text, not a number with a fraction", "put the value between quotes"),
        ("text: 1e25", "text: must be a text, not a number", "put the value between quotes"),
        ("text: true", "text: must be a text, not a boolean", "put the value between quotes"),
        ("text: [a]", "text: must be a text, not a list", "put the value between quotes"),
        ("text: {a: 1}", "text: must be a text, not a mapping", "put the value between quotes"),
        ("text:", "text: is left empty", "write a value, or delete the key"),
        ("text: xxxxxxxxxxxxxxxxxxxxx", "text: is longer than 20 characters", "write less"),
        ("number: '1e25'", "number: must be a number, not a text", "such as 12, 0.5 or 1e25"),
        ("number: -2", "number: must be -1 or more", "in that range"),
        ("number: 1e36", "number: must be 100000000000000000000000000000000000 or less", "in that range"),
        ("over: 0", "over: must be more than 0", "in that range"),
        ("over: 5", "over: must be less than 5", "in that range"),
        ("count: 1.5", "count: must be a whole number, not a number with a fraction", "a whole number without quotes"),
        ("list: a", "list: must be a list, not a text", "begins with `- `"),
        ("list: []", "list: has fewer than 1 items", "add what is missing"),
        ("list: [a, b, c]", "list: has more than 2 items", "keep the items that matter"),
        ("gate: a", "gate: must be a mapping of keys to values, not a text", "as `key: value`"),
        ("gate: {knd: none}", "gate.knd: is no known key", "did you mean `kind`?"),
        ("gate: {zzz: none}", "gate.zzz: is no known key", "known here: `kind`"),
        ("wide: {zzz: 1}", "wide.zzz: is no known key", "delete it, or see the documentation"),
        ("gate: {kind: click-through}", "gate.kind: is none of the known values",
         "did you mean `click_through`? known values: `none`, `click_through`, `manual_vetting`"),
        ("gate: {kind: zzz}", "gate.kind: is none of the known values", "known values: `none`, `click_through`"),
        ("gate: {kind: 3}", "gate.kind: is none of the known values", "known values: `none`, `click_through`"),
        ("gate: {kind: }", "gate.kind: is left empty", "write a value, or delete the key"),
        ("many: valu_3", "many: is none of the known values", "did you mean `value_3`?"),
        ("many: zzz", "many: is none of the known values", "see the documentation of ai800.yaml"),
        ("constant: y", "constant: must be x", "write that value"),
        ("pattern: b", "pattern: is not written in the expected form", "see the documentation"),
        ("distinct: [1, 1]", "distinct: is not written in the expected form", "see the documentation"),
        ("maybe: 1", "maybe: must be left empty or a text, not a number", "delete the value"),
        ("maybe: a", "maybe: is shorter than 2 characters", "write more"),
        ("date: 20240101", "date: must be a date, not a number", "YYYY-MM-DD"),
        ("date: 2024-1-1", "date: must be a date", "YYYY-MM-DD"),
        ("date: January the 1st, 2024", "date: must be a date", "YYYY-MM-DD"),
        ("id: A b", "id: must be an id", "begin with a letter or a digit"),
        ("measure: [1]", "measure: must be a text or a number, not a list", "put the value between quotes"),
        ("measure:", "measure: is left empty", "write a value"),
        ("licence: 5", "licence: must be a text or a mapping of keys to values, not a number", "between quotes"),
        ("licence: {pth: x, path: y}", "licence.pth: is no known key", "did you mean `path`?"),
        ("evidence: [5]", "evidence[0]: must be a text or a mapping of keys to values, not a number", "between quotes"),
        ("evidence: [~]", "evidence[0]: is left empty", "write a value"),
        ("evidence: [xxxxxxxxxxxxxxxxxxxxx]", "evidence[0]: is longer than 20 characters", "write less"),
        ("evidence: [{path: 5}]", "evidence[0].path: must be a text, not a number", "put the value between quotes"),
        ("evidence: [{path: x, anchr: y}]", "evidence[0].anchr: is no known key", "did you mean `anchor`?"),
        ("evidence: [{pth: x}]", "evidence[0].pth: is no known key", "did you mean `path`?"),
        ("evidence: [{ur: x}]", "evidence[0].ur: is no known key", "did you mean `url`?"),
        ("evidence: [{}]", "evidence[0]: must have one, and only one, of the keys `path`, `url`", "keep one of them"),
        ("evidence: [{path: x, url: y}]", "evidence[0]: must have one, and only one, of the keys `path`, `url`", ""),
        ("evidence: [{url: x, read_on: 5}]", "evidence[0].read_on: must be a date, not a number", "YYYY-MM-DD"),
        ("one: abc", "one: is not written in the expected form", "see the documentation"),
        ("one: [1]", "one: must be a text or left empty, not a list", "put the value between quotes"),
        ("bound: {a: 1}", "bound.b: is missing: `b` is required", "add `b`"),
    ],
)  # fmt: skip
def test_every_fault_has_a_plain_reason_and_a_remedy(line, problem, remedy) -> None:
    (found,) = _problems(f"ai800: 1\n{line}\n")
    assert found.path == "f"
    assert found.line == 2
    assert short(found).partition(" ")[2] == problem
    assert remedy in found.remedy


@pytest.mark.parametrize("version", ["2", "'1'", "[1]"])
def test_another_version_is_one_problem(version) -> None:
    (found,) = _problems(f"ai800: {version}")
    assert found.reason in {_NOT_KNOWN, "must be a whole number, not a text", "must be a whole number, not a list"}


def test_a_newer_version_says_so() -> None:
    (found,) = _problems("ai800: 2")
    assert (found.reason, found.remedy) == (_NOT_KNOWN, "write `ai800: 1`, or use a newer ai800")


def test_all_problems_are_listed_by_line_each_at_its_own_place() -> None:
    text = "txt: 1\ngate:\n  kind: x\n  more: 1\nflag: 1\nevidence:\n  - a\n  - {}\n"
    assert [(problem.line, problem.column, problem.field) for problem in _problems(text)] == [
        (1, 1, "ai800"),
        (1, 1, "txt"),
        (3, 3, "gate.kind"),
        (4, 3, "gate.more"),
        (5, 1, "flag"),
        (8, 5, "evidence[1]"),
    ]


def test_without_places_there_are_fields() -> None:
    (found,) = validate({"ai800": 1, "flag": 1}, {}, schema=_SCHEMA)
    assert (found.path, found.line, found.field) == (None, None, "flag")


@pytest.mark.parametrize("value", ["SECRET", ["SECRET"], {"x": "SECRET"}])
@pytest.mark.parametrize("key", [key for key in _SCHEMA["properties"] if key != "text"])
def test_no_value_is_repeated(key, value) -> None:
    found = validate({"ai800": 1, key: value}, {}, schema=_SCHEMA)
    assert "SECRET" not in "".join(problem.reason + problem.remedy for problem in found)


def test_a_schema_is_never_fetched() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        server.settimeout(0.2)
        with pytest.raises(ValueError, match="retrieving it failed"):
            validate({}, {}, schema={"$ref": address})
        with pytest.raises(TimeoutError):
            server.accept()
