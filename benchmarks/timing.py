"""Times commands as whole processes, in turn, so that the machine's drift hits all of them alike."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Figure:
    """Medians over runs: wall and CPU seconds, and peak memory in MiB (None where the system does not say)."""

    wall: float
    cpu: float
    peak: float | None
    runs: int = field(default=1)


def in_turn(commands: Mapping[str, Sequence[str]], *, runs: int, folder: Path | None = None) -> dict[str, Figure]:
    """Every command once to warm up, then all of them in turn, `runs` times, in `folder` or where this runs."""
    found: dict[str, list[Figure]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            figure = _once(command, folder)
            if number:
                found[name].append(figure)
    return {name: _median(figures) for name, figures in found.items()}


def _median(figures: list[Figure]) -> Figure:
    peaks = [figure.peak for figure in figures if figure.peak is not None]
    return Figure(
        wall=median(figure.wall for figure in figures),
        cpu=median(figure.cpu for figure in figures),
        peak=median(peaks) if peaks else None,
        runs=len(figures),
    )


def _once(command: Sequence[str], folder: Path | None) -> Figure:
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if not hasattr(os, "wait4"):
        process.wait()
        wall = time.perf_counter() - start
        return Figure(wall, wall, None)
    _, _, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = 0
    per_unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Figure(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / per_unit)


def median_of(action: Callable[[], object], *, runs: int) -> float:
    """Seconds of a call in this process, the median after one call to warm up."""
    action()
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        found.append(time.perf_counter() - start)
    return median(found)


def script(name: str) -> str:
    """A command installed beside this Python."""
    return str(Path(sys.executable).with_name(name))
