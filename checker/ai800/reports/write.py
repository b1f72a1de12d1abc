"""Writes a report whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from ai800.errors import ReportError
from ai800.text import printable


def write_whole(path: Path, text: str) -> None:
    """Write `text` to `path` through a temporary file beside it, so that nobody ever reads half a report."""
    if path.is_dir():
        raise ReportError(f"{printable(str(path))} is a folder", "name a file to write the report to")
    try:
        _replace(path, text.encode("utf-8", errors="backslashreplace"))
    except OSError as error:
        reason = error.strerror or "the system refused it"
        raise ReportError(
            f"{printable(str(path))} cannot be written: {reason}", "check the folder, its rights and the space left"
        ) from error


def create(path: Path, text: str) -> None:
    """Write `text` to a file that must not be there yet; nothing is left of it where that fails."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        reason = error.strerror or "the system refused it"
        raise ReportError(
            f"{printable(str(path))} cannot be written: {reason}", "check the folder and its rights"
        ) from error


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
