"""What standard output can show."""

from __future__ import annotations

import os
import sys
from shutil import get_terminal_size

from ai800.reports.layout import Page

_WIDEST = 100
_ELSEWHERE = 80


def page() -> Page:
    """The page of this terminal; a file or a pipe gets 80 columns without colour."""
    if not sys.stdout.isatty():
        return Page(_ELSEWHERE)
    colour = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Page(min(get_terminal_size().columns, _WIDEST), colour)
