"""Write the reports of every example: `python -m tools.snapshots`, or compare them with `--check`.

Each example is read as a plain folder, so that its report names no commit; text is 80 columns wide. A format that
speaks of commits is made of one, the same in every run.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from ai800.api import check
from ai800.reports.formats import FORMATS
from ai800.reports.layout import Page
from ai800.reports.text import text_report
from tests.support.git import make_repository
from tools.generated import main

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.assessment.types import Assessment

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
AS_OF = "2026-06-01"
_SNAPSHOTS = "tests/acceptance/snapshots"
SUFFIXES: dict[str, str] = {
    "sarif": ".sarif",
    "junit": ".junit.xml",
    "github": ".github.txt",
    "summary": ".summary.md",
    "comment": ".comment.md",
    "oscal": ".oscal.json",
    "in-toto": ".intoto.json",
}  # of the formats that other tools read, by format

_OF_COMMITS = frozenset({"in-toto"})


def examples() -> tuple[str, ...]:
    """The names of the example releases, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in EXAMPLES.glob("*/ai800.yaml")))


def snapshot_path(example: str) -> Path:
    return ROOT / _SNAPSHOTS / f"{example}.txt"


def shown(assessment: Assessment) -> str:
    """The report as `ai800 check` writes it into a file or a pipe."""
    return text_report(assessment, Page(80))


def files() -> dict[str, str]:
    return {path: text for example in examples() for path, text in _reports(example)}


def _reports(example: str) -> Iterator[tuple[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / example
        shutil.copytree(EXAMPLES / example, copy)
        assessment = check(copy, as_of=AS_OF)
        make_repository(copy).commit({})
        committed = check(copy, as_of=AS_OF)
    yield f"{_SNAPSHOTS}/{example}.txt", shown(assessment)
    for form, suffix in SUFFIXES.items():
        yield f"{_SNAPSHOTS}/{example}{suffix}", FORMATS[form](committed if form in _OF_COMMITS else assessment)


if __name__ == "__main__":
    main(ROOT, files(), command="python -m tools.snapshots")
