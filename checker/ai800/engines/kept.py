"""The policies as wasmtime compiled them on this machine, kept for the next run.

What is kept is machine code that runs as it is. So it is taken only from a folder that belongs to this user alone, and
never from inside a git work tree: it might have come with a repository, where that is somebody's home directory.
"""

from __future__ import annotations

import os
import stat
import sys
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import wasmtime

if TYPE_CHECKING:
    from collections.abc import Callable

_PLACES = {"win32": ("LOCALAPPDATA", "AppData/Local"), "darwin": ("XDG_CACHE_HOME", "Library/Caches")}
_MOST = 4  # versions side by side; each is a few MiB


def cache_folder() -> Path | None:
    """Where this user keeps what can be made again; None where there is no such place."""
    variable, below_home = _PLACES.get(sys.platform, ("XDG_CACHE_HOME", ".cache"))
    named = os.environ.get(variable)
    if named and Path(named).is_absolute():
        return Path(named) / "ai800"
    try:
        return Path.home() / below_home / "ai800"
    except RuntimeError:
        return None


def compiled(engine: wasmtime.Engine, module: bytes, *, version: str, folder: Path | None) -> wasmtime.Module:
    """`module` for `engine`, from `folder` where it is kept there; otherwise compiled, and kept there if possible.

    Compiling takes about a second, reading what was compiled before a few milliseconds. wasmtime refuses what another
    version of it, another processor or other settings made. Raises a WasmtimeError where `module` is damaged.
    """
    if folder is None or not _apart(folder):
        return wasmtime.Module(engine, module)
    place = folder / f"{version}-{blake2b(module, digest_size=16).hexdigest()}.cwasm"
    if _private(folder, stat.S_ISDIR) and _private(place, stat.S_ISREG):
        try:
            return wasmtime.Module.deserialize_file(engine, str(place))
        except wasmtime.WasmtimeError:
            pass  # made by another wasmtime, or cut off: it is made again
    made = wasmtime.Module(engine, module)
    _keep(made, place)
    return made


def _apart(folder: Path) -> bool:
    try:
        return not any((above / ".git").exists() for above in folder.parents)
    except OSError:
        return False


def _private(path: Path, is_kind: Callable[[int], bool]) -> bool:
    """Whether `path` is no link, of that kind, and this user's alone (where the system tells users apart)."""
    try:
        found = path.lstat()
    except OSError:
        return False
    if not is_kind(found.st_mode):
        return False
    return sys.platform == "win32" or (found.st_uid == os.getuid() and not found.st_mode & 0o077)


def _keep(module: wasmtime.Module, place: Path) -> None:
    """Whole or not at all; a folder that cannot be written only costs the next run its time."""
    from tempfile import mkstemp

    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _private(place.parent, stat.S_ISDIR):
            return
        handle, name = mkstemp(dir=place.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(module.serialize())
            Path(name).replace(place)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        _forget_oldest(place.parent)
    except OSError:
        return


def _forget_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("*.cwasm"), key=lambda path: (path.stat().st_mtime, path.name))
    for path in kept[:-_MOST]:
        path.unlink()
