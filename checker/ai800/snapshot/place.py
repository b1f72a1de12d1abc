"""Where the git repository that holds a path stands on the disk, found without asking git."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from ai800.snapshot.listing import text_of


class Place(NamedTuple):
    """A git repository, and the folder in it that was asked for.

    `git_dir` is a git directory, or a `.git` file that names one (worktree, submodule).
    `folder` is "" or a path with `/` from `root`; it need not exist.
    """

    root: Path
    git_dir: Path
    folder: str


def find_repository(path: Path) -> Place | None:
    """The repository that holds `path`, None where there is none.

    The path is taken as written first. Where that finds nothing, a symbolic link may still point into
    a repository, whose work tree is never read.
    """
    written = Path(os.path.normpath(path.absolute()))
    return _above(written) or _above(_resolved(written))


def _above(start: Path) -> Place | None:
    """The nearest `.git` from the top down, as far as no symbolic link leads out of a repository.

    It goes before a bare repository: one hidden among committed files must not be read instead of them.
    """
    found = bare = None
    for folder in (*reversed(start.parents), start):
        if found is not None and folder.is_symlink():
            break
        if present(folder / ".git"):
            found = folder
        elif _is_bare(folder):
            bare = folder
    if found is not None:
        return Place(found, found / ".git", _between(found, start))
    return None if bare is None else Place(bare, bare, _between(bare, start))


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links, or a name that no file can have
        return path


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
