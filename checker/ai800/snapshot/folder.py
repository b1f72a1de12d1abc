"""A plain folder on the disk, such as a downloaded model: no link is followed, nothing but regular files is opened."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ai800.errors import SnapshotError, UsageError
from ai800.snapshot.listing import ENTRY_LIMIT, regular_file, sorted_entries, text_of, too_many_entries
from ai800.snapshot.types import PIECE, Entry, Origin, Snapshot, UnreadableError
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ai800.snapshot.types import EntryKind

    _Row = tuple[str, os.stat_result]  # name, and what stands there, a link itself

_REMEDY = "give yourself the right to read it"

# What the hub's client leaves beside a download: locks and metadata, not the release.
_CACHE = ".cache/huggingface"

# Not every system has these flags. Not to block matters for a pipe that took the place of a file.
_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class FolderSnapshot(Snapshot):
    """The files as listed at the start; one that has since been replaced is unreadable."""

    def __init__(self, root: Path) -> None:
        self.origin = Origin("folder", root.name or str(root))
        self.folder = ""
        self._root = root
        self._listed: dict[str, os.stat_result] = {}
        self._entries = sorted_entries(self._walk())

    @property
    def entries(self) -> Mapping[str, Entry]:
        return self._entries

    def head(self, path: str, size: int) -> bytes:
        with self._opened(path) as (file, found):
            return file.read(min(size, found.st_size))

    def pour(self, path: str, take: Callable[[bytes], object]) -> None:
        with self._opened(path) as (file, found):
            left = size = self._listed[path].st_size
            while left and (piece := file.read(min(PIECE, left))):
                take(piece)
                left -= len(piece)
            if left or found.st_size != size or _stamp(found) != _stamp(os.fstat(file.fileno())):
                raise UnreadableError(f"`{printable(path)}` was changed while it was read", "run the check again")

    @contextmanager
    def _opened(self, path: str) -> Iterator[tuple[IO[bytes], os.stat_result]]:
        """A regular file, still the one that was listed, and its state when it was opened."""
        regular_file(self._entries, path)
        try:
            descriptor = os.open(_on_disk(self._root, path), _OPEN)
            with os.fdopen(descriptor, "rb") as file:
                found = os.fstat(descriptor)
                if not _is_same(self._listed[path], found):
                    raise UnreadableError(f"`{printable(path)}` was replaced while it was read", "run the check again")
                yield file, found
        except OSError as error:
            raise UnreadableError(f"`{printable(path)}` cannot be read", _REMEDY) from error

    def _walk(self) -> Iterator[Entry]:
        waiting, left = [""], ENTRY_LIMIT
        while waiting:
            folder = waiting.pop()
            rows = _rows(self._root, folder, limit=left)
            left -= len(rows)
            if folder and any(name == ".git" for name, _ in rows):
                yield Entry(folder, "submodule", None)
                continue
            for name, found in rows:
                path = f"{folder}/{name}" if folder else name
                kind = _kind(found)
                if kind is not None:
                    self._listed[path] = found
                    yield Entry(path, kind, found.st_size if kind == "file" else None)
                elif not f"/{path}".endswith(f"/{_CACHE}"):
                    waiting.append(path)


def read_folder(path: Path) -> FolderSnapshot:
    """Raises UsageError where nothing is there, SnapshotError where it is no folder or cannot be listed."""
    root = Path(os.path.normpath(path.absolute()))
    shown = printable(text_of(os.fsencode(path)))
    _require_folder(root, shown)
    snapshot = FolderSnapshot(root)
    kinds = {entry.kind for entry in snapshot.entries.values()}
    if kinds == {"symlink"}:
        raise SnapshotError(
            f"`{shown}` holds only symbolic links, which are not followed",
            "check a real copy: `hf download MODEL --local-dir FOLDER`, or `cp -rL`",
        )
    return snapshot


def _require_folder(root: Path, shown: str) -> None:
    try:
        found = root.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise UsageError(f"there is no folder `{shown}`", "name the folder of a model release") from error
    except OSError as error:
        raise SnapshotError(f"`{shown}` cannot be read", _REMEDY) from error
    if not stat.S_ISDIR(found.st_mode):
        raise SnapshotError(f"`{shown}` is no folder", "name the folder that holds it")


def _rows(root: Path, folder: str, *, limit: int) -> list[_Row]:
    try:
        with os.scandir(_on_disk(root, folder)) as listing:
            rows = [
                (text_of(os.fsencode(row.name)), row.stat(follow_symlinks=False)) for row in islice(listing, limit + 1)
            ]
    except OSError as error:
        shown = printable(folder or ".")
        raise SnapshotError(f"the folder `{shown}` cannot be listed", _REMEDY) from error
    if len(rows) > limit:
        raise too_many_entries()
    return rows


def _on_disk(root: Path, path: str) -> Path:
    return root / os.fsdecode(path.encode("utf-8", "surrogateescape"))


def _kind(found: os.stat_result) -> EntryKind | None:
    """None for a folder. A junction of Windows is a folder by its mode, and a link by what it does."""
    if stat.S_ISLNK(found.st_mode) or getattr(found, "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_REPARSE_POINT:
        return "symlink"
    if stat.S_ISDIR(found.st_mode):
        return None
    return "file" if stat.S_ISREG(found.st_mode) else "special"


def _stamp(found: os.stat_result) -> tuple[int, int]:
    return found.st_size, found.st_mtime_ns


def _is_same(listed: os.stat_result, found: os.stat_result) -> bool:
    """Whether the open file is the regular file that was listed; Windows lists no inode numbers."""
    return stat.S_ISREG(found.st_mode) and (not listed.st_ino or os.path.samestat(listed, found))
