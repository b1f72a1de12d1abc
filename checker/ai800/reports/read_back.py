"""The json report as an assessment again, so that every format can be made from a report alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.assessment.gate_types import Base, Gate, Own
from ai800.assessment.types import Assessment, Finding, Judgement, Note, Override, Practice, Reason, Row
from ai800.declare.types import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

# Fields of an assessment that are no plain data in it; every other is in the report as it is.
_SHAPED = frozenset({"practices", "disagreements", "notes", "counts", "not_built", "only", "marginal", "expires"})


def assessment_of(data: Mapping[str, Any]) -> Assessment:
    """The assessment that `reports.data.as_data` wrote; `data` is valid under schemas/report.schema.json."""
    from ai800.reports.marginal_back import expiry_of, marginal_of

    outcome = data["outcome"]
    made = Assessment(
        edition=data["edition"],
        release=data["release"],
        run=data["run"],
        practices=tuple(_practice(each) for each in data["practices"]),
        disagreements=tuple(finding_of(each) for each in data["disagreements"]),
        notes=tuple(Note(each["code"], each["message"], place_of(each["place"])) for each in data["notes"]),
        facts=data["facts"],
        counts={verdict: count for verdict, count in data["counts"].items() if count},
        fails=tuple(outcome["fails"]),
        exit_code=outcome["exit_code"],
        not_built=tuple(data["not_built"]),
        only=tuple(data["only"]),
        declared=data["declared"],
        gate=_gate(outcome["gate"]),
        marginal=marginal_of(data["marginal"]),
        expires=tuple(expiry_of(each) for each in data["expires"]),
    )
    later = {name for name in data if name in Assessment._fields} - _SHAPED
    return made._replace(**{name: data[name] for name in later})


def _gate(data: Mapping[str, Any]) -> Gate:
    own = data["own"] and _own(data["own"])
    base = data["base"] and Base(**data["base"])
    return Gate(**{**data, "base": base, "own": own, "regressions": _listed(data["regressions"])})


def _own(data: Mapping[str, Any]) -> Own:
    counts = {verdict: count for verdict, count in data["counts"].items() if count}
    lists = {"fails": tuple(data["fails"]), "regressions": _listed(data["regressions"])}
    return Own(**{**data, **lists, "counts": counts})


def _listed(ids: list[str] | None) -> tuple[str, ...] | None:
    return None if ids is None else tuple(ids)


def _practice(data: Mapping[str, Any]) -> Practice:
    return Practice(**{**data, "rows": tuple(_row(row, data["id"]) for row in data["rows"])})


def _row(data: Mapping[str, Any], practice: str) -> Row:
    made = {name: value for name, value in data.items() if name != "fails"}
    lists = {
        "judgements": tuple(_judgement(each) for each in data["judgements"]),
        "overrides": tuple(Override(**{**each, "place": place_of(each["place"])}) for each in data["overrides"]),
        "basis": tuple(data["basis"]),
        "evidence": tuple(Place(**each) for each in data["evidence"]),
    }
    return Row(**{**made, **lists, "practice": practice})


def _judgement(data: Mapping[str, Any]) -> Judgement:
    return Judgement(
        variant=data["variant"],
        verdict=data["verdict"],
        subjects=tuple((each["subject"], each["verdict"]) for each in data["subjects"]),
        reasons=tuple(_reason(each) for each in data["reasons"]),
        questions=tuple(_reason(each) for each in data["questions"]),
        findings=tuple(finding_of(each) for each in data["findings"]),
    )


def _reason(data: Mapping[str, Any]) -> Reason:
    return Reason(**{**data, "alternatives": tuple(data["alternatives"])})


def finding_of(data: Mapping[str, Any]) -> Finding:
    """A finding as `reports.data.finding_data` wrote it."""
    places = {"place": place_of(data["place"]), "other": place_of(data["other"])}
    return Finding(**{**data, **places, "basis": tuple(data["basis"])})


def place_of(data: Mapping[str, Any] | None) -> Place | None:
    return None if data is None else Place(**data)
