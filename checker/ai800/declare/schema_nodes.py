"""Walks a JSON Schema of ours: paths into it, and release data beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.declare.pointers import child

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Node = dict[str, Any]

_DEFINITIONS = "#/$defs/"


def node_at(schema: Node, path: Iterable[str | int]) -> Node:
    """The node at `path`, the keys and indexes from the root of the schema."""
    found: Any = schema
    for step in path:
        found = found[step]
    node: Node = found
    return node


def definition(node: Node) -> str | None:
    """The name of the definition that the node refers to."""
    reference = node.get("$ref")
    return reference.removeprefix(_DEFINITIONS) if reference else None


def resolved(schema: Node, node: Node) -> Node:
    """The definition that the node refers to, or the node itself."""
    name = definition(node)
    return node if name is None else schema["$defs"][name]


def visit(value: Any, node: Node, *, pointer: str, schema: Node) -> Iterator[tuple[str, Any, Node]]:
    """Pointer, value and node of `value` and of everything in it, as far as the schema knows it.

    A value with alternatives is visited once for each of them.
    """
    yield pointer, value, node
    full = resolved(schema, node)
    if isinstance(value, dict):
        for branch in full.get("anyOf", ()):
            yield from visit(value, branch, pointer=pointer, schema=schema)
        known = full.get("properties", {})
        for key, held in value.items():
            if key in known:
                yield from visit(held, known[key], pointer=child(pointer, key), schema=schema)
    elif isinstance(value, list) and "items" in full:
        for index, item in enumerate(value):
            yield from visit(item, full["items"], pointer=child(pointer, str(index)), schema=schema)
