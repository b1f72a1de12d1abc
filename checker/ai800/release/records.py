"""Walks the release data along its schema and writes total records: every field of every record is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.release.types import Reference, Trouble
from ai800.release.values import LEAVES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ai800.evidence.types import Resolver

Record = dict[str, Any]


# Ids of these sections are what other records refer to.
REFERRED = (
    "channels", "threat_profiles", "benefits", "thresholds", "capability_estimates",
    "evaluations", "red_teams", "safeguards",
)  # fmt: skip


class Records:
    """Turns values into records, and keeps what it met on the way: references to evidence, ids that lead nowhere."""

    def __init__(self, data: Mapping[str, Any], resolver: Resolver) -> None:
        self._resolver = resolver
        self._places = {section: _places(data.get(section, ())) for section in REFERRED}
        self.references: list[Reference] = []
        self.troubles: list[Trouble] = []

    def record(self, schema: Mapping[str, Any], value: Mapping[str, Any] | None, *, at: str) -> Record:
        record: Record = {"at": at, "given": value is not None}
        values: Mapping[str, Any] = {} if value is None else value
        for name, field in schema["properties"].items():
            self.put(record, name, field=field, value=values.get(name))
        return record

    def records(self, field: Mapping[str, Any], values: list[Any] | None, *, at: str) -> list[Record]:
        return [self.record(field["items"], value, at=f"{at}/{i}") for i, value in enumerate(values or ())]

    def put(self, record: Record, name: str, *, field: Mapping[str, Any], value: Any) -> None:
        pointer = f"{record['at']}/{name}"
        match field["x-kind"]:
            case "record":
                record[name] = self.record(field, value, at=pointer)
            case "records":
                record[name] = self.records(field, value, at=pointer)
            case "evidence":
                record[name] = [
                    self._status(record["at"], f"{pointer}/{i}", value=v) for i, v in enumerate(value or ())
                ]
            case "reference":
                record[name] = "" if value is None else self._status(pointer, pointer, value=value)
            case "ref":
                record[name] = next(iter(self._indexes(field, [] if value is None else [value], pointer=pointer)), -1)
            case "refs" if len(field["x-of"]) > 1:
                record.update(self._sorted_indexes(name, field, ids=value or [], pointer=pointer))
            case "refs":
                record[name] = self._indexes(field, value or [], pointer=pointer)
            case kind:
                record[name] = LEAVES[kind](value)

    def _status(self, record: str, pointer: str, *, value: str | Mapping[str, Any]) -> str:
        resolution = self._resolver.resolve(value)
        self.references.append(Reference(record, pointer, resolution))
        return resolution.status

    def _indexes(self, field: Mapping[str, Any], ids: list[str], *, pointer: str) -> list[int]:
        (section,) = field["x-of"]
        places = self._places[section]
        for identity in dict.fromkeys(ids):
            if identity not in places:
                self._dangling(pointer, identity, sections=field["x-of"])
        return [places[identity] for identity in dict.fromkeys(ids) if identity in places]

    def _sorted_indexes(
        self, name: str, field: Mapping[str, Any], *, ids: list[str], pointer: str
    ) -> dict[str, list[int]]:
        """Ids that may lead into several sections, sorted by where they lead."""
        found: dict[str, list[int]] = {section: [] for section in field["x-of"]}
        for identity in dict.fromkeys(ids):
            sections = [section for section in found if identity in self._places[section]]
            for section in sections:
                found[section].append(self._places[section][identity])
            if not sections:
                self._dangling(pointer, identity, sections=field["x-of"])
        return {f"{name}_{section}": indexes for section, indexes in found.items()}

    def _dangling(self, pointer: str, identity: str, *, sections: list[str]) -> None:
        known = [known for section in sections for known in self._places[section]]
        arguments = {"id": identity, "sections": sections, "known": known}
        self.troubles.append(Trouble("unknown_reference", pointer, arguments))


def _places(values: Any) -> dict[str, int]:
    return {value["id"]: i for i, value in enumerate(values)}
