"""Which files of a repository state release data: `ai800.yaml`, and the files of `.ai800/`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ai800.declare.faults import Fault
from ai800.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.declare.schema_nodes import Node
    from ai800.snapshot.types import Entry

MAIN = "ai800.yaml"
FOLDER = ".ai800"
WAIVERS = "waivers"
GATE = "gate"
# With a base these are read from its commit, all else from the head: so they stand in files of their own.
APART = (WAIVERS, GATE)

_ENDING = ".yaml"
_NEAR_MAIN = re.compile(r"\.?ai[-_ ]?800\.ya?ml(\.txt)?", re.IGNORECASE)

_NAMES = f"release data is read from {MAIN} and the folder {FOLDER} only"
_NEAR = Fault(f"is not read: {_NAMES}", f"rename it to {MAIN}, or to a name that is less like it")
_NEAR_FOLDER = Fault(f"is not read: {_NAMES}", f"rename the folder to {FOLDER}")
_NO_FILE = Fault("is a folder where a file is expected", f"write {MAIN} as a file")
_NO_FOLDER = Fault("is not a folder", f"make {FOLDER} a folder with a file for each section, or delete it")


class Section(NamedTuple):
    """`key` names what tells the items of a list apart, where each may have its own file; else it is empty."""

    name: str
    many: bool
    key: str


class Source(NamedTuple):
    """One file of release data: the main file (no section), a section, or one item of a section.

    `path` is from the model's folder; with a `fault` the file is not read.
    """

    path: str
    section: Section | None = None
    item: str | None = None
    fault: Fault | None = None


def sections_of(schema: Node) -> dict[str, Section]:
    """Every section of the vocabulary, by its name."""
    nodes: Mapping[str, Node] = schema["properties"]
    return {name: _section(name, node) for name, node in nodes.items() if name != "ai800"}


def _section(name: str, node: Node) -> Section:
    fields = node.get("items", {}).get("properties", {})
    key = next((key for key in ("id", "channel") if key in fields), "")
    return Section(name, node.get("type") == "array", "" if name == WAIVERS else key)


def sources(entries: Mapping[str, Entry], sections: Mapping[str, Section]) -> list[Source]:
    """The files of release data among `entries`, and those that look as if they were: main file, sections, items."""
    found = [source for path in entries for source in _source(path, sections)]
    return sorted(found, key=lambda source: (source.path != MAIN, source.item is not None, source.path))


def _source(path: str, sections: Mapping[str, Section]) -> Iterator[Source]:
    top, _, rest = path.partition("/")
    if top == MAIN:
        yield Source(path, fault=_NO_FILE if rest else None)
    elif top == FOLDER:
        yield _in_folder(path, rest.split("/"), sections=sections) if rest else Source(path, fault=_NO_FOLDER)
    elif top.lower() == FOLDER and rest:
        yield Source(path, fault=_NEAR_FOLDER)
    elif not rest and _NEAR_MAIN.fullmatch(path):
        yield Source(path, fault=_NEAR)


def _in_folder(path: str, parts: list[str], *, sections: Mapping[str, Section]) -> Source:
    stem = parts[-1].removesuffix(_ENDING)
    name = parts[0] if parts[1:] else stem
    section = sections.get(name)
    if section is None or len(parts) > 2 or not parts[-1].endswith(_ENDING):  # noqa: PLR2004 (section and item)
        return Source(path, fault=_unknown(name.partition(".")[0], sections))
    if parts[1:] and not section.key:
        return Source(path, fault=Fault("is not read: this section is one file", f"use {FOLDER}/{name}{_ENDING}"))
    return Source(path, section, stem if parts[1:] else None)


def _unknown(name: str, sections: Mapping[str, Section]) -> Fault:
    meant = nearest(name, sections)
    known = f"did you mean {FOLDER}/{meant}{_ENDING}?" if meant else f"known: {', '.join(sorted(sections))}"
    return Fault(f"is no file of the vocabulary ({FOLDER}/<section>.yaml or {FOLDER}/<section>/<id>.yaml)", known)
