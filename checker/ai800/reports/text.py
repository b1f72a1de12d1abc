"""The report for a terminal: the verdict first, then each practice with its gaps, then what only a person can say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.reports import words
from ai800.reports.expiry_words import other_notes
from ai800.reports.findings import disagreements, questions_of
from ai800.reports.layout import Page, joined
from ai800.reports.marginal_text import expiry_lines, marginal_lines
from ai800.reports.observed import observed_lines
from ai800.reports.places import shown_place
from ai800.reports.steps import first_steps, steps_left
from ai800.reports.text_rows import disagreement_lines, override_lines, practice_lines
from ai800.text import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.assessment.types import Assessment, Note, Practice

_MOST_LISTED = 12
_ONE_SCREEN = 40
# Only our own words begin a line at the margin: foreign text must not be able to look like a verdict line.
_HANGING = "  "


def text_report(assessment: Assessment, page: Page | None = None, *, verbosity: int = 0) -> str:
    """The whole report. `verbosity` below 0 is the verdict line alone; from 1 on advice and reasons are spelled out."""
    page = page or Page()
    if verbosity < 0:
        return _verdict(assessment, Page(_one_line(assessment), page.colour))[0] + "\n"
    blocks = list(
        _declared(assessment, page, verbosity=verbosity) if assessment.declared else _undeclared(assessment, page)
    )
    report = joined([_verdict(assessment, page), *blocks, _statements(page)])
    if report.count("\n") > _ONE_SCREEN:
        report += "\n" + joined([_verdict(assessment, page)])
    return report


def _one_line(assessment: Assessment) -> int:
    return len(words.outcome(assessment)) * 10 + 80


def _verdict(assessment: Assessment, page: Page) -> list[str]:
    style = ("yellow" if assessment.fails else "green") if assessment.exit_code == 0 else "red"
    return [page.paint(line, style) for line in page.wrap(f"ai800: {words.outcome(assessment)}", "", hanging=_HANGING)]


def _declared(assessment: Assessment, page: Page, *, verbosity: int) -> Iterator[list[str]]:
    yield _meaning(assessment, page)
    yield _about(assessment, page)
    yield _first(assessment, page)
    yield _disagreements(assessment, page)
    complete = not assessment.run["failure"]
    for practice in assessment.practices:
        if practice.built:
            yield practice_lines(practice, page, verbosity=verbosity, complete=complete)
    yield _questions(assessment, page)
    yield _advice(assessment, page, verbosity=verbosity)
    yield _unevaluated(assessment, page, verbosity=verbosity)
    yield marginal_lines(assessment, page, verbosity=verbosity)
    yield expiry_lines(assessment, page, verbosity=verbosity)
    yield _notes(assessment, page)
    yield _more(page, verbosity)


def _undeclared(assessment: Assessment, page: Page) -> Iterator[list[str]]:
    yield _meaning(assessment, page)
    yield _about(assessment, page)
    yield observed_lines(assessment, page)
    yield _disagreements(assessment, page)
    yield _to_write(assessment, page)
    yield _notes(assessment, page)


def _meaning(assessment: Assessment, page: Page) -> list[str]:
    return [line for sentence in words.meaning(assessment) for line in page.wrap(sentence, "", hanging=_HANGING)]


def _about(assessment: Assessment, page: Page) -> list[str]:
    lines = page.wrap(f"Release: {words.subject(assessment)}", "", hanging=_HANGING)
    edition = f"{assessment.edition['label']} (a voluntary draft), {words.judged_by(assessment)}"
    lines += page.wrap(f"Edition: {edition}", "", hanging=_HANGING)
    for channel in assessment.release["channels"]:
        lines += page.wrap(words.channel(channel), "  ", hanging="    ")
    return lines + page.wrap(f"Verdicts: {words.counts(assessment)}", "", hanging=_HANGING)


def _first(assessment: Assessment, page: Page) -> list[str]:
    steps = first_steps(assessment)
    lines = page.bold("Do first") if steps else []
    for number, step in enumerate(steps, 1):
        what = f"{step.id} {step.title}" if step.id else f"{step.title}: {step.what}"
        lines += page.wrap(f"{what}{words.at(step.where)}", f"  {number}. ", hanging="     ")
    left = steps_left(assessment)
    return lines + (page.wrap(f"then {left} more, below", "     ") if left else [])


def _disagreements(assessment: Assessment, page: Page) -> list[str]:
    if not assessment.disagreements:
        return []
    lines = page.bold(words.DISAGREEMENTS)
    for found in disagreements(assessment):
        lines += disagreement_lines(found, page)
    return lines


def _questions(assessment: Assessment, page: Page) -> list[str]:
    rows = [row for row in assessment.rows if row.verdict in words.TO_REVIEW]
    lines = page.bold(words.QUESTIONS) if rows else []
    for row in rows:
        fails = "" if row.id in assessment.fails else " [advice]"
        lines += page.wrap(f"{row.id}{fails} {' '.join(questions_of(row))}", "  ? ", hanging="    ")
        lines += override_lines(row, page)
    return lines


def _advice(assessment: Assessment, page: Page, *, verbosity: int) -> list[str]:
    rows = [row for row in assessment.rows if row.ask != "plain" and row.verdict in words.TO_MEND - {"error"}]
    if not rows or verbosity > 0:
        return []
    head = f"Advice, which fails nothing: {plural(len(rows), 'item')} worded as `consider` or `can` (-v shows them)"
    return [*page.wrap(head), *page.wrap(_listed([row.id for row in rows], _MOST_LISTED), "  ")]


def _unevaluated(assessment: Assessment, page: Page, *, verbosity: int) -> list[str]:
    ids = [row.id for row in assessment.rows if row.verdict == "error"]
    if not ids:
        return []
    most = len(ids) if verbosity > 0 else _MOST_LISTED
    return [*page.bold(f"Not evaluated: {plural(len(ids), 'item')}"), *page.wrap(_listed(ids, most), "  ")]


def _listed(ids: list[str], most: int) -> str:
    more = f" and {len(ids) - most} more" if len(ids) > most else ""
    return ", ".join(ids[:most]) + more


def _to_write(assessment: Assessment, page: Page) -> list[str]:
    lines = page.bold("Missing, and what to add first")
    setup = [step for step in first_steps(assessment) if step.kind == "setup"]
    for number, step in enumerate(setup, 1):
        lines += page.wrap(step.what, f"  {number}. ", hanging="     ")
    rest = "Then what is plainly asked, each with `evidence` (`ai800 explain ID` says how):"
    lines += page.wrap(rest, f"  {len(setup) + 1}. ", hanging="     ")
    for practice in assessment.practices:
        if plain := _plain_gaps(practice):
            lines.append(page.cut(f"     {practice.id}, {plural(plain, 'item')}: {practice.title}"))
    return lines


def _plain_gaps(practice: Practice) -> int:
    return sum(row.ask == "plain" and row.verdict in words.TO_MEND for row in practice.rows)


def _notes(assessment: Assessment, page: Page) -> list[str]:
    notes = other_notes(assessment)
    lines = page.bold("Notes") if notes else []
    for note in notes:
        lines += page.wrap(_note(note), "  - ", hanging="    ")
    return lines


def _note(note: Note) -> str:
    return note.message + (f" ({shown_place(note.place)})" if note.place else "")


def _more(page: Page, verbosity: int) -> list[str]:
    ways = "`ai800 explain ID` shows what an item looks for; --format html writes a page"
    return page.wrap(ways if verbosity > 0 else f"-v shows advice and reasons; {ways}")


def _statements(page: Page) -> list[str]:
    lines = [line for sentence in (words.MET, words.DRAFT, words.VARIANTS) for line in page.wrap(sentence)]
    return [page.paint(line, "dim") for line in lines]
