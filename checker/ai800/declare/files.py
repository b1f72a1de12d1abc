"""Reads one file of release data from a snapshot; what cannot be read is a problem, never as if it were absent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.declare.faults import Fault
from ai800.snapshot.types import FILE_LIMIT, TooLargeError, UnreadableError

if TYPE_CHECKING:
    from ai800.snapshot.types import Snapshot

_POINTER = b"version https://git-lfs.github.com/spec/"

_PLAIN = "replace it with a plain file"
_KINDS = {
    "symlink": Fault("is a symbolic link, which is never followed", _PLAIN),
    "submodule": Fault("is a submodule, which is never entered", _PLAIN),
    "special": Fault("is no regular file", _PLAIN),
}
_NOT_HERE = Fault("cannot be read: its bytes are not here", "fetch the whole repository, and check who may read it")
_TOO_LARGE = Fault(f"is larger than {FILE_LIMIT} bytes", "split it into the files of .ai800/")
_IN_LFS = Fault("is a Git LFS pointer, not the file itself", "keep release data out of Git LFS")


def content(snapshot: Snapshot, path: str) -> bytes | Fault:
    """The bytes of the file at `path`, from the root of the repository."""
    kind = snapshot.entries[path].kind
    if kind in _KINDS:
        return _KINDS[kind]
    try:
        data = snapshot.read(path)
    except TooLargeError:
        return _TOO_LARGE
    except UnreadableError:
        return _NOT_HERE
    return _IN_LFS if data.startswith(_POINTER) else data
