"""Where the git repository that holds a path stands on the disk, found without asking git."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from ai800.snapshot.listing import text_of


@dataclass(frozen=True, slots=True)
class Place:
    """A git repository, and the folder in it that was asked for.

    `git_dir` is a git directory, or a `.git` file that names one (worktree, submodule).
    `folder` is "" or a path with `/` from `root`; it need not exist.
    """

    root: Path
    git_dir: Path
    folder: str


def find_repository(path: Path) -> Place | None:
    """The repository that holds `path`, None where there is none.

    The path is taken as written first: a symbolic link inside a repository must not lead into another one.
    Where that finds nothing, a link may still point into a repository, whose work tree is never read.
    """
    written = Path(os.path.normpath(path.absolute()))
    return _above(written) or _above(Path(os.path.realpath(written)))


def _above(start: Path) -> Place | None:
    """An outer `.git` goes before a bare repository: one hidden among committed files must not be read instead."""
    bare = None
    for folder in (start, *start.parents):
        if present(folder / ".git"):
            return Place(folder, folder / ".git", _between(folder, start))
        if bare is None and _is_bare(folder):
            bare = Place(folder, folder, _between(folder, start))
    return bare


def present(path: Path) -> bool:
    """Whether something can be seen there; no permission to look counts as no."""
    try:
        path.stat()
    except (OSError, ValueError):
        return False
    return True


def _is_bare(folder: Path) -> bool:
    return all(present(folder / name) for name in ("HEAD", "objects", "refs"))


def _between(root: Path, path: Path) -> str:
    return "" if path == root else text_of(os.fsencode(path.relative_to(root).as_posix()))
