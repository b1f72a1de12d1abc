"""Where a reference leads: an address outside, or a path inside the repository that may be read."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|(?:doi|arxiv):", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:")
_LONGEST_PATH = 1024


class Target(NamedTuple):
    """A reference taken apart. `address` is set for what lies outside; `refusal` says why a path is not followed."""

    shown: str
    path: str = ""
    anchor: str = ""
    sha256: str = ""
    address: str = ""
    refusal: str = ""


def target(reference: str | Mapping[str, Any], folder: str) -> Target:
    """Take a reference apart; its path is relative to `folder` and comes back from the root of the repository."""
    if isinstance(reference, str):
        if _ADDRESS.match(reference):
            return Target(reference, address=reference)
        path, _, anchor = reference.partition("#")
        return _inside(reference, path.strip(), anchor=anchor.strip(), folder=folder)
    if "url" in reference:
        return Target(reference["url"], address=reference["url"])
    anchor = reference.get("anchor", "").removeprefix("#")
    shown = f"{reference['path']}#{anchor}" if anchor else reference["path"]
    return _inside(shown, reference["path"], anchor=anchor, folder=folder, sha256=reference.get("sha256", ""))


def _inside(shown: str, path: str, *, anchor: str, folder: str, sha256: str = "") -> Target:
    refusal = _refusal(path)
    joined = "" if refusal else posixpath.normpath(posixpath.join(folder, path))
    if joined.startswith(".."):
        refusal = "the path leaves the repository"
    elif _is_own(joined, folder):
        refusal = "the release file cannot be its own evidence"
    return Target(shown, path=joined, anchor=anchor, sha256=sha256, refusal=refusal)


def _refusal(path: str) -> str:
    if not path:
        return "the path is empty"
    if path.startswith(("/", "\\")) or _DRIVE.match(path) or "\\" in path:
        return "only a relative path with / is read"
    if len(path) > _LONGEST_PATH:
        return "the path is too long"
    return _odd_segment(path)


def _odd_segment(path: str) -> str:
    """Only leading `../` may lead upwards: a path has one spelling, so that two references to it are seen as one."""
    segments = path.removeprefix("./").split("/")
    while segments and segments[0] == "..":
        segments.pop(0)
    if any(segment in {"", ".", ".."} for segment in segments):
        return "the path has an empty, . or .. part"
    if any(segment != segment.rstrip(" .") for segment in segments):
        return "a part of the path ends with a space or a dot"
    return ""


def _is_own(path: str, folder: str) -> bool:
    own = posixpath.relpath(path, folder) if folder else path
    return own == "ai800.yaml" or own.startswith(".ai800/")
