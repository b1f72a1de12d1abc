"""Declared artifacts against the files of the repository: which file each one is, and whether the digest is its own."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ai800.assessment.types import Note
from ai800.facts.types import WeightFile
from ai800.snapshot.types import UnreadableError
from ai800.text import plural, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ai800.declare.types import Declaration
    from ai800.facts.types import Facts
    from ai800.snapshot.types import Snapshot

# agrees: or there is nothing to compare. elsewhere: the repository holds no weights, so it cannot be expected there.
State = Literal["agrees", "differs", "not_digested", "not_found", "elsewhere"]

_ADDRESS = "://"


class Artifact(NamedTuple):
    """A declared artifact, by its position in the list. `file` is where the repository has another digest, or ""."""

    position: int
    path: str
    state: State
    file: str = ""


def artifacts(
    snapshot: Snapshot, declaration: Declaration, facts: Facts, *, digest_weights: bool = False
) -> tuple[Artifact, ...]:
    """Every declared artifact, in its order.

    A file is found by its path, from the model's folder or from the root, else by its name among those that no other
    artifact names or states the digest of.
    """
    declared = declaration.data.get("model", {}).get("artifacts", ())
    if not declared:
        return ()
    files = _Files(snapshot, facts, declared, digest_weights=digest_weights)
    return tuple(_artifact(i, each, files) for i, each in enumerate(declared))


def _artifact(position: int, declared: Mapping[str, Any], files: _Files) -> Artifact:
    path, stated = declared["path"], declared.get("sha256")
    found = files.found(path)
    if stated in found.digests:
        return Artifact(position, path, "agrees")
    if not found.files:
        return Artifact(position, path, "not_found" if files.any_weights and _ADDRESS not in path else "elsewhere")
    if stated is None:
        return Artifact(position, path, "agrees")
    if any(each.sha256 is None for each in found.files):
        return Artifact(position, path, "not_digested")
    return Artifact(position, path, "differs", found.files[0].path)


class _Found(NamedTuple):
    """The files that an artifact may be, and digests that agree with it."""

    files: tuple[WeightFile, ...] = ()
    digests: frozenset[str | None] = frozenset()


class _Files:
    """The files of a repository as artifacts may name them."""

    def __init__(
        self, snapshot: Snapshot, facts: Facts, declared: Sequence[Mapping[str, Any]], *, digest_weights: bool
    ) -> None:
        self._snapshot = snapshot
        self._weights = {each.path: each for each in facts.weights}
        self._others: dict[str, WeightFile] = {}
        self._digest_weights = digest_weights
        self.any_weights = any(each.form != "index" for each in facts.weights)
        # `ai800 init` writes what is invisible in a name as an escape.
        self._written = {printable(path): path for path in self._weights}
        self._by_name = self._named(declared)

    def _named(self, declared: Sequence[Mapping[str, Any]]) -> dict[str, _Found]:
        """The weights by name, each with those that are not certainly another artifact."""
        taken = {self._at(each["path"]) for each in declared}
        stated = {each.get("sha256") for each in declared} - {None}
        by_name: dict[str, list[WeightFile]] = {}
        for each in self._weights.values():
            by_name.setdefault(posixpath.basename(each.path), []).append(each)
        return {
            name: _Found(
                tuple(each for each in files if each.path not in taken and each.sha256 not in stated),
                frozenset(each.sha256 for each in files if each.sha256),
            )
            for name, files in by_name.items()
        }

    def found(self, path: str) -> _Found:
        at = self._at(path)
        if at:
            file = self._weights.get(at) or self._other(at)
            return _Found((file,), frozenset({file.sha256} - {None}))
        return _Found() if _ADDRESS in path else self._by_name.get(posixpath.basename(path), _Found())

    def _at(self, path: str) -> str | None:
        """The entry that stands at a declared path."""
        for each in (posixpath.normpath(posixpath.join(self._snapshot.folder, path)), posixpath.normpath(path)):
            if each in self._snapshot.entries:
                return each
        return self._written.get(path)

    def _other(self, path: str) -> WeightFile:
        """What was not taken for weights until somebody declared it; without a digest where it is no regular file."""
        if path not in self._others:
            from ai800.facts.digests import budget_of, digested

            spent = (*self._weights.values(), *self._others.values())
            budget = budget_of(digest_weights=self._digest_weights, spent=spent)
            self._others[path] = digested((self._undigested(path),), self._snapshot.digest, budget)[0][0]
        return self._others[path]

    def _undigested(self, path: str) -> WeightFile:
        from ai800.facts.lfs import POINTER_LIMIT, pointer

        try:
            behind = pointer(self._snapshot.head(path, POINTER_LIMIT + 1))
        except UnreadableError:
            return WeightFile(path, "other", None, None, pointer=False)
        if behind:
            return WeightFile(path, "other", behind.size, behind.sha256, pointer=True, sha256_from="pointer")
        return WeightFile(path, "other", self._snapshot.entries[path].size, None, pointer=False)


def artifact_notes(declaration: Declaration, found: tuple[Artifact, ...]) -> Iterator[Note]:
    """What was not compared, and what is not where the other weights are: neither is a gap."""
    missing = [each for each in found if each.state == "not_found"]
    if missing:
        text = f"{_named(missing)} not in the repository, which holds other weights"
        yield _note(declaration, "artifact_not_found", missing[0], text)
    unread = [each for each in found if each.state == "not_digested"]
    if unread:
        text = (
            f"{_named(unread)} not compared with the declared sha256: the bytes were not read "
            "(`ai800 check --digest-weights` reads files of any size)"
        )
        yield _note(declaration, "artifact_not_digested", unread[0], text)


def _named(found: list[Artifact]) -> str:
    more = len(found) - 1
    return f"{printable(found[0].path)} " + (f"and {plural(more, 'more artifact')} are" if more else "is")


def _note(declaration: Declaration, code: str, artifact: Artifact, text: str) -> Note:
    return Note(code, text, declaration.place(f"/model/artifacts/{artifact.position}/path"))
