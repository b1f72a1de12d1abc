"""Declared artifacts against the files of the repository: which file each one is, and whether the digest is its own."""

from __future__ import annotations

import posixpath
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ai800.assessment.types import Note
from ai800.facts.digests import budget_of, digested
from ai800.facts.lfs import POINTER_LIMIT, pointer
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
_DEEPEST = 32  # folders of a declared path; real ones have fewer


class Artifact(NamedTuple):
    """A declared artifact, by its position in the list. `file` is where the repository has another digest, or ""."""

    position: int
    path: str
    state: State
    file: str = ""


def artifacts(
    snapshot: Snapshot, declaration: Declaration, *, facts: Facts, digest_weights: bool = False
) -> tuple[Artifact, ...]:
    """Every declared artifact, in its order.

    A file is found by its path, from the model's folder or from the root. Where nothing stands there it may be one
    whose path the declared one ends with, or any of that name where no folder is declared, unless it is certainly
    another artifact: one at its own path, or of the digest that another states.
    """
    declared = declaration.data.get("model", {}).get("artifacts", ())
    if not declared:
        return ()
    files = _Files(snapshot, facts, declared=declared, digest_weights=digest_weights)
    return tuple(_artifact(i, each, files=files) for i, each in enumerate(declared))


def _artifact(position: int, declared: Mapping[str, Any], *, files: _Files) -> Artifact:
    path, stated = declared["path"], declared.get("sha256")
    found = files.found(path)
    if stated in found.digests:
        return Artifact(position, path, "agrees")
    if not found.path:
        return Artifact(position, path, "not_found" if files.any_weights and _ADDRESS not in path else "elsewhere")
    if stated is None:
        return Artifact(position, path, "agrees")
    return Artifact(position, path, "not_digested") if found.unread else Artifact(position, path, "differs", found.path)


class _Found(NamedTuple):
    """The first file that an artifact may be, whether any of them is without a digest, and the digests it may state."""

    path: str = ""
    unread: bool = False
    digests: frozenset[str | None] = frozenset()


class _Files:
    """The files of a repository as artifacts may name them."""

    def __init__(
        self, snapshot: Snapshot, facts: Facts, *, declared: Sequence[Mapping[str, Any]], digest_weights: bool
    ) -> None:
        self._snapshot = snapshot
        self._entries = snapshot.entries
        self._folder = f"{snapshot.folder}/" if snapshot.folder else ""
        self._weights = {each.path: each for each in facts.weights}
        self._others: dict[str, WeightFile] = {}
        self._left = budget_of(digest_weights=digest_weights, spent=facts.weights)
        self.any_weights = any(each.form != "index" for each in facts.weights)
        # `ai800 init` writes what is invisible in a name as an escape.
        self._written = {printable(path): path for path in self._weights}
        taken = {self._at(each["path"]) for each in declared}
        stated = {each.get("sha256") for each in declared} - {None}
        self._free = {path for path, each in self._weights.items() if path not in taken and each.sha256 not in stated}
        self._by_name = self._named()

    def _named(self) -> dict[str, _Found]:
        by_name: dict[str, list[WeightFile]] = {}
        for each in self._weights.values():
            by_name.setdefault(posixpath.basename(each.path), []).append(each)
        return {name: self._any_of(files) for name, files in by_name.items()}

    def _any_of(self, files: list[WeightFile]) -> _Found:
        free = [each for each in files if each.path in self._free]
        digests = frozenset(each.sha256 for each in files if each.sha256)
        return _Found(free[0].path if free else "", any(each.sha256 is None for each in free), digests)

    def found(self, path: str) -> _Found:
        at = self._at(path)
        if at:
            return _only(self._weights.get(at) or self._other(at))
        if self._is_folder(path):
            return _Found(path, unread=True)
        if _ADDRESS in path:
            return _Found()
        named = self._by_name.get(posixpath.basename(path), _Found())
        return named if "/" not in path else self._ending(path)._replace(digests=named.digests)

    def _at(self, path: str) -> str | None:
        """The entry that stands at a declared path."""
        for each in (posixpath.normpath(self._folder + path), posixpath.normpath(path)):
            if each in self._entries:
                return each
        return self._written.get(path)

    def _is_folder(self, path: str) -> bool:
        for each in (posixpath.normpath(self._folder + path), posixpath.normpath(path)):
            at = bisect_left(self._paths, f"{each}/")
            if at < len(self._paths) and self._paths[at].startswith(f"{each}/"):
                return True
        return False

    @cached_property
    def _paths(self) -> list[str]:
        return list(self._entries)

    def _ending(self, path: str) -> _Found:
        """The weights at the longest end of a declared path, such as one of a hub: `org/model/weights/a.gguf`."""
        for _ in range(_DEEPEST):
            path = path.partition("/")[2]
            for each in (self._folder + path, path):
                if each in self._free:
                    return _only(self._weights[each])
        return _Found()

    def _other(self, path: str) -> WeightFile:
        """What was not taken for weights until somebody declared it; without a digest where it is no regular file."""
        if path not in self._others:
            (file,), _ = digested((self._undigested(path),), self._snapshot.digest, budget=self._left)
            if self._left is not None and file.sha256_from == "computed":
                self._left -= file.size or 0
            self._others[path] = file
        return self._others[path]

    def _undigested(self, path: str) -> WeightFile:
        try:
            behind = pointer(self._snapshot.head(path, POINTER_LIMIT + 1))
        except UnreadableError:
            return WeightFile(path, "other", None, None, pointer=False)
        if behind:
            return WeightFile(path, "other", behind.size, behind.sha256, pointer=True, sha256_from="pointer")
        return WeightFile(path, "other", self._entries[path].size, None, pointer=False)


def _only(file: WeightFile) -> _Found:
    return _Found(file.path, file.sha256 is None, frozenset({file.sha256} - {None}))


def artifact_notes(declaration: Declaration, found: tuple[Artifact, ...]) -> Iterator[Note]:
    """What was not compared, and what is not where the other weights are: neither is a gap."""
    missing = [each for each in found if each.state == "not_found"]
    if missing:
        text = f"{_named(missing)} not in the repository, which holds other weights"
        yield _note(declaration, "artifact_not_found", artifact=missing[0], text=text)
    unread = [each for each in found if each.state == "not_digested"]
    if unread:
        text = (
            f"{_named(unread)} not compared with the declared sha256: the bytes were not read "
            "(`ai800 check --digest-weights` reads large files too)"
        )
        yield _note(declaration, "artifact_not_digested", artifact=unread[0], text=text)


def _named(found: list[Artifact]) -> str:
    more = len(found) - 1
    return f"{printable(found[0].path)} " + (f"and {plural(more, 'more artifact')} are" if more else "is")


def _note(declaration: Declaration, code: str, *, artifact: Artifact, text: str) -> Note:
    return Note(code, text, declaration.place(f"/model/artifacts/{artifact.position}/path"))
