"""Release data that is wrong: every field with every value that it cannot have, and what no schema can say.

Each is a clear line with its place, or a finding; never a verdict that stands.
"""

from __future__ import annotations

import json

import pytest

from ai800.api import check as judge
from ai800.declare.declaration import read_declaration
from ai800.declare.layout import APART
from ai800.resources import release_schema
from ai800.snapshot.release_files import ReleaseFiles
from tests.support.problems import refused
from tests.support.releases import write_release

DAY = "2026-06-01"
SCHEMA = release_schema()["properties"]
_LONG = "x" * 16385
_TEXT = (5, True, ["words"], {"a": "words"}, None, _LONG)
_WORDS = ("words", 5, True, {}, [5], [["words"]], [None], None)
_NAME = (5, True, "", "two words", "-rf", "é", "x" * 101, ["a"], {}, None)
_NAMES = ("words", 5, {}, [5], ["two words"], [""], [None], None)
_ADDRESS = {"url": "https://example.org"}
_REFERENCE = (5, True, {}, {"path": 5}, {"paht": "a.md"}, {"path": "a.md", **_ADDRESS}, {**_ADDRESS, "anchor": "a"})

# What a value of each kind cannot be.
WRONG = {
    "version": (2, "1", True, None, [1]),
    "text": _TEXT,
    "name": _TEXT,
    "decision": _TEXT,
    "texts": _WORDS,
    "edition_texts": _WORDS,
    "date": (
        5, True, [], {}, None, "", "tomorrow", "20260101", "2026-1-1", "2026-02-30", "2025-02-29", "2026-13-01",
        "2026-00-10", "2026-01-00", "0000-01-01", "1899-12-31", "2201-01-01", "2026-01-01T00:00:00", "२०२६-०१-०१",
    ),
    "number": ("5", True, [1], {}, None, 1e36, -1e36),
    "amount": ("5", True, [1], {}, None, 1e36, -0.5),
    "count": ("5", True, 1.5, -1, 10**17, [], {}, None),
    "boolean": ("true", "yes", 1, 0, [], {}, None),
    "id": _NAME,
    "ref": _NAME,
    "refs": _NAMES,
    "digest": (5, "abc", "A" * 64, "g" * 64, "a" * 65, [], {}, None),
    "measure": (True, [], {}, None, _LONG, 1e36),
    "reference": (*_REFERENCE, [], None, _LONG),
    "evidence": ("a.md", {"path": "a.md"}, 5, None, *([value] for value in _REFERENCE), [None], [["a.md"]]),
    "licence": (5, True, [], {}, {"path": "LICENSE"}, {"id": 5}, {"id": "MIT", "url": "x"}, None),
    "enum": ("nonsense", "", 5, True, [], {}, None),
    "enums": ("nonsense", 5, {}, None, ["nonsense"], [5], [None]),
    "edition_id": ("5.3", "ipd:", "ipd:5.3 ", "2pd:5.3", "IPD:5.3", "ipd:" + "1" * 20, 5, [], None),
    "record": ("words", 5, True, [], None, {"no_such_field": 1}),
    "records": ("words", 5, True, {}, None, ["words"], [5], [None], [[]], [{"no_such_field": 1}]),
}  # fmt: skip


def fields(node, path):
    """Every field at or below a node, as the steps that lead to it and its kind; of a list the first item."""
    yield path, node["x-kind"]
    if node["x-kind"] == "records":
        node, path = node["items"], (*path, 0)
    for name, field in node.get("properties", {}).items():
        yield from fields(field, (*path, name))


FIELDS = {name: [*fields(node, (name,))] for name, node in SCHEMA.items()}
RECORDS = {"record", "records"}


def put(data, steps, value):
    """`value` where the steps lead; what stands on the way is made."""
    step, *rest = steps
    if not rest:
        data[step] = value
    elif rest[0] == 0:
        put(data.setdefault(step, [{}])[0], rest[1:], value)
    else:
        put(data.setdefault(step, {}), rest, value)


def dotted(steps):
    return "".join(f"[{step}]" if step == 0 else f".{step}" for step in steps).removeprefix(".")


def problems(folder, data):
    """What is said of sections, each in the file where it may stand."""
    apart = {f".ai800/{name}.yaml": data.pop(name) for name in APART if name in data}
    files = {
        path: json.dumps(value, ensure_ascii=False).encode() for path, value in {"ai800.yaml": data, **apart}.items()
    }
    return refused(lambda: read_declaration(ReleaseFiles(folder, files)))


def told(found, steps):
    """What is said of a field or of what stands below it."""
    name = dotted(steps)
    return [each for each in found if each.field == name or (each.field or "").startswith((f"{name}.", f"{name}["))]


def check(found, steps, value):
    said = told(found, steps)
    assert said, (dotted(steps), value)
    assert all(each.path and each.line and each.column for each in said)
    assert all(each.remedy and each.reason.isprintable() for each in said)


def test_every_kind_of_field_is_tried():
    assert {kind for fields in FIELDS.values() for _, kind in fields} == set(WRONG)


@pytest.mark.parametrize("section", SCHEMA)
def test_no_field_takes_a_value_that_it_cannot_have(tmp_path, section):
    leaves = [(steps, WRONG[kind]) for steps, kind in FIELDS[section] if kind not in RECORDS]
    for turn in range(max(len(wrong) for _, wrong in leaves)):
        given = [(steps, wrong[turn]) for steps, wrong in leaves if turn < len(wrong)]
        data = {}
        for steps, value in given:
            put(data, steps, value)
        found = problems(tmp_path, data)
        for steps, value in given:
            check(found, steps, value)


@pytest.mark.parametrize(
    "steps, kind",
    [
        pytest.param(*field, id=dotted(field[0]))
        for fields in FIELDS.values()
        for field in fields
        if field[1] in RECORDS
    ],
)
def test_no_record_takes_what_is_none(tmp_path, steps, kind):
    for value in WRONG[kind]:
        data = {}
        put(data, steps, value)
        check(problems(tmp_path, data), steps, value)


def references(node, path):
    """Every field that names records elsewhere, with its kind and the sections that it leads to."""
    if "x-of" in node:
        yield path, node["x-kind"], node["x-of"]
    if node["x-kind"] == "records":
        node, path = node["items"], (*path, 0)
    for name, field in node.get("properties", {}).items():
        yield from references(field, (*path, name))


REFERENCES = {name: [*references(node, (name,))] for name, node in SCHEMA.items()}


def test_no_record_can_lead_back_to_itself():
    """Sections that name each other in a ring would let a record rest on itself."""
    left = {name: {section for *_, of in found for section in of} for name, found in REFERENCES.items()}
    while free := {name for name, leads in left.items() if not leads & left.keys()}:
        left = {name: leads for name, leads in left.items() if name not in free}
    assert left == {}


@pytest.mark.parametrize(
    "steps, kind", [pytest.param(*found[:2], id=dotted(found[0])) for each in REFERENCES.values() for found in each]
)
def test_an_id_that_leads_nowhere_is_told_and_fails(tmp_path, steps, kind):
    file = write_release(tmp_path / "release") / "ai800.yaml"
    data = json.loads(file.read_bytes())
    put(data, steps, "nowhere" if kind == "ref" else ["nowhere"])
    file.write_text(json.dumps(data, indent=1), encoding="utf-8")
    found = judge(file.parent, as_of=DAY)
    (told,) = [each for each in found.disagreements if each.message.startswith("nowhere is not declared in")]
    assert (told.weight, told.place.path, found.exit_code) == ("fails", "ai800.yaml", 1)
    assert told.place.line > 1


TWICE = [name for name, node in SCHEMA.items() if "id" in node.get("items", {}).get("required", ())]
REPEATED = {"alternatives", "reviews", "waivers"}  # several persons may judge, and a waiver has a scope


@pytest.mark.parametrize("section", [name for name in TWICE if name not in REPEATED])
def test_two_entries_of_one_id_are_told(tmp_path, section):
    name = "ipd:2.1.1" if section == "considered" else "same"
    (found,) = [each for each in problems(tmp_path, {section: [{"id": name}, {"id": name}]}) if "same" in each.reason]
    assert (found.field, found.path) == (f"{section}[1].id", "ai800.yaml")
