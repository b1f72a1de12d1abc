"""Colour and width only where a terminal reads them."""

from __future__ import annotations

import os
import shutil
import sys

import pytest

from ai800.cli import console
from ai800.reports.layout import Page


@pytest.mark.parametrize(
    "terminal, columns, variables, expected",
    [
        (False, 200, {}, Page(80, colour=False)),
        (True, 60, {}, Page(60, colour=True)),
        (True, 400, {}, Page(100, colour=True)),
        (True, 60, {"NO_COLOR": "1"}, Page(60, colour=False)),
        (True, 60, {"TERM": "dumb"}, Page(60, colour=False)),
    ],
)
def test_a_page_fits_where_it_is_read(monkeypatch, terminal, columns, variables, expected):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
    monkeypatch.setattr(shutil, "get_terminal_size", lambda: os.terminal_size((columns, 24)))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert console.page() == expected
