"""The assessment as data: what the JSON report holds, and what every other format is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.reports import words

if TYPE_CHECKING:
    from ai800.assessment.gate_types import Gate, Own
    from ai800.assessment.types import (
        Assessment,
        Finding,
        Judgement,
        Note,
        Override,
        Practice,
        Reason,
        Row,
    )
    from ai800.declare.types import Place

REPORT_VERSION = 1


def as_data(assessment: Assessment) -> dict[str, Any]:
    """The report, valid under schemas/report.schema.json; the same assessment gives the same data."""
    from ai800.reports.marginal_data import expiry_data, marginal_data

    return {
        "report": REPORT_VERSION,
        "tool": {"name": "ai800", "version": assessment.run["version"]},
        "edition": assessment.edition,
        "statements": {"draft": words.DRAFT, "met": words.MET, "sources": words.SOURCES, "variants": words.VARIANTS},
        "outcome": {
            "exit_code": assessment.exit_code,
            "passes": assessment.exit_code == 0,
            "sentence": words.outcome(assessment),
            "meaning": list(words.meaning(assessment)),
            "fails": list(assessment.fails),
            "gate": _gate(assessment.gate),
        },
        "counts": {verdict: assessment.counts.get(verdict, 0) for verdict in words.VERDICT_ORDER},
        "release": assessment.release,
        "declared": assessment.declared,
        "run": assessment.run,
        "only": list(assessment.only),
        "not_built": list(assessment.not_built),
        "disagreements": [finding_data(finding) for finding in assessment.disagreements],
        "notes": [_note(note) for note in assessment.notes],
        "practices": [_practice(practice, assessment.fails) for practice in assessment.practices],
        "facts": assessment.facts,
        "marginal": marginal_data(assessment.marginal),
        "expires": [expiry_data(each) for each in assessment.expires],
        "fingerprint": assessment.fingerprint,
    }


def _gate(gate: Gate) -> dict[str, Any]:
    return {
        "fail_on": gate.fail_on,
        "variant": gate.variant,
        "fail_on_from": gate.fail_on_from,
        "variant_from": gate.variant_from,
        "base": gate.base and gate.base._asdict(),
        "own": gate.own and _own(gate.own),
        "regressions": _listed(gate.regressions),
    }


def _own(own: Own) -> dict[str, Any]:
    counts = {verdict: own.counts.get(verdict, 0) for verdict in words.VERDICT_ORDER}
    return {**own._asdict(), "counts": counts, "fails": list(own.fails), "regressions": _listed(own.regressions)}


def _listed(ids: tuple[str, ...] | None) -> list[str] | None:
    return None if ids is None else list(ids)


def _practice(practice: Practice, fails: tuple[str, ...]) -> dict[str, Any]:
    return {
        "id": practice.id,
        "title": practice.title,
        "page": practice.page,
        "objective": practice.objective,
        "built": practice.built,
        "verdict": practice.verdict,
        "rows": [_row(row) | {"fails": row.id in fails} for row in practice.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "kind": row.kind,
        "ask": row.ask,
        "page": row.page,
        "title": row.title,
        "text": row.text,
        "verdict": row.verdict,
        "original": row.original,
        "basis": list(row.basis),
        "remedy": row.remedy,
        "judgements": [_judgement(judgement) for judgement in row.judgements],
        "overrides": [_override(override) for override in row.overrides],
        "evidence": [place(each) for each in row.evidence],
    }


def _judgement(judgement: Judgement) -> dict[str, Any]:
    return {
        "variant": judgement.variant,
        "verdict": judgement.verdict,
        "subjects": [{"subject": subject, "verdict": verdict} for subject, verdict in judgement.subjects],
        "reasons": [_reason(reason) for reason in judgement.reasons],
        "questions": [_reason(question) for question in judgement.questions],
        "findings": [finding_data(finding) for finding in judgement.findings],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "code": reason.code,
        "text": reason.text,
        "basis": reason.basis,
        "alternatives": list(reason.alternatives),
    }


def finding_data(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "code": finding.code,
        "message": finding.message,
        "weight": finding.weight,
        "subject": finding.subject,
        "variant": finding.variant,
        "place": place(finding.place),
        "other": place(finding.other),
        "remedy": finding.remedy,
        "basis": list(finding.basis),
    }


def _override(override: Override) -> dict[str, Any]:
    return {
        "kind": override.kind,
        "by": override.by,
        "until": override.until,
        "note": override.note,
        "place": place(override.place),
        "counts": override.counts,
        "why_not": override.why_not,
    }


def _note(note: Note) -> dict[str, Any]:
    return {"code": note.code, "message": note.message, "place": place(note.place)}


def place(found: Place | None) -> dict[str, Any] | None:
    return None if found is None else {"path": found.path, "line": found.line, "column": found.column}
