"""`ai800 next`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ai800.cli import options
from ai800.cli.console import page, say

if TYPE_CHECKING:
    from pathlib import Path

_EPILOG = """\b
Examples:
  ai800 next
  ai800 next --only ipd:5
  ai800 next models/large --format json"""


@click.command(epilog=_EPILOG)
@options.path
@options.ref
@options.staged
@options.as_of
@options.only
@options.form
def next(path: Path, form: str, **asked: Any) -> int:  # noqa: A001 (the command's own name)
    """Show the five most useful things to add for the release in PATH.

    Contradictions come first, then gaps in what is plainly asked, each by how many items what it lacks would serve,
    with the YAML to paste. Gaps change no exit code here.
    """
    from ai800.api import additions, judge, read
    from ai800.reports.additions import additions_json, additions_text

    reading = read(path, **asked)
    assessment = judge(reading, **asked)
    found = additions(reading, assessment)
    say(additions_json(found, assessment) if form == "json" else additions_text(found, assessment, page=page()))
    return options.left_with(assessment.exit_code)
