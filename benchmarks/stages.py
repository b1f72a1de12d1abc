"""What each stage of a check takes in one process, after the imports, which are measured first."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from benchmarks.timing import median_of
from tests.support.releases import write_release

if TYPE_CHECKING:
    from pathlib import Path

RUNS = 9


def measure(folder: Path) -> dict[str, Any]:
    """Milliseconds of import (once), and medians of read, observe, build, evaluate and report."""
    start = time.perf_counter()
    from ai800.api import check, read
    from ai800.engines.engine import open_engine
    from ai800.reports.formats import FORMATS

    write_release(folder)
    reading = read(folder, as_of="2026-06-01")
    imported = time.perf_counter() - start
    with open_engine() as engine:
        evaluate = median_of(lambda: engine.evaluate(reading.release.document), runs=RUNS)
    assessment = check(folder, as_of="2026-06-01")
    found = {
        "import and first read": imported,
        "read, validate, observe and build": median_of(lambda: read(folder, as_of="2026-06-01"), runs=RUNS),
        "evaluate": evaluate,
        **{f"report {name}": median_of(lambda f=form: f(assessment), runs=RUNS) for name, form in FORMATS.items()},
    }
    return {name: round(1000 * seconds, 2) for name, seconds in found.items()}
