"""Puts the sections of all files of release data together, each value with the place it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.declare.faults import Fault
from ai800.declare.layout import APART, FOLDER, MAIN
from ai800.declare.pointers import child, field_path
from ai800.declare.types import Place
from ai800.errors import Problem
from ai800.text import printable

if TYPE_CHECKING:
    from ai800.declare.layout import Section, Source
    from ai800.declare.yaml_core import Scan

_REQUIRED = {"ai800", "release", "channels"}
_BEGIN = "begin with `ai800: 1`, then write the sections `release` and `channels`; `ai800 init` writes a first version"
_NO_MAIN = Fault(f"has no {MAIN} beside it", f"write {MAIN}, which may hold no more than `ai800: 1`")
_EMPTY = Fault("the file is empty", _BEGIN)
_NO_SECTIONS = Fault("the file must be a mapping of sections", _BEGIN)
_EMPTY_PART = Fault("the file is empty", "write what belongs there, or delete it")
_NO_ITEM = Fault("the file must hold one entry: a mapping", f"lists belong in {FOLDER}/<section>.yaml")
_WRAPPED = Fault("the file begins with the name of its section", "delete that line: the file is the section")
_NO_NAME = Fault("is missing: it must be the name of the file", "add it")
_OTHER_NAME = Fault("is not the name of its file", "rename the file or the entry, so that both are the same")


class Merge:
    """`data` and `places` of what was read so far; `unknown` names what may be there but could not be read."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.data: dict[str, Any] = {}
        self.places: dict[str, Place] = {}
        self.problems: list[Problem] = []
        self.unknown: set[str] = set()

    def base(self, source: Source) -> str:
        """The pointer under which the value of the file will stand."""
        if source.section is None:
            return ""
        pointer = child("", source.section.name)
        items = self.data.get(source.section.name)
        return pointer if source.item is None else child(pointer, str(len(items) if isinstance(items, list) else 0))

    def miss(self, source: Source) -> None:
        """What the file states is not known."""
        if source.section or source.path == MAIN:
            self.unknown.add(source.section.name if source.section else MAIN)

    def without_main(self, *, folder: bool) -> None:
        """There is no main file; `folder`: there are files beside it that need one."""
        if not folder:
            self.unknown.add(MAIN)
            return
        self.places[""] = Place(self.root + FOLDER)
        self.refuse(_NO_MAIN, self.places[""])

    def without_sections(self) -> None:
        """What is required and was in no other file belongs in the main file, whose absence is one problem already."""
        self.unknown |= _REQUIRED - self.data.keys()

    def add(self, source: Source, found: Scan) -> None:
        """The value of one file. It is not taken where its shape is wrong, or where it is stated already."""
        self.problems.extend(found.problems)
        if not found.whole:
            self.miss(source)
        elif source.section is None:
            self._main(source, found)
        elif source.item is None:
            self._section(source, source.section, found=found)
        else:
            self._item(source, source.section, found=found)

    def _main(self, source: Source, found: Scan) -> None:
        if not isinstance(found.value, dict):
            self._refuse(source, found, fault=_EMPTY if found.value is None else _NO_SECTIONS)
            return
        self.data.update(found.value)
        self.places.update(found.places)
        for name in APART:
            if self.data.pop(name, None) is not None:
                self.refuse(_apart(name), self.places[f"/{name}"], pointer=f"/{name}")

    def _section(self, source: Source, section: Section, *, found: Scan) -> None:
        value = found.value
        if section.name in self.data:
            self._refuse(source, found, fault=_twice(self.places[self.base(source)]))
        elif value is None:
            self._refuse(source, found, fault=_EMPTY_PART)
        elif isinstance(value, dict) and list(value) == [section.name]:
            self._refuse(source, found, fault=_WRAPPED)
        else:
            self.data[section.name] = value
            self.places.update(found.places)

    def _item(self, source: Source, section: Section, *, found: Scan) -> None:
        value = found.value
        items = self.data.setdefault(section.name, [])
        if not isinstance(value, dict):
            self._refuse(source, found, fault=_EMPTY_PART if value is None else _NO_ITEM)
        elif isinstance(items, list):
            pointer = self.base(source)
            self.places.setdefault(child("", section.name), found.places[pointer])
            self.places.update(found.places)
            items.append(value)
            self._check_name(child(pointer, section.key), value.get(section.key), expected=source.item)

    def _check_name(self, pointer: str, name: Any, *, expected: str | None) -> None:
        if name == expected:
            return
        place = self.places.get(pointer) or self.places[pointer.rpartition("/")[0]]
        self.refuse(_NO_NAME if name is None else _OTHER_NAME, place, pointer=pointer)

    def _refuse(self, source: Source, found: Scan, *, fault: Fault) -> None:
        pointer = self.base(source)
        self.refuse(fault, found.places[pointer], pointer=pointer)
        self.miss(source)

    def refuse(self, fault: Fault, place: Place, *, pointer: str = "") -> None:
        """A problem at `place`."""
        field = field_path(pointer)
        self.problems.append(Problem(fault.reason, fault.remedy, place.path, place.line, place.column, field))


def _apart(name: str) -> Fault:
    return Fault("is no section of this file", f"move it to {FOLDER}/{name}.yaml")


def _twice(place: Place) -> Fault:
    where = f"{printable(place.path)} line {place.line}"
    return Fault(f"the section is stated twice, here and in {where}", "keep one of the two")
