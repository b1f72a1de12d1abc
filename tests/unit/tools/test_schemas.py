from __future__ import annotations

import pytest

from ai800.resources import release_schema

SCHEMA = release_schema()


def properties(node, path=""):
    for name, field in node.get("properties", {}).items():
        yield f"{path}/{name}", field
        yield from properties(field, f"{path}/{name}")
    if "items" in node:
        yield from properties(node["items"], f"{path}[]")


OF_RELEASE = [
    *properties(SCHEMA),
    *(found for name, node in SCHEMA["$defs"].items() for found in properties(node, name)),
]


@pytest.mark.parametrize("field", [pytest.param(field, id=path) for path, field in OF_RELEASE])
def test_every_field_says_what_it_is(field):
    words = field["description"].split()
    assert words
    assert field["description"][-1] in ".…"
