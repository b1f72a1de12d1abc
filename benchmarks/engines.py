"""Both engines on the same policies and documents, cold and warm, by the number of references to evidence."""

from __future__ import annotations

import os
import shutil
from typing import Any

from ai800.engines.engine import open_engine
from benchmarks.documents import SIZES, engine_document
from benchmarks.timing import median_of
from tools.vocabulary import ROOT

RUNS = 5


def measure() -> dict[str, Any]:
    """Milliseconds by engine and size, with the ratio of the embedded engine to the server and its growth."""
    os.environ["PATH"] = os.pathsep.join([str(ROOT / ".tools" / "bin"), os.environ["PATH"]])
    names = ["wasm", *(["opa"] if shutil.which("opa") else [])]
    found = {name: _engine(name) for name in names}
    warm = found["wasm"]["warm"]
    growth = {f"{size} to {SIZES[0]}": round(warm[size] / warm[SIZES[0]], 2) for size in SIZES[1:]}
    report: dict[str, Any] = {"milliseconds": found, "growth of wasm": growth}
    if "opa" in found:
        served = found["opa"]["warm"]
        report["ratio of wasm to opa"] = {size: round(warm[size] / served[size], 3) for size in SIZES}
    return report


def _engine(name: str) -> dict[str, Any]:
    documents = {size: engine_document(size) for size in SIZES}
    cold = median_of(lambda: _cold(name, documents[SIZES[0]]), runs=RUNS)
    with open_engine(name) as engine:
        warm = {size: median_of(lambda d=seen: engine.evaluate(d), runs=RUNS) for size, seen in documents.items()}
    return {"cold": round(1000 * cold, 2), "warm": {size: round(1000 * each, 2) for size, each in warm.items()}}


def _cold(name: str, document: Any) -> None:
    with open_engine(name) as engine:
        engine.evaluate(document)
