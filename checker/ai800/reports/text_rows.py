"""One practice in the terminal report: a line, and its gaps with place, reason and remedy."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from ai800.reports import words
from ai800.reports.findings import findings_of, questions_of, reasons_of, remedies_of
from ai800.reports.places import places

if TYPE_CHECKING:
    from ai800.assessment.types import Finding, Practice, Row, Verdict, Weight
    from ai800.reports.findings import Disagreement
    from ai800.reports.layout import Page

STYLES: dict[Verdict, str] = {
    "error": "red", "unmet": "red", "partial": "yellow", "needs_review": "cyan", "alternative": "cyan",
    "waived": "yellow", "met": "green", "not_applicable": "dim", "not_built": "dim",
}  # fmt: skip
_MOST_FINDINGS = 6
_SENTENCE = 130


def practice_lines(practice: Practice, page: Page, *, verbosity: int, complete: bool = True) -> list[str]:
    """The practice in a line or two, and the rows a reader has to see. `complete` is False where no row was judged."""
    counts = words.counts_of(row.verdict for row in practice.rows)
    lines = page.bold(f"{practice.id} {practice.title}", "    ") + page.wrap(counts, "    ")
    for row in practice.rows:
        if (complete or row.verdict != "error") and _is_shown(row, verbosity):
            lines += _row(row, page, verbosity=verbosity)
    return lines


def _is_shown(row: Row, verbosity: int) -> bool:
    fails = any(finding.weight == "fails" for finding in findings_of(row))
    plain = row.ask == "plain" and row.verdict in words.TO_MEND | {"waived"}
    return verbosity > 0 or fails or plain or row.verdict == "error"


def _row(row: Row, page: Page, *, verbosity: int) -> list[str]:
    verdict = words.VERDICT_WORDS[row.verdict].upper()
    first, *rest = page.wrap(f"{verdict} {row.id} {row.title}", "  ", hanging="    ")
    lines = [first.replace(verdict, page.paint(verdict, STYLES[row.verdict]), 1), *rest]
    found = [finding for finding in findings_of(row) if verbosity > 0 or finding.weight == "fails"]
    most = len(found) if verbosity > 0 else _MOST_FINDINGS
    for finding in found[:most]:
        lines += page.wrap(_located(finding.message, finding.weight, where=places(finding)), "    - ", hanging="      ")
    if len(found) > most:
        lines += page.wrap(f"and {len(found) - most} more like these (-v shows them)", "    - ", hanging="      ")
    return lines + _why(row, page, verbosity=verbosity) + _way_out(row, page, found=found) + override_lines(row, page)


def _why(row: Row, page: Page, *, verbosity: int) -> list[str]:
    sentence = row.text if verbosity > 0 else textwrap.shorten(row.text, _SENTENCE, placeholder=" …")
    basis = f" Basis: {words.basis(row.basis)}" if row.basis else ""
    lines = page.wrap(
        f"why: page {row.page}, {words.ASK_WORDS[row.ask]}: “{sentence}”{basis}", "    ", hanging="         "
    )
    for reason in reasons_of(row):
        lines += page.wrap(f"{reason.variant}: {reason.text}", "    ", hanging="      ")
    return lines


def _way_out(row: Row, page: Page, *, found: list[Finding]) -> list[str]:
    lines: list[str] = []
    for remedy in remedies_of(row) if row.verdict in words.TO_MEND or found else ():
        variant = f" ({remedy.variant})" if remedy.variant else ""
        lines += page.wrap(f"fix{variant}: {remedy.text}", "    ", hanging="         ")
    for question in questions_of(row) if row.verdict in words.TO_REVIEW else ():
        lines += page.wrap(f"asks: {question}", "    ", hanging="         ")
    return lines


def override_lines(row: Row, page: Page) -> list[str]:
    """What persons added to a row."""
    lines: list[str] = []
    for entry in row.overrides:
        lines += page.wrap(words.override(entry), "    ", hanging="      ")
    return lines


def disagreement_lines(found: Disagreement, page: Page) -> list[str]:
    """One disagreement, with its places and its remedy."""
    lines = page.wrap(f"{found.id}: {_located(found.message, found.weight, where=found.where)}", "  - ", hanging="    ")
    return lines + page.wrap(f"fix: {found.remedy}", "    ", hanging="         ")


def _located(message: str, weight: Weight, *, where: tuple[str, ...]) -> str:
    mark = "" if weight == "fails" else f" [{words.WEIGHT_WORDS[weight]}]"
    return f"{message}{mark}{words.at(where)}"
