"""A snapshot that exists only in memory, for tests of what reads one."""

from __future__ import annotations

import sys
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from ai800.snapshot.types import Entry, EntryKind, Kind, Origin, Snapshot, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Content = bytes | EntryKind | Literal["unreadable"]


class MemorySnapshot(Snapshot):
    """`files` maps a path to the bytes of a regular file, or to what stands there instead:
    `"symlink"`, `"submodule"`, `"special"`, or `"unreadable"` for a file whose bytes are not here.
    """

    def __init__(self, files: Mapping[str, Content], *, folder: str = "", kind: Kind = "folder") -> None:
        self.origin = Origin(kind=kind, name="memory", commit="0" * 40 if kind == "commit" else None)
        self.folder = folder
        self._files = dict(files)

    @property
    def entries(self) -> Mapping[str, Entry]:
        return MappingProxyType({path: _entry(path, self._files[path]) for path in sorted(self._files)})

    def head(self, path: str, size: int) -> bytes:
        content = self._files.get(path)
        if not isinstance(content, bytes):
            raise UnreadableError("the bytes of a file are not here", "fetch the whole repository")
        return content[:size]

    def pour(self, path: str, take: Callable[[bytes], object]) -> None:
        take(self.head(path, sys.maxsize))


def _entry(path: str, content: Content) -> Entry:
    if isinstance(content, bytes):
        return Entry(path, "file", len(content))
    return Entry(path, "file" if content == "unreadable" else content, None)
