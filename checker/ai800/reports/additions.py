"""The few most useful things to add to a release file, each with what to paste: for a terminal, and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.reports import words
from ai800.reports.data import as_data
from ai800.reports.findings import disagreements
from ai800.reports.json_text import json_text
from ai800.reports.layout import joined
from ai800.reports.places import places
from ai800.reports.steps import commit_first
from ai800.text import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.assessment.additions import Addition
    from ai800.assessment.types import Assessment
    from ai800.reports.layout import Page

MOST = 5
_SHARED = ("tool", "edition", "statements", "outcome", "release", "run", "disagreements")
_MOST_FINDINGS = 3
_MOST_FIELDS = 6
_START = "Begin with `ai800 init`: it writes an ai800.yaml to add all this to."
_PASTE = "add to ai800.yaml, in the sections that are there already, with your own words and ids:"


def additions_text(found: tuple[Addition, ...], assessment: Assessment, *, page: Page) -> str:
    """The first few of `found`; says so where nothing is left to add."""
    if assessment.exit_code not in {0, 1}:
        return joined([page.bold(f"ai800: {words.outcome(assessment)}")])
    shown = found[:MOST]
    left = f" of {len(found)}" if len(found) > len(shown) else ""
    title = f"the {len(shown)}{left} most useful things to add now" if shown else "nothing is left to add"
    head = page.bold(f"ai800: {title}") + page.wrap(words.subject(assessment), "  ")
    start = [] if assessment.declared else page.wrap(commit_first(assessment) or _START)
    entries = [[*_entry(number, addition, page=page)] for number, addition in enumerate(shown, 1)]
    return joined([head, start, _settle(assessment, page), *entries, page.wrap(words.DRAFT)])


def _settle(assessment: Assessment, page: Page) -> list[str]:
    """Disagreements need no addition but a correction, and whatever is added rests on them."""
    found = [each for each in disagreements(assessment) if each.weight == "fails"]
    lines = page.bold("Settle first:") if found else []
    for each in found:
        lines += page.wrap(f"{each.id}: {each.message}{words.at(each.where)}; {each.remedy}", "  - ", hanging="    ")
    return lines


def _entry(number: int, addition: Addition, *, page: Page) -> Iterator[str]:
    yield from page.bold(f"{number}. {addition.id} {addition.title}", "   ")
    yield from page.wrap(_standing(addition), "   ")
    for finding in addition.why[:_MOST_FINDINGS]:
        yield from page.wrap(f"{finding.message}{words.at(places(finding))}", "   - ", hanging="     ")
    if left := addition.why[_MOST_FINDINGS:]:
        yield from page.wrap(f"and {len(left)} more", "   - ")
    if addition.missing:
        more = ", …" if addition.missing[_MOST_FIELDS:] else ""
        yield from page.wrap(
            f"not filled in: {', '.join(addition.missing[:_MOST_FIELDS])}{more}", "   ", hanging="     "
        )
    yield from page.wrap(f"to do: {_remedy(addition)}", "   ", hanging="     ")
    for example in addition.examples:
        yield from page.wrap(_PASTE, "   ")
        yield from (f"     {line}".rstrip() for line in example.rstrip().split("\n"))


def _standing(addition: Addition) -> str:
    ask = "asked plainly" if addition.plain else "advice"
    mark = ", and it contradicts itself" if addition.contradicted else ""
    others = len(addition.serves) - 1
    serves = f"; what it lacks would serve {plural(others, 'other open item')} too" if others else ""
    return f"{words.VERDICT_WORDS[addition.verdict]}, {ask}{mark}{serves}"


def _remedy(addition: Addition) -> str:
    if addition.verdict in words.TO_REVIEW:
        return f"let a person judge it and record that with `ai800 review {addition.id}`"
    return addition.remedy


def additions_json(found: tuple[Addition, ...], assessment: Assessment) -> str:
    """The same as data; `total` says how many there are."""
    data = as_data(assessment)
    shared = {name: data[name] for name in _SHARED}
    return json_text({"next": 1, **shared, "total": len(found), "additions": [_data(each) for each in found[:MOST]]})


def _data(addition: Addition) -> dict[str, Any]:
    why = [{"code": each.code, "message": each.message, "at": list(places(each))} for each in addition.why]
    return {**addition._asdict(), "why": why, "remedy": _remedy(addition)}
