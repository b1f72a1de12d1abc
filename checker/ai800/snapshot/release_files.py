"""The files of release data as they stand in a folder, and as they would stand with some of them written anew."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ai800.declare.layout import FOLDER, MAIN
from ai800.snapshot.types import Entry, Origin, Snapshot, UnreadableError
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ai800.snapshot.types import EntryKind


class ReleaseFiles(Snapshot):
    """Only what states release data is listed; `changed` holds the bytes of files that nobody has written yet."""

    def __init__(self, root: Path, changed: Mapping[str, bytes] | None = None) -> None:
        self.origin = Origin("folder", root.name)
        self.folder = ""
        self._root = root
        self._changed = changed or {}
        found = {entry.path: entry for entry in _listed(root)}
        found |= {path: Entry(path, "file", len(data)) for path, data in self._changed.items()}
        self._entries = MappingProxyType(dict(sorted(found.items())))

    @property
    def entries(self) -> Mapping[str, Entry]:
        return self._entries

    def head(self, path: str, size: int) -> bytes:
        if path in self._changed:
            return self._changed[path][:size]
        try:
            with (self._root / path).open("rb") as file:
                return file.read(size)
        except OSError as error:
            raise UnreadableError(
                f"`{printable(path)}` cannot be read", "give yourself the right to read it"
            ) from error


def _listed(root: Path) -> Iterator[Entry]:
    folder = root / FOLDER
    # A link in place of the folder is listed as what it is, and never walked into.
    below = [folder] if folder.is_symlink() or folder.is_file() else folder.rglob("*")
    for path in (root / MAIN, *below):
        kind = _kind(path)
        if kind:
            yield Entry(path.relative_to(root).as_posix(), kind, None)


def _kind(path: Path) -> EntryKind | None:
    if path.is_symlink():
        return "symlink"
    if path.is_dir() or not path.exists():
        return None
    return "file" if path.is_file() else "special"
