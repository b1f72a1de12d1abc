"""`ai800 comment`."""

from __future__ import annotations

from pathlib import Path

import click

from ai800.cli.console import say

_EPILOG = """\b
Examples:
  ai800 comment report.json
  ai800 comment artifact/ai800-report.json > comment.md

\b
Exit codes: 0 written, 2 usage, 4 the report is refused; then nothing is
written."""


@click.command(epilog=_EPILOG)
@click.argument("report", type=click.Path(path_type=Path))
def comment(report: Path) -> None:
    """Write a json report that was made elsewhere as the comment on a pull request.

    REPORT is taken as hostile: it is refused unless it is small, fits the
    schema and agrees with itself.
    """
    from ai800.reports.brief import comment_report
    from ai800.reports.foreign import read_foreign

    say(comment_report(read_foreign(report)))
