"""From a ref to a commit, and why it leads to none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ai800.errors import SnapshotError, UsageError
from ai800.snapshot.git import damaged
from ai800.snapshot.listing import text_of
from ai800.text import nearest, printable

if TYPE_CHECKING:
    from ai800.snapshot.git import Git

_LONGEST = 1000

# A line feed would end the question to git; a surrogate that stands for no byte cannot be written;
# a colon in front asks for staged files, or for a commit by words of its message.
_UNFIT = re.compile("^:|[\x00-\x1f\x7f\ud800-\udc7f\udd00-\udfff]")

_FULL_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")

_KINDS = {
    b"commit": "a commit that is damaged",
    b"tag": "a tag of something that is no commit, or is not here",
    b"tree": "a tree, not a commit",
    b"blob": "a file, not a commit",
}


def resolve(git: Git, ref: str) -> str:
    """The full id of the commit that `ref` names. Raises SnapshotError, with the reason, where it names none."""
    if not ref or len(ref) > _LONGEST or _UNFIT.search(ref):
        raise UsageError("the ref is not a name that git can have", "name a branch, a tag or a commit with `--ref`")
    found = git.content(f"{ref}^{{commit}}", 0)
    if found is None:
        raise _unresolved(git, ref)
    return found[0]


def _unresolved(git: Git, ref: str) -> SnapshotError:
    answer, shown = _answer(git, ref), printable(ref)
    last = answer.rpartition(b" ")[2]
    if last == b"ambiguous":
        return SnapshotError(f"`{shown}` is the beginning of several ids", "write more of its digits")
    if last.isdigit():
        return SnapshotError(f"`{shown}` is {_KINDS[answer.split()[1]]}", "name a branch, a tag or a commit")
    known = _names(git)
    if ref == "HEAD":
        return _no_head(known)
    if ref in known or _FULL_ID.fullmatch(ref):
        return SnapshotError(
            f"the commit of `{shown}` is not in this repository",
            "fetch it (`git fetch --unshallow`, or `git fetch origin COMMIT`), or name another with `--ref`",
        )
    like = nearest(ref, known)
    remedy = f"did you mean `{printable(like)}`?" if like else "`git branch -a` and `git tag` list what there is"
    return SnapshotError(f"there is no branch, tag or commit `{shown}`", remedy)


def _answer(git: Git, ref: str) -> bytes:
    answers = git.check([ref])
    if answers is not None:
        return answers[0]
    if git.run("rev-parse", "--git-dir") is None:
        raise damaged()
    return b"missing"


def _no_head(known: list[str]) -> SnapshotError:
    if not known:
        return SnapshotError("HEAD leads to no commit, and there is no branch or tag", "commit the release first")
    return SnapshotError(
        "HEAD leads to no commit", f"name a branch or tag with `--ref`, such as `{printable(known[0])}`"
    )


def _names(git: Git) -> list[str]:
    """Branches and tags, by their short names, sorted."""
    printed = git.run("for-each-ref", "--count=10000", "--format=%(refname)", "refs/heads", "refs/tags", "refs/remotes")
    return sorted(text_of(name).split("/", 2)[2] for name in (printed or b"").splitlines())
