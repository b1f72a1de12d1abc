"""Reviews, waivers and alternatives that came, went, or hold for another time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.changes.rows import rows_of
from ai800.changes.types import EntryChange

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.changes.types import Step

Data = dict[str, Any]

# What makes two entries of one row the same entry, the surest first.
_SAME = (("kind", "by", "note", "until"), ("kind", "by", "note"), ("kind", "by"))
_NO_END = "9999-99-99"


def compare_entries(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[EntryChange]:
    """What changed for the rows that both reports hold."""
    before = rows_of(old)
    for identity, row in rows_of(new).items():
        if identity in before:
            yield from _row(identity, list(before[identity]["overrides"]), came=list(row["overrides"]))


def _row(identity: str, gone: list[Data], *, came: list[Data]) -> Iterator[EntryChange]:
    for names in _SAME:
        for entry in list(came):
            known = next((each for each in gone if all(each[name] == entry[name] for name in names)), None)
            if known is None:
                continue
            came.remove(entry)
            gone.remove(known)
            if step := _step(known, entry):
                yield _change(identity, step, entry=entry, before=known["until"])
    yield from (_change(identity, "came", entry=entry, before=None) for entry in came)
    yield from (_change(identity, "went", entry=entry, before=entry["until"]) for entry in gone)


def _step(known: Data, entry: Data) -> Step | None:
    if known["counts"] != entry["counts"]:
        return "counts_now" if entry["counts"] else "lapsed"
    before, now = known["until"] or _NO_END, entry["until"] or _NO_END
    if before != now:
        return "extended" if now > before else "shortened"
    return None if known["note"] == entry["note"] else "reworded"


def _change(identity: str, step: Step, *, entry: Data, before: str | None) -> EntryChange:
    return EntryChange(
        kind=entry["kind"],
        id=identity,
        step=step,
        by=entry["by"],
        until=None if step == "went" else entry["until"],
        until_before=before,
        note=entry["note"],
        counts=entry["counts"],
        why_not=entry["why_not"],
    )
