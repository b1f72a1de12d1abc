"""Puts the edition and the METADATA of the policies together: what the checker knows of every row."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from tools.case_data import load, tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.metadata import Block, Records

_EDITION = ("edition", "label", "date", "doi", "status")
_ROW = ("page", "ask", "conditional", "text")


def catalog(edition: dict[str, Any], blocks: list[Block], *, merged: Records, digest: str) -> dict[str, Any]:
    """The catalogue as it stands in policies/compiled/catalog.json; every id carries its edition."""
    rows = {f"ipd:{row['id']}": row for row in _rows(edition, merged)}
    practices = [_practice(practice, blocks) for practice in _practices(edition)]
    return {
        "digest": digest,
        "edition": {key: edition[key] for key in _EDITION},
        "objectives": [_objective(objective) for objective in edition["objectives"]],
        "practices": practices,
        "rows": {row_id: {key: row[key] for key in row if key != "id"} for row_id, row in rows.items()},
    }


def text(found: dict[str, Any]) -> str:
    """Sorted, with one line to each key, so that a change of one sentence is a change of one line."""
    return json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def disagreements(edition: dict[str, Any], merged: Records, *, blocks: list[Block]) -> Iterator[str]:
    """Where METADATA says another page or ask than the edition, or names a row that the edition does not have."""
    known = {row["id"]: row for row in _rows(edition, {})}
    for row, variants in merged.items():
        for where, record in variants.values():
            yield from _differences(row, known, record=record, where=where)
    for block in blocks:
        for row in block.custom.get("shared", {}):
            if row not in merged:
                yield f"{block.where}: shared names {row}, which no rule of this practice judges"


def _differences(row: str, known: dict[str, Any], *, record: dict[str, Any], where: str) -> Iterator[str]:
    if row not in known:
        yield f"{where}: the edition has no row {row}"
        return
    for key in ("page", "ask"):
        if record.get(key) != known[row][key]:
            yield f"{where}: {key} is {record.get(key)}, and {known[row][key]} in the edition"


def load_edition(source: str) -> dict[str, Any]:
    edition: dict[str, Any] = yaml.safe_load(source)
    return edition


def _practices(edition: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every practice of the edition with its objective; Appendix B counts as one, without an objective."""
    for objective in edition["objectives"]:
        for practice in objective["practices"]:
            rows = [row["id"] for row in (*practice["recommendations"], *practice["documentation"])]
            yield {**practice, "objective": objective["id"], "rows": rows}
    appendix = edition["safeguards"]
    rows = [row["id"] for group in appendix["groups"] for row in group["items"]]
    groups = [{key: group[key] for key in ("id", "title", "page")} for group in appendix["groups"]]
    yield {**appendix, "objective": None, "rows": rows, "groups": groups}


def _practice(practice: dict[str, Any], blocks: list[Block]) -> dict[str, Any]:
    packages = sorted({block.practice[0] for block in blocks if block.practice and block.row in practice["rows"]})
    return {
        **{key: practice.get(key) for key in ("title", "page", "statement")},
        "id": f"ipd:{practice['id']}",
        "objective": practice["objective"] and f"ipd:{practice['objective']}",
        "about": {package: _about(package, blocks) for package in packages},
        "groups": [{**group, "id": f"ipd:{group['id']}"} for group in practice.get("groups", [])],
        "rows": [f"ipd:{row}" for row in practice["rows"]],
    }


def _about(package: str, blocks: list[Block]) -> dict[str, dict[str, str]]:
    """What the head of each policy file of a package says, by file."""
    return {
        block.practice[1]: {key: block.found[key] for key in ("title", "description")}
        for block in blocks
        if block.practice and block.practice[0] == package and block.found["scope"] == "package"
    }


def _objective(objective: dict[str, Any]) -> dict[str, Any]:
    practices = [f"ipd:{practice['id']}" for practice in objective["practices"]]
    return {
        "id": f"ipd:{objective['id']}",
        **{key: objective[key] for key in ("title", "page")},
        "practices": practices,
    }


def _rows(edition: dict[str, Any], merged: Records) -> Iterator[dict[str, Any]]:
    for objective in edition["objectives"]:
        for practice in objective["practices"]:
            for kind, key in (("recommendation", "recommendations"), ("documentation", "documentation")):
                for row in practice[key]:
                    yield _row(row, kind, practice=practice["id"], merged=merged)
    for group in edition["safeguards"]["groups"]:
        for row in group["items"]:
            yield {
                **_row(row, "safeguard", practice=edition["safeguards"]["id"], merged=merged),
                "group": f"ipd:{group['id']}",
            }


@cache
def _fields() -> dict[str, dict[str, list[str]]]:
    """What the case tables say a met row rests on, by row and variant."""
    return {row: found for table in map(load, tables()) for row, found in table.get("rests_on", {}).items()}


def _rests_on(row: str, file: str) -> list[str]:
    """The fields of a file's variant; those of both variants for a file that judges both."""
    found = _fields().get(row, {})
    variants = found.values() if file == "both" else [found.get(file, [])]
    return sorted({str(path) for paths in variants for path in paths})


def _row(row: dict[str, Any], kind: str, *, practice: str, merged: Records) -> dict[str, Any]:
    judged = {variant: record for variant, (_, record) in merged.get(row["id"], {}).items()}
    rules = {variant: {key: record[key] for key in record if key not in _ROW} for variant, record in judged.items()}
    for variant, rule in rules.items():
        rule["rests_on"] = _rests_on(row["id"], variant)
    return {
        "id": row["id"],
        **{key: row[key] for key in _ROW},
        "kind": kind,
        "practice": f"ipd:{practice}",
        "rules": rules,
    }
