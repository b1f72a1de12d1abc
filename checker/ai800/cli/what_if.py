"""`ai800 what-if`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ai800.cli import options
from ai800.cli.console import page, say

if TYPE_CHECKING:
    from pathlib import Path

_EPILOG = """\b
Examples:
  ai800 what-if --access widely_available_weights
  ai800 what-if --access gated_weights --channel api
  ai800 what-if --access api_finetuning --format json"""


@click.command(epilog=_EPILOG)
@options.path
@click.option("--access", metavar="LEVEL", required=True, help="Access to suppose, such as widely_available_weights.")
@click.option("--channel", metavar="ID", help="Channel to suppose it of (default: the only one).")
@options.ref
@options.staged
@options.as_of
@options.only
@options.form
def what_if(path: Path, form: str, **asked: Any) -> int:
    """Show what would change for the release in PATH if a channel gave other access.

    Which asks appear or fall away, which safeguards stop counting, what to prepare before. Nothing is written, and
    gaps change no exit code here.
    """
    from ai800.api import what_if as run
    from ai800.reports.contrast import supposition_json, supposition_text

    found = run(path, **asked)
    say(supposition_json(found) if form == "json" else supposition_text(found, page()))
    return options.left_with(found.before.exit_code, found.after.exit_code)
