"""`ai800 facts`."""

from __future__ import annotations

from pathlib import Path

import click

from ai800.cli.console import page, say

_EPILOG = """\b
Examples:
  ai800 facts
  ai800 facts models/large --format json"""


@click.command(epilog=_EPILOG)
@click.argument("path", default=".", type=click.Path(path_type=Path))
@click.option("--ref", metavar="REF", help="Commit, branch or tag to read (default: HEAD).")
@click.option("--staged", is_flag=True, help="Read the index: what the next commit will hold.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Format."
)
def facts(path: Path, ref: str | None, form: str, *, staged: bool) -> None:
    """Show what the repository itself says, each fact with its place."""
    from ai800.api import observe
    from ai800.reports.facts_table import facts_json, facts_table

    found = observe(path, ref=ref, staged=staged)
    say(facts_json(found) if form == "json" else facts_table(found, page()))
