"""Which fields a `met` rests on: drops every field of a base release in turn and sees which verdicts fall.

`python -m tools.rests_on [PRACTICE...]` compares that with `rests_on` in the case tables and prints every difference.
"""

from __future__ import annotations

import re
import sys
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from ai800.engines.engine import open_engine
from tools.case_data import base, document, load, tables
from tools.vocabulary import Field, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.engines.engine import Engine

VARIANTS = ("open", "closed")
_RECORDS = {"record", "records"}
_INDEX = re.compile(r"\.\d+(?=\.|$)")


def droppable(data: Mapping[str, Any]) -> Iterator[str]:
    """The dotted path of every field that may be left out, records themselves aside."""
    yield from _fields(data, vocabulary(), prefix="")


def _fields(data: Mapping[str, Any], fields: Mapping[str, Field], *, prefix: str) -> Iterator[str]:
    for name, value in data.items():
        field = fields.get(name)
        if field is None:  # the id of a record, which is no field of the vocabulary
            continue
        path = f"{prefix}{name}"
        if field.kind == "record":
            yield from _fields(value, field.fields, prefix=f"{path}.")
        elif field.kind == "records":
            for i, item in enumerate(value):
                yield from _fields(item, field.fields, prefix=f"{path}.{i}.")
        elif not field.required:
            yield path


def without(data: Any, path: str) -> Any:
    """A copy of `data` without the field at `path`; only what lies on the way is copied."""
    step, _, rest = path.partition(".")
    if isinstance(data, list):
        i = int(step)
        return [*data[:i], without(data[i], rest), *data[i + 1 :]]
    if not rest:
        return {name: value for name, value in data.items() if name != step}
    return {**data, step: without(data[step], rest)}


def met_rows(engine: Engine, data: Mapping[str, Any], *, variant: str) -> set[str]:
    """The rows that are met for every subject under `variant`."""
    answers = engine.evaluate(document(data))
    found: dict[str, set[str]] = {}
    for practice in answers.values():
        for file in {"both", variant} & set(practice):
            for row, subjects in practice[file]["verdicts"].items():
                found.setdefault(row, set()).update(answer["verdict"] for answer in subjects.values())
    return {row for row, verdicts in found.items() if verdicts == {"met"}}


def measured(engine: Engine, variant: str) -> dict[str, set[str]]:
    """For each row that is met in the base of `variant`, the fields without which it is not."""
    data = base(variant)
    met = met_rows(engine, data, variant=variant)
    found: dict[str, set[str]] = {row: set() for row in met}
    for path in droppable(data):
        for row in met - met_rows(engine, without(data, path), variant=variant):
            found[row].add(path)
    return found


def declared(variant: str) -> dict[str, list[str]]:
    """What the case tables say, by row."""
    return {
        row: [str(path) for path in variants.get(variant, ())]
        for table in map(load, tables())
        for row, variants in table.get("rests_on", {}).items()
        if variant in variants
    }


def differences(variant: str, fields: Mapping[str, set[str]], *, said: Mapping[str, list[str]]) -> Iterator[str]:
    for row in sorted(fields.keys() | said.keys()):
        found, patterns = fields.get(row), said.get(row)
        if found is None:
            yield f"{row} {variant}: rests_on is given, but the row is not met in the base"
        elif patterns is None:
            yield f"{row} {variant}: rests_on is missing; measured: {', '.join(summed(found))}"
        else:
            yield from _difference(f"{row} {variant}", found, patterns=patterns)


def _difference(row: str, found: set[str], *, patterns: list[str]) -> Iterator[str]:
    for path in sorted(found):
        if not any(fnmatchcase(path, pattern) for pattern in patterns):
            yield f"{row}: rests on {path}, which is not listed"
    for pattern in patterns:
        if not any(fnmatchcase(path, pattern) for path in found):
            yield f"{row}: survives the loss of {pattern}"


def summed(paths: set[str]) -> list[str]:
    """Paths with `*` for the places in lists."""
    return sorted({_INDEX.sub(".*", path) for path in paths})


def main(practices: list[str]) -> None:
    """Prints the differences for the practices named, or for all."""
    with open_engine() as engine:
        found = [
            line
            for variant in VARIANTS
            for line in differences(variant, measured(engine, variant), said=declared(variant))
            if not practices or any(line.startswith(practice) for practice in practices)
        ]
    print("\n".join(found) or "no differences")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
