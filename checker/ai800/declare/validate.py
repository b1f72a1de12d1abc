"""Release data against its JSON Schema: every fault with its place, and nothing fetched from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jsonschema_rs import Draft202012Validator

from ai800.declare.faults import listed
from ai800.declare.pointers import field_path
from ai800.declare.reasons import Objection, objections
from ai800.declare.types import Declaration
from ai800.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Never

    from ai800.declare.schema_nodes import Node
    from ai800.declare.types import Place

# Where a value is wrong in several ways, the first of these says most.
_TELLING = ("additionalProperties", "type", "enum", "const", "pattern")


def validate(data: Mapping[str, Any], places: Mapping[str, Place], *, schema: Node) -> tuple[Problem, ...]:
    """Every fault of `data`, by file and line. `schema` is one of ours (draft 2020-12, closed)."""
    validator = Draft202012Validator(schema, retriever=_refuse, validate_formats=False)
    errors = validator.iter_errors(dict(data))
    told = _most_telling(objection for error in errors for objection in objections(error, schema))
    declaration = Declaration(data, places)
    return listed(problem_at(declaration, objection) for objection in told)


def problem_at(declaration: Declaration, objection: Objection) -> Problem:
    """The objection at the place where its value, or what should hold it, is written."""
    place = declaration.place(objection.pointer)
    fault = objection.fault
    field = field_path(objection.pointer)
    if place is None:
        return Problem(fault.reason, fault.remedy, field=field)
    return Problem(fault.reason, fault.remedy, place.path, place.line, place.column, field)


def _most_telling(found: Iterable[Objection]) -> Iterable[Objection]:
    told: dict[str, Objection] = {}
    for objection in sorted(found, key=_rank):
        told.setdefault(objection.pointer, objection)
    return told.values()


def _rank(objection: Objection) -> int:
    return _TELLING.index(objection.keyword) if objection.keyword in _TELLING else len(_TELLING)


def _refuse(address: str) -> Never:
    raise LookupError(address)
