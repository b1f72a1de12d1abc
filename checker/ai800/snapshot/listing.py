"""What all kinds of snapshot share: one sorted listing with a limit, and what is said of a path that is not in it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ai800.errors import SnapshotError, UsageError
from ai800.snapshot.types import UnreadableError
from ai800.text import nearest, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ai800.snapshot.types import Entry

# Far above any model release, and low enough that a tree made to exhaust memory is refused in a second.
ENTRY_LIMIT = 200_000

_KINDS = {
    "file": ("a file, not a folder", "name the folder that holds it"),
    "symlink": ("a symbolic link, which is not followed", "name the folder that it points to"),
    "submodule": ("another repository, which is not entered", "check that repository by its own path"),
    "special": ("no regular file and no folder", "name the folder of the model"),
}


def text_of(name: bytes) -> str:
    """A file name as text; bytes that are not UTF-8 become surrogate escapes."""
    return name.decode("utf-8", "surrogateescape")


def sorted_entries(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    """The entries by path. Raises SnapshotError over ENTRY_LIMIT of them, or where a path comes twice."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.path in found:
            raise SnapshotError(
                f"`{printable(entry.path)}` is listed twice",
                "run `git fsck` and mend the commit",
            )
        found[entry.path] = entry
        if len(found) > ENTRY_LIMIT:
            raise too_many_entries()
    return MappingProxyType(dict(sorted(found.items())))


def too_many_entries() -> SnapshotError:
    return SnapshotError(
        f"there are more than {ENTRY_LIMIT} files", "check the folder or the repository of one model release"
    )


def regular_file(entries: Mapping[str, Entry], path: str) -> Entry:
    """The entry of a file. Raises UnreadableError where `path` is anything else."""
    entry = entries.get(path)
    if entry is None:
        raise UnreadableError(f"there is no file `{printable(path)}`", "name a file that the snapshot lists")
    if entry.kind != "file":
        sentence, remedy = _KINDS[entry.kind]
        raise UnreadableError(f"`{printable(path)}` is {sentence}", remedy)
    return entry


def require_folder(entries: Mapping[str, Entry], folder: str, *, on_disk: bool) -> None:
    """Raises unless the tree has `folder`: UsageError where the disk has it neither, else SnapshotError."""
    if not folder or any(name.startswith(folder + "/") for name in entries):
        return
    for name in _with_parents(folder):
        if name in entries:
            sentence, remedy = _KINDS[entries[name].kind]
            raise SnapshotError(f"`{printable(name)}` is {sentence}", remedy)
    kind = SnapshotError if on_disk else UsageError
    raise kind(f"there is no folder `{printable(folder)}` in what was read", _instead(entries, folder))


def _with_parents(folder: str) -> list[str]:
    parts = folder.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]


def _instead(entries: Mapping[str, Entry], folder: str) -> str:
    holding = {name.rpartition("/")[0] for name in entries} - {""}
    like = nearest(folder, {parent for name in holding for parent in _with_parents(name)})
    return f"did you mean `{printable(like)}`?" if like else "commit it first, or move it out of this git repository"
