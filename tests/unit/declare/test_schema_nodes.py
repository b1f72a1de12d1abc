from __future__ import annotations

from ai800.declare.schema_nodes import definition, node_at, resolved, visit

_SCHEMA = {
    "properties": {
        "a": {"$ref": "#/$defs/date"},
        "b": {"type": "array", "items": {"anyOf": [{"$ref": "#/$defs/date"}, {"$ref": "#/$defs/file"}]}},
        "c": {"type": "array"},
    },
    "$defs": {"date": {"type": "string"}, "file": {"properties": {"on": {"$ref": "#/$defs/date"}}}},
}


def test_nodes_and_what_they_refer_to() -> None:
    node = node_at(_SCHEMA, ["properties", "b", "items", "anyOf", 1])
    assert definition(node) == "file"
    assert resolved(_SCHEMA, node) == _SCHEMA["$defs"]["file"]
    assert definition(_SCHEMA) is None
    assert resolved(_SCHEMA, _SCHEMA) is _SCHEMA


def test_a_visit_goes_as_far_as_the_schema() -> None:
    data = {"a": "x", "b": ["y", {"on": "z", "off": 1}], "c": [1], "d": {"a": 1}}
    visited = [(pointer, definition(node)) for pointer, _, node in visit(data, _SCHEMA, pointer="", schema=_SCHEMA)]
    assert visited == [
        ("", None),
        ("/a", "date"),
        ("/b", None),
        ("/b/0", None),
        ("/b/1", None),
        ("/b/1", "date"),
        ("/b/1", "file"),
        ("/b/1/on", "date"),
        ("/c", None),
    ]
