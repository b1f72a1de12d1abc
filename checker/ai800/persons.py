"""What a person adds to a verdict from the command line: a review of a question, a waiver of a gap."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from ai800.assessment.overrides import Overrides
from ai800.declare.append import with_entry
from ai800.declare.declaration import read_declaration
from ai800.declare.layout import FOLDER, MAIN
from ai800.errors import InvalidReleaseError, ReportError, UsageError
from ai800.release.types import Release
from ai800.reports.findings import is_contradicted
from ai800.reports.words import TO_REVIEW, VERDICT_WORDS
from ai800.reports.write import write_whole
from ai800.snapshot.release_files import ReleaseFiles
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ai800.assessment.types import Assessment, Override, Row, Verdict
    from ai800.catalog import Catalog
    from ai800.declare.types import Declaration

_LONGEST_TEXT = 16384  # of the vocabulary

Section = Literal["reviews", "waivers"]

_HEADS: dict[Section, str] = {
    "reviews": "# What named persons judged. A review closes an open question, never a gap.\n",
    "waivers": "# Gaps that somebody named takes on until a day, at most 365 days later.\n",
}
_WAIVABLE: frozenset[Verdict] = frozenset({"unmet", "partial", "needs_review", "alternative"})


def open_row(assessment: Assessment, catalog: Catalog, *, identity: str, section: Section) -> Row:
    """The row that `identity` names, where it waits for an entry of `section`; else a UsageError that says why not."""
    found = catalog.find(identity)
    if found.kind != "row":
        raise UsageError(f"{found.id} holds several items", f"name one of {', '.join(found.rows)}")
    row = next(row for row in assessment.rows if row.id == found.id)
    verdict = VERDICT_WORDS[row.verdict]
    if section == "reviews" and row.verdict not in TO_REVIEW:
        remedy = f"`ai800 waive {row.id}` takes it on" if row.verdict in _WAIVABLE else "there is nothing to add"
        raise UsageError(f"{row.id} is {verdict}, and a review closes open questions only", remedy)
    if section == "waivers" and row.verdict not in _WAIVABLE:
        raise UsageError(f"{row.id} is {verdict}, which leaves no gap to waive", "there is nothing to add")
    if section == "waivers" and is_contradicted(row):
        raise UsageError(f"{row.id} contradicts itself, which can be mended but not waived", row.remedy)
    return row


def record(folder: Path, section: Section, *, entry: Mapping[str, Any], as_of: str) -> Path:
    """Append `entry` to `section` in `folder`, in the file where that stands, and return where it is.

    Nothing is written unless all of the release data is valid before and after, and the entry counts on `as_of`
    (an ISO date): else an InvalidReleaseError for what stands there, a UsageError for the entry.
    """
    before = read_declaration(ReleaseFiles(folder))
    path = _file_of(before, section)
    entry = {name: _printable(value) for name, value in entry.items()}
    _require_new(before, section, entry=entry, as_of=as_of)
    target = folder / path
    text = target.read_bytes().decode("utf-8") if target.is_file() else _HEADS[section]
    first, until = _lines_of(before, section, path=path)
    written = with_entry(text, entry, first=first, until=until)
    after = _read_with(folder, path, text=written)
    if after.data[section] != [*before.data.get(section, ()), entry]:
        raise _no_list(path)
    _require_counting(after, section, entry=entry, as_of=as_of)
    _write(target, written)
    return target


def _printable(value: Any) -> Any:
    """A text, or each of several."""
    many = isinstance(value, list)
    return [printable(each, _LONGEST_TEXT) for each in value] if many else printable(value, _LONGEST_TEXT)


def _file_of(declaration: Declaration, section: Section) -> str:
    """Where the section stands, or is to stand: one section is stated in one file."""
    if not declaration.present:
        raise UsageError("there is no ai800.yaml in the folder", "write one with `ai800 init`")
    own = f"{FOLDER}/{section}.yaml"
    place = declaration.place(f"/{section}") if section in declaration.data else None
    if place and place.path not in {own, MAIN}:
        raise UsageError(f"the {section} stand in files of their own", f"move them to {own}, as one list")
    return place.path if place else own


def _lines_of(declaration: Declaration, section: Section, *, path: str) -> tuple[int, int | None]:
    """The lines of the section in its file, counted from 0; the end is None where the file ends with it."""
    if path != MAIN:
        return 0, None
    places = declaration.places.items()
    starts = [place.line or 0 for pointer, place in places if pointer.count("/") == 1 and place.path == MAIN]
    begin = declaration.places[f"/{section}"].line or 0
    own = 0 if declaration.data[section] else 1  # `[]` stands on the line of the key
    return begin - own, min((start - 1 for start in starts if start > begin), default=None)


def _read_with(folder: Path, path: str, *, text: str) -> Declaration:
    try:
        return read_declaration(ReleaseFiles(folder, {path: text.encode("utf-8", "backslashreplace")}))
    except InvalidReleaseError as error:
        problem = error.problems[0]
        if problem.field is None or "." not in problem.field:
            raise _no_list(path) from None
        name = problem.field.rpartition(".")[2]
        raise UsageError(f"the entry would not be valid: {name} {problem.reason}", problem.remedy) from None


def _no_list(path: str) -> UsageError:
    return UsageError(f"no entry can be added in {path}", "write the list with `-` before each of its entries")


def _require_new(declaration: Declaration, section: Section, *, entry: Mapping[str, Any], as_of: str) -> None:
    known = _overrides(declaration, section, row=entry["id"], as_of=as_of)
    stated = [each for each in declaration.data.get(section, ()) if each["id"] == entry["id"]]
    for override, each in zip(known, stated, strict=True):
        if override.counts and each.get("scope") == entry.get("scope"):
            raise UsageError(
                f"{entry['id']} has an entry in {section} that counts already", "change or delete that one"
            )


def _overrides(declaration: Declaration, section: Section, *, row: str, as_of: str) -> list[Override]:
    release = Release(MappingProxyType({}), (), (), as_of, ())
    return [each for each in Overrides(declaration, release).of(row) if f"{each.kind}s" == section]


def _require_counting(declaration: Declaration, section: Section, *, entry: Mapping[str, Any], as_of: str) -> None:
    channels = [channel["id"] for channel in declaration.data.get("channels", ())]
    if section == "waivers" and entry["scope"] not in {"release", *channels}:
        raise UsageError("the scope is no channel of the release", f"use one of release, {', '.join(channels)}")
    *_, last = _overrides(declaration, section, row=entry["id"], as_of=as_of)
    if not last.counts:
        raise UsageError(f"the entry would not count: {last.why_not}", "give it other values")


def _write(target: Path, text: str) -> None:
    try:
        target.parent.mkdir(exist_ok=True)
    except OSError as error:
        reason = error.strerror or "the system refused it"
        raise ReportError(f"the folder {FOLDER} cannot be made: {reason}", "check the folder and its rights") from error
    write_whole(target, text)
