"""`ai800 diff`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ai800.cli import options
from ai800.cli.console import page, say

if TYPE_CHECKING:
    from ai800.changes.types import Changes
    from ai800.reports.layout import Page

_EPILOG = """\b
Examples:
  ai800 diff                             HEAD against its release.previous
  ai800 diff v1.2 v2.0
  ai800 diff main HEAD --path models/large --format markdown
  ai800 diff before.json after.json

\b
Exit codes: 0 no regression, 1 regressions, 2 usage,
3 the release data is invalid, 4 could not compare completely."""


@click.command(epilog=_EPILOG)
@click.argument("old", required=False)
@click.argument("new", default="HEAD")
@click.option(
    "--path", type=click.Path(path_type=Path), default=".", show_default=True,
    help="Git repository of the refs, or the model's folder in it.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True,
    help="Format.",
)  # fmt: skip
@click.option("-o", "--output", metavar="FILE", default="-", help="File to write to (default: standard output).")
@options.as_of
@click.option(
    "--variant", type=click.Choice(["auto", "open", "closed"]),
    help="Variant that judges both refs (default: as `ai800 check`).",
)  # fmt: skip
def diff(path: Path, form: str, *, output: str, **asked: Any) -> int:
    """Show what changed from OLD to NEW: verdicts, evidence, facts, waivers.

    OLD and NEW are each a git ref, or an existing file that ends in .json: a report of `ai800 check --format json`.
    NEW is HEAD where it is left out, and OLD what NEW declares as release.previous. Refs are judged on the same day.

    A regression is an item that fails the run and did not before, or that failed and got worse. A gap that somebody
    waived, and an item that only one of the two reports judges, are none.
    """
    from ai800.api import diff as run

    changes = run(path, **asked)
    _write(changes, form, output=output)
    return changes.exit_code


def _write(changes: Changes, form: str, *, output: str) -> None:
    from ai800.reports.layout import Page

    shown = page() if output == "-" else Page()
    text = _written(changes, form, shown=shown)
    if output == "-":
        say(text)
        return
    from ai800.reports.write import write_whole

    write_whole(Path(output), text)


def _written(changes: Changes, form: str, *, shown: Page) -> str:
    from ai800.reports.changes import changes_markdown, changes_text
    from ai800.reports.changes_data import changes_json

    if form == "text":
        return changes_text(changes, shown)
    return changes_json(changes) if form == "json" else changes_markdown(changes)
