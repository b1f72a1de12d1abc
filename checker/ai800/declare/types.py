"""What the release team declared, with the place of every value."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Place(NamedTuple):
    """A position in a file; `path` is from the root of the repository, `line` and `column` count from 1."""

    path: str
    line: int | None = None
    column: int | None = None


class Declaration(NamedTuple):
    """The merged, validated release data.

    `places` maps a JSON pointer into `data` (`/channels/0/access`, "" for the whole) to where it is written.
    `present` is False where the repository has no `ai800.yaml`: `data` is then empty.
    """

    data: Mapping[str, Any]
    places: Mapping[str, Place] = MappingProxyType({})
    files: tuple[str, ...] = ()
    present: bool = True

    def place(self, pointer: str) -> Place | None:
        """Where `pointer` is written, or its nearest parent that is."""
        while pointer and pointer not in self.places:
            pointer = pointer.rpartition("/")[0]
        return self.places.get(pointer)
