"""One tree of files: paths and bytes, nothing else."""

from __future__ import annotations

from abc import ABC, abstractmethod
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from ai800.errors import SnapshotError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Kind = Literal["commit", "index", "folder"]
EntryKind = Literal["file", "symlink", "submodule", "special"]

FILE_LIMIT = 1 << 20
PIECE = 1 << 20  # large files are read in pieces of this size


class UnreadableError(SnapshotError):
    """The entry is listed, but its bytes are not here: a partial clone, a damaged object, no permission."""


class TooLargeError(SnapshotError):
    """The file is larger than the caller is willing to read."""


class Entry(NamedTuple):
    """One entry of the tree.

    `path` uses `/` and holds bytes that are not UTF-8 as surrogate escapes. `size` is in bytes,
    None where the object is not here. `object_id` is the git blob id, None in a plain folder.
    """

    path: str
    kind: EntryKind
    size: int | None
    object_id: str | None = None


class Origin(NamedTuple):
    """What was read: the kind of tree, the commit (full hex id) and the ref as it was asked for."""

    kind: Kind
    name: str
    commit: str | None = None
    ref: str | None = None
    shallow: bool = False


class Snapshot(ABC):
    """A whole repository or folder at one moment.

    `folder` is the place of the model inside it: "" or a path such as `models/llama4`.
    """

    origin: Origin
    folder: str

    @property
    @abstractmethod
    def entries(self) -> Mapping[str, Entry]:
        """Every entry by its path from the root of the repository, sorted by path."""

    @abstractmethod
    def head(self, path: str, size: int) -> bytes:
        """The first `size` bytes of a file, or all of a smaller one.

        Raises UnreadableError where the bytes are not here or the entry is no regular file.
        """

    def read(self, path: str, limit: int = FILE_LIMIT) -> bytes:
        """All bytes of a file. Raises TooLargeError over `limit` bytes, UnreadableError as `head`."""
        data = self.head(path, limit + 1)
        if len(data) > limit:
            raise TooLargeError(f"a file is larger than {limit} bytes", "name a smaller file, or split it")
        return data

    def digest(self, path: str) -> str:
        """SHA-256 of a whole file as hex, read in pieces.

        Raises UnreadableError as `head`, and where the file ends early or changes while it is read.
        """
        from hashlib import sha256

        found = sha256()
        self.pour(path, found.update)
        return found.hexdigest()

    def pour(self, path: str, take: Callable[[bytes], object]) -> None:
        """Hand over all bytes of a file in order. Where files may be large, a snapshot never holds one whole."""
        take(self.read(path))

    def inside(self) -> Mapping[str, Entry]:
        """The entries of the model's folder, by their path from that folder."""
        if not self.folder:
            return self.entries
        prefix = self.folder + "/"
        found = {path[len(prefix) :]: entry for path, entry in self.entries.items() if path.startswith(prefix)}
        return MappingProxyType(found)
