from __future__ import annotations

import json

import jsonschema_rs
import pytest

from tools.shared_schemas import FILES, ROOT, complete, files, shared_parts

PARTS = {
    "row": {"$ref": "#/$defs/finding"},
    "finding": {"items": [{"$ref": "#/$defs/place"}]},
    "place": {"type": "string"},
    "other": {"type": "null"},
}


def test_a_schema_gets_what_it_refers_to_and_loses_what_it_does_not():
    stale = {"$defs": {"own": {"$ref": "#/$defs/row"}, "place": {"type": "null"}, "other": {}}, "$ref": "#/$defs/own"}
    found = complete(stale, PARTS)
    assert list(found["$defs"]) == ["row", "finding", "place", "own"]
    assert found["$defs"]["place"] == PARTS["place"]
    assert complete(found, PARTS) == found


def test_a_part_that_is_nowhere_is_a_mistake():
    with pytest.raises(KeyError):
        complete({"$defs": {}, "$ref": "#/$defs/none"}, PARTS)


@pytest.mark.parametrize("name", FILES)
def test_each_schema_is_in_step_with_the_report_and_sound(name):
    written = (ROOT / name).read_text(encoding="utf-8")
    assert files()[name] == written
    schema = json.loads(written)
    assert jsonschema_rs.meta.is_valid(schema)
    assert schema["title"]
    assert schema["description"]
    assert {part for part in schema["$defs"] if part in shared_parts()}
