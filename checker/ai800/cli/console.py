"""What standard output can show."""

from __future__ import annotations

import os
import sys

import click

from ai800.errors import ReportError
from ai800.reports.layout import Page

_WIDEST = 100
_ELSEWHERE = 80


def page() -> Page:
    """The page of this terminal; a file or a pipe gets 80 columns without colour."""
    if not sys.stdout or not sys.stdout.isatty():
        return Page(_ELSEWHERE)
    from shutil import get_terminal_size

    colour = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Page(min(get_terminal_size().columns, _WIDEST), colour)


def say(text: str) -> None:
    """Print `text` as it is. Whoever read our output may have gone: that changes no exit code."""
    if not sys.stdout:
        return
    try:
        click.echo(text, nl=False)
        sys.stdout.flush()
    except BrokenPipeError:
        forget_output()
    except OSError as error:
        forget_output()
        reason = error.strerror or "the system refused it"
        raise ReportError(f"standard output cannot be written: {reason}", "check the space left, or use -o") from error


def forget_output() -> None:
    """Send what is still to be written nowhere, or Python would fail again when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
