"""What is staged for the next commit, as a pre-commit hook sees it; the work tree is not looked at."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ai800.errors import SnapshotError
from ai800.snapshot.commit import GitSnapshot, kind_of, name_of
from ai800.snapshot.git import damaged
from ai800.snapshot.listing import require_folder, sorted_entries, text_of
from ai800.snapshot.place import present
from ai800.snapshot.types import Entry, Origin
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.snapshot.git import Git
    from ai800.snapshot.place import Place

    _Row = tuple[bytes, str, bytes]  # mode, id, path

# The ids of nothing, by the length of an id: SHA-1 and SHA-256.
_EMPTY_FILE = {
    40: "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    64: "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
}
_EMPTY_TREE = {
    40: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
    64: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
}


def read_index(git: Git, place: Place) -> GitSnapshot:
    index = _index_of_hook(git)
    rows = _rows(git, index)
    _refuse_intended(git, index, rows=rows)
    entries = sorted_entries(_entries(git, index, rows=rows))
    require_folder(entries, place.folder, on_disk=present(place.root / place.folder))
    return GitSnapshot(git, Origin("index", name_of(place)), folder=place.folder, entries=entries)


def _index_of_hook(git: Git) -> dict[str, str]:
    """`git commit -a` and `git commit FILE` keep what they will commit in another index and tell their hooks so.

    Taken over only where it stands in the git directory of this repository.
    """
    named = os.environ.get("GIT_INDEX_FILE")
    if not named:
        return {}
    home = Path(os.fsdecode((git.run("rev-parse", "--absolute-git-dir") or b"").rstrip(b"\n")))
    index = Path(named).resolve()
    return {"GIT_INDEX_FILE": str(index)} if index.parent == home.resolve() else {}


def _rows(git: Git, index: Mapping[str, str]) -> list[_Row]:
    """`ls-files -s` prints `MODE ID STAGE<TAB>PATH`."""
    listed = git.run("ls-files", "-s", "-z", extra=index)
    if listed is None:
        raise damaged()
    if not listed:
        raise SnapshotError("nothing is staged", "stage the release with `git add`, or check a commit")
    return [_row(line) for line in listed.split(b"\0")[:-1]]


def _row(line: bytes) -> _Row:
    head, _, path = line.partition(b"\t")
    mode, object_id, stage = head.split()
    if stage != b"0":
        raise SnapshotError(
            f"`{printable(text_of(path))}` has a merge conflict", "resolve it and `git add` the file, then check again"
        )
    return mode, object_id.decode(), path


def _refuse_intended(git: Git, index: Mapping[str, str], *, rows: list[_Row]) -> None:
    """`git add -N` lists a file as if it were staged empty; a comparison with nothing tells the two apart."""
    length = len(rows[0][1])
    empty = {path for _, object_id, path in rows if object_id == _EMPTY_FILE[length]}
    if not empty:
        return
    options = ("--cached", "--name-only", "-z", "--ita-invisible-in-index")
    staged = git.run("diff-index", *options, _EMPTY_TREE[length], extra=index)
    intended = sorted(empty - set((staged or b"").split(b"\0")))
    if intended:
        raise SnapshotError(
            f"`{printable(text_of(intended[0]))}` is only intended to be added", "stage its content with `git add`"
        )


def _entries(git: Git, index: Mapping[str, str], *, rows: list[_Row]) -> Iterator[Entry]:
    files = (object_id for mode, object_id, _ in rows if kind_of(mode) != "submodule")
    sizes = git.sizes(files, "--indexed-objects", extra=index)
    for mode, object_id, path in rows:
        yield Entry(text_of(path), kind_of(mode), sizes.get(object_id), object_id)
