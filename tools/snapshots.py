"""Write the text report of every example: `python -m tools.snapshots`, or compare it with `--check`.

Each example is read as a plain folder, so that its report names no commit, at 80 columns.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from ai800.api import check
from ai800.reports.layout import Page
from ai800.reports.text import text_report
from tools.generated import main

if TYPE_CHECKING:
    from ai800.assessment.types import Assessment

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
AS_OF = "2026-06-01"
_SNAPSHOTS = "tests/acceptance/snapshots"


def examples() -> tuple[str, ...]:
    """The names of the example releases, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in EXAMPLES.glob("*/ai800.yaml")))


def snapshot_path(example: str) -> Path:
    return ROOT / _SNAPSHOTS / f"{example}.txt"


def shown(assessment: Assessment) -> str:
    """The report as `ai800 check` writes it into a file or a pipe."""
    return text_report(assessment, Page(80))


def files() -> dict[str, str]:
    return {f"{_SNAPSHOTS}/{example}.txt": _report(example) for example in examples()}


def _report(example: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / example
        shutil.copytree(EXAMPLES / example, copy)
        return shown(check(copy, as_of=AS_OF))


if __name__ == "__main__":
    main(ROOT, files(), "python -m tools.snapshots")
