"""What stands in a release and was not read: files that are not in this clone, and other repositories."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from ai800.text import plural, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.facts.types import Facts
    from ai800.release.types import Release
    from ai800.snapshot.types import Snapshot

NOT_IN_CLONE = "not_in_clone"
NOT_ENTERED = "not_entered"
_MOST = 5
_SHOWN = 12


def not_in_clone(snapshot: Snapshot, facts: Facts, *, release: Release) -> tuple[str, ...]:
    """Evidence and texts that git lists and cannot show, sorted by path.

    Weights are none of them: without their bytes less is known of them, and nothing is taken for absent.
    """
    weights = {file.path for file in facts.weights}
    found = {*_evidence(release), *_texts(snapshot, facts)} - weights
    return tuple(sorted(path for path in found if _is_blob(snapshot, path)))


def _evidence(release: Release) -> Iterator[str]:
    for each in release.references:
        if each.resolution.status == "unreadable" and each.resolution.path:
            yield each.resolution.path


def _texts(snapshot: Snapshot, facts: Facts) -> Iterator[str]:
    for problem in facts.problems:
        entry = snapshot.entries.get(problem.path)
        if entry and entry.size is None:
            yield problem.path


def _is_blob(snapshot: Snapshot, path: str) -> bool:
    entry = snapshot.entries.get(path)
    return entry is not None and entry.kind == "file" and entry.object_id is not None


def not_entered(snapshot: Snapshot) -> tuple[str, ...]:
    """Submodules in the model's folder, each with its commit, sorted; of a plain folder none is known."""
    entries = sorted(snapshot.inside().items())
    return tuple(
        f"{printable(path)} (commit {entry.object_id[:_SHOWN]})"
        for path, entry in entries
        if entry.kind == "submodule" and entry.object_id
    )


def listed(repositories: tuple[str, ...]) -> str:
    """The first of many; the digest stands for the others, so that a change of one of them changes the text."""
    left = repositories[_MOST:]
    more = f" and {len(left)} more ({sha256(chr(10).join(left).encode()).hexdigest()[:_SHOWN]})" if left else ""
    return ", ".join(repositories[:_MOST]) + more


def told(paths: tuple[str, ...]) -> str:
    """Which files these are, in a few words."""
    more = f" and {len(paths) - _MOST} more" if len(paths) > _MOST else ""
    verb = "is" if len(paths) == 1 else "are"
    return f"{plural(len(paths), 'file')} {verb} not in this clone: {', '.join(map(printable, paths[:_MOST]))}{more}"
