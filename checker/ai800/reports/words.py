"""Sentences that every report says, in one place, so that all formats say the same."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ai800.text import plural

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ai800.assessment.types import Assessment, Verdict

DRAFT = (
    "NIST AI 800-1 is a voluntary draft (initial public draft, July 2024), never final; "
    "no one is bound by it, and NIST has not reviewed this report."
)
VARIANTS = (
    "The open and closed variants (800-1A-OPEN, 800-1B-CLOSED) are TechFreedom's proposal to NIST; "
    "NIST issued no such documents."
)
MET = "Met means present and consistent in what was read. It does not mean that the model is safe."

VERDICT_WORDS: dict[Verdict, str] = {
    "met": "met",
    "partial": "partial",
    "unmet": "unmet",
    "needs_review": "needs review",
    "not_applicable": "not applicable",
    "alternative": "alternative",
    "waived": "waived",
    "error": "could not evaluate",
    "not_built": "not built yet",
}
VERDICT_ORDER: tuple[Verdict, ...] = (
    "error", "unmet", "partial", "needs_review", "alternative", "waived", "met", "not_applicable", "not_built",
)  # fmt: skip


def outcome(assessment: Assessment) -> str:
    """The verdict line of a run, the first line of every report."""
    if assessment.exit_code not in {0, 1}:
        failure = assessment.run["failure"]
        return f"could not evaluate completely: {failure}" if failure else "could not evaluate: nothing was judged"
    count = sum(number for verdict, number in assessment.counts.items() if verdict != "not_built")
    judged = f"{plural(count, 'recommendation')} judged"
    if assessment.exit_code == 0:
        return f"no gaps in what is plainly asked ({judged})"
    return f"{plural(len(assessment.fails), 'item')} to mend or to review ({judged})"


def counts(assessment: Assessment) -> str:
    return counts_of(row.verdict for row in assessment.rows)


def counts_of(verdicts: Iterable[Verdict]) -> str:
    """How many there are of each verdict, the worst first."""
    found = Counter(verdicts)
    return " · ".join(f"{found[verdict]} {VERDICT_WORDS[verdict]}" for verdict in VERDICT_ORDER if found[verdict])
