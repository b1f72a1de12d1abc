"""What the policies answered about one row, joined with what the catalogue says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.assessment.messages import message
from ai800.assessment.types import WORST_FIRST, Finding, Judgement, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ai800.assessment.types import Ask, Variant, Verdict, Weight
    from ai800.catalog import Record, Rule
    from ai800.declare.types import Declaration
    from ai800.release.types import Reference, Release

_EDITION = "ipd:"
CONTRADICTION = "contradicts_"
_LINKS_ONLY = "links_only"
# A row with one of these has nothing to mend: what is found beside it is advice.
_CLOSED: frozenset[Verdict] = frozenset({"met", "not_applicable"})


class Answers(NamedTuple):
    """An engine's answers by row: `verdicts[id][file][subject]`, and `findings[id]` with the file each came from."""

    verdicts: Mapping[str, Mapping[str, Mapping[str, Any]]]
    findings: Mapping[str, tuple[tuple[str, Mapping[str, Any]], ...]]


def by_row(answers: Mapping[str, Any]) -> Answers:
    """Answers come by practice and file; rows are what a reader looks for."""
    verdicts: dict[str, dict[str, Mapping[str, Any]]] = {}
    findings: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
    for practice in answers.values():
        for file, answer in practice.items():
            for row, subjects in answer["verdicts"].items():
                verdicts.setdefault(_EDITION + row, {})[file] = subjects
            for finding in answer["findings"]:
                findings.setdefault(_EDITION + finding["id"], []).append((file, finding))
    return Answers(verdicts, {row: tuple(found) for row, found in findings.items()})


def worst(verdicts: Iterable[Verdict], default: Verdict) -> Verdict:
    return min(verdicts, key=WORST_FIRST.index, default=default)


class Judge:
    """Judges rows under one variant of one release."""

    def __init__(self, variant: Variant, answers: Answers, *, release: Release, declaration: Declaration) -> None:
        channels = release.document["channels"]
        own = {channel["id"] for channel in channels if channel["variant"] == variant}
        self.variant = variant
        self._subjects = own | {"release"}
        self._answers = answers
        self._declaration = declaration
        self._references = _by_record(release.references)

    def judgement(self, record: Record) -> Judgement:
        """The worst verdict of the row's subjects; a row that no channel gives a subject is unmet."""
        rule = self._rule(record)
        found = [
            (subject, answer)
            for file in ("both", self.variant)
            for subject, answer in self._answers.verdicts.get(record.id, {}).get(file, {}).items()
            if subject in self._subjects
        ]
        verdict = worst((answer["verdict"] for _, answer in found), "unmet")
        return Judgement(
            variant=self.variant,
            verdict=verdict,
            subjects=tuple((subject, answer["verdict"]) for subject, answer in found),
            reasons=tuple(_reasons(rule, verdict, found=found)),
            questions=tuple(_questions(rule, found)),
            findings=tuple(finding for finding, _ in self.findings(record, verdict)),
        )

    def findings(self, record: Record, verdict: Verdict) -> Iterator[tuple[Finding, Mapping[str, Any]]]:
        """What was found for the row, which has `verdict`, each with the arguments that the policy gave it."""
        rule = self._rule(record)
        for file, found in self._answers.findings.get(record.id, ()):
            if file in {"both", self.variant} and found["subject"] in self._subjects:
                weight = _weight(found["code"], rule, ask=record.ask, verdict=verdict)
                yield self._finding(record, rule, found=found, weight=weight), found["args"]

    def _rule(self, record: Record) -> Rule:
        return record.rule(self.variant) or next(iter(record.rules.values()))

    def _finding(self, record: Record, rule: Rule, *, found: Mapping[str, Any], weight: Weight) -> Finding:
        pointer = "/".join([found["at"], *filter(None, found["field"].split("."))])
        finding = Finding(
            id=record.id,
            code=found["code"],
            message=message(rule.findings.get(found["code"], found["code"]), found["args"]),
            weight=weight,
            remedy=rule.remedy,
            subject=found["subject"],
            variant=self.variant,
            place=self._declaration.place(pointer),
            basis=rule.basis,
        )
        return (
            self._with_references(finding, rule, pointer=pointer) if found["code"].endswith("not_backed") else finding
        )

    def _with_references(self, finding: Finding, rule: Rule, *, pointer: str) -> Finding:
        """Says of evidence that does not back anything what became of each reference."""
        found = self._references.get(pointer.removesuffix("/evidence"), ())
        references = [reference for reference in found if reference.resolution.status != "resolved"]
        if not references:
            return finding
        if {reference.resolution.status for reference in references} == {"external"}:
            text = rule.findings.get(_LINKS_ONLY, "")
            said = ", ".join(message("{x}", {"x": reference.resolution.shown}) for reference in references)
            return finding._replace(code=_LINKS_ONLY, message=f"{text}: {said}")
        details = "; ".join(_detail(reference) for reference in references)
        return finding._replace(message=f"{finding.message} ({details})")


def _detail(reference: Reference) -> str:
    resolution = reference.resolution
    return message("{x}: {y}", {"x": resolution.shown, "y": resolution.detail})


def _weight(code: str, rule: Rule, *, ask: Ask, verdict: Verdict) -> Weight:
    if code.startswith(CONTRADICTION):
        return "fails"
    if code in rule.notes:
        return "note"
    return "fails" if ask == "plain" and verdict not in _CLOSED else "advice"


def _reasons(rule: Rule, verdict: Verdict, *, found: list[tuple[str, Mapping[str, Any]]]) -> Iterator[Reason]:
    for code in dict.fromkeys(code for _, answer in found for code in _because(answer, {verdict} - {"needs_review"})):
        yield rule.reasons.get(code) or Reason(code, rule.partial.get(code, code))


def _questions(rule: Rule, found: list[tuple[str, Mapping[str, Any]]]) -> Iterator[Reason]:
    for code in dict.fromkeys(code for _, answer in found for code in _because(answer, {"needs_review"})):
        yield Reason(code, rule.reviews.get(code, code))


def _because(answer: Mapping[str, Any], verdicts: set[Verdict] | set[str]) -> list[str]:
    return list(answer["because"]) if answer["verdict"] in verdicts else []


def _by_record(references: Iterable[Reference]) -> dict[str, list[Reference]]:
    found: dict[str, list[Reference]] = {}
    for reference in references:
        found.setdefault(reference.record, []).append(reference)
    return found
