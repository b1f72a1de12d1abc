"""Reads the case tables beside the policies: release data in the words of ai800.yaml, and the verdict it should get."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from ai800.evidence.types import Resolution
from ai800.release.build import build
from tools.vocabulary import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

AS_OF = "2026-06-01"
BASES = ROOT / "tests" / "policies" / "bases"
DROP = "~drop"


@dataclass(frozen=True, slots=True)
class Case:
    """One row of a table. `findings` is None where the table does not say."""

    name: str
    practice: str
    file: Path
    id: str
    variant: str
    subject: str | None
    verdict: str
    because: frozenset[str] | None
    findings: frozenset[str]
    data: Mapping[str, Any]


class CaseResolver:
    """Stands in for a repository: what a path is called says what became of it."""

    def resolve(self, reference: str | Mapping[str, Any]) -> Resolution:
        text = reference if isinstance(reference, str) else str(reference.get("url") or reference.get("path"))
        if "://" in text:
            return Resolution("external", text)
        if "placeholder" in text:
            return Resolution("placeholder", text, path=text)
        return Resolution("missing" if "missing" in text else "resolved", text, path=text)


def tables() -> list[Path]:
    return sorted((ROOT / "policies").rglob("cases.yaml"))


def load(path: Path) -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return table


def cases(path: Path) -> Iterator[Case]:
    table = load(path)
    for row in table["cases"]:
        name = row.get("base", "empty")
        yield Case(
            name=f"{row['id']} {row['name']}",
            practice=str(table["practice"]),
            file=path,
            id=row["id"],
            variant=row.get("variant", name if name in {"open", "closed"} else "open"),
            subject=row.get("subject"),
            verdict=row["verdict"],
            because=frozenset(row["because"]) if "because" in row else None,
            findings=frozenset(row.get("findings", ())),
            data=changed(base(name), row.get("change", {})),
        )


@cache
def base(name: str) -> Mapping[str, Any]:
    text = (BASES / f"{name}.yaml").read_text(encoding="utf-8")
    # Through JSON, so that what YAML aliases share becomes two, and a change of one leaves the other alone.
    data: dict[str, Any] = json.loads(json.dumps(yaml.safe_load(text)))
    if "extends" not in data:
        return data
    return changed(base(data["extends"]), data["change"])


def changed(data: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """A copy of `data` with `change` applied: dotted paths, `+` appends to a list, `~drop` removes."""
    copied: dict[str, Any] = copy.deepcopy(dict(data))
    for path, value in change.items():
        *parents, last = _steps(path)
        place: Any = copied
        for step in parents:
            place = _child(place, step)
        _put(place, last, value=copy.deepcopy(value))
    return copied


def _steps(path: str) -> list[str]:
    return path.split(".")


def _child(place: Any, step: str) -> Any:
    if isinstance(place, list):
        return place[int(step)]
    return place.setdefault(step, {})


def _put(place: Any, last: str, *, value: Any) -> None:
    if value == DROP:
        del place[int(last) if isinstance(place, list) else last]
    elif isinstance(place, list) and (last == "+" or int(last) == len(place)):
        place.append(value)
    else:
        place[int(last) if isinstance(place, list) else last] = value


@cache
def considerable() -> frozenset[str]:
    edition = yaml.safe_load((ROOT / "policies" / "editions" / "ipd.yaml").read_text(encoding="utf-8"))
    return frozenset(f"ipd:{row['id']}" for row in edition_rows(edition) if row["ask"] == "consider")


def edition_rows(edition: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Every recommendation, documentation line and safeguard of an edition file."""
    for objective in edition["objectives"]:
        for practice in objective["practices"]:
            yield from practice["recommendations"]
            yield from practice["documentation"]
    for group in edition["safeguards"]["groups"]:
        yield from group["items"]


def document(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return build(data, CaseResolver(), as_of=AS_OF, considerable=considerable()).document
