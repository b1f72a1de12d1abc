"""Rows as pages show them: everything said in words, so that templates only place it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ai800.reports import words
from ai800.reports.findings import findings_of, questions_of, remedies_of
from ai800.reports.grid import verdict_under
from ai800.reports.places import places, shown_place
from ai800.text import plural

if TYPE_CHECKING:
    from ai800.assessment.types import Finding, Judgement, Override, Practice, Reason, Row, Verdict
    from ai800.reports.findings import Said

_UNSAFE = re.compile(r"[^A-Za-z0-9.]+")


class FindingView(NamedTuple):
    """`weight` is a key for colours, `weighs` the words."""

    message: str
    weight: str
    weighs: str
    where: tuple[str, ...]


class JudgementView(NamedTuple):
    """A row under one variant; `subjects` are (channel or `release`, verdict in words) where they say more than it."""

    variant: str
    verdict: Verdict
    word: str
    subjects: tuple[tuple[str, str], ...]
    reasons: tuple[str, ...]
    findings: tuple[FindingView, ...]


class OverrideView(NamedTuple):
    said: str
    where: str
    counts: bool


class RowView(NamedTuple):
    """`anchor` names the row in addresses; `summary` says shortly what is open, `changed` what a person changed."""

    id: str
    short: str
    anchor: str
    verdict: Verdict
    word: str
    ask: str
    asked: str
    fails: bool
    is_open: bool
    kind: str
    title: str
    text: str
    page: int
    basis: str
    summary: str
    changed: str
    remedies: tuple[Said, ...]
    questions: tuple[str, ...]
    judgements: tuple[JudgementView, ...]
    overrides: tuple[OverrideView, ...]
    evidence: tuple[str, ...]


class PracticeView(NamedTuple):
    id: str
    short: str
    anchor: str
    title: str
    page: int
    verdict: Verdict
    word: str
    counts: str
    rows: tuple[RowView, ...]


def anchor(identity: str) -> str:
    """An id as a name in an address."""
    return _UNSAFE.sub("-", words.short(identity)).strip("-")


def practice_view(practice: Practice, fails: tuple[str, ...]) -> PracticeView:
    return PracticeView(
        id=practice.id,
        short=words.short(practice.id),
        anchor=f"practice-{anchor(practice.id)}",
        title=practice.title,
        page=practice.page,
        verdict=practice.verdict,
        word=words.VERDICT_WORDS[practice.verdict],
        counts=words.counts_of(row.verdict for row in practice.rows),
        rows=tuple(row_view(row, fails=row.id in fails) for row in practice.rows),
    )


def row_view(row: Row, *, fails: bool) -> RowView:
    """`fails`: the row makes the run fail."""
    is_open = row.verdict in words.TO_MEND | words.TO_REVIEW
    changed = "" if row.verdict == row.original else f"{words.VERDICT_WORDS[row.original]} by the policies"
    return RowView(
        id=row.id,
        short=words.short(row.id),
        anchor=f"row-{anchor(row.id)}",
        verdict=row.verdict,
        word=words.VERDICT_WORDS[row.verdict],
        ask=row.ask,
        asked=words.ASK_WORDS[row.ask],
        fails=fails,
        is_open=is_open,
        kind=row.kind,
        title=row.title,
        text=row.text,
        page=row.page,
        basis=words.basis(row.basis),
        summary=_summary(row, fails=fails),
        changed=changed,
        remedies=remedies_of(row) if _has_gap(row) else (),
        questions=questions_of(row) if row.verdict in words.TO_REVIEW else (),
        judgements=tuple(_judgement(row, judgement) for judgement in row.judgements),
        overrides=tuple(_override(entry) for entry in row.overrides),
        evidence=tuple(shown_place(place) for place in row.evidence),
    )


def _has_gap(row: Row) -> bool:
    return row.verdict in words.TO_MEND or any(finding.weight != "note" for finding in findings_of(row))


def _summary(row: Row, *, fails: bool) -> str:
    """What is open, in a few words beside the title."""
    gaps = sum(finding.weight != "note" for finding in findings_of(row))
    parts = ["fails the run"] if fails else ["advice"] if row.verdict in words.TO_MEND | words.TO_REVIEW else []
    parts += [plural(gaps, "finding")] if gaps else []
    return ", ".join(parts)


def _judgement(row: Row, judgement: Judgement) -> JudgementView:
    verdict = verdict_under(row, judgement)
    subjects = tuple((name, words.VERDICT_WORDS[each]) for name, each in judgement.subjects)
    return JudgementView(
        variant=judgement.variant,
        verdict=verdict,
        word=words.VERDICT_WORDS[verdict],
        subjects=() if [name for name, _ in subjects] == ["release"] else subjects,
        reasons=tuple(_reason(reason) for reason in judgement.reasons),
        findings=tuple(_finding(finding) for finding in judgement.findings),
    )


def _reason(reason: Reason) -> str:
    basis = f" (basis: {words.basis([reason.basis])})" if reason.basis else ""
    instead = f"; see {', '.join(reason.alternatives)}" if reason.alternatives else ""
    return f"{reason.text}{basis}{instead}"


def _finding(finding: Finding) -> FindingView:
    return FindingView(finding.message, finding.weight, words.WEIGHT_WORDS[finding.weight], places(finding))


def _override(entry: Override) -> OverrideView:
    return OverrideView(words.override(entry), shown_place(entry.place) if entry.place else "", entry.counts)
