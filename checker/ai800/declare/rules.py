"""What JSON Schema cannot say of release data: real dates, names that are one of a kind."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from ai800.declare.faults import Fault, listed
from ai800.declare.pointers import child
from ai800.declare.reasons import Objection
from ai800.declare.schema_nodes import definition, visit
from ai800.declare.types import Declaration
from ai800.declare.validate import problem_at
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.declare.schema_nodes import Node
    from ai800.declare.types import Place
    from ai800.errors import Problem

YEARS = range(1900, 2201)

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")

_NO_DAY = Fault("is no day of the calendar", "write a day that exists, as YYYY-MM-DD")
_NO_YEAR = Fault(f"is not between the years {YEARS[0]} and {YEARS[-1]}", "write the year in full, as YYYY-MM-DD")
_RELEASE = Fault("`release` stands for the whole release and cannot name a channel", "give the channel another id")


def check_rules(data: Mapping[str, Any], places: Mapping[str, Place], *, schema: Node) -> tuple[Problem, ...]:
    """Every breach, by file and line. Values of the wrong type are passed over: the schema objects to those."""
    declaration = Declaration(data, places)
    found: list[Objection] = []
    for pointer, value, node in visit(data, schema, pointer="", schema=schema):
        if isinstance(value, str):
            found.extend(_date(pointer, value, node=node))
        elif isinstance(value, list):
            found.extend(_unique(pointer, value, node=node, declaration=declaration))
    found.extend(_channels(data))
    return listed(problem_at(declaration, objection) for objection in found)


def _date(pointer: str, value: str, *, node: Node) -> Iterator[Objection]:
    written = _DATE.fullmatch(value) if definition(node) == "date" else None
    if written is None:
        return
    year, month, day = map(int, written.groups())
    if year not in YEARS:
        yield Objection(pointer, "date", _NO_YEAR)
        return
    try:
        date(year, month, day)
    except ValueError:
        yield Objection(pointer, "date", _NO_DAY)


def _unique(pointer: str, items: list[Any], *, node: Node, declaration: Declaration) -> Iterator[Objection]:
    """A second item of the same name, in a list whose items must differ in it."""
    key = _name_of_items(pointer, node)
    if key is None:
        return
    first: dict[str, str] = {}
    for index, item in enumerate(items):
        name = item.get(key) if isinstance(item, dict) else None
        if not isinstance(name, str):
            continue
        at = child(child(pointer, str(index)), key)
        if name in first:
            yield Objection(at, "id", _twice(key, declaration.place(first[name])))
        first.setdefault(name, at)


def _name_of_items(pointer: str, node: Node) -> str | None:
    properties = node.get("items", {}).get("properties", {})
    # A recommendation is considered once; two outcomes would contradict each other.
    if pointer == "/considered" or definition(properties.get("id", {})) == "id":
        return "id"
    return "threat_profile" if re.fullmatch("/deployments/[0-9]+/risks", pointer) else None


def _twice(key: str, place: Place | None) -> Fault:
    where = "an entry above" if place is None else f"the entry in {printable(place.path)} line {place.line}"
    return Fault(f"{where} has the same `{key}`", "give one of the two another, or delete it")


def _channels(data: Mapping[str, Any]) -> Iterator[Objection]:
    channels = data.get("channels")
    for index, channel in enumerate(channels if isinstance(channels, list) else ()):
        if isinstance(channel, dict) and channel.get("id") == "release":
            yield Objection(f"/channels/{index}/id", "id", _RELEASE)
