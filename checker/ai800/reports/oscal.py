"""An assessment as OSCAL assessment results, which tools for governance, risk and compliance read.

OSCAL knows a control as satisfied or not. Only `met` is satisfied; what does not apply is left out of the controls
that were reviewed. Every finding carries the verdict itself as a property.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.errors import ReportError
from ai800.reports import words
from ai800.reports.json_text import json_text
from ai800.reports.oscal_findings import UNREVIEWED, Scope, of_disagreements, of_rows
from ai800.reports.oscal_parts import VERSION, filled, identifier, line, paragraphs, plain, props, sealed, token

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ai800.assessment.types import Assessment, Row

_PLAN = (
    "There is no assessment plan: nobody wrote one. OSCAL asks for a reference to one, so this stands in its place.",
    "ai800 judges every item of the edition by its own policies; the digest says which.",
)
_UNREVIEWED = "What does not apply to this release, for a reason that its observation gives, is excluded."
_PLACES = "Relative addresses are paths from the root of the repository that was read, and lines in them."
_YEARS = ("1900", "2999")  # what OSCAL's date-time can hold


_YES = {True: "yes", False: "no"}


def oscal_report(assessment: Assessment) -> str:
    return json_text(assessment_results(assessment))


def assessment_results(assessment: Assessment) -> dict[str, Any]:
    """The document. Raises a ReportError where the day of the check is one that OSCAL cannot write."""
    scope = _scope(assessment)
    plan = identifier("plan", assessment.run["policies"])
    body = {
        "metadata": _metadata(assessment, scope),
        "import-ap": {"href": f"#{plan}", "remarks": paragraphs(*_PLAN)},
        "results": [_result(assessment, scope)],
        "back-matter": {"resources": [_plan(assessment, plan), edition_resource(assessment.edition)]},
    }
    return sealed("assessment-results", body)


def edition_resource(edition: Any) -> dict[str, Any]:
    """The edition of NIST AI 800-1, for the back matter of a document."""
    return {
        "uuid": identifier("edition", edition["edition"]),
        "title": line(edition["label"]),
        "description": paragraphs(edition["status"]),
        "rlinks": [{"href": f"https://doi.org/{edition['doi']}"}],
    }


def _scope(assessment: Assessment) -> Scope:
    run, release = assessment.run, assessment.release
    day = run["as_of"]
    if not _YEARS[0] <= day[:4] <= _YEARS[1]:
        raise ReportError("OSCAL cannot write the day of this check", "give --as-of a day from 1900 to 2999")
    names = (run["repository"], release["folder"], run["commit"], day)  # other policies revise what is known by these
    return Scope(f"{day}T00:00:00Z", names, identifier("release", *names), identifier("tool", *names))


def _metadata(assessment: Assessment, scope: Scope) -> dict[str, Any]:
    return {
        "title": line(f"{words.subject(assessment)}, judged by NIST AI 800-1"),
        "last-modified": scope.moment,
        "version": plain(assessment.run["commit"] or assessment.run["as_of"]),
        "oscal-version": VERSION,
        "remarks": paragraphs(words.MET, words.DRAFT, words.VARIANTS, words.SOURCES, _PLACES),
    }


def _plan(assessment: Assessment, plan: str) -> dict[str, Any]:
    return {
        "uuid": plan,
        "title": "No assessment plan: the policies of ai800",
        "description": paragraphs(*_PLAN),
        "props": props({"policies": assessment.run["policies"]}),
    }


def _result(assessment: Assessment, scope: Scope) -> dict[str, Any]:
    rows, others = of_rows(assessment, scope), of_disagreements(assessment, scope)
    return filled(
        uuid=scope.identifier("result"),
        title=line(words.headline(assessment)),
        description=paragraphs(words.outcome(assessment), *words.meaning(assessment)),
        start=scope.moment,
        props=_result_props(assessment),
        local_definitions=_definitions(assessment, scope),
        reviewed_controls=_reviewed(assessment),
        observations=rows.observations + others.observations,
        risks=rows.risks + others.risks,
        findings=rows.findings,
        remarks=paragraphs(*(f"{note.code}: {note.message}" for note in assessment.notes)),
    )


def _result_props(assessment: Assessment) -> list[dict[str, str]]:
    run, gate = assessment.run, assessment.gate
    # A gate on regressions lets gaps stay that were there before: that is no pass, and has a name of its own.
    passes = not assessment.exit_code and not assessment.fails
    outcome: dict[str, object] = {"exit-code": assessment.exit_code, "passes": _YES[passes]}
    if gate.regressions is not None:
        outcome["no-regression"] = _YES[not assessment.exit_code]
    asked = {"only": ", ".join(assessment.only), "fail-on": run["fail_on"], "variant": run["variant"]}
    since = {"base": gate.base and gate.base.commit, "regressions": ", ".join(gate.regressions or ())}
    said = {"as-of": run["as_of"], "declared": "yes" if assessment.declared else "no"}
    return props({**outcome, **asked, **since, **said})


def _definitions(assessment: Assessment, scope: Scope) -> dict[str, Any]:
    return {
        "components": [_release(assessment, scope)],
        "assessment-assets": {
            "components": [_tool(assessment, scope)],
            "assessment-platforms": [
                {"uuid": scope.identifier("platform"), "uses-components": [{"component-uuid": scope.tool}]}
            ],
        },
    }


def _release(assessment: Assessment, scope: Scope) -> dict[str, Any]:
    release, run = assessment.release, assessment.run
    read = {name: run[name] for name in ("repository", "commit", "ref", "kind")}
    said = {name: release[name] for name in ("version", "developer", "folder")}
    channels = "; ".join(words.channel(each) for each in release["channels"])
    return {
        "uuid": scope.release,
        "type": "software",
        "title": line(release["name"] or run["repository"]),
        "description": paragraphs("The model release that was judged.", channels),
        "props": props({**said, **read, "variants": ", ".join(release["variants"])}),
        "status": {"state": "other", "remarks": "OSCAL asks for a state; ai800 does not judge whether it is in use."},
    }


def _tool(assessment: Assessment, scope: Scope) -> dict[str, Any]:
    run = assessment.run
    return {
        "uuid": scope.tool,
        "type": "software",
        "title": "ai800",
        "description": "Judges what is declared and observed of a release by policies, without running any of it.",
        "props": props({"version": run["version"], "engine": run["engine"], "policies": run["policies"]}),
        "status": {"state": "operational"},
    }


def _reviewed(assessment: Assessment) -> dict[str, Any]:
    return {
        "description": paragraphs(_UNREVIEWED, words.counts(assessment), *words.unjudged(assessment)),
        "control-selections": [{"description": line(words.judged(assessment)), **_selected(assessment.rows)}],
    }


def _selected(rows: tuple[Row, ...]) -> dict[str, Any]:
    """The controls that have a finding. None is written as all without each of them: OSCAL has no empty selection."""
    found = [row for row in rows if row.verdict not in UNREVIEWED]
    if not found:
        return {"include-all": {}, "exclude-controls": _controls(rows)}
    excluded = [row for row in rows if row.verdict == "not_applicable"]
    return filled(include_controls=_controls(found), exclude_controls=_controls(excluded))


def _controls(rows: Iterable[Row]) -> list[dict[str, str]]:
    return [{"control-id": token(row.id)} for row in rows]
