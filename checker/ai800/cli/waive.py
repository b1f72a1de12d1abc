"""`ai800 waive`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ai800.cli import complete, options
from ai800.cli.ask import Question
from ai800.cli.entries import add_entry

if TYPE_CHECKING:
    from pathlib import Path

_EPILOG = """\b
Examples:
  ai800 waive ipd:3.3.4
  ai800 waive ipd:3.3.4 --reason "The audit is booked." --approver "Ada Lovelace" --expires-on 2026-12-31"""


@click.command(epilog=_EPILOG)
@click.argument("identity", metavar="ID", shell_complete=complete.items)
@options.path
@click.option("--scope", metavar="ID", help="release, or the channel it is about (default: release).")
@click.option("--reason", metavar="TEXT", help="Why the gap is accepted.")
@click.option("--approver", metavar="NAME", help="Who accepts it.")
@click.option("--created-on", metavar="DATE", help="First day (default: the day of the check).")
@click.option("--expires-on", metavar="DATE", help="Last day on which it counts, at most 365 days later.")
@options.ref
@options.staged
@options.as_of
def waive(identity: str, path: Path, **given: Any) -> None:
    """Show the gap of ID, and record in .ai800/waivers.yaml that somebody takes it on for a time.

    What the options do not say is asked. An ID without a gap, or one that contradicts itself, is refused.
    """
    add_entry(identity, path, section="waivers", questions=_questions, given=given)


def _questions(day: str) -> tuple[Question, ...]:
    return (
        Question("scope", "Scope (release, or a channel)", "release"),
        Question("reason", "Reason"),
        Question("approver", "Who approves"),
        Question("created_on", "From", day),
        Question("expires_on", "Last day on which it counts"),
    )
