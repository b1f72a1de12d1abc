"""The verdicts as JUnit XML: one test case for each item of the standard, and for each disagreement.

Failures are what fails the run, errors what could not be evaluated. Only what is met passes: the rest is skipped, with
its reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from ai800.reports import words
from ai800.reports.findings import disagreements, findings_of, questions_of, reasons_of, remedies_of
from ai800.reports.places import places
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.assessment.types import Assessment, Finding, Row
    from ai800.reports.findings import Disagreement

_LONGEST = 4000
_FINISHED = frozenset({0, 1})
_NO_FAILURE = "it does not fail this run"
_COUNTED = {"failure": "failures", "error": "errors"}


def junit_report(assessment: Assessment) -> str:
    """The report for tools that read JUnit; the same assessment gives the same bytes."""
    decisive = _decisive(assessment)
    top = ET.Element("testsuites", {"name": "ai800"})
    _run(top, assessment, decisive=decisive)
    for practice in assessment.practices:
        suite = _suite(top, f"{practice.id} {practice.title}")
        for row in practice.rows:
            _row(suite, row, fails=row.id in decisive)
    for suite in top:
        _count(suite)
        suite.set("skipped", str(_number(suite, "skipped")))
    _count(top)
    ET.indent(top)
    # ASCII is UTF-8 whatever a console makes of other characters: those stand as references.
    body = ET.tostring(top, encoding="us-ascii", xml_declaration=False).decode()
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _decisive(assessment: Assessment) -> frozenset[str]:
    """The ids that fail this run: with `--fail-on regression` only those that got worse."""
    regressions = assessment.gate.regressions
    return frozenset(assessment.fails if regressions is None else regressions)


def _run(top: ET.Element, assessment: Assessment, *, decisive: frozenset[str]) -> None:
    """What holds for the whole run: what was said of it, that it was complete, and where it contradicts itself."""
    suite = _suite(top, "ai800 the release")
    properties = ET.SubElement(suite, "properties")
    for name, value in _said(assessment):
        ET.SubElement(properties, "property", {"name": name, "value": _safe(value)})
    case = _case(suite, "release", name="the assessment is complete")
    if assessment.exit_code not in _FINISHED:
        _outcome(case, "error", kind="not_complete", message=words.outcome(assessment))
    for found in _by_id(disagreements(assessment)):
        _disagreement(suite, found, fails=found[0].id in decisive)


def _said(assessment: Assessment) -> Iterator[tuple[str, str]]:
    run = assessment.run
    yield "outcome", words.outcome(assessment)
    yield "edition", assessment.edition["label"]
    yield "release", str(assessment.release["name"] or "")
    yield "folder", assessment.release["folder"]
    yield "commit", run["commit"] or ""
    yield "as-of", run["as_of"]
    yield "version", run["version"]
    yield "draft", words.DRAFT
    yield "variants", words.VARIANTS
    yield "met", words.MET


def _by_id(found: tuple[Disagreement, ...]) -> list[list[Disagreement]]:
    """Disagreements of one id are one case, as they fail a run together."""
    named: dict[str, list[Disagreement]] = {}
    for each in found:
        named.setdefault(each.id, []).append(each)
    return list(named.values())


def _disagreement(suite: ET.Element, found: list[Disagreement], *, fails: bool) -> None:
    first = min(found, key=lambda each: each.weight != "fails")
    case = _case(suite, "release", name=first.id)
    lines = [line for each in found for line in (f"- {each.message}{words.at(each.where)}", f"  fix: {each.remedy}")]
    said = first.message if fails else f"{first.message} ({_NO_FAILURE})"
    _outcome(case, "failure" if fails else "skipped", kind="disagreement", message=said, lines=lines)


def _row(suite: ET.Element, row: Row, *, fails: bool) -> None:
    case = _case(suite, row.practice, name=f"{row.id} {row.title}")
    verdict = words.VERDICT_WORDS[row.verdict]
    if row.verdict == "error":
        _outcome(case, "error", kind=row.verdict, message=f"{verdict}: no answer came for this item")
    elif fails:
        _outcome(case, "failure", kind=row.verdict, message=f"{verdict}: {_first(row)}", lines=_body(row))
    elif row.verdict != "met":
        _outcome(case, "skipped", kind=row.verdict, message=_why_skipped(row, verdict))


def _first(row: Row) -> str:
    """The gravest that is said of a row."""
    if row.verdict in words.TO_REVIEW:
        return questions_of(row)[0]
    found = findings_of(row)
    heavy = [finding.message for finding in found if finding.weight == "fails"]
    return next(iter(heavy or [finding.message for finding in found]), row.title)


def _body(row: Row) -> list[str]:
    lines = [f"page {row.page}, {words.ASK_WORDS[row.ask]}: {row.text}"]
    lines += [_finding(finding) for finding in findings_of(row)]
    lines += [f"- {reason.text}" for reason in reasons_of(row)]
    if row.verdict in words.TO_REVIEW:
        lines += [f"asks: {question}" for question in questions_of(row)]
    else:
        lines += [f"fix: {remedy.text}" for remedy in remedies_of(row)]
    return lines + [words.override(entry) for entry in row.overrides]


def _finding(finding: Finding) -> str:
    return f"- {finding.message} [{words.WEIGHT_WORDS[finding.weight]}]{words.at(places(finding))}"


def _why_skipped(row: Row, verdict: str) -> str:
    if row.verdict == "not_built":
        return verdict
    if row.verdict == "not_applicable":
        return "; ".join([verdict, *(reason.text for reason in reasons_of(row))])
    counting = [words.override(entry) for entry in row.overrides if entry.counts]
    if counting:
        return "; ".join([verdict, *counting])
    left = _NO_FAILURE if row.ask == "plain" else "advice, which fails nothing"
    return f"{verdict} ({left}): {_first(row)}"


def _suite(top: ET.Element, name: str) -> ET.Element:
    return ET.SubElement(top, "testsuite", {"name": _safe(name)})


def _case(suite: ET.Element, group: str, *, name: str) -> ET.Element:
    """Readers part the class at its last dot, so ids of practices stand without."""
    group = group.replace(":", "-").replace(".", "-")
    return ET.SubElement(suite, "testcase", {"classname": f"ai800.{_safe(group)}", "name": _safe(name), "time": "0"})


def _outcome(case: ET.Element, tag: str, *, kind: str, message: str, lines: list[str] | None = None) -> None:
    found = ET.SubElement(case, tag, {"message": _safe(message)} | ({} if tag == "skipped" else {"type": kind}))
    if lines:
        found.text = "\n".join(_safe(line) for line in lines)


def _count(element: ET.Element) -> None:
    """What is under `element`, as readers add it up; of all suites together they take no count of the skipped."""
    element.set("tests", str(len(list(element.iter("testcase")))))
    for tag, attribute in _COUNTED.items():
        element.set(attribute, str(_number(element, tag)))
    element.set("time", "0")


def _number(element: ET.Element, tag: str) -> int:
    return sum(1 for _ in element.iter(tag))


def _safe(text: str) -> str:
    """Text without a character that XML 1.0 does not have, or that does not show: each stands as its escape."""
    return printable(text, _LONGEST)
