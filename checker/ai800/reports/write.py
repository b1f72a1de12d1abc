"""Writes a report whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ai800.errors import ReportError
from ai800.signals import signals_end_the_run
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator


def write_whole(path: Path, text: str) -> None:
    """Write `text` to `path` through a temporary file beside it, so that nobody ever reads half a report.

    A symbolic link is replaced, never followed: in a foreign repository it may lead anywhere.
    """
    with _said(path):
        if path.is_dir():
            raise ReportError(f"{_name(path)} is a folder", "name a file to write the report to")
        if path.exists() and not path.is_file():
            raise ReportError(f"{_name(path)} is no ordinary file", "name a file, or `-o -` for standard output")
        with signals_end_the_run():
            _replace(path, _encoded(text))


def create(path: Path, text: str) -> None:
    """Write `text` to a file that must not be there yet; nothing is left of it where that fails."""
    with _said(path), signals_end_the_run(), path.open("xb") as file:
        try:
            file.write(_encoded(text))
            file.flush()
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", errors="backslashreplace")


def _name(path: Path) -> str:
    return printable(str(path))


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """Turns what the system refuses into one sentence."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or "the system refused it"
        remedy = "check the folder, its rights and the space left"
        raise ReportError(f"{_name(path)} cannot be written: {reason}", remedy) from error


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".ai800-", suffix=".tmp")
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
