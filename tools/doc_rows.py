"""What the generated documents show of a row: its rules side by side, and what holds for one variant only."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import yaml

from ai800.reports import words
from ai800.reports.words import short
from tools.case_data import load, tables
from tools.vocabulary import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ai800.assessment.types import Reason
    from ai800.catalog import Catalog, Record, Rule

ASKED = {
    "plain": "Asked plainly",
    "consider": "Asked to be considered",
    "can": "Documentation that can help",
}
VARIANTS = {"both": "Both variants", "open": "Open variant", "closed": "Closed variant"}
_DATA = ROOT / "docs" / "_data"
_CODE = re.compile(r"(`[^`]*`)")
# As entities: Python-Markdown knows no backslash before some of these.
_ENTITIES = str.maketrans({"<": "&lt;", "|": "&#124;", "*": "&#42;", "[": "&#91;", "]": "&#93;"})


@dataclass(frozen=True, slots=True)
class Block:
    """A list below its label. `lines` are Markdown."""

    label: str
    lines: tuple[str, ...]


def prose(text: str) -> str:
    """Plain text as Markdown, in a paragraph and in the cell of a table; what stands in ticks stays as it is."""
    parts = _CODE.split(" ".join(text.split()))
    return "".join(part if at % 2 else part.translate(_ENTITIES) for at, part in enumerate(parts))


@cache
def openness() -> Mapping[str, str]:
    """What becomes of each safeguard on published weights, by id without the edition."""
    found = yaml.safe_load((_DATA / "rows.yaml").read_text(encoding="utf-8"))
    return {row: word for word, rows in found["openness"].items() for row in rows}


@cache
def sources() -> Mapping[str, str]:
    found = yaml.safe_load((_DATA / "sources.yaml").read_text(encoding="utf-8"))
    return defaultdict(lambda: found["other"], found["sources"])


@cache
def case_names() -> Mapping[str, tuple[str, ...]]:
    """The names of the cases by row id without the edition, in the order of the tables."""
    names: dict[str, list[str]] = defaultdict(list)
    for table in tables():
        for case in load(table)["cases"]:
            names[str(case["id"])].append(f"{case['name']} ({case['verdict'].replace('_', ' ')})")
    return defaultdict(tuple, {row: tuple(found) for row, found in names.items()})


def cases_of(row: Record) -> tuple[str, ...]:
    """The names of a row's cases; none while no policy judges it, for nothing runs them yet."""
    return case_names()[short(row.id)] if row.rules else ()


def decides(row: Record) -> str:
    """What the verdict rests on; empty while no policy judges the row."""
    return ", ".join(dict.fromkeys(rule.decides for rule in row.rules.values()))


def link(row: str, catalog: Catalog, *, folder: str = "") -> str:
    """A row's place on the page of its practice; `folder` leads there from where the link stands."""
    practice = short(catalog.rows[row].practice)
    return f"[{row}]({folder}{practice}.md#{anchor(row)})"


def anchor(identity: str) -> str:
    """What a heading that holds only an id is called in a link, by GitHub as by MkDocs."""
    return re.sub(r"[^a-z0-9]", "", identity.casefold())


def rules(catalog: Catalog) -> Iterator[Rule]:
    for row in catalog.rows.values():
        yield from row.rules.values()


def common(catalog: Catalog, kind: str) -> dict[str, str]:
    """The codes of a kind (findings, partial, reviews) that say the same in every rule."""
    every: list[set[tuple[str, str]]] = [set(getattr(rule, kind).items()) for rule in rules(catalog)]
    return dict(sorted(every[0].intersection(*every[1:]))) if every else {}


def merged(row: Record, of: Callable[[Rule], Iterable[str]]) -> tuple[str, ...]:
    """The lines that `of` finds in each rule, once each; what only one of two variants has says which."""
    found: dict[str, list[str]] = {}
    for file, rule in sorted(row.rules.items(), reverse=True):
        for line in of(rule):
            found.setdefault(line, []).append(file)
    return tuple(line + _only(files, row) for line, files in found.items())


def _only(files: list[str], row: Record) -> str:
    return "" if len(files) == len(row.rules) else f" ({files[0]} variant)"


def blocks(row: Record, catalog: Catalog) -> tuple[Block, ...]:
    """What stands below a row, without what is empty."""
    every = [
        Block("Not applicable where", merged(row, lambda rule: reasons(rule, catalog))),
        Block("Findings", merged(row, lambda rule: _coded(rule.findings, catalog, kind="findings", notes=rule.notes))),
        Block("Partial where", merged(row, lambda rule: _coded(rule.partial, catalog, kind="partial"))),
        Block("Questions for a person", merged(row, lambda rule: _coded(rule.reviews, catalog, kind="reviews"))),
        Block("What to add", merged(row, lambda rule: [prose(rule.remedy)])),
        Block("What no program can decide", merged(row, lambda rule: filter(None, [prose(rule.never_decidable)]))),
        Block("Rests on", merged(row, lambda rule: [f"`{field}`" for field in rule.rests_on])),
        Block("Cases", tuple(map(prose, cases_of(row)))),
    ]
    return tuple(block for block in every if block.lines)


def reasons(rule: Rule, catalog: Catalog, *, folder: str = "") -> list[str]:
    return [
        f"{prose(reason.text)} ({words.basis([reason.basis])}){instead(reason, catalog, folder=folder)}"
        for _, reason in sorted(rule.reasons.items())
    ]


def instead(reason: Reason, catalog: Catalog, *, folder: str = "") -> str:
    """The rows that take the place of one that does not apply."""
    rows = ", ".join(link(row, catalog, folder=folder) for row in reason.alternatives)
    return f"; instead: {rows}" if rows else ""


def _coded(
    texts: Mapping[str, str], catalog: Catalog, *, kind: str, notes: frozenset[str] = frozenset()
) -> Iterator[str]:
    """Each code with its text, without those that every row has in common."""
    known = common(catalog, kind)
    for code, text in sorted(texts.items()):
        if known.get(code) != text:
            yield f"`{code}`: {prose(text)}{'; a note, never a gap' if code in notes else ''}"


def bases(row: Record) -> list[str]:
    """Every source of a row's rules, NIST first."""
    found = {source: None for _, rule in sorted(row.rules.items(), reverse=True) for source in rule.basis}
    return list(found)
