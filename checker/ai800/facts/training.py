"""What tables and plain statements say of training: tokens, GPU hours, the end of the data, the day of release."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ai800.facts.quantities import AMOUNT, NUMBER, UNIT, amount
from ai800.facts.sentences import compares, evaluates
from ai800.facts.types import Fact
from ai800.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.facts.source import Document, Source
    from ai800.facts.tables import Cell, Table

_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DAY = (
    rf"(?:{_MONTHS}\.?,? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}} {_MONTHS},? \d{{4}}|{_MONTHS},? \d{{4}}|"
    r"\d{4}-\d{2}(?:-\d{2})?)"
)
_DATE = pattern(_DAY, re.IGNORECASE)

_COLUMNS = {
    "training_tokens": pattern(r"(?:training |pre-?training )?token(?:s| count)(?: count)?$"),
    "gpu_hours": pattern(r".{0,30}\bgpu[- ]hours?\b.{0,10}$"),
    "data_cutoff": pattern(r"(?:knowledge|data|training data) cut-?off(?: date)?$"),
}
_LABELS = {
    "training_tokens": pattern(r"(?:total |number of )?(?:seen |training |pre-?training )?tokens(?: seen)?$"),
    "gpu_hours": pattern(r"(?:total |training )?(?:gpu[- ]hours|hours used)$"),
    "data_cutoff": pattern(r"(?:knowledge|data|training data|pretraining data) cut-?off(?: date)?$|data freshness$"),
    "released_on": pattern(r"(?:model )?release date$|released(?: on)?$"),
    "languages": pattern(r"(?:supported )?languages?(?:\(s\))?(?: \(nlp\))?$"),
    "hardware": pattern(r"hardware(?: type)?$|hardware used$"),
}
_TRAINED = pattern(
    rf"\b(?:pre-?)?train(?:ed|ing)?\b[^.]{{0,80}}?\b(?:on|for|over|with)\b[^.\d]{{0,30}}?({NUMBER})\s?({UNIT})\+?"
    r"[^.\d]{0,60}?\btokens?\b",
)
_HOURS = pattern(rf"(?<![\w.,])({NUMBER})\s?({UNIT})?\s+(?:[a-z][\w-]{{1,12}}\s+)?gpu[- ]hours?\b")
_CUT = pattern(rf"\b(?:cut-?off|up to)\b[^.\d]{{0,30}}?({_DAY})", re.IGNORECASE)
_NAMED = ("token", "gpu", "hour", "cutoff", "cut-off", "freshness", "release", "language", "hardware")
_LEAST = {"training_tokens": 1_000_000_000, "gpu_hours": 1}
_LONGEST = 200


def training(source: Source) -> dict[str, tuple[Fact, ...]]:
    """Facts by name: `training_tokens` and `gpu_hours` as whole numbers, the rest as it is written."""
    found: dict[str, list[Fact]] = {name: [] for name in (*_LABELS, *_COLUMNS)}
    for document in source.documents:
        for table in document.tables:
            for name, fact in _table(document, table):
                found[name].append(fact)
        for name, fact in (*_labels(document), *_prose(document)):
            found[name].append(fact)
    return {name: _distinct(facts) for name, facts in found.items() if facts}


def _distinct(facts: list[Fact]) -> tuple[Fact, ...]:
    return tuple({(fact.value, fact.path, fact.line): fact for fact in reversed(facts)}.values())[::-1]


def _table(document: Document, table: Table) -> Iterator[tuple[str, Fact]]:
    heads = [cell.text.lower() for cell in table.header]
    if not any(word in head for head in heads for word in _NAMED):
        return
    for name, form in _COLUMNS.items():
        for column in (number for number, head in enumerate(heads) if form.match(head)):
            for row in table.rows:
                value = _cell_value(name, row[column]) if column < len(row) else None
                if value is not None:
                    yield name, Fact(value, document.path, row[column].line, f"table, row {row[0].text[:_LONGEST]}")


def _cell_value(name: str, cell: Cell) -> int | str | None:
    text = cell.text
    if name == "data_cutoff":
        dated = _DATE.search(text)
        return dated[0] if dated else None
    found = AMOUNT.search(text.lower().replace("~", " "))
    value = amount(found[1], found[2]) if found else 0
    return value if value >= _LEAST[name] else None


def _labels(document: Document) -> Iterator[tuple[str, Fact]]:
    for number, said, text in document.labels:
        named = said.lower()
        if not any(word in named for word in _NAMED):
            continue
        name = next((each for each, form in _LABELS.items() if form.match(named)), None)
        value = _label_value(name, text) if name else None
        if name and value is not None:
            yield name, Fact(value, document.path, number, "labelled line")


def _label_value(name: str, text: str) -> int | str | None:
    if name in _LEAST:
        found = AMOUNT.match(text.lower().lstrip("~ "))
        value = amount(found[1], found[2]) if found else 0
        return value if value >= _LEAST[name] else None
    if name in {"languages", "hardware"}:
        return text[:_LONGEST]
    dated = _DATE.search(text)
    return dated[0] if dated else None


def _prose(document: Document) -> Iterator[tuple[str, Fact]]:
    for number, sentence in document.sentences.having("token", "gpu", "cutoff", "cut-off"):
        if document.lines[number - 1].lstrip().startswith("|"):
            continue
        if not (compares(sentence) and evaluates(document.over(number))):
            for name, value in _stated(sentence.replace("~", " ")):
                yield name, Fact(value, document.path, number, "sentence")


def _stated(sentence: str) -> Iterator[tuple[str, int | str]]:
    lower = sentence.lower()
    for figure, unit in _TRAINED.findall(lower) if "token" in lower else ():
        if amount(figure, unit) >= _LEAST["training_tokens"]:
            yield "training_tokens", amount(figure, unit)
    for figure, unit in _HOURS.findall(lower) if "gpu" in lower else ():
        yield "gpu_hours", amount(figure, unit)
    for cut in _CUT.findall(sentence) if "cut" in sentence else ():
        yield "data_cutoff", cut
