"""`make bench`: prints figures and writes them to benchmarks/results/latest.json. Never a test: timings are noisy.

Read ratios within one run, not seconds across runs.
"""

from __future__ import annotations

import json
import platform
import shutil
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks import engines, hooks, stages
from benchmarks.documents import engine_document
from benchmarks.timing import in_turn, script
from tools.vocabulary import ROOT

if TYPE_CHECKING:
    from benchmarks.timing import Figure

RESULTS = ROOT / "benchmarks" / "results"
RUNS = 7


def main() -> None:
    """Everything in one run: whole processes beside their peers, stages, engines by size."""
    with tempfile.TemporaryDirectory() as folder:
        found: dict[str, Any] = {
            "machine": {"python": platform.python_version(), "system": platform.platform()},
            "whole": _whole(Path(folder)),
            "hooks": hooks.measure(Path(folder) / "hooks", runs=RUNS),
            "stages": stages.measure(Path(folder) / "stages"),
            "engines": engines.measure(),
        }
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / "latest.json").write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(json.dumps(found, indent=1, sort_keys=True))


def _whole(folder: Path) -> dict[str, Any]:
    commands = _commands(folder)
    figures = in_turn(commands, runs=RUNS)
    ai800 = figures["ai800 check"]
    return {
        "medians": {name: asdict(figure) for name, figure in figures.items()},
        "cpu ratio of ai800 to": _ratios(ai800.cpu, {name: figure.cpu for name, figure in _others(figures)}),
        "wall ratio of ai800 to": _ratios(ai800.wall, {name: figure.wall for name, figure in _others(figures)}),
    }


def _others(figures: dict[str, Figure]) -> list[tuple[str, Figure]]:
    return [(name, figure) for name, figure in figures.items() if name != "ai800 check"]


def _ratios(ours: float, theirs: dict[str, float]) -> dict[str, float]:
    return {name: round(ours / other, 3) for name, other in theirs.items()}


def _commands(folder: Path) -> dict[str, list[str]]:
    """ai800 on the example, its peers on one small file, and conftest on the same policies and document."""
    release = shutil.copytree(ROOT / "examples" / "open-weights", folder / "release")
    small = folder / "small.json"
    small.write_text('{"name": "small"}', encoding="utf-8")
    schema = folder / "schema.json"
    schema.write_text('{"type": "object", "properties": {"name": {"type": "string"}}}', encoding="utf-8")
    seen = folder / "document.json"
    seen.write_text(json.dumps(engine_document(60)), encoding="utf-8")
    policies = [str(ROOT / "policies" / part) for part in ("lib", "main", "ipd")]
    commands = {
        "ai800 check": [script("ai800"), "check", str(release), "--as-of", "2026-06-01"],
        "python": [sys.executable, "-c", "pass"],
        "check-jsonschema": [script("check-jsonschema"), "--schemafile", str(schema), str(small)],
    }
    if opa := _program("opa"):
        data = [part for policy in policies for part in ("-d", policy)]
        commands["opa eval"] = [opa, "eval", "--ignore", "*.yaml", *data, "-i", str(seen), "data.ai800.main.answers"]
    if conftest := _program("conftest"):
        commands["conftest test"] = [conftest, "test", "--namespace", "ai800.main", *_policies(policies), str(seen)]
    return commands


def _policies(folders: list[str]) -> list[str]:
    return [part for folder in folders for part in ("--policy", folder)]


def _program(name: str) -> str | None:
    own = ROOT / ".tools" / "bin" / name
    return str(own) if own.is_file() else shutil.which(name)


if __name__ == "__main__":
    main()
