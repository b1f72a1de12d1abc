"""Sentences that every report says, in one place, so that all formats say the same."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from ai800.reports import gate_words
from ai800.text import plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ai800.assessment.types import Ask, Assessment, Override, Row, Verdict, Weight

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
VERDICT_MEANINGS: dict[Verdict, str] = {
    "error": "ai800 could not evaluate it, which always fails the run",
    "unmet": "nobody claimed it, or what was declared contradicts itself",
    "partial": "some of what is asked is there; each missing part is a finding",
    "needs_review": "complete, but only a person can judge it; a recorded review closes it",
    "alternative": "another practice is documented with its reasons, as the standard allows; a person has to review it",
    "waived": "somebody named took the gap on, with a reason, until a date",
    "met": "the declared evidence is present, backed and consistent; not that the model is safe",
    "not_applicable": "it does not apply to this release, for a reason with its source",
    "not_built": "no policy judges it yet, so nothing is said about it",
}
VERDICT_ORDER: tuple[Verdict, ...] = tuple(VERDICT_MEANINGS)
TO_MEND: frozenset[Verdict] = frozenset({"error", "unmet", "partial"})
TO_REVIEW: frozenset[Verdict] = frozenset({"needs_review", "alternative"})

ASK_WORDS: dict[Ask, str] = {
    "plain": "asked plainly",
    "consider": "worded as `consider`, so advice",
    "can": "documentation that can help, so advice",
}
WEIGHT_WORDS: dict[Weight, str] = {"fails": "fails the run", "advice": "advice", "note": "note"}
MOST_PLACES = 4
ANY_QUESTION = "Is what is asked here done, and is what was recorded sound?"
ALTERNATIVE_QUESTION = "Does the alternative match or exceed what is recommended?"

ACCESS_WORDS = {
    "internal_only": "internal only",
    "hosted_interface": "hosted interface",
    "api_inference": "API inference",
    "api_finetuning": "API fine-tuning",
    "gated_weights": "gated weights",
    "widely_available_weights": "widely available weights",
    "fully_open": "fully open",
}
DISAGREEMENTS = "What is declared disagrees with itself or with the repository"
QUESTIONS = "Questions that only a person can answer (record the answer under `reviews`)"

_TREES = {"commit": "a commit", "index": "the index", "folder": "a plain folder"}
SOURCES = (
    "Basis: NIST is the draft itself; TechFreedom (TF-nn) a claim of its proposal; NTIA its 2024 report on open "
    "weights; Kapoor et al. their 2024 paper on open foundation models; EU the Code of Practice for general-purpose "
    "AI; ai800 a reading or a cut of this tool."
)
_SOURCES = {
    "nist": "NIST",
    "ntia": "NTIA",
    "kapoor": "Kapoor et al.",
    "eu_cop": "EU Code of Practice",
    "techfreedom": "TechFreedom",
    "ai800": "ai800",
}


def outcome(assessment: Assessment) -> str:
    """The verdict line of a run, the first line of every report."""
    if assessment.exit_code not in {0, 1}:
        return _unfinished(assessment)
    return f"{headline(assessment)} ({judged(assessment)})"


def headline(assessment: Assessment) -> str:
    """What was found, without saying in how much."""
    if assessment.exit_code not in {0, 1}:
        return _unfinished(assessment)
    found = _found(assessment) if assessment.declared else f"nothing is declared: {_found(assessment)}"
    return found if assessment.gate.regressions is None else gate_words.regressed(assessment, found)


def judged(assessment: Assessment) -> str:
    """How much of the standard was judged."""
    count = sum(row.verdict not in {"not_built", "error"} for row in assessment.rows)
    return f"{plural(count, 'item')} of the standard judged"


def _unfinished(assessment: Assessment) -> str:
    if failure := assessment.run["failure"]:
        return f"could not evaluate completely: {failure}"
    silent = sum(row.verdict == "error" for row in assessment.rows)
    if silent:
        return f"could not evaluate completely: {plural(silent, 'item')} got no answer"
    if assessment.rows and assessment.gate.regressions is not None:
        return f"could not evaluate the release at {gate_words.commit(assessment)}, so nothing says what got worse"
    return "could not evaluate: nothing was judged"


def _found(assessment: Assessment) -> str:
    failing = [row for row in assessment.rows if row.id in assessment.fails]
    review = sum(row.verdict in TO_REVIEW for row in failing)
    mend, other = len(failing) - review, sum(found.weight == "fails" for found in assessment.disagreements)
    parts = [f"{plural(mend, 'gap')} to mend"] if mend else []
    parts += [f"{plural(review, 'question')} to review"] if review else []
    parts += [f"{plural(other, 'disagreement')} to settle"] if other else []
    if parts:
        return ", ".join(parts)
    left = len(open_questions(assessment))
    return "no gaps in what is plainly asked" + (f", {plural(left, 'question')} still open" if left else "")


def meaning(assessment: Assessment) -> tuple[str, ...]:
    """What the verdict line means, in short sentences."""
    said = [_meaning(assessment), *gate_words.sentences(assessment)]
    if assessment.exit_code == 0 and assessment.gate.regressions is None and open_questions(assessment):
        said.append("Open questions were left out of the verdict, as --fail-on unmet asks.")
    if advised := advice(assessment):
        said.append(f"{plural(len(advised), 'open item')} worded as `consider` or `can`: advice, which fails nothing.")
    if assessment.only:
        said.append(f"Only {', '.join(assessment.only)} was judged.")
    return (*said, *unjudged(assessment))


def _meaning(assessment: Assessment) -> str:
    if assessment.exit_code not in {0, 1}:
        return "This run has no result: what could not be evaluated may hide gaps."
    if not assessment.declared:
        return "There is no ai800.yaml, so only the repository itself was read; what nobody declares is unmet."
    if assessment.gate.regressions is not None:
        return "This gate asks what got worse, not what is missing: gaps that were there before fail nothing."
    if assessment.exit_code:
        return "Gaps in what is plainly asked, unanswered questions and contradictions fail a run; advice does not."
    return (
        "All that is plainly asked and was judged is met, reviewed, waived, or not applicable with a reason, "
        "and nothing contradicts itself."
    )


def unjudged(assessment: Assessment) -> tuple[str, ...]:
    """Which practices no policy judges yet: one sentence, or none."""
    if not assessment.not_built:
        return ()
    ids = ", ".join(short(practice) for practice in assessment.not_built)
    many = plural(len(assessment.not_built), "practice")
    return (f"Not built yet, so not judged: {many} ({ids}).",)


def open_questions(assessment: Assessment) -> list[Row]:
    """Rows that are plainly asked and wait for a person."""
    return [row for row in assessment.rows if row.ask == "plain" and row.verdict in TO_REVIEW and _is_open(row)]


def advice(assessment: Assessment) -> list[Row]:
    """Rows with a gap or a question that makes nothing fail because of how the standard words them."""
    return [row for row in assessment.rows if row.ask != "plain" and _is_open(row) and row.id not in assessment.fails]


def _is_open(row: Row) -> bool:
    return row.verdict in TO_MEND | TO_REVIEW and not _answered(row)


def _answered(row: Row) -> bool:
    return any(override.kind == "review" and override.counts for override in row.overrides)


def counts(assessment: Assessment) -> str:
    return counts_of(row.verdict for row in assessment.rows)


def counts_of(verdicts: Iterable[Verdict]) -> str:
    """How many there are of each verdict, the worst first."""
    found = Counter(verdicts)
    return " · ".join(f"{found[verdict]} {VERDICT_WORDS[verdict]}" for verdict in VERDICT_ORDER if found[verdict])


def subject(assessment: Assessment) -> str:
    """What was judged: the release, who made it, at which commit, on which day."""
    release, run = assessment.release, assessment.run
    name = " ".join(filter(None, [release["name"], release["version"]])) or run["repository"]
    by = f" by {release['developer']}" if release["developer"] else ""
    tree = f"commit `{run['commit'][:12]}`" if run["commit"] else _TREES[run["kind"]]
    where = f" in {release['folder']}" if release["folder"] else ""
    return f"{name}{by} · {tree}{where} · as of {run['as_of']}"


def judged_by(assessment: Assessment) -> str:
    """Which variants judged."""
    variants = assessment.release["variants"]
    return f"{' and '.join(variants)} {'variant' if len(variants) == 1 else 'variants'}"


def channel(found: Mapping[str, Any]) -> str:
    """One channel: its id, access and the variant that judges it."""
    return f"{found['id']}: {access(found['access'])}, judged by the {found['variant']} variant"


def access(level: str | None) -> str:
    return ACCESS_WORDS[level] if level else "access not stated"


def short(identity: str) -> str:
    """An id without its edition, for places that name the edition already."""
    return identity.removeprefix("ipd:")


def basis(sources: Iterable[str]) -> str:
    """What a rule rests on, in words: `nist, techfreedom:TF-29, ai800:words` and so on."""
    found: dict[str, list[str]] = {}
    for source in sources:
        name, _, detail = source.partition(":")
        found.setdefault(_SOURCES.get(name, name), []).extend([detail] if detail else [])
    return ", ".join(f"{name} ({', '.join(details)})" if details else name for name, details in found.items())


def at(where: tuple[str, ...]) -> str:
    """Places in parentheses after a sentence; of many the first few."""
    if not where:
        return ""
    more = f" and {len(where) - MOST_PLACES} more" if len(where) > MOST_PLACES else ""
    return f" ({', '.join(where[:MOST_PLACES])}{more})"


def override(entry: Override) -> str:
    """What a person added, in one line."""
    by = f" by {entry.by}" if entry.by else ""
    until = f", until {entry.until}" if entry.until else ""
    state = "" if entry.counts else f"; it does not count: {entry.why_not}"
    note = f": {entry.note}" if entry.note else ""
    return f"{entry.kind}{by}{until}{state}{note}"
