"""`ai800 compare`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ai800.cli import options
from ai800.cli.console import page, say

if TYPE_CHECKING:
    from pathlib import Path

_EPILOG = """\b
Examples:
  ai800 compare
  ai800 compare --only ipd:5.3
  ai800 compare models/large --format json"""


@click.command(epilog=_EPILOG)
@options.path
@options.ref
@options.staged
@options.as_of
@options.only
@options.form
def compare(path: Path, form: str, **asked: Any) -> int:
    """Show what each variant asks of the release in PATH, and where their verdicts differ.

    All channels are judged as open and then as closed, whatever they give. Gaps change no exit code here.
    """
    from ai800.api import compare as run
    from ai800.reports.contrast import comparison_json, comparison_text

    found = run(path, **asked)
    say(comparison_json(found) if form == "json" else comparison_text(found, page()))
    return options.left_with(found.open.exit_code, found.closed.exit_code)
