"""What the pages of a report show, prepared once for Markdown and HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.reports import expiry_words, gate_words, marginal_words, words
from ai800.reports.findings import disagreements
from ai800.reports.grid import grid
from ai800.reports.ladder import ladder
from ai800.reports.marginal_view import marginal_view, shown
from ai800.reports.observed import observed
from ai800.reports.places import shown_place
from ai800.reports.steps import first_steps, steps_left
from ai800.reports.view_rows import anchor, practice_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.assessment.types import Assessment, Expiry, Verdict
    from ai800.reports.steps import Step

_TONES = {0: "pass", 1: "fail"}
_STATES = {0: "passes", 1: "has gaps"}
_UNFINISHED = "has no result"
BAR_WIDTH = 1000


class Count(NamedTuple):
    """How many rows have a verdict; `x` and `width` place it in a bar that is `BAR_WIDTH` wide."""

    verdict: Verdict
    word: str
    meaning: str
    number: int
    x: int
    width: int


class StepView(NamedTuple):
    """`target` is the anchor of what the step is about, or empty."""

    step: Step
    target: str


class ExpiryView(NamedTuple):
    """Something that ends; `rests` are the ids that rest on it."""

    on: str
    what: str
    when: str
    ended: bool
    rests: str
    where: str


def view(assessment: Assessment) -> dict[str, Any]:
    """Everything a template needs, by name."""
    built = [practice for practice in assessment.practices if practice.built]
    return {
        "title": _title(assessment),
        "tone": _TONES.get(assessment.exit_code, "unfinished"),
        "state": _state(assessment),
        "outcome": words.outcome(assessment),
        "headline": words.headline(assessment),
        "judged": words.judged(assessment),
        "meaning": words.meaning(assessment),
        "subject": words.subject(assessment),
        "edition": assessment.edition["label"],
        "judged_by": words.judged_by(assessment),
        "counts": tuple(_counts(assessment)),
        "met": words.MET,
        "bar_width": BAR_WIDTH,
        "steps": tuple(StepView(step, _target(step)) for step in first_steps(assessment)),
        "steps_left": steps_left(assessment),
        "channels": [words.channel(channel) for channel in assessment.release["channels"]],
        "ladder": ladder(assessment.release["channels"]),
        "grid": grid(assessment),
        "declared": assessment.declared,
        "disagreements": disagreements(assessment),
        "disagreements_title": words.DISAGREEMENTS,
        "practices": [practice_view(practice, assessment.fails) for practice in built],
        "asks": [(ask, said) for ask, said in words.ASK_WORDS.items() if any(r.ask == ask for r in assessment.rows)],
        "unjudged": words.unjudged(assessment),
        "observed": list(observed(assessment.facts)),
        "marginal": marginal_view(assessment) if shown(assessment) else None,
        "marginal_words": marginal_words,
        "expires": [*map(expiry_view, assessment.expires)],
        "expires_title": expiry_words.TITLE,
        "notes": [
            (note.message, shown_place(note.place) if note.place else "")
            for note in expiry_words.other_notes(assessment)
        ],
        "statements": (words.MET, words.DRAFT, words.VARIANTS, words.SOURCES),
        "made": tuple(_made(assessment)),
    }


def expiry_view(found: Expiry) -> ExpiryView:
    return ExpiryView(
        on=found.on,
        what=expiry_words.what(found),
        when=expiry_words.when(found),
        ended=found.ended,
        rests=expiry_words.rests(found),
        where=shown_place(found.place) if found.place else "",
    )


def _title(assessment: Assessment) -> str:
    name = assessment.release["name"] or assessment.run["repository"]
    return f"{name} {_state(assessment)}"


def _state(assessment: Assessment) -> str:
    if assessment.exit_code in _STATES and assessment.gate.regressions is not None:
        return gate_words.state(assessment)
    return _STATES.get(assessment.exit_code, _UNFINISHED)


def _counts(assessment: Assessment) -> Iterator[Count]:
    """Every verdict that occurs, with its part of the bar; every part can be seen, and together they fill it."""
    total = max(len(assessment.rows), 1)
    before = 0
    for verdict, meaning in words.VERDICT_MEANINGS.items():
        number = assessment.counts.get(verdict, 0)
        x, end = before * BAR_WIDTH // total, (before + number) * BAR_WIDTH // total
        before += number
        if number:
            yield Count(verdict, words.VERDICT_WORDS[verdict], meaning, number, x, end - x)


def _target(step: Step) -> str:
    if step.disagreement:
        return f"disagreement-{step.disagreement}"
    return f"row-{anchor(step.id)}" if step.id else ""


def _made(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """How the report was made, for someone who wants to make it again."""
    run, gate = assessment.run, assessment.gate
    yield "Repository", run["repository"]
    yield "Read", run["kind"]
    yield "Commit", run["commit"] or "none"
    yield "Asked for as", run["ref"] or "nothing in particular"
    yield "As of", run["as_of"]
    yield "Variant", gate_words.setting(run["variant"], gate.variant_from)
    yield "Fails on", gate_words.setting(run["fail_on"], gate.fail_on_from)
    if gate.base:
        yield "Gates read from", f"{gate.base.commit}, the merge base with {gate.base.ref}"
    yield "Engine", run["engine"]
    yield "Policies", run["policies"]
    yield "ai800", run["version"]
    if run["shallow"]:
        yield "History", "cut off: a shallow clone"
