"""The tree of one commit, or of the index, read through git: paths from its listing, bytes by object id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ai800.errors import SnapshotError
from ai800.snapshot.listing import regular_file, require_folder, sorted_entries, text_of
from ai800.snapshot.place import present
from ai800.snapshot.refs import resolve
from ai800.snapshot.types import Entry, Origin, Snapshot, UnreadableError
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ai800.snapshot.git import Git
    from ai800.snapshot.place import Place
    from ai800.snapshot.types import EntryKind

# `git fsck` refuses such names too; a tree that has them was made by hand.
_BAD_NAME = re.compile(rb"[\t/](?:\.{0,2})(?:/|\0)")

_LIST = ("ls-tree", "-r", "-z", "--full-tree")

_KINDS: dict[bytes, EntryKind] = {
    b"100644": "file",
    b"100755": "file",
    b"100664": "file",
    b"120000": "symlink",
    b"160000": "submodule",
}


class GitSnapshot(Snapshot):
    """Entries that git listed; their bytes are read when they are asked for, so keep `git` open."""

    def __init__(self, git: Git, origin: Origin, *, folder: str, entries: Mapping[str, Entry]) -> None:
        self.origin = origin
        self.folder = folder
        self._git = git
        self._entries = entries

    @property
    def entries(self) -> Mapping[str, Entry]:
        return self._entries

    def head(self, path: str, size: int) -> bytes:
        entry = regular_file(self._entries, path)
        found = None if entry.size is None else self._git.content(str(entry.object_id), size)
        if found is None:
            raise _not_here(path)
        return found[1]

    def pour(self, path: str, take: Callable[[bytes], object]) -> None:
        entry = regular_file(self._entries, path)
        if entry.size is None or not self._git.pour(str(entry.object_id), take):
            raise _not_here(path)


def _not_here(path: str) -> UnreadableError:
    return UnreadableError(
        f"the content of `{printable(path)}` is not in this repository",
        "fetch it (`git fetch --refetch`, or clone without `--filter`); `git fsck` shows what is damaged",
    )


def read_commit(git: Git, place: Place, *, ref: str | None) -> GitSnapshot:
    """The commit that `ref` names, `HEAD` where it is None."""
    asked = "HEAD" if ref is None else ref
    snapshot = read_tree(git, place, commit=resolve(git, asked), asked=asked)
    require_folder(snapshot.entries, place.folder, on_disk=present(place.root / place.folder))
    return snapshot


def read_tree(git: Git, place: Place, *, commit: str, asked: str) -> GitSnapshot:
    """The commit with the full id `commit`, which was asked for as `asked`; the folder need not be in it."""
    entries = sorted_entries(_tree(git, commit))
    origin = Origin("commit", name_of(place), commit, asked, is_shallow(git, place))
    return GitSnapshot(git, origin, folder=place.folder, entries=entries)


def name_of(place: Place) -> str:
    return place.root.name or str(place.root)


def kind_of(mode: bytes) -> EntryKind:
    return _KINDS.get(mode, "special")


def _tree(git: Git, commit: str) -> Iterator[Entry]:
    listed = git.run(*_LIST, "-l", commit)
    return _entries(listed) if listed is not None else _partial_tree(git, commit)


def _partial_tree(git: Git, commit: str) -> Iterator[Entry]:
    """In a partial clone git gives up over the first size that it does not have, so sizes are asked for apart."""
    listed = git.run(*_LIST, commit)
    if listed is None:
        raise SnapshotError(
            "a folder of this commit is missing or damaged",
            "fetch the commit whole (`git fetch --refetch`, or clone without `--filter`); `git fsck` shows more",
        )
    entries = list(_entries(listed))
    files = (str(entry.object_id) for entry in entries if entry.kind != "submodule")
    sizes = git.sizes(files, f"{commit}^{{tree}}")
    return (entry._replace(size=sizes.get(str(entry.object_id))) for entry in entries)


def _entries(listed: bytes) -> Iterator[Entry]:
    """From rows of `MODE TYPE ID[ SIZE]<TAB>PATH`; the size is BAD where the object is not here."""
    if _BAD_NAME.search(listed):
        raise SnapshotError("the tree of this commit has a name that git forbids", "run `git fsck` and mend the commit")
    for row in listed.split(b"\0")[:-1]:
        head, _, name = row.partition(b"\t")
        mode, _, object_id, *size = head.split()
        number = int(size[0]) if size and size[0].isdigit() else None
        yield Entry(text_of(name), kind_of(mode), number, object_id.decode())


def is_shallow(git: Git, place: Place) -> bool:
    """Looked up in the usual place without a process; a worktree or submodule keeps the mark elsewhere."""
    if place.git_dir.is_dir() and not present(place.git_dir / "commondir"):
        return present(place.git_dir / "shallow")
    answer = git.run("rev-parse", "--is-shallow-repository")
    return answer == b"true\n"
