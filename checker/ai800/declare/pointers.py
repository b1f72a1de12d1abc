"""JSON pointers, and the field paths that a reader sees in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHOWN = 60


def child(pointer: str, key: str) -> str:
    """The pointer of the entry `key` of the mapping at `pointer`."""
    return f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}"


def pointer_to(steps: Iterable[str | int]) -> str:
    """The pointer that follows keys and indexes from the root."""
    pointer = ""
    for step in steps:
        pointer = child(pointer, str(step))
    return pointer


def field_path(pointer: str) -> str | None:
    """`/channels/0/access` as `channels[0].access`; None for the whole document. Long names are cut short."""
    path = ""
    for segment in pointer.split("/")[1:]:
        name = segment.replace("~1", "/").replace("~0", "~")
        if name.isascii() and name.isdigit():
            path += f"[{name[:_SHOWN]}]"
        else:
            path += ("." if path else "") + name[:_SHOWN]
    return path or None
