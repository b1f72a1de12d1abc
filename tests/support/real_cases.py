"""Real repositories, as text metadata with a listing of the whole tree, kept outside the project."""

from __future__ import annotations

import os
from pathlib import Path

from tests.support.snapshots import MemorySnapshot

ROOT = Path(__file__).parents[2]
CASES = Path(os.environ.get("AI800_REAL_CASES") or ROOT.parent / "shared" / "real_cases")
_KINDS = {"120000": "symlink", "160000": "submodule"}


def real_case(name: str, folder: str = "") -> MemorySnapshot:
    """The tree of one case; of what is only listed, the bytes are not here, as in a partial clone."""
    listing = (CASES / f"{name}.tree.txt").read_text(encoding="utf-8").splitlines()
    files = dict(map(_listed, listing))
    kept = CASES / name
    files |= {file.relative_to(kept).as_posix(): file.read_bytes() for file in kept.rglob("*") if file.is_file()}
    return MemorySnapshot(files, folder=folder, kind="commit")


def _listed(line: str) -> tuple[str, str]:
    mode, _, path = line.partition(" ")
    path = path.partition("\t")[2]
    if path.startswith('"'):  # as git quotes a name that is not ASCII
        path = path[1:-1].encode("latin-1").decode("unicode_escape").encode("latin-1").decode("utf-8")
    return path, _KINDS.get(mode, "unreadable")
