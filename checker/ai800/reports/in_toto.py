"""An assessment as an in-toto statement with a test result, ready to be signed by whoever vouches for the run.

https://in-toto.io/attestation/test-result/v0.1: what a statement is about are the commit that was read and the weights
whose digest stands in that tree (Git LFS) or was computed from their bytes. A digest that is only declared is not among
them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.errors import ReportError
from ai800.reports import words
from ai800.reports.json_text import json_text

if TYPE_CHECKING:
    from ai800.assessment.types import Assessment, Row, Verdict

_STATEMENT = "https://in-toto.io/Statement/v1"
_PREDICATE = "https://in-toto.io/attestation/test-result/v0.1"
_NO_TEST: frozenset[Verdict] = frozenset({"not_applicable", "not_built"})  # nothing was tried, so nothing passed
_FROM = {
    "pointer": "Git LFS pointer in the tree that was read; the weights themselves were not",
    "computed": "computed from the bytes that were read",
}


def in_toto_report(assessment: Assessment) -> str:
    return json_text(statement(assessment))


def statement(assessment: Assessment) -> dict[str, Any]:
    """The statement, not signed. Raises a ReportError where nothing that was read has a digest to speak about."""
    subject = [*_commit(assessment), *_weights(assessment)]
    if not subject:
        raise ReportError(
            "an in-toto statement needs a commit, or weights with a digest, and neither was read",
            "check a commit of a git repository, or read the weights whole with `--digest-weights`",
        )
    return {"_type": _STATEMENT, "subject": subject, "predicateType": _PREDICATE, "predicate": _predicate(assessment)}


def _commit(assessment: Assessment) -> list[dict[str, Any]]:
    """What is staged is not yet in a commit, so only a commit that was itself read is spoken of."""
    run = assessment.run
    if run["kind"] != "commit":
        return []
    name = {"name": run["repository"]} if run["repository"] else {}
    return [{**name, "digest": {"gitCommit": run["commit"]}}]


def _weights(assessment: Assessment) -> list[dict[str, Any]]:
    """An index of shards is none: two models may have the same."""
    return [
        {
            "name": each["path"],
            "digest": {"sha256": each["sha256"]},
            "annotations": {"digestFrom": _FROM[each["sha256_from"]]},
        }
        for each in assessment.facts["weights"]
        if each["sha256"] and each["form"] != "index"
    ]


def _predicate(assessment: Assessment) -> dict[str, Any]:
    tests: dict[str, dict[str, None]] = {"passedTests": {}, "warnedTests": {}, "failedTests": {}}
    for row in assessment.rows:
        if row.verdict not in _NO_TEST:
            tests[_outcome(row, assessment)][row.id] = None
    for found in assessment.disagreements:
        tests["failedTests" if found.id in _failing(assessment) else "warnedTests"][found.id] = None
    lists = {name: list(ids) for name, ids in tests.items()}
    return {"result": _result(assessment, lists), "configuration": _configuration(assessment), **lists}


def _outcome(row: Row, assessment: Assessment) -> str:
    """Passed is what is met; what fails the run, or could not be evaluated, failed; a warning is all the rest."""
    if row.verdict == "error" or row.id in _failing(assessment):
        return "failedTests"
    return "passedTests" if row.verdict == "met" else "warnedTests"


def _failing(assessment: Assessment) -> frozenset[str]:
    """What would fail a run, also where only what got worse does."""
    return frozenset((*assessment.fails, *(assessment.gate.regressions or ())))


def _result(assessment: Assessment, tests: dict[str, list[str]]) -> str:
    """Never PASSED for a run that fails, for one that left something open, or for a part of the edition."""
    if assessment.exit_code:
        return "FAILED"
    partial = assessment.only or assessment.not_built
    return "WARNED" if partial or tests["failedTests"] or tests["warnedTests"] else "PASSED"


def _configuration(assessment: Assessment) -> list[dict[str, Any]]:
    run, edition, gate = assessment.run, assessment.edition, assessment.gate
    return [
        {
            "name": "policies",
            "digest": {"sha256": run["policies"].removeprefix("sha256:")},
            "annotations": {
                "tool": f"ai800 {run['version']}",
                "engine": run["engine"],
                "variants": assessment.release["variants"],
                "folder": assessment.release["folder"],
                "failOn": run["fail_on"],
                "base": gate.base.commit if gate.base else "",
                "regressions": list(gate.regressions or ()),
                "asOf": run["as_of"],
                "only": list(assessment.only),
                "outcome": words.outcome(assessment),
            },
        },
        {
            "name": "edition",
            "uri": f"https://doi.org/{edition['doi']}",
            "annotations": {
                "label": edition["label"],
                "draft": words.DRAFT,
                "met": words.MET,
                "variants": words.VARIANTS,
                "sources": words.SOURCES,
            },
        },
    ]
