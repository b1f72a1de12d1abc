"""What two judgements of one release have in common and where they part: for a terminal, and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.reports import words
from ai800.reports.data import as_data
from ai800.reports.json_text import json_text
from ai800.reports.layout import joined
from ai800.reports.places import places
from ai800.text import plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ai800.assessment.contrast import Comparison, Supposition
    from ai800.assessment.types import Assessment, Finding, Row
    from ai800.reports.layout import Page

_SHARED = ("tool", "edition", "statements", "release", "run")


def comparison_text(comparison: Comparison, page: Page) -> str:
    """Both variants side by side: each practice, each row, what each variant asks, and why the verdicts differ."""
    many = plural(len(comparison.pairs), "item")
    head = page.bold(f"ai800: open and closed differ in {len(comparison.differing)} of {many}")
    pairs = {one.id: (one, other) for one, other in comparison.pairs}
    blocks = [head + page.wrap(words.subject(comparison.open), "  "), *_incomplete(comparison.open, page)]
    for practice in comparison.open.practices:
        lines = page.bold(f"{practice.id} {practice.title}")
        for row in practice.rows:
            one, other = pairs[row.id]
            lines += _pair(one, other, page=page)
        blocks.append(lines)
    return joined([*blocks, *_statements(page)])


def _pair(one: Row, other: Row, *, page: Page) -> list[str]:
    first, second = words.VERDICT_WORDS[one.verdict], words.VERDICT_WORDS[other.verdict]
    same = one.verdict == other.verdict
    says = f"{first} under both" if same else f"DIFFERS: open {first}, closed {second}"
    if one.title == other.title:
        lines = page.wrap(f"{one.id} {says}; both ask: {one.title}", "  ", hanging="    ")
        asked = ("open", "closed")
    else:
        lines = page.wrap(f"{one.id} {says}", "  ", hanging="    ")
        asked = (f"open asks: {one.title}", f"closed asks: {other.title}")
    for said, row in zip(asked, (one, other), strict=True):
        why = because(row) if not same else ()
        if why or said.partition(":")[1]:
            lines += page.wrap(said, "    ", hanging="      ")
        lines += [line for reason in why for line in page.wrap(reason, "      - ", hanging="        ")]
    return lines


def because(row: Row) -> tuple[str, ...]:
    """Why the verdict of a row is what it is: reasons, open questions, findings with their places."""
    said: dict[str, None] = {}
    for judgement in row.judgements:
        said |= dict.fromkeys(reason.text for reason in judgement.reasons)
        said |= dict.fromkeys(question.text for question in judgement.questions)
        said |= dict.fromkeys(_located(found) for found in judgement.findings if found.weight != "note")
    return tuple(said)


def _located(finding: Finding) -> str:
    return f"{finding.message}{words.at(places(finding))}"


def comparison_json(comparison: Comparison) -> str:
    """Each row of the report's data under each variant."""
    one, other = as_data(comparison.open), as_data(comparison.closed)
    practices = [
        {"id": first["id"], "title": first["title"], "rows": [*_row_pairs(first["rows"], second["rows"])]}
        for first, second in zip(one["practices"], other["practices"], strict=True)
    ]
    return json_text({
        "compare": 1,
        **{name: one[name] for name in _SHARED},
        "differing": list(comparison.differing),
        "counts": {"open": one["counts"], "closed": other["counts"]},
        "practices": practices,
    })  # fmt: skip


def _row_pairs(one: list[dict[str, Any]], other: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for first, second in zip(one, other, strict=True):
        yield {
            "id": first["id"],
            "differs": first["verdict"] != second["verdict"],
            "open": first,
            "closed": second,
        }


def supposition_text(supposition: Supposition, page: Page) -> str:
    """What another access of one channel would change, and what to prepare before."""
    now, then = words.access(supposition.now), words.access(supposition.access)
    head = page.bold(f"ai800: what if channel {supposition.channel} gave {then} instead of {now}")
    told = f"now: {words.outcome(supposition.before)}; then: {words.outcome(supposition.after)}"
    head += page.wrap(words.subject(supposition.before), "  ") + page.wrap(told, "  ", hanging="    ")
    changed = [f"{then.id} {then.title} (now: {now.title})" for now, then in supposition.changing]
    lost = [_located(finding) for finding in supposition.uncredited]
    return joined([
        head + page.wrap("Nothing was written.", "  "),
        *_incomplete(supposition.after, page),
        _list("Asks that would appear", _named(supposition.appearing), page=page),
        _list("Asks that would look for something else", changed, page=page),
        _list("Asks that would fall away", [line for row in supposition.falling for line in _reasoned(row)], page=page),
        _list("Safeguards that would stop counting", lost, page=page),
        _preparations(supposition, page),
        *_statements(page),
    ])  # fmt: skip


def _named(rows: Iterable[Row]) -> list[str]:
    return [f"{row.id} {row.title} ({words.VERDICT_WORDS[row.verdict]})" for row in rows]


def _reasoned(row: Row) -> list[str]:
    return [f"{row.id} {row.title}: {'; '.join(because(row))}"]


def _list(title: str, texts: list[str], *, page: Page) -> list[str]:
    lines = page.bold(f"{title}: {len(texts) or 'none'}")
    return lines + [line for text in texts for line in page.wrap(text, "  - ", hanging="    ")]


def _preparations(supposition: Supposition, page: Page) -> list[str]:
    rows = sorted(supposition.preparing, key=lambda row: row.id not in supposition.after.fails)
    lines = page.bold(f"To prepare before: {len(rows) or 'nothing'}")
    for row in rows:
        mark = "" if row.id in supposition.after.fails else " [advice]"
        lines += page.wrap(f"{row.id} {row.title}: {words.VERDICT_WORDS[row.verdict]}{mark}", "  - ", hanging="    ")
        lines += page.wrap(row.remedy, "    ")
    return lines


def supposition_json(supposition: Supposition) -> str:
    """The ids of what would change, with the report's data of each row now and then."""
    before, after = as_data(supposition.before), as_data(supposition.after)
    return json_text({
        "what_if": 1,
        **{name: before[name] for name in _SHARED},
        "channel": supposition.channel,
        "access": {"now": supposition.now, "then": supposition.access},
        "outcome": {"now": before["outcome"], "then": after["outcome"]},
        "appearing": [row.id for row in supposition.appearing],
        "changing": [then.id for _, then in supposition.changing],
        "falling": [{"id": row.id, "because": list(because(row))} for row in supposition.falling],
        "uncredited": [{"message": found.message, "at": list(places(found))} for found in supposition.uncredited],
        "preparing": [{"id": row.id, "verdict": row.verdict, "remedy": row.remedy} for row in supposition.preparing],
        "practices": {"now": before["practices"], "then": after["practices"]},
    })  # fmt: skip


def _incomplete(assessment: Assessment, page: Page) -> list[list[str]]:
    """Says it where an engine failed or rows have no policy: such rows tell nothing."""
    failed = [words.outcome(assessment)] if assessment.exit_code not in {0, 1} else []
    return [page.wrap(text) for text in (*failed, *words.unjudged(assessment))]


def _statements(page: Page) -> list[list[str]]:
    return [[page.paint(line, "dim") for text in (words.DRAFT, words.VARIANTS) for line in page.wrap(text)]]
