"""Reports for tests of what compares two: small, valid, each part easily changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.changes.compare import changed
from ai800.reports.data import as_data
from tests.support import assessments as made

if TYPE_CHECKING:
    from ai800.assessment.types import Row
    from ai800.changes.types import Changes

ROW = "ipd:5.3.1"
ONE, OTHER = "1" * 64, "2" * 64


def report(*rows: Row, **changes: Any) -> dict[str, Any]:
    """A report of one practice; without rows, of one that is met."""
    found = rows or (made.row(ROW, "met"),)
    defaults: dict[str, Any] = {"fingerprint": fingerprint()}
    return as_data(made.assessment(made.practice("ipd:5.3", *found), **(defaults | changes)))


def fingerprint(**changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = {
        "model": model(),
        "channels": [{"id": "hub", "gate": None}, {"id": "api", "gate": "contract"}],
        "records": [record(), record("deployments", "hub"), record("deployments", "api")],
        "weights": [weights(ONE)],
        "files": [{"path": "LICENSE", "sha256": ONE}],
    }
    return found | changes


def model(**changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = {
        "licence_weights": "Apache-2.0",
        "licence_code": None,
        "licence_data": None,
        "base_models": ["aurora-base"],
        "parameters_total": 7_241_732_096,
        "parameters_active": None,
        "artifacts": [],
    }
    return found | changes


def record(section: str = "evaluations", identity: str = "bio", **changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = {
        "section": section,
        "id": identity,
        "date": "2026-01-10",
        "model_version": None,
        "model_sha256": None,
        "content": "c" * 64,
        "evidence": [{"reference": "docs/evals.md#bio", "sha256": "e" * 64}],
    }
    return found | changes


def weights(digest: str | None, path: str = "model.safetensors", scheme: str = "sha256") -> dict[str, Any]:
    return {"path": path, "digest": None if digest is None else f"{scheme}:{digest}"}


def hostile(text: str) -> Changes:
    """What changed where every foreign text of the newer report is `text`: names, ids, paths, values, notes."""
    channel = {"id": text, "access": "gated_weights", "variant": "open"}
    held = fingerprint(
        model=model(licence_weights=text, base_models=[text]),
        records=[record(identity=text), record("deployments", text)],
        weights=[weights(OTHER, text)],
        files=[{"path": text, "sha256": OTHER}],
        channels=[{"id": text, "gate": text}],
    )
    bad = as_data(made.hostile(text)._replace(fingerprint=held))
    before = fingerprint(records=[record(identity=text), record("deployments", text)])
    raised = made.release(channels=[channel | {"access": "api_inference"}])
    old = report(made.row("ipd:5.3.1", "met"), made.row("ipd:5.3.2", "met"), fingerprint=before, release=raised)
    return changed(old, bad, names=(text, text))
