"""`ai800 facts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ai800.cli import options
from ai800.cli.console import page, say

if TYPE_CHECKING:
    from pathlib import Path

_EPILOG = """\b
Examples:
  ai800 facts
  ai800 facts models/large --format json"""


@click.command(epilog=_EPILOG)
@options.path
@options.ref
@options.staged
@options.digest_weights
@options.form
def facts(path: Path, ref: str | None, *, form: str, staged: bool, digest_weights: bool) -> None:
    """Show what the repository itself says, each fact with its place."""
    from ai800.api import observe
    from ai800.reports.facts_table import facts_json, facts_table

    found = observe(path, ref=ref, staged=staged, digest_weights=digest_weights)
    say(facts_json(found) if form == "json" else facts_table(found, page()))
