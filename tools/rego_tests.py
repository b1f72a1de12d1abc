"""`opa test` over every case table, practice by practice, with the line coverage of all runs together.

`python -m tools.rego_tests [PRACTICE...]`. One practice at a time: OPA judges a case in a tenth of the time when it
loads one practice, and what a table shows is its own practice.
"""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from tools.case_data import cases, load, tables
from tools.cases import prepared
from tools.opa import program
from tools.vocabulary import ROOT

if TYPE_CHECKING:
    from pathlib import Path

OUT = ROOT / "build" / "cases"
POLICIES = ROOT / "policies"
Lines = dict[str, set[int]]


def main(practices: list[str]) -> None:
    """Runs the tables named, or all; the coverage is demanded only of all."""
    chosen = [table for table in tables() if not practices or str(load(table)["practice"]) in practices]
    with ThreadPoolExecutor(max_workers=2) as pool:
        reports = list(pool.map(_run, chosen))
    covered, missed = _union(reports)
    left = {file: sorted(lines - covered.get(file, set())) for file, lines in missed.items()}
    uncovered = {file: lines for file, lines in sorted(left.items()) if lines}
    count = sum(1 for table in chosen for _ in cases(table))
    print(f"opa test: {count} cases of {len(chosen)} tables pass")
    if not practices and uncovered:
        sys.exit(
            "\n".join(f"{file}: no case covers lines {', '.join(map(str, lines))}" for file, lines in uncovered.items())
        )


def _run(table: Path) -> dict[str, Any]:
    """The coverage report of one table; a case that fails ends the run with OPA's own words."""
    OUT.mkdir(parents=True, exist_ok=True)
    practice = str(load(table)["practice"])
    data = OUT / f"{practice}.json"
    ready = {f"{case.practice} {case.name}": prepared(case) for case in cases(table)}
    data.write_text(json.dumps({"cases": ready}), encoding="utf-8")
    parts = [str(part) for part in (POLICIES / "lib", POLICIES / "main", table.parent, data)]
    tested = _opa(["test", "--timeout", "30m", "--coverage", "--format", "json", "--ignore", "*.yaml", *parts])
    report: dict[str, Any] = json.loads(tested)
    return report


def _opa(arguments: list[str]) -> str:
    done = subprocess.run([program(), *arguments], capture_output=True, text=True, check=False)  # noqa: S603 (our own OPA)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return done.stdout


def _union(reports: list[dict[str, Any]]) -> tuple[Lines, Lines]:
    covered: Lines = {}
    missed: Lines = {}
    for report in reports:
        for file, found in report["files"].items():
            if not file.endswith("_test.rego"):
                covered.setdefault(file, set()).update(_lines(found.get("covered", ())))
                missed.setdefault(file, set()).update(_lines(found.get("not_covered", ())))
    return covered, missed


def _lines(ranges: Any) -> set[int]:
    return {line for each in ranges for line in range(each["start"]["row"], each["end"]["row"] + 1)}


if __name__ == "__main__":
    main(sys.argv[1:])
