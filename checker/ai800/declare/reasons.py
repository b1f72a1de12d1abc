"""What JSON Schema finds wrong, in words for whoever wrote the file. The value itself is never repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.declare.faults import Fault
from ai800.declare.pointers import child, pointer_to
from ai800.declare.schema_nodes import node_at
from ai800.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jsonschema_rs import ValidationError

    from ai800.declare.schema_nodes import Node

_LISTED = 12


class Objection(NamedTuple):
    """A fault at a JSON pointer; `keyword` is the schema's word for it."""

    pointer: str
    keyword: str
    fault: Fault


_EXPECTED = {
    "boolean": "a boolean (true or false)",
    "string": "a text",
    "number": "a number",
    "integer": "a whole number",
    "array": "a list",
    "object": "a mapping of keys to values",
    "null": "left empty",
}
_ACTUAL = {bool: "a boolean", str: "a text", list: "a list", dict: "a mapping", float: "a number with a fraction"}
_HOW = {
    "boolean": "write true or false, without quotes",
    "string": "put the value between quotes",
    "number": "write the number without quotes, such as 12, 0.5 or 1e25",
    "integer": "write a whole number without quotes",
    "array": "write each item on a line of its own that begins with `- `",
    "object": "write each key on a line of its own, indented, as `key: value`",
    "null": "delete the value",
}
_FORMS = {
    "date": Fault("must be a date", "write it as YYYY-MM-DD, such as 2026-01-31"),
    "id": Fault("must be an id", "use letters, digits and . _ : - only, and begin with a letter or a digit"),
    "digest": Fault("must be a SHA-256 digest", "write its 64 digits, 0-9 and a-f in lower case"),
    "edition_id": Fault("must be an id of the edition", "write it as reports do, such as ipd:5.3.1"),
}
_LOOK = "see the documentation of ai800.yaml"
_FORM = Fault("is not written in the expected form", _LOOK)
_EMPTY = Fault("is left empty", "write a value, or delete the key")
_VERSION = Fault(
    "names a version of the vocabulary that this ai800 does not know", "write `ai800: 1`, or use a newer ai800"
)
_LIMITS = {
    "minLength": ("is shorter than {0} characters", "write more"),
    "maxLength": ("is longer than {0} characters", "write less, and name a file with the rest as evidence"),
    "minItems": ("has fewer than {0} items", "add what is missing"),
    "maxItems": ("has more than {0} items", "keep the items that matter"),
    "minimum": ("must be {0} or more", "write a number in that range"),
    "maximum": ("must be {0} or less", "write a number in that range"),
    "exclusiveMinimum": ("must be more than {0}", "write a number in that range"),
    "exclusiveMaximum": ("must be less than {0}", "write a number in that range"),
}


def objections(error: ValidationError, schema: Node) -> Iterator[Objection]:
    """What to tell of one error of the validator; of several alternatives, the one that was meant."""
    kind: Any = error.kind
    pointer = pointer_to(error.instance_path)
    match kind.name:
        case "anyOf" | "oneOf":
            yield from _of_alternatives(error, schema)
        case "additionalProperties":
            known = node_at(schema, error.schema_path[:-1]).get("properties", {})
            yield from (_unknown(pointer, key, known=known) for key in kind.unexpected)
        case "required":
            name = kind.property
            yield Objection(
                child(pointer, name), "required", Fault(f"is missing: `{name}` is required", f"add `{name}`")
            )
        case keyword:
            yield Objection(pointer, keyword, _fault(error, schema))


def _unknown(pointer: str, key: str, *, known: Iterable[str]) -> Objection:
    names = sorted(known)
    meant = nearest(key, names)
    if meant is not None:
        remedy = f"did you mean `{meant}`?"
    elif len(names) <= _LISTED:
        remedy = f"known here: {_names(names)}"
    else:
        remedy = f"delete it, or {_LOOK}"
    return Objection(child(pointer, key), "additionalProperties", Fault("is no known key", remedy))


def _fault(error: ValidationError, schema: Node) -> Fault:
    kind: Any = error.kind
    if error.instance is None:
        return _EMPTY
    if kind.name in _LIMITS:
        reason, remedy = _LIMITS[kind.name]
        return Fault(reason.format(kind.limit), remedy)
    match kind.name:
        case "type":
            return _wrong_type(kind.types, error)
        case "enum":
            return _wrong_value(kind.options, error, node=node_at(schema, error.schema_path[:-1]))
        case "const":
            return Fault(f"must be {kind.expected_value}", "write that value")
    return _form(error) or _FORM


def _form(error: ValidationError) -> Fault | None:
    """What the definition stands for in which the error arose."""
    place = error.schema_path
    return _FORMS.get(str(place[1])) if place[0] == "$defs" else None


def _wrong_type(types: list[str], error: ValidationError) -> Fault:
    if error.instance is None:
        return _EMPTY
    form = _form(error)
    actual = _ACTUAL.get(type(error.instance), "a number")
    if form is not None:
        return Fault(f"{form.reason}, not {actual}", form.remedy)
    expected = " or ".join(_EXPECTED[name] for name in types)
    return Fault(f"must be {expected}, not {actual}", _HOW[types[0]])


def _wrong_value(options: list[Any], error: ValidationError, *, node: Node) -> Fault:
    if node.get("x-kind") == "version":
        return _VERSION
    names = [str(option) for option in options]
    meant = nearest(str(error.instance), names) if isinstance(error.instance, str) else None
    hints = [f"did you mean `{meant}`?"] if meant else []
    if len(names) <= _LISTED:
        hints.append(f"known values: {_names(names)}")
    return Fault("is none of the known values", " ".join(hints) or _LOOK)


def _of_alternatives(error: ValidationError, schema: Node) -> list[Objection]:
    kind: Any = error.kind
    pointer = pointer_to(error.instance_path)
    fitting = [branch for branch in kind.context if not _types(branch, error)]
    if not fitting:
        types = dict.fromkeys(name for branch in kind.context for name in _types(branch, error))
        return [Objection(pointer, "type", _wrong_type(list(types), error))]
    fewest = min(map(_strange, fitting))
    likely = [branch for branch in fitting if _strange(branch) == fewest]
    if len(likely) > 1:
        return _between(likely, pointer, schema=schema)
    return [found for cause in likely[0] for found in objections(cause, schema)]


def _types(branch: list[ValidationError], error: ValidationError) -> list[str]:
    """The types that the alternative asks for where the value has another."""
    kinds: list[Any] = [cause.kind for cause in branch if cause.instance_path == error.instance_path]
    return [name for kind in kinds if kind.name == "type" for name in kind.types]


def _strange(branch: list[ValidationError]) -> int:
    """How many keys are too many or too few for the alternative."""
    return sum(len(getattr(cause.kind, "unexpected", ())) + (cause.kind.name == "required") for cause in branch)


def _between(likely: list[list[ValidationError]], pointer: str, *, schema: Node) -> list[Objection]:
    """Alternatives that are equally far from what is written: only what all of them say."""
    nodes = [node_at(schema, branch[0].schema_path[:-1]) for branch in likely if branch]
    known = {name for node in nodes for name in node.get("properties", ())}
    strange = set.intersection(*(_unexpected(branch) for branch in likely))
    if strange:
        return [_unknown(pointer, key, known=known) for key in sorted(strange)]
    required = sorted({name for node in nodes for name in node.get("required", ())})
    if not required:
        return [Objection(pointer, "oneOf", _FORM)]
    keys = _names(required)
    return [Objection(pointer, "oneOf", Fault(f"must have one, and only one, of the keys {keys}", "keep one of them"))]


def _unexpected(branch: list[ValidationError]) -> set[str]:
    return {key for cause in branch for key in getattr(cause.kind, "unexpected", ())}


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
