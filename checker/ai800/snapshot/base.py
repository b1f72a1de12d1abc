"""Where a change began: the merge base of what is judged and of the branch that it goes to."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from ai800.errors import SnapshotError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ai800.snapshot.git import Git
    from ai800.snapshot.place import Place
    from ai800.snapshot.types import Snapshot

_FETCH = "fetch the whole history (`git fetch --unshallow`; for actions/checkout `fetch-depth: 0`)"


class Pair(NamedTuple):
    """What is judged, and the commit where the change began; either is read in the same folder."""

    head: Snapshot
    base: Snapshot


@contextmanager
def open_with_base(path: Path, base: str, *, ref: str | None = None, staged: bool = False) -> Iterator[Pair]:
    """The repository that holds `path` at `ref` or as staged, and at its merge base with the ref `base`.

    The folder of `path` need not be in the base. Raises SnapshotError where the base cannot be told for certain,
    else as `open_snapshot`.
    """
    from ai800.snapshot import read_asked
    from ai800.snapshot.git import Git
    from ai800.snapshot.place import find_repository

    place = find_repository(path)
    if place is None:
        raise SnapshotError(
            "this folder is not in a git repository, so nothing says what it was before",
            "leave out `--base`, or name a git repository",
        )
    with Git(place) as git:
        yield Pair(read_asked(git, place, ref=ref, staged=staged), _base(git, place, base=base, ref=ref))


def _base(git: Git, place: Place, *, base: str, ref: str | None) -> Snapshot:
    from ai800.snapshot.commit import read_tree
    from ai800.snapshot.refs import resolve

    head = resolve(git, "HEAD" if ref is None else ref)
    commit = _merge_base(git, place, base=_resolved(git, base), head=head)
    return read_tree(git, place, commit=commit, asked=base)


def _resolved(git: Git, base: str) -> str:
    from ai800.snapshot.refs import resolve

    try:
        return resolve(git, base)
    except (UsageError, SnapshotError) as error:
        remedy = "fetch it (`git fetch origin BRANCH`; for actions/checkout `fetch-depth: 0`), or name another"
        raise SnapshotError(f"the base cannot be read: {error.sentence}", f"{remedy} with `--base`") from error


def _merge_base(git: Git, place: Place, *, base: str, head: str) -> str:
    """The one commit where both meet. Both are full ids of commits."""
    found = (git.run("merge-base", "--all", base, head) or b"").decode().split()
    if not found:
        raise _no_common(git, place, commits=(base, head))
    if len(found) > 1:
        raise SnapshotError(
            f"the base is not one commit: {len(found)} merge bases ({', '.join(each[:12] for each in sorted(found))})",
            "merge the base branch into this one, then there is one",
        )
    if _is_cut_off(git, base, head=head, found=found[0]):
        raise SnapshotError("this clone is shallow, and its history ends before it tells the merge base", _FETCH)
    return found[0]


def _no_common(git: Git, place: Place, *, commits: tuple[str, str]) -> SnapshotError:
    from ai800.snapshot.commit import is_shallow

    if is_shallow(git, place):
        return SnapshotError("this clone is shallow, and the merge base with `--base` is not in it", _FETCH)
    if git.run("rev-list", "--max-parents=0", *commits) is None:
        return _damaged()
    return SnapshotError(
        "what is judged and `--base` have no commit in common", "name the branch that the change goes to with `--base`"
    )


def _damaged() -> SnapshotError:
    return SnapshotError("the history that leads to `--base` is damaged, or a part of it is not here", _FETCH)


def _is_cut_off(git: Git, base: str, *, head: str, found: str) -> bool:
    """Whether history ends somewhere between either of them and the merge base: then a nearer one may be missing.

    Only in a shallow clone does a commit have parents that git does not show.
    """
    ends = git.run("rev-list", "--max-parents=0", base, head, "--not", found)
    if ends is None:
        raise _damaged()
    return any(_has_parents(git, end) for end in ends.decode().split())


def _has_parents(git: Git, commit: str) -> bool:
    """The header of a commit is `tree ID`, then `parent ID` for each parent, whatever a shallow clone makes of them."""
    content = git.content(commit, 200)
    return content is None or content[1].split(b"\n", 1)[-1].startswith(b"parent ")
