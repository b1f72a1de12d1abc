"""What a reader of YAML or JSON hands on, and the limits that both keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.declare.faults import LISTED, Fault
from ai800.declare.pointers import child, field_path
from ai800.declare.types import Place
from ai800.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

DEPTH = 64
# Every entry keeps its whole pointer: without a limit, one long key above many values would fill the memory.
_POINTER = 500

_LONG_KEYS = Fault(f"the keys above this are longer than {_POINTER} characters together", "use shorter keys")
TOO_DEEP = Fault(f"lists and mappings are nested deeper than {DEPTH}", "write it flatter")

Position = tuple[int, int]


class Loaded(NamedTuple):
    """`places` has the place of every mapping entry (where its key stands) and list item, by JSON pointer."""

    value: Any
    places: Mapping[str, Place]


class StopReadingError(Exception):
    """Nothing after this position can be read. Never leaves this package."""

    def __init__(self, fault: Fault, position: Position | None) -> None:
        super().__init__(fault.reason)
        self.fault = fault
        self.position = position


class Ledger:
    """The places and problems of one file, while it is read."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.places: dict[str, Place] = {}
        self.problems: list[Problem] = []

    def entry(self, pointer: str, key: str, *, position: Position) -> str:
        """The pointer of the entry `key`, which stands at `position`."""
        entry = child(pointer, key)
        if len(entry) > _POINTER:
            raise StopReadingError(_LONG_KEYS, position)
        self.places[entry] = Place(self.path, *position)
        return entry

    def repeated(self, entry: str, position: Position) -> None:
        """`entry` stands at `position` a second time."""
        first = self.places[entry].line
        self.add(
            Fault(f"the key is written twice, here and in line {first}", "delete one of the two"),
            position,
            pointer=entry,
        )

    def add(self, fault: Fault, position: Position | None, *, pointer: str) -> None:
        # One more than are listed shows that there are more.
        if len(self.problems) <= LISTED:
            place = Place(self.path, *(position or ()))
            field = field_path(pointer)
            self.problems.append(Problem(fault.reason, fault.remedy, self.path, place.line, place.column, field))
