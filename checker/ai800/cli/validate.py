"""`ai800 validate`."""

from __future__ import annotations

from pathlib import Path

import click

from ai800.cli.console import page, say

_EPILOG = """\b
Examples:
  ai800 validate
  ai800 validate --staged
  ai800 validate models/large --ref v2.0"""


@click.command(epilog=_EPILOG)
@click.argument("path", default=".", type=click.Path(path_type=Path))
@click.option("--ref", metavar="REF", help="Commit, branch or tag to read (default: HEAD).")
@click.option("--staged", is_flag=True, help="Read the index: what the next commit will hold.")
def validate(path: Path, ref: str | None, *, staged: bool) -> int:
    """Check ai800.yaml, .ai800/ and the evidence they name, without judging."""
    from ai800.api import read
    from ai800.reports.validation import broken, validation

    reading = read(path, ref=ref, staged=staged)
    say(validation(reading, page()))
    return 1 if broken(reading) else 0
