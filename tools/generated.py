"""Writes generated files, or compares them with what is committed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def main(root: Path, files: dict[str, str], *, command: str) -> None:
    """Write `files` (path from `root` to text), or with --check exit 1 and name those that are stale."""
    stale = [path for path, text in files.items() if not _same(root / path, text)]
    if "--check" not in sys.argv[1:]:
        for path in stale:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(files[path], encoding="utf-8", newline="\n")
            print(f"wrote {path}")
    elif stale:
        sys.exit(f"stale: {', '.join(stale)}: run `{command}` and commit what it writes")


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text
