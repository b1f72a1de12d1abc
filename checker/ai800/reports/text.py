"""The report for a terminal: the verdict first, then each practice with its gaps, then what only a person can say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.reports import words
from ai800.reports.layout import Page, joined
from ai800.reports.observed import observed
from ai800.text import plural, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.assessment.types import Assessment, Finding, Note, Practice, Row, Verdict
    from ai800.declare.types import Place

_STYLES: dict[Verdict, str] = {
    "error": "red", "unmet": "red", "partial": "yellow", "needs_review": "cyan", "alternative": "cyan",
    "waived": "yellow", "met": "green", "not_applicable": "dim", "not_built": "dim",
}  # fmt: skip
_OPEN: frozenset[Verdict] = frozenset({"error", "unmet", "partial"})
_ASKED: frozenset[Verdict] = frozenset({"needs_review", "alternative"})
_MOST_LISTED = 12


def text_report(assessment: Assessment, page: Page | None = None, *, verbosity: int = 0) -> str:
    """The whole report. `verbosity` below 0 is the verdict line alone; from 1 on advice and reasons are spelled out."""
    page = page or Page()
    head = _head(assessment, page)
    if verbosity < 0:
        return head[0] + "\n"
    blocks = [head, _about(assessment, page), _not_built(assessment, page)]
    blocks += [observed(assessment, page)] if not assessment.declared else []
    blocks += [_disagreements(assessment, page)]
    if assessment.declared:
        blocks += list(_practices(assessment, page, verbosity))
        blocks += [_questions(assessment, page), _advice(assessment, page, verbosity)]
    else:
        blocks += [_first_steps(assessment, page)]
    blocks += [_notes(assessment, page), _statements(page)]
    return joined(blocks)


def _head(assessment: Assessment, page: Page) -> list[str]:
    style = "green" if assessment.exit_code == 0 else "red"
    lines = page.wrap(f"ai800: {words.outcome(assessment)}")
    return [page.paint(line, style) for line in lines]


def _about(assessment: Assessment, page: Page) -> list[str]:
    release, run = assessment.release, assessment.run
    name = " ".join(filter(None, [release["name"], release["version"]])) or "no ai800.yaml yet"
    by = f" by {release['developer']}" if release["developer"] else ""
    commit = f"commit {run['commit'][:12]}" if run["commit"] else run["kind"]
    where = f" · {release['folder']}" if release["folder"] else ""
    variants = " and ".join(release["variants"])
    lines = page.wrap(f"{assessment.edition['label']} (a draft), {variants} variant")
    lines += page.wrap(f"{name}{by} · {commit}{where} · as of {run['as_of']}")
    for channel in release["channels"]:
        access = channel["access"] or "access not stated"
        lines += page.wrap(f"{channel['id']}: {access}, judged by the {channel['variant']} variant", "  ")
    return lines + page.wrap(words.counts(assessment))


def _not_built(assessment: Assessment, page: Page) -> list[str]:
    if not assessment.not_built:
        return []
    ids = ", ".join(practice.removeprefix("ipd:") for practice in assessment.not_built)
    return page.wrap(f"Not built yet, so not judged: practices {ids}.")


def _disagreements(assessment: Assessment, page: Page) -> list[str]:
    if not assessment.disagreements:
        return []
    lines = [page.paint("What is declared disagrees with itself or with the repository", "bold")]
    for finding in assessment.disagreements:
        lines += _finding(finding, page)
    return lines


def _practices(assessment: Assessment, page: Page, verbosity: int) -> Iterator[list[str]]:
    for practice in assessment.practices:
        if practice.built:
            yield _practice(practice, page, verbosity)


def _practice(practice: Practice, page: Page, verbosity: int) -> list[str]:
    counts = words.counts_of(row.verdict for row in practice.rows)
    lines = [page.paint(line, "bold") for line in page.wrap(f"{practice.id} {practice.title}", "", "    ")]
    lines += page.wrap(counts, "    ")
    for row in practice.rows:
        if _is_shown(row, verbosity):
            lines += _row(row, page, verbosity)
    return lines


def _is_shown(row: Row, verbosity: int) -> bool:
    fails = any(finding.weight == "fails" for judgement in row.judgements for finding in judgement.findings)
    return verbosity > 0 or fails or row.verdict == "error" or (row.ask == "plain" and row.verdict in _OPEN)


def _row(row: Row, page: Page, verbosity: int) -> list[str]:
    verdict = page.paint(words.VERDICT_WORDS[row.verdict].upper(), _STYLES[row.verdict])
    first, *rest = page.wrap(f"{row.id} {row.title}", "  ", "    ")
    lines = [f"  {verdict} {first.strip()}", *rest]
    findings = [finding for judgement in row.judgements for finding in judgement.findings]
    shown = [finding for finding in findings if verbosity > 0 or finding.weight == "fails"]
    for finding in _once(shown):
        lines += _finding(finding, page, of_row=True)
    lines += _why(row, page)
    if row.verdict in _OPEN or shown:
        lines += page.wrap(f"fix: {row.remedy}", "    ", "         ")
    return lines + _overrides(row, page)


def _why(row: Row, page: Page) -> list[str]:
    lines = page.wrap(
        f"why: NIST p.{row.page}, worded as `{row.ask}`; basis {', '.join(row.basis)}", "    ", "         "
    )
    for judgement in row.judgements:
        for reason in judgement.reasons:
            lines += page.wrap(f"{judgement.variant}: {reason.text}", "    ", "      ")
    return lines


def _overrides(row: Row, page: Page) -> list[str]:
    lines = []
    for override in row.overrides:
        state = f"until {override.until}" if override.until else "without an end"
        said = f"{override.kind} by {override.by or 'the release team'}, {state}"
        if not override.counts:
            said += f": does not count, {override.why_not}"
        lines += page.wrap(said, "    ", "      ")
    return lines


def _finding(finding: Finding, page: Page, *, of_row: bool = False) -> list[str]:
    name = "" if of_row else f"{finding.id}: "
    lines = page.wrap(f"{name}{finding.message}", "    - ", "      ")
    both = [shown_place(place) for place in (finding.place, finding.other) if place is not None]
    lines += page.wrap(f"at {' and '.join(both)}", "      ") if both else []
    return lines if of_row else lines + page.wrap(f"fix: {finding.remedy}", "      ", "        ")


def shown_place(place: Place) -> str:
    path = printable(place.path)
    return path if place.line is None else f"{path}:{place.line}"


def _once(findings: list[Finding]) -> list[Finding]:
    """Each message once: a row judged by both variants says the same twice."""
    return list({(finding.message, finding.place): finding for finding in findings}.values())


def _questions(assessment: Assessment, page: Page) -> list[str]:
    rows = [row for row in assessment.rows if row.verdict in _ASKED]
    if not rows:
        return []
    lines = [page.paint("Questions that only a person can answer (record the answer under `reviews`)", "bold")]
    for row in rows:
        asked = {reason.text: None for judgement in row.judgements for reason in judgement.questions}
        questions = " ".join(asked) or "Does the alternative match or exceed the recommendation?"
        fails = "" if row.id in assessment.fails else " (advice)"
        lines += page.wrap(f"{row.id}{fails} {questions}", "  ? ", "    ")
    return lines


def _advice(assessment: Assessment, page: Page, verbosity: int) -> list[str]:
    rows = [row for row in assessment.rows if row.ask != "plain" and row.verdict in _OPEN]
    if not rows or verbosity > 0:
        return []
    ids = ", ".join(row.id for row in rows[:_MOST_LISTED])
    more = f" and {len(rows) - _MOST_LISTED} more" if len(rows) > _MOST_LISTED else ""
    head = f"Advice, which fails nothing: {plural(len(rows), 'row')} worded as `consider` or `can` (-v shows them)"
    return [*page.wrap(head), *page.wrap(f"{ids}{more}", "  ")]


def _first_steps(assessment: Assessment, page: Page) -> list[str]:
    plain = [row for row in assessment.rows if row.ask == "plain" and row.verdict in _OPEN]
    lines = [page.paint("Nothing is declared yet. What to write first:", "bold")]
    steps = [
        "Run `ai800 init`: it writes an ai800.yaml filled with what was observed.",
        "State `channels` with `access`, `opens_on` and `audience`: they decide which variant judges the release.",
        "Then the plain asks, each with `evidence`; `ai800 explain ID` shows what each looks for:",
    ]
    for step in steps:
        lines += page.wrap(step, "  - ", "    ")
    for row in plain[:_MOST_LISTED]:
        lines += page.wrap(f"{row.id} {row.title}", "      ", "        ")
    left = len(plain) - _MOST_LISTED
    return lines + (page.wrap(f"and {left} more plain asks", "      ") if left > 0 else [])


def _notes(assessment: Assessment, page: Page) -> list[str]:
    lines = [page.paint("Notes", "bold")] if assessment.notes else []
    for note in assessment.notes:
        lines += _note(note, page)
    return lines


def _note(note: Note, page: Page) -> list[str]:
    where = f" ({shown_place(note.place)})" if note.place else ""
    return page.wrap(f"{note.message}{where}", "  - ", "    ")


def _statements(page: Page) -> list[str]:
    lines: list[str] = []
    for sentence in (words.MET, words.DRAFT, words.VARIANTS):
        lines += page.wrap(sentence)
    return [page.paint(line, "dim") for line in lines]
