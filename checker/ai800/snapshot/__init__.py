"""The files of a release at one moment: of a commit, of the index, or of a plain folder."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from ai800.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ai800.snapshot.git import Git
    from ai800.snapshot.place import Place
    from ai800.snapshot.types import Snapshot


@contextmanager
def open_snapshot(path: Path, *, ref: str | None = None, staged: bool = False) -> Iterator[Snapshot]:
    """The repository that holds `path`, at `ref` (default `HEAD`) or as staged, or the plain folder `path`.

    Raises UsageError where `path` is not there or the options do not fit it, SnapshotError where it cannot be read.
    """
    from ai800.snapshot.place import find_repository

    place = find_repository(path)
    _require_one(ref, staged=staged)
    if place is None:
        yield _plain(path, asked=staged or ref is not None)
        return
    from ai800.snapshot.git import Git

    with Git(place) as git:
        yield read_asked(git, place, ref=ref, staged=staged)


def read_asked(git: Git, place: Place, *, ref: str | None, staged: bool) -> Snapshot:
    """The commit or the index of the repository. Keep `git` open as long as the snapshot is used."""
    _require_one(ref, staged=staged)
    return _staged(git, place) if staged else _commit(git, place, ref=ref)


def _require_one(ref: str | None, *, staged: bool) -> None:
    if staged and ref is not None:
        raise UsageError("a commit and what is staged cannot both be checked", "leave out `--ref` or `--staged`")


def _staged(git: Git, place: Place) -> Snapshot:
    from ai800.snapshot.index import read_index

    return read_index(git, place)


def _commit(git: Git, place: Place, *, ref: str | None) -> Snapshot:
    from ai800.snapshot.commit import read_commit

    return read_commit(git, place, ref=ref)


def _plain(path: Path, *, asked: bool) -> Snapshot:
    from ai800.snapshot.folder import read_folder

    snapshot = read_folder(path)
    if asked:
        raise UsageError(
            "this folder is not in a git repository, so it has no commits",
            "leave out `--ref` and `--staged`, or name a git repository",
        )
    return snapshot
