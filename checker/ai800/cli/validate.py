"""`ai800 validate`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ai800.cli import options
from ai800.cli.console import page, say

if TYPE_CHECKING:
    from pathlib import Path

_EPILOG = """\b
Examples:
  ai800 validate
  ai800 validate --staged
  ai800 validate models/large --ref v2.0"""


@click.command(epilog=_EPILOG)
@options.path
@options.ref
@options.staged
def validate(path: Path, ref: str | None, *, staged: bool) -> int:
    """Check ai800.yaml, .ai800/ and the evidence they name, without judging."""
    from ai800.api import stated
    from ai800.reports.validation import broken, validation

    found = stated(path, ref=ref, staged=staged)
    say(validation(found, page()))
    return 1 if broken(found) else 0
