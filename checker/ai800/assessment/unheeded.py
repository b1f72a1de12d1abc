"""Notes on what somebody added and what came to nothing: entries that no verdict heeds, evidence that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.assessment.types import Note
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ai800.assessment.types import Override, Row, Verdict
    from ai800.declare.types import Declaration
    from ai800.release.types import Release

MOST_REFERENCES = 10
_NO_GAP: frozenset[Verdict] = frozenset({"met", "not_applicable"})
_LOST = frozenset({"missing", "anchor_missing", "placeholder", "pointer", "unreadable"})


def unheeded(rows: Sequence[Row], release: Release, *, declaration: Declaration) -> tuple[Note, ...]:
    """A note for each entry of a person, and each reference to evidence, that no verdict and no finding speaks of."""
    scopes = [(each["id"], each.get("scope", "")) for each in declaration.data.get("waivers", ())]
    return (*_entries(rows), *_elsewhere(rows, scopes), *_references(rows, release, declaration=declaration))


def _entries(rows: Iterable[Row]) -> Iterator[Note]:
    for row in rows:
        for entry in row.overrides:
            if entry.counts and (why := _why(row, entry)):
                text = f"the {entry.kind} of {row.id} changes nothing: {why}"
                yield Note("changes_nothing", text, entry.place)


def _why(row: Row, entry: Override) -> str:
    """Why an entry that counts changes nothing here, empty where it may."""
    said = row.original.replace("_", " ")
    if entry.kind != "review":
        return f"the item is {said}, which leaves no gap" if row.original in _NO_GAP else ""
    asked = row.original == "needs_review" or any(each.kind == "alternative" and each.counts for each in row.overrides)
    return "" if asked else f"a review closes open questions only, and the item is {said}"


def _elsewhere(rows: Iterable[Row], scopes: Sequence[tuple[str, str]]) -> Iterator[Note]:
    """Waivers for a channel on which the row leaves no gap, though it leaves one elsewhere."""
    for row in rows:
        waivers = [entry for entry in row.overrides if entry.kind == "waiver"]
        for entry, scope in zip(waivers, [scope for of, scope in scopes if of == row.id], strict=False):
            where = row.gaps
            if entry.counts and where and scope not in {"release", *where}:
                text = f"the waiver of {row.id} changes nothing: it is for channel {scope}, {_told(where)}"
                yield Note("changes_nothing", text, entry.place)


def _told(where: Sequence[str]) -> str:
    if where == ("release",):
        return "and the item is judged for the release as a whole"
    return f"and the gap is on {', '.join(where)}"


def _references(rows: Sequence[Row], release: Release, *, declaration: Declaration) -> Iterator[Note]:
    """References that lead to nothing, as far as no finding tells of them already."""
    told = "\n".join(finding.message for row in rows for judgement in row.judgements for finding in judgement.findings)
    lost = [
        reference
        for reference in release.references
        if reference.resolution.status in _LOST and printable(reference.resolution.shown) not in told
    ]
    for reference in lost[:MOST_REFERENCES]:
        text = f"evidence {printable(reference.resolution.shown)} does not count: {reference.resolution.detail}"
        yield Note("evidence_not_there", text, declaration.place(reference.pointer))
    if len(lost) > MOST_REFERENCES:
        more = f"{len(lost) - MOST_REFERENCES} more references lead to nothing: `ai800 validate`"
        yield Note("evidence_not_there", more)
