"""Follows references to evidence inside the snapshot, and nowhere else."""

from __future__ import annotations

import posixpath
import unicodedata
from typing import TYPE_CHECKING, Any

from ai800.evidence.content import emptiness, find, nearest_heading, under
from ai800.evidence.paths import Target, target
from ai800.evidence.types import Resolution, Status
from ai800.snapshot.types import TooLargeError, UnreadableError
from ai800.text import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ai800.snapshot.types import Entry, Snapshot

EVIDENCE_LIMIT = 8 << 20
FILES_LIMIT = 5000
_POINTER = b"version https://git-lfs.github.com/spec/v1"
_LOOKS_THE_SAME = "a file is there whose name looks the same and is of other characters; write both in one Unicode form"
_NOT_FOLLOWED = {
    "symlink": "it is a symbolic link, which is not followed",
    "submodule": "it is a submodule, which is not entered",
    "special": "it is not a regular file",
}


class SnapshotResolver:
    """Resolves references at the commit, index or folder that a snapshot holds. Each file is read once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._files: dict[str, bytes | Resolution] = {}
        self._done: dict[Target, Resolution] = {}

    def resolve(self, reference: str | Mapping[str, Any]) -> Resolution:
        wanted = target(reference, self._snapshot.folder)
        if wanted not in self._done:
            self._done[wanted] = self._resolve(wanted)
        return self._done[wanted]

    def _resolve(self, wanted: Target) -> Resolution:
        if wanted.address:
            return Resolution("external", wanted.shown, detail="it is outside what can be read here")
        if wanted.refusal:
            return Resolution("refused", wanted.shown, detail=wanted.refusal)
        data = self._read(wanted)
        if isinstance(data, Resolution):
            return data
        if wanted.sha256 and _digest(data) != wanted.sha256.lower():
            return _failed("digest_mismatch", wanted, detail="the file has another sha256 than the one given")
        return _judged(wanted, data)

    def _read(self, wanted: Target) -> bytes | Resolution:
        if wanted.path not in self._files:
            self._files[wanted.path] = self._fetch(wanted)
        found = self._files[wanted.path]
        if isinstance(found, Resolution):
            return Resolution(found.status, wanted.shown, found.path, detail=found.detail)
        return found

    def _fetch(self, wanted: Target) -> bytes | Resolution:
        entries = self._snapshot.entries
        entry = entries.get(wanted.path)
        if entry is None:
            return self._absent(wanted, entries)
        if entry.kind != "file":
            return _failed("refused", wanted, detail=_NOT_FOLLOWED[entry.kind])
        if len(self._files) >= FILES_LIMIT:
            return _failed("refused", wanted, detail=f"more than {FILES_LIMIT} files are named as evidence")
        return self._content(wanted)

    def _content(self, wanted: Target) -> bytes | Resolution:
        try:
            data = self._snapshot.read(wanted.path, EVIDENCE_LIMIT)
        except TooLargeError:
            return _failed("refused", wanted, detail=f"it is larger than {EVIDENCE_LIMIT >> 20} MiB")
        except UnreadableError:
            return _failed("unreadable", wanted, detail="the object is not in this clone, or may not be read")
        if data.startswith(_POINTER):
            return _failed("pointer", wanted, detail="it is a Git LFS pointer, not its content")
        return data

    def _absent(self, wanted: Target, entries: Mapping[str, Entry]) -> Resolution:
        parent = posixpath.dirname(wanted.path)
        while parent:
            if parent in entries and entries[parent].kind != "file":
                return _failed("refused", wanted, detail=_NOT_FOLLOWED[entries[parent].kind])
            parent = posixpath.dirname(parent)
        if any(path.startswith(wanted.path + "/") for path in entries):
            return _failed("missing", wanted, detail="it is a folder; name a file in it")
        if any(unicodedata.normalize("NFC", path) == unicodedata.normalize("NFC", wanted.path) for path in entries):
            return _failed("missing", wanted, detail=_LOOKS_THE_SAME)
        meant = nearest(wanted.path, [path for path in entries if path.isprintable()])
        return _failed(
            "missing", wanted, detail=f"there is no such file; did you mean {meant}?" if meant else "no such file"
        )


def _digest(data: bytes) -> str:
    from hashlib import sha256

    return sha256(data).hexdigest()


def _failed(status: Status, wanted: Target, *, detail: str) -> Resolution:
    return Resolution(status, wanted.shown, wanted.path, detail=detail)


def _judged(wanted: Target, data: bytes) -> Resolution:
    text = _decoded(data)
    if text is None:
        found = _failed("external", wanted, detail="its text cannot be read here: it is no plain text")
        return found._replace(sha256=_digest(data))
    line, part = 1, text
    if wanted.anchor:
        heading = find(text, wanted.anchor)
        if heading is None:
            meant = nearest_heading(text, wanted.anchor)
            hint = f"; did you mean #{meant}?" if meant else ""
            return _failed("anchor_missing", wanted, detail=f"the file has no such heading{hint}")
        line, part = heading.line, under(text, heading)
    digest = _digest(part.encode())
    if why := emptiness(part):
        return Resolution("placeholder", wanted.shown, wanted.path, line, why, digest)
    return Resolution("resolved", wanted.shown, wanted.path, line, sha256=digest)


def _decoded(data: bytes) -> str | None:
    if b"\0" in data or data.startswith(b"%PDF"):
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
