"""Tables of model cards: pipe tables with and without a header, and HTML tables with cells over several rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ai800.markdown_text import plain_line
from ai800.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_CELLS = 20_000
_MOST_SPAN = 200
_WIDEST = 500

_SPLIT = pattern(r"(?<!\\)\|")
_TOKEN = pattern(r"<(/?)(table|tr|td|th)\b([^<>]{0,500})>", re.IGNORECASE)
_SPAN = pattern(r"\b(row|col)span\s?=\s?[\"']?(\d{1,4})", re.IGNORECASE)


class Cell(NamedTuple):
    """`raw` is as written, `text` as shown; `line` counts from 1."""

    raw: str
    line: int

    @property
    def text(self) -> str:
        return " ".join(plain_line(self.raw.replace("\n", " ")).split())


Row = tuple[Cell, ...]


class Table(NamedTuple):
    """The first row with words is the header; a cell over several rows or columns stands in each of them."""

    header: Row
    rows: tuple[Row, ...]


def tables(lines: Sequence[str]) -> tuple[Table, ...]:
    """Every table of a text given as its visible lines, in order."""
    found = [*_pipe_tables(lines), *_html_tables(lines)]
    return tuple(sorted((_table(rows) for rows in found), key=lambda table: table.header[0].line))


def _table(rows: list[Row]) -> Table:
    first = next((number for number, row in enumerate(rows) if any(cell.raw.strip() for cell in row)), 0)
    return Table(rows[first], tuple(rows[first + 1 :]))


def _pipe_tables(lines: Sequence[str]) -> Iterator[list[Row]]:
    rows: list[Row] = []
    for number, line in enumerate([*lines, ""], 1):
        if "|" in line and (line.lstrip().startswith("|") or rows or _is_rule(lines, number)):
            rows.extend([_pipe_row(line, number)] if line.strip(" \t|:-+") else [])
            continue
        if rows:
            yield rows
        rows = []


def _is_rule(lines: Sequence[str], number: int) -> bool:
    following = lines[number] if number < len(lines) else ""
    return "|" in following and "-" in following and not following.strip(" \t|:-")


def _pipe_row(line: str, number: int) -> Row:
    cells = _SPLIT.split(line.strip(), maxsplit=_WIDEST)[:_WIDEST]
    if not cells[0].strip() and len(cells) > 1:
        cells = cells[1:]
    if not cells[-1].strip() and len(cells) > 1:
        cells = cells[:-1]
    return tuple(Cell(cell, number) for cell in cells)


class _Grid:
    """Builds one HTML table row by row and carries cells that reach into later rows."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.row: list[Cell] = []
        self.below: dict[int, tuple[Cell, int]] = {}
        self.count = 0

    def put(self, cell: Cell, spans: tuple[int, int]) -> None:
        rows, columns = spans
        self._fill()
        for _ in range(min(columns, _WIDEST - len(self.row))):
            if rows > 1:
                self.below[len(self.row)] = (cell, rows - 1)
            self.row.append(cell)

    def end_row(self) -> None:
        if not self.row:
            return
        self._fill()
        self.rows.append(tuple(self.row))
        self.count += len(self.row)
        self.row = []

    def _fill(self) -> None:
        while len(self.row) in self.below:
            cell, rows = self.below.pop(len(self.row))
            if rows > 1:
                self.below[len(self.row)] = (cell, rows - 1)
            self.row.append(cell)


def _html_tables(lines: Sequence[str]) -> Iterator[list[Row]]:
    text = "\n".join(lines)
    grid = _Grid()
    marks = [(found.start(), found.end(), found[1], found[2].lower(), found[3]) for found in _TOKEN.finditer(text)]
    line, seen = 1, 0
    for index, (start, end, closing, name, attributes) in enumerate(marks):
        line += text.count("\n", seen, start)
        seen = start
        if name in {"td", "th"} and not closing and grid.count < _MOST_CELLS:
            following = marks[index + 1][0] if index + 1 < len(marks) else len(text)
            grid.put(Cell(text[end:following], line), _spans(attributes))
        elif name in {"tr", "table"}:
            grid.end_row()
        if name == "table" and grid.rows:
            yield grid.rows
        if name == "table":
            grid = _Grid()


def _spans(attributes: str) -> tuple[int, int]:
    spans = {name.lower(): min(int(count), _MOST_SPAN) for name, count in _SPAN.findall(attributes)}
    return spans.get("row", 1), spans.get("col", 1)
