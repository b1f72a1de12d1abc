"""One row as a person has to see it who judges it or takes its gap on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.reports import words
from ai800.reports.contrast import because
from ai800.reports.findings import questions_of
from ai800.reports.layout import joined
from ai800.reports.places import shown_place
from ai800.reports.text_rows import override_lines

if TYPE_CHECKING:
    from ai800.assessment.types import Assessment, Row
    from ai800.reports.layout import Page


def row_for_person(row: Row, assessment: Assessment, *, page: Page) -> str:
    """What is asked, what the verdict is and why, the question, the evidence, and what persons added already."""
    verdict = f"{words.VERDICT_WORDS[row.verdict]}; page {row.page}, {words.ASK_WORDS[row.ask]}"
    questions = questions_of(row) if row.verdict in words.TO_REVIEW else ()
    whys = [why for why in because(row) if why not in questions]
    evidence = [shown_place(place) for place in row.evidence]
    return joined([
        page.bold(f"{row.id} {row.title}") + page.wrap(words.subject(assessment), "  "),
        page.wrap(f"\u201c{row.text}\u201d", "  ") + page.wrap(f"verdict: {verdict}", "  ", hanging="    "),
        [line for question in questions for line in page.wrap(f"asks: {question}", "  ", hanging="    ")],
        [line for why in whys for line in page.wrap(f"why: {why}", "  ", hanging="    ")],
        page.wrap(f"evidence: {', '.join(evidence) or 'none in the repository'}", "  ", hanging="    "),
        override_lines(row, page),
    ])  # fmt: skip
