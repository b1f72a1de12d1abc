"""What OSCAL calls observations, risks and findings: one observation for each item, a risk for each gap."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.reports import words
from ai800.reports.findings import findings_of, questions_of, reasons_of, remedies_of
from ai800.reports.oscal_parts import filled, identifier, line, paragraphs, props, statement
from ai800.reports.uris import relative_uri

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.assessment.types import Assessment, Finding, Override, Row, Verdict
    from ai800.declare.types import Place

UNREVIEWED: frozenset[Verdict] = frozenset({"not_applicable", "not_built"})  # neither satisfied nor not
_RISKS: frozenset[Verdict] = frozenset({"unmet", "partial", "waived"})
_FAILED: frozenset[Verdict] = frozenset({"unmet", "partial"})
_DAY = re.compile(r"(?:19|2\d)\d\d-\d\d-\d\d", re.ASCII)
_NAMED = "named as evidence in the release file"


class Scope(NamedTuple):
    """What one assessment has in common: its moment, the names it is known by, and the UUIDs of who is in it."""

    moment: str
    names: tuple[str | None, ...]
    release: str
    tool: str

    def identifier(self, kind: str, *names: str) -> str:
        return identifier(kind, *self.names, *names)

    @property
    def origins(self) -> list[dict[str, Any]]:
        return [{"actors": [{"type": "tool", "actor-uuid": self.tool}]}]


class Parts(NamedTuple):
    """What stands in a result; risks and findings point to observations."""

    observations: list[dict[str, Any]]
    risks: list[dict[str, Any]]
    findings: list[dict[str, Any]]


def of_rows(assessment: Assessment, scope: Scope) -> Parts:
    """Every item that a policy judges, those that do not apply as an observation alone."""
    rows = [row for row in assessment.rows if row.verdict != "not_built"]
    return Parts(
        [_observation(row, scope) for row in rows],
        [_risk(row, scope) for row in rows if row.verdict in _RISKS],
        [_finding(row, scope, fails=row.id in assessment.fails) for row in rows if row.verdict not in UNREVIEWED],
    )


def of_disagreements(assessment: Assessment, scope: Scope) -> Parts:
    """Disagreements are about no control, so they are observations with a risk."""
    numbered = [(str(number), found) for number, found in enumerate(assessment.disagreements)]
    observations = [_disagreement(scope, number, found=found) for number, found in numbered]
    return Parts(observations, [_unsettled(scope, number, found=found) for number, found in numbered], [])


def _observation(row: Row, scope: Scope) -> dict[str, Any]:
    return filled(
        uuid=scope.identifier("observation", row.id),
        title=_title(row),
        description=paragraphs(*_said(row)),
        props=props({"verdict": row.verdict, **_by_variant(row), "basis": words.basis(row.basis)}),
        methods=["EXAMINE"],
        types=["control-objective"],
        origins=scope.origins,
        subjects=[{"subject-uuid": scope.release, "type": "component"}],
        relevant_evidence=list(_evidence(row)),
        collected=scope.moment,
    )


def _title(row: Row) -> str:
    return line(f"{words.short(row.id)} {row.title}")


def _said(row: Row) -> Iterator[str]:
    yield f"{words.VERDICT_WORDS[row.verdict]}: {words.VERDICT_MEANINGS[row.verdict]}"
    yield from (found.message for found in findings_of(row))
    if row.verdict in words.TO_REVIEW:
        yield from questions_of(row)
    yield from (f"{said.variant}: {said.text}" if said.variant else said.text for said in reasons_of(row))


def _by_variant(row: Row) -> dict[str, object]:
    return {f"verdict-{judgement.variant}": judgement.verdict for judgement in row.judgements}


def _evidence(row: Row) -> Iterator[dict[str, str]]:
    named = [(place, _NAMED) for place in row.evidence]
    found = [(finding.place, finding.message) for finding in findings_of(row) if finding.place]
    for place, said in dict.fromkeys([*named, *found]):
        yield _at(place, said)


def _at(place: Place, said: str) -> dict[str, str]:
    """A place as a reference that is relative whatever the name of the file is, never an address elsewhere."""
    at = f"#L{place.line}" if place.line else ""
    return {"href": f"./{relative_uri(place.path)}{at}", "description": line(said)}


def _finding(row: Row, scope: Scope, *, fails: bool) -> dict[str, Any]:
    told = {"verdict": row.verdict, "ask": row.ask, "fails": "yes" if fails else "no"}
    if row.original != row.verdict:
        told["verdict-before-persons"] = row.original
    risks = [{"risk-uuid": scope.identifier("risk", row.id)}] if row.verdict in _RISKS else []
    return filled(
        uuid=scope.identifier("finding", row.id),
        title=_title(row),
        description=paragraphs(words.VERDICT_MEANINGS[row.verdict]),
        props=props(told),
        target={"type": "statement-id", "target-id": statement(row.id), "status": _status(row)},
        related_observations=[{"observation-uuid": scope.identifier("observation", row.id)}],
        related_risks=risks,
        remarks=paragraphs(*map(words.override, row.overrides)) if row.overrides else "",
    )


def _status(row: Row) -> dict[str, str]:
    """Only what is met is satisfied. `other`: nothing failed, and yet nobody can say that it is satisfied."""
    said = words.VERDICT_WORDS[row.verdict]
    if row.verdict == "met":
        return {"state": "satisfied", "reason": "pass", "remarks": said}
    return {"state": "not-satisfied", "reason": "fail" if row.verdict in _FAILED else "other", "remarks": said}


def _risk(row: Row, scope: Scope) -> dict[str, Any]:
    waivers = [each for each in row.overrides if each.kind == "waiver" and each.counts]
    return filled(
        uuid=scope.identifier("risk", row.id),
        title=_title(row),
        description=paragraphs(*_missing(row)),
        statement=line(f"NIST AI 800-1 recommends what is not shown here: {row.text}"),
        props=props({"verdict": row.verdict, "ask": row.ask}),
        status="deviation-approved" if row.verdict == "waived" else "open",
        origins=scope.origins,
        deadline=_deadline(waivers),
        remediations=[_remedy(row, said.text, scope=scope) for said in remedies_of(row)],
        related_observations=[{"observation-uuid": scope.identifier("observation", row.id)}],
    )


def _missing(row: Row) -> tuple[str, ...]:
    return tuple(found.message for found in findings_of(row)) or (words.VERDICT_MEANINGS[row.verdict],)


def _deadline(waivers: list[Override]) -> str:
    """The first day on which a waiver that counts ends; none where no day is given."""
    days = [each.until for each in waivers if each.until and _DAY.fullmatch(each.until)]
    return f"{min(days)}T00:00:00Z" if days else ""


def _remedy(row: Row, text: str, *, scope: Scope) -> dict[str, Any]:
    return {
        "uuid": scope.identifier("remedy", row.id, text),
        "lifecycle": "recommendation",
        "title": line(f"How to close {words.short(row.id)}"),
        "description": line(text),
    }


def _disagreement(scope: Scope, number: str, *, found: Finding) -> dict[str, Any]:
    places = [place for place in (found.place, found.other) if place]
    return filled(
        uuid=scope.identifier("disagreement", number),
        title=line(f"{found.id}: what is declared disagrees"),
        description=line(found.message),
        props=props({"id": found.id, "code": found.code, "weight": found.weight}),
        methods=["EXAMINE"],
        types=["finding"],
        origins=scope.origins,
        subjects=[{"subject-uuid": scope.release, "type": "component"}],
        relevant_evidence=[_at(place, found.message) for place in places],
        collected=scope.moment,
    )


def _unsettled(scope: Scope, number: str, *, found: Finding) -> dict[str, Any]:
    return {
        "uuid": scope.identifier("unsettled", number),
        "title": line(f"{found.id}: what is declared disagrees"),
        "description": line(found.message),
        "statement": line(words.WEIGHT_WORDS[found.weight]),
        "props": props({"id": found.id, "code": found.code, "weight": found.weight}),
        "status": "open",
        "origins": scope.origins,
        "remediations": [
            {
                "uuid": scope.identifier("settle", number),
                "lifecycle": "recommendation",
                "title": "How to settle it",
                "description": line(found.remedy),
            }
        ],
        "related-observations": [{"observation-uuid": scope.identifier("disagreement", number)}],
    }
