"""Keeps the schemas of what `diff`, `compare`, `what-if` and `next` write in step with the report's.

`python -m tools.shared_schemas` writes the parts that they take from schemas/report.schema.json, or compares them with
`--check`. Everything else in them is written by hand.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tools.generated import main
from tools.vocabulary import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Schema = dict[str, Any]

FILES = tuple(f"schemas/{name}.schema.json" for name in ("changes", "compare", "what-if", "next"))
_REF = "#/$defs/"


def shared_parts() -> dict[str, Schema]:
    """What other schemas may take from the report: its definitions, and its fields by their names."""
    report = _read("schemas/report.schema.json")
    return {**report["properties"], **report["$defs"]}


def complete(schema: Schema, parts: Mapping[str, Schema]) -> Schema:
    """The schema with each part that it refers to; a definition of the same name as one of the report is that one."""
    own = {name: part for name, part in schema["$defs"].items() if name not in parts}
    found: dict[str, Schema] = {}
    waiting = list(_refs({**schema, "$defs": own}))
    while waiting:
        name = waiting.pop()
        if name not in own and name not in found:
            found[name] = parts[name]
            waiting += _refs(parts[name])
    return {**schema, "$defs": {**{name: part for name, part in parts.items() if name in found}, **own}}


def _refs(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"].removeprefix(_REF)
        for part in value.values():
            yield from _refs(part)
    if isinstance(value, list):
        for part in value:
            yield from _refs(part)


def _read(name: str) -> Schema:
    schema: Schema = json.loads((ROOT / name).read_text(encoding="utf-8"))
    return schema


def files() -> dict[str, str]:
    parts = shared_parts()
    completed = {name: complete(_read(name), parts) for name in FILES}
    return {name: json.dumps(schema, indent=1, ensure_ascii=False) + "\n" for name, schema in completed.items()}


if __name__ == "__main__":
    main(ROOT, files(), command="python -m tools.shared_schemas")
