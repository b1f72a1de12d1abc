"""What changed in sentences, the most important first: text and Markdown say the same."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from ai800.reports import words
from ai800.reports.places import places
from ai800.text import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.assessment.types import Finding
    from ai800.changes.types import Changes, EntryChange, FactChange, RowChange, Side, Step

_MOST_FINDINGS = 5
_MOST_VALUES = 4
_FACTS = {
    "weights": "weights",
    "channel": "channel",
    "access": "access",
    "gate": "gate",
    "licence_weights": "licence of the weights",
    "licence_code": "licence of the code",
    "licence_data": "licence of the data",
    "licence_text": "text of the licence",
    "use_policy": "use policy",
    "base_models": "base model",
    "parameters_total": "parameters",
    "parameters_active": "active parameters",
    "architecture": "architecture",
    "openness": "claim of openness",
}
_STEPS: dict[Step, str] = {
    "came": "came",
    "went": "went",
    "extended": "was extended",
    "shortened": "was shortened",
    "lapsed": "no longer counts",
    "counts_now": "counts now",
    "reworded": "has other words",
}
_WORSE_WITHOUT = "Got worse, but does not gate"
NOTHING = "Nothing changed in what could be compared."


class Line(NamedTuple):
    """One thing that changed, and what belongs to it."""

    text: str
    parts: tuple[str, ...] = ()


class Block(NamedTuple):
    title: str
    lines: tuple[Line, ...]


def outcome(changes: Changes) -> str:
    """The first line: regressions, or why there can be no answer."""
    found = plural(len(changes.regressions), "regression") if changes.regressions else "no regressions"
    if changes.exit_code not in {0, 1}:
        return f"could not compare completely; {found} in what was compared"
    return f"{found} ({plural(changes.rows.compared, 'item')} of the standard compared)"


def sides(changes: Changes) -> tuple[str, str]:
    """What the two reports are about."""
    return _side("from", changes.old), _side("to", changes.new)


def _side(word: str, side: Side) -> str:
    release, run = side.release, side.run
    name = " ".join(filter(None, [release["name"], release["version"]])) or run["repository"]
    tree = f"commit {run['commit'][:12]}" if run["commit"] else run["kind"]
    return f"{word} {side.name}: {name}, {tree}, as of {run['as_of']}: {side.sentence}"


def blocks(changes: Changes) -> tuple[Block, ...]:
    """Everything that changed, in blocks that are not empty."""
    silent = Block("Not compared", tuple(map(Line, changes.incomparable)))
    answered = changes.exit_code in {0, 1}
    found = (
        *(() if answered else (silent,)),
        Block("Made differently, so a change may not be the release's", tuple(map(Line, changes.differences))),
        Block("Regressions", tuple(_regressions(changes))),
        Block("Look at this", tuple(Line(each.message) for each in changes.cautions)),
        Block("Changed in the release", tuple(map(_fact, changes.facts))),
        Block("Waivers, reviews and alternatives", tuple(map(_entry, changes.entries))),
        *((silent,) if answered else ()),
        Block(_WORSE_WITHOUT, tuple(_bare(row) for row in changes.directed("worse") if not row.regressed)),
        Block("Waived since", tuple(map(_bare, changes.directed("closed")))),
        Block("Applies no more", tuple(map(_bare, changes.directed("lapsed")))),
        Block("Applies now, without a gap", tuple(map(_bare, changes.directed("applies")))),
        Block("Got better", tuple(map(_bare, changes.directed("better")))),
        Block(
            "Disagreements settled", tuple(Line(f"{each.id}: {each.message}") for each in changes.disagreements_gone)
        ),
        Block(
            "Same verdict, other findings", tuple(_bare(row) for row in changes.directed("same") if not row.regressed)
        ),
    )
    return tuple(block for block in found if block.lines)


def _regressions(changes: Changes) -> Iterator[Line]:
    rows = {row.id: row for row in changes.rows.changes}
    said = {each: [found for found in changes.disagreements_new if found.id == each] for each in changes.regressions}
    for identity in changes.regressions:
        if identity in rows:
            yield _row(rows[identity])
        elif said[identity]:
            yield Line(f"{identity}: more that disagrees than before", _shortened(map(_finding, said[identity])))
        else:
            yield Line(f"{identity}: {words.VERDICT_WORDS['error']}")


def _row(row: RowChange) -> Line:
    asked = (f"new question: {text}" for text in row.asked)
    appeared = (f"new: {_finding(each)}" for each in row.appeared)
    return Line(_said(row), _shortened(chain(appeared, asked)))


def _bare(row: RowChange) -> Line:
    return Line(_said(row))


def _said(row: RowChange) -> str:
    before, after = words.VERDICT_WORDS[row.before], words.VERDICT_WORDS[row.after]
    change = f"still {after}" if before == after else f"was {before}, is {after}"
    advice = " [advice]" if row.ask != "plain" and not row.fails else ""
    return f"{row.id} {row.title}: {change}{advice}"


def _finding(finding: Finding) -> str:
    return f"{finding.message}{words.at(places(finding))}"


def _shortened(texts: Iterator[str]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(texts))
    left = len(found) - _MOST_FINDINGS
    return (*found[:_MOST_FINDINGS], *([f"and {left} more"] if left > 0 else []))


def _fact(fact: FactChange) -> Line:
    name = " ".join(filter(None, (_FACTS[fact.what], fact.subject)))
    if not fact.before or not fact.after:
        word, values = ("gone", fact.before) if fact.before else ("new", fact.after)
        return Line(f"{name} ({fact.source}), {word}: {_values(values)}")
    return Line(f"{name} ({fact.source}): was {_values(fact.before)}, is {_values(fact.after)}")


def _values(values: tuple[str, ...]) -> str:
    """Digests and names, of many the first few."""
    more = f" and {len(values) - _MOST_VALUES} more" if len(values) > _MOST_VALUES else ""
    return "; ".join(values[:_MOST_VALUES]) + more


def _entry(entry: EntryChange) -> Line:
    by = f" by {entry.by}" if entry.by else ""
    until = f", until {entry.until}" if entry.until else ""
    before = f" (before: until {entry.until_before})" if entry.until_before not in {None, entry.until} else ""
    why = f"; it does not count: {entry.why_not}" if entry.why_not and entry.step != "went" else ""
    note = f": {entry.note}" if entry.note else ""
    return Line(f"{entry.kind} of {entry.id}{by} {_STEPS[entry.step]}{until}{before}{why}{note}")
