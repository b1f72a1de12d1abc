"""The history of a release, through GitPython: refs and commits only, which run nothing of the repository's."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ai800.errors import SnapshotError
from ai800.snapshot.git import environment, program
from ai800.snapshot.place import find_repository

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from git import Repo

    from ai800.snapshot.place import Place

# Tags, branches and ids. Operators (`^`, `~`, `:`, `@{`) would walk elsewhere, and a leading `-` would be an option.
_NAME = re.compile(r"\w[\w./+#@-]{0,199}")
_COMMIT = re.compile(r"[0-9a-f]{40}")


def previous_release(path: Path, ref: str) -> str | None:
    """The full id of the commit of `release.previous`, None where there is no history or no such tag or branch.

    Raises SnapshotError where the name exists and its commit cannot be read.
    """
    place = find_repository(path)
    if place is None or not _NAME.fullmatch(ref) or ".." in ref:
        return None
    with _repository(place) as repository:
        from git import BadName

        try:
            return repository.commit(ref).hexsha
        except BadName:
            return None


def commit_date(path: Path, commit: str) -> str:
    """The day of a commit as `YYYY-MM-DD`, by its committer's clock. Raises SnapshotError where it has no such day."""
    place = find_repository(path)
    if place is None or not _COMMIT.fullmatch(commit):
        raise _unreadable()
    with _repository(place) as repository:
        found = repository.commit(commit)
        # GitPython turns a date that is missing or negative into 1970 without a word.
        if found.committed_date <= 0:
            raise _unreadable()
        return found.committed_datetime.date().isoformat()


@contextmanager
def _repository(place: Place) -> Iterator[Repo]:
    with _variables(environment(place) | {"GIT_PYTHON_GIT_EXECUTABLE": program()}):
        from configparser import Error as SettingsError

        import git

        try:
            with git.Repo(place.root, expand_vars=False) as repository:
                _require_sha1(repository)
                yield repository
        except (
            git.GitError,
            git.exc.ODBError,
            SettingsError,
            OSError,
            ValueError,
            ArithmeticError,
            LookupError,
        ) as error:
            raise _unreadable() from error


def _require_sha1(repository: Repo) -> None:
    """GitPython finds no ref where ids are longer, which would read as if there were no such release."""
    with repository.config_reader("repository") as settings:
        if settings.get_value("extensions", "objectformat", "sha1") != "sha1":
            raise _unreadable()


@contextmanager
def _variables(values: Mapping[str, str]) -> Iterator[None]:
    """GitPython gives its processes what it finds in `os.environ`, and can add to that but take nothing away."""
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _unreadable() -> SnapshotError:
    return SnapshotError(
        "the history of this repository cannot be read", "fetch all of it (`git fetch --unshallow --tags`), SHA-1 only"
    )
