"""Reads the METADATA of the policies, as `opa inspect` found it, and holds it against schemas/metadata.schema.json."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from tools.opa import ROOT, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# By row and variant: where the row's METADATA stands, and its record.
Records = dict[str, dict[str, tuple[str, dict[str, Any]]]]

MAIN = ("ai800", "main")
PRACTICES = ("ai800", "ipd")
VARIANTS = ("both", "open", "closed")

# Keys of a row whose entries are merged one by one; of the others the nearest to the rule wins.
TABLES = ("findings", "reviews", "reasons", "partial")

_SCHEMA = json.loads((ROOT / "schemas" / "metadata.schema.json").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Block:
    """One METADATA block. `path` is the package or rule it stands above, without `data`; `where` is file:row."""

    path: tuple[str, ...]
    where: str
    found: dict[str, Any]

    @property
    def practice(self) -> tuple[str, str] | None:
        """The practice and the variant of a policy file that judges, else None."""
        inside = self.path[: len(PRACTICES)] == PRACTICES and len(self.path) >= len(PRACTICES) + 2
        return (self.path[2], self.path[3]) if inside else None

    @property
    def row(self) -> str | None:
        """The id of the row whose rule this stands above, else None."""
        rule = self.path[4:]
        return rule[1] if self.practice and len(rule) > 1 and rule[0] == "subjects" else None

    @property
    def custom(self) -> dict[str, Any]:
        return dict(self.found.get("custom", {}))

    @property
    def kind(self) -> str:
        """The definition of the schema that the block must fulfil."""
        if self.row:
            return "row_block"
        if self.found["scope"] != "package" or "custom" not in self.found:
            return "any_block"
        return "common_block" if self.path == MAIN else "practice_block"


def blocks(folder: Path) -> list[Block]:
    """Every METADATA block of the policies in `folder`, in the order of file and row."""
    found = json.loads(run("inspect", "--annotations", "--format=json", ".", cwd=folder))["annotations"]
    read = [_block(annotation) for annotation in found]
    return [block for _, block in sorted(read, key=lambda pair: pair[0])]


def _block(annotation: dict[str, Any]) -> tuple[tuple[str, int], Block]:
    place = annotation["location"]
    path = tuple(str(part["value"]) for part in annotation["path"][1:])
    block = Block(path, f"{place['file']}:{place['row']}", annotation["annotations"])
    return (place["file"], place["row"]), block


def problems(found: list[Block]) -> list[str]:
    """What is wrong with the blocks, each with file:row; a row that two rules claim is named too."""
    wrong = [problem for block in found for problem in _against(block.kind, block.found, where=block.where)]
    claims = Counter((block.practice, block.row) for block in found if block.row)
    twice = [block for block in found if block.row and claims[block.practice, block.row] > 1]
    return [*wrong, *(f"{block.where}: row {block.row} has two METADATA blocks in one file" for block in twice)]


def records(found: list[Block]) -> Records:
    """By row and variant: where it stands, and its record with what is shared and what is common merged in."""
    common: dict[str, Any] = next((block.custom.get("common", {}) for block in found if block.path == MAIN), {})
    shared = {
        block.practice[0]: block.custom.get("shared", {})
        for block in found
        if block.practice and block.found["scope"] == "package" and block.practice[1] == "both"
    }
    merged: Records = {}
    for block in found:
        if block.row and block.practice:
            practice, variant = block.practice
            layers = (common, shared.get(practice, {}).get(block.row, {}), block.custom)
            head: dict[str, Any] = {key: block.found[key] for key in ("title", "description") if key in block.found}
            merged.setdefault(block.row, {})[variant] = (block.where, _on_one_line({**head, **_merged(layers)}))
    return merged


def record_problems(merged: Records) -> Iterator[str]:
    """What is wrong with merged rows: a key that nobody gives, or variants that do not add up."""
    for row, variants in merged.items():
        for variant, (where, record) in variants.items():
            yield from _against("record", record, where=where)
            yield from _unspecific(variant, record, where=where)
        if set(variants) not in ({"both"}, {"open", "closed"}):
            where = next(iter(variants.values()))[0]
            yield f"{where}: row {row} stands in {' and '.join(variants)}, not in both, or in open and closed"


def _unspecific(variant: str, record: dict[str, Any], *, where: str) -> Iterator[str]:
    """What is called specific to openness, and is no ground of the open variant."""
    known = {*record.get("findings", ()), *record.get("partial", ())} if variant == "open" else set()
    for code in record.get("specific_to_openness", ()):
        if code not in known:
            yield f"{where}: specific_to_openness names {code}, on which the open variant does not fail"


def _on_one_line(record: Any) -> Any:
    """A record whose texts are lines, however METADATA folds them; an example keeps its lines."""
    if isinstance(record, dict):
        return {key: value if key == "example" else _on_one_line(value) for key, value in record.items()}
    if isinstance(record, list):
        return [_on_one_line(value) for value in record]
    return " ".join(record.split()) if isinstance(record, str) else record


def _merged(layers: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    """The layers from the furthest to the nearest, laid over each other."""
    record: dict[str, Any] = {}
    for layer in layers:
        tables = {key: {**record.get(key, {}), **layer[key]} for key in TABLES if key in layer}
        record = {**record, **layer, **tables}
    return record


def _against(kind: str, value: dict[str, Any], *, where: str) -> Iterator[str]:
    schema = {"$ref": f"#/definitions/{kind}", "definitions": _SCHEMA["definitions"]}
    for error in jsonschema_rs.Draft7Validator(schema).iter_errors(value):
        field = ".".join(str(part) for part in error.instance_path)
        yield f"{where}: {field or 'METADATA'}: {error.message}"
