"""Joins answers, catalogue and what persons added into one assessment: every id of the edition has one verdict."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.assessment.expiries import expiries
from ai800.assessment.judge import CONTRADICTION, Answers, Judge, by_row, worst
from ai800.assessment.marginal import marginal
from ai800.assessment.messages import message
from ai800.assessment.overrides import Overrides, resulting
from ai800.assessment.types import Assessment, Finding, Note, Practice, Row
from ai800.assessment.unheeded import unheeded
from ai800.declare.types import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.assessment.types import Judgement, Variant, Verdict
    from ai800.catalog import Catalog, PracticeRecord, Record
    from ai800.declare.types import Declaration
    from ai800.release.types import Release, Trouble

_GAPS: frozenset[Verdict] = frozenset({"unmet", "partial"})
_QUESTIONS: frozenset[Verdict] = frozenset({"needs_review", "alternative"})
_TROUBLES = {
    "unknown_reference": ("{id} is not declared in {sections}, so it counts as absent", "name one of: {known}"),
    "two_deployments": ("channel {c} has more than one record in deployments, one is wanted", "merge them into one"),
    "empty_threshold": (
        "threshold {t} names neither a rating nor a metric, so nothing can be compared with it",
        "add `unacceptable_from`, or `metric` with `benchmark`, `operator` and `value`",
    ),
}


class Question(NamedTuple):
    """What was asked of the checker, and what it was asked about.

    `answers` is None where the engine failed; `failure` then says why. `variants` are those that judge the release.
    """

    catalog: Catalog
    declaration: Declaration
    release: Release
    answers: Mapping[str, Any] | None
    variants: tuple[Variant, ...]
    failure: str = ""
    only: tuple[str, ...] = ()
    fail_on: str = "review"


class Surroundings(NamedTuple):
    """What reports say beside the verdicts; see Assessment for `release`, `run`, `facts` and `fingerprint`."""

    release: dict[str, Any]
    run: dict[str, Any]
    facts: dict[str, Any]
    disagreements: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()
    fingerprint: dict[str, Any] | None = None


def assess(question: Question, around: Surroundings) -> Assessment:
    """The assessment of one release, with the exit code it leads to."""
    bench = _bench(question)
    practices = tuple(_practices(bench))
    troubles = tuple(trouble_finding(question.declaration, trouble) for trouble in question.release.troubles)
    disagreements = (*around.disagreements, *troubles)
    rows = [row for practice in practices for row in practice.rows]
    fails = tuple(_failing(rows, disagreements, fail_on=question.fail_on))
    return Assessment(
        edition=dict(question.catalog.edition),
        release=around.release,
        run=around.run,
        practices=practices,
        disagreements=disagreements,
        notes=(*around.notes, *unheeded(rows, question.release, declaration=question.declaration)),
        facts=around.facts,
        counts=dict(Counter(row.verdict for row in rows)),
        fails=fails,
        exit_code=_exit_code(rows, fails),
        not_built=tuple(practice.id for practice in practices if not practice.built),
        only=question.only,
        declared=question.declaration.present,
        fingerprint=around.fingerprint,
        marginal=marginal(question.declaration, question.release, judges=bench.judges, catalog=question.catalog),
        expires=expiries(question.declaration, question.release),
    )


def _bench(question: Question) -> Bench:
    answers = by_row(question.answers or {})
    judges = [
        Judge(variant, answers, release=question.release, declaration=question.declaration)
        for variant in question.variants
    ]
    overrides = Overrides(question.declaration, question.release)
    return Bench(question, answers, judges, overrides, _resolved(question.release))


def _practices(bench: Bench) -> Iterator[Practice]:
    question, catalog = bench.question, bench.question.catalog
    wanted = {row for each in question.only for row in catalog.find(each).rows} or set(catalog.rows)
    for practice in catalog.practices.values():
        rows = tuple(_row(catalog.rows[row], practice, bench=bench) for row in practice.rows if row in wanted)
        if rows:
            yield _practice(practice, rows)


class Bench(NamedTuple):
    """Everything that a row is judged with."""

    question: Question
    answers: Answers
    judges: list[Judge]
    overrides: Overrides
    evidence: Mapping[str, list[Place]]


def _practice(practice: PracticeRecord, rows: tuple[Row, ...]) -> Practice:
    built = any(row.verdict != "not_built" for row in rows)
    return Practice(
        id=practice.id,
        title=practice.title,
        page=practice.page,
        objective=practice.objective or "",
        built=built,
        verdict=worst((row.verdict for row in rows), "not_built"),
        rows=rows,
    )


def _row(record: Record, practice: PracticeRecord, *, bench: Bench) -> Row:
    judgements = _judgements(record, bench)
    original = _original(record, judgements, bench=bench)
    rule = next((record.rule(variant) for variant in bench.question.variants), None)
    return Row(
        id=record.id,
        kind=record.kind,
        practice=practice.id,
        ask=record.ask,
        page=record.page,
        title=rule.title if rule else record.title,
        text=record.text,
        verdict=_resulting(record, original, judgements=judgements, bench=bench),
        original=original,
        judgements=judgements,
        overrides=bench.overrides.of(record.id),
        remedy=rule.remedy if rule else "",
        basis=rule.basis if rule else (),
        evidence=tuple(_evidence(record, bench)),
    )


def _evidence(record: Record, bench: Bench) -> Iterator[Place]:
    """Where the evidence stands that the row rests on, each place once."""
    fields = {_starred(field) for rule in record.rules.values() for field in rule.rests_on}
    places = {place for field in fields for place in bench.evidence.get(field, ())}
    yield from sorted(places, key=lambda place: (place.path, place.line or 0))


def _resolved(release: Release) -> dict[str, list[Place]]:
    """What resolved in the repository, by the field that names it, with `*` for places in lists."""
    found: dict[str, list[Place]] = {}
    for reference in release.references:
        resolution = reference.resolution
        if resolution.status == "resolved" and resolution.path:
            field = reference.pointer[1:].replace("/", ".")
            found.setdefault(_starred(field), []).append(Place(resolution.path, resolution.line))
    return found


def _starred(field: str) -> str:
    return ".".join("*" if part.isdigit() else part for part in field.split(".")).removesuffix(".*")


def _judgements(record: Record, bench: Bench) -> tuple[Judgement, ...]:
    if bench.question.answers is None or not record.rules:
        return ()
    return tuple(judge.judgement(record) for judge in bench.judges)


def _original(record: Record, judgements: tuple[Judgement, ...], *, bench: Bench) -> Verdict:
    """The verdict of the policies: nothing answered is an error, never a pass."""
    if not record.rules:
        return "not_built"
    if record.id not in bench.answers.verdicts:
        return "error"
    return worst((judgement.verdict for judgement in judgements), "unmet")


def _resulting(record: Record, original: Verdict, *, judgements: tuple[Judgement, ...], bench: Bench) -> Verdict:
    if any(_contradictions(judgement) for judgement in judgements):
        return original
    failing = frozenset(
        subject for judgement in judgements for subject, verdict in judgement.subjects if verdict in _GAPS | _QUESTIONS
    )
    return resulting(bench.overrides, record.id, verdict=original, failing=failing)


def _contradictions(judgement: Judgement) -> list[Finding]:
    return [finding for finding in judgement.findings if finding.code.startswith(CONTRADICTION)]


def _failing(rows: list[Row], disagreements: tuple[Finding, ...], *, fail_on: str) -> Iterator[str]:
    """What makes the run fail, in the order of the edition."""
    for row in rows:
        contradicted = any(_contradictions(judgement) for judgement in row.judgements)
        if row.verdict == "error" or contradicted or (row.ask == "plain" and _is_gap(row, fail_on)):
            yield row.id
    yield from dict.fromkeys(finding.id for finding in disagreements if finding.weight == "fails")


def _is_gap(row: Row, fail_on: str) -> bool:
    if row.verdict in _GAPS:
        return True
    if fail_on == "unmet" or row.verdict not in _QUESTIONS:
        return False
    return not any(override.kind == "review" and override.counts for override in row.overrides)


def _exit_code(rows: list[Row], fails: tuple[str, ...]) -> int:
    evaluated = [row for row in rows if row.verdict != "not_built"]
    if not evaluated or any(row.verdict == "error" for row in evaluated):
        return 4
    return 1 if fails else 0


def trouble_finding(declaration: Declaration, trouble: Trouble) -> Finding:
    text, remedy = _TROUBLES[trouble.code]
    return Finding(
        id=f"release:{trouble.code}",
        code=trouble.code,
        message=message(text, trouble.arguments),
        weight="fails",
        remedy=message(remedy, trouble.arguments),
        place=declaration.place(trouble.pointer),
        basis=("ai800",),
    )
