from __future__ import annotations

import pytest

from ai800.facts.tables import tables
from ai800.markdown_text import visible_lines


def grid(text):
    found = tables(visible_lines(text))
    return [[[cell.text for cell in row] for row in (table.header, *table.rows)] for table in found]


@pytest.mark.parametrize(
    "text, rows",
    [
        ("| a | b |\n|---|---|\n| 1 | **2** |", [["a", "b"], ["1", "2"]]),
        ("a | b\n---|---\n1 | 2", [["a", "b"], ["1", "2"]]),
        ("||a|b|\n|---|---|---|\nx|1|2", [["", "a", "b"], ["x", "1", "2"]]),
        ("| 1 | 2 |\n| 3 | 4 |", [["1", "2"], ["3", "4"]]),
        ("| | |\n|:-:|:-:|\n| **Total** | 1T |", [["Total", "1T"]]),
        ("| a" + " " * 300 + "| b |\n|---|---|", [["a", "b"]]),
        ("| a \\| b | c |", [["a | b", "c"]]),
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td rowspan=2>x</td><td>1</td></tr><tr><td>2</td></tr></table>",
            [["a", "b"], ["x", "1"], ["x", "2"]],
        ),
        (
            "<table>\n<tr>\n<td rowspan='3'>x\n</td>\n<td><b>1</b></td>\n</tr><tr><td>2<tr><td>3\n</table>",
            [["x", "1"], ["x", "2"], ["x", "3"]],
        ),
        ("<table><tr><td colspan=2>wide</td><td>c</td></tr></table>", [["wide", "wide", "c"]]),
        ("<tr><td>a</td><td>last", []),
    ],
)
def test_each_form_of_table_gives_its_rows(text, rows):
    assert grid(text) == ([rows] if rows else [])


@pytest.mark.parametrize(
    "text", ["", "|", "no table", "either | or in a sentence", "```\n| a |\n```", "<table></table>"]
)
def test_what_is_no_table_gives_none(text):
    assert grid(text) == []


def test_tables_come_in_order_and_cells_know_their_line():
    text = "| a |\n|---|\n| 1 |\n\n<table>\n<tr>\n<td>x</td>\n</tr>\n</table>\n\n| b |\n|---|"
    found = tables(visible_lines(text))
    assert [table.header[0].text for table in found] == ["a", "x", "b"]
    assert [table.header[0].line for table in found] == [1, 7, 11]
    assert found[0].rows[0][0].line == 3


def test_a_table_of_empty_cells_keeps_its_first_row_as_header():
    (found,) = tables(["<table><tr><td> </td></tr><tr><td></td></tr></table>"])
    assert ([cell.text for cell in found.header], len(found.rows)) == ([""], 1)


@pytest.mark.parametrize(
    "text",
    [
        "| a" * 100_000,
        "<table><tr>" + "<td rowspan=9999 colspan=9999>x" * 2000 + "</tr></table>",
        "<table>" + "<tr><td rowspan=9999>x</td><td>y</td></tr>" * 20_000 + "</table>",
    ],
)
def test_a_table_does_not_grow_beyond_bounds(text):
    cells = sum(len(row) for rows in grid(text) for row in rows)
    assert 0 < cells <= 60_000
