"""The gaps as SARIF 2.1.0, for code scanning. What is no gap is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.reports import words
from ai800.reports.json_text import json_text
from ai800.reports.sarif_results import LONGEST, location, plain, results
from ai800.reports.sarif_rules import rules
from ai800.reports.uris import relative_uri
from ai800.text import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.assessment.types import Assessment
    from ai800.declare.types import Place

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_FINISHED = frozenset({0, 1})
_MOST_NOTIFICATIONS = 100


def sarif_report(assessment: Assessment) -> str:
    """One run; the same assessment gives the same bytes."""
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(assessment)]})


def _run(assessment: Assessment) -> dict[str, Any]:
    ruled = rules(assessment)
    kept = results(assessment, {rule["id"]: index for index, rule in enumerate(ruled)})
    return {
        "tool": {"driver": _driver(assessment, ruled)},
        "automationDetails": {"id": _category(assessment)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "the root of what was read"}}},
        "invocations": [_invocation(assessment, kept.left_out)],
        "results": kept.results,
        "properties": _properties(assessment, kept.left_out),
    }


def _driver(assessment: Assessment, ruled: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": "ai800",
        "version": assessment.run["version"],
        "semanticVersion": assessment.run["version"],
        "shortDescription": {"text": "NIST AI 800-1 as code: gaps of a model release"},
        "fullDescription": {"text": f"{words.DRAFT} {words.VARIANTS} {words.MET}"},
        "rules": ruled,
    }


def _category(assessment: Assessment) -> str:
    """What tells the runs of one commit apart: a later upload replaces the earlier one of its category only."""
    only = [f"only-{','.join(assessment.only)}"] if assessment.only else []
    folder = [assessment.release["folder"]] if assessment.release["folder"] else []
    parts = ["ai800", assessment.edition["edition"], assessment.run["variant"], *only, *folder]
    return "".join(f"{relative_uri(part)}/" for part in parts)


def _invocation(assessment: Assessment, left_out: int) -> dict[str, Any]:
    told = list(_notifications(assessment, left_out))
    more = len(told) - _MOST_NOTIFICATIONS
    if more > 0:
        told[_MOST_NOTIFICATIONS:] = [_told("cut", "note", text=f"and {plural(more, 'note')} more, in the json report")]
    return {
        "executionSuccessful": assessment.exit_code in _FINISHED,
        "exitCode": assessment.exit_code,
        "toolExecutionNotifications": told,
    }


def _notifications(assessment: Assessment, left_out: int) -> Iterator[dict[str, Any]]:
    """What a reader has to know of the run itself, the gravest first."""
    if assessment.exit_code not in _FINISHED:
        text = f"{words.outcome(assessment)}. The results are not complete: what is missing here may be a gap."
        yield _told("not_complete", "error", text=text)
        silent = [row.id for row in assessment.rows if row.verdict == "error"]
        if silent:
            yield _told("not_evaluated", "error", text=f"Could not be evaluated: {', '.join(silent)}")
    if left_out:
        text = f"{plural(left_out, 'result')} left out to keep within the limits of code scanning; the lightest first."
        yield _told("cut", "warning", text=f"{text} The json report has them all.")
    if assessment.only:
        yield _told("only", "note", text=f"Only {', '.join(assessment.only)} was judged.")
    for note in assessment.notes:
        yield _told(note.code, "note", text=note.message, place=note.place)


def _told(code: str, level: str, *, text: str, place: Place | None = None) -> dict[str, Any]:
    message = {"text": plain(text, LONGEST) or code}
    told: dict[str, Any] = {"descriptor": {"id": code}, "level": level, "message": message}
    return told if place is None else told | {"locations": [location(place)]}


def _properties(assessment: Assessment, left_out: int) -> dict[str, Any]:
    run = assessment.run
    return {
        "edition": assessment.edition["label"],
        "outcome": plain(words.outcome(assessment), LONGEST),
        "variants": list(assessment.release["variants"]),
        "counts": {verdict: assessment.counts.get(verdict, 0) for verdict in words.VERDICT_ORDER},
        "commit": run["commit"],
        "asOf": run["as_of"],
        "policies": run["policies"],
        "resultsLeftOut": left_out,
    }
