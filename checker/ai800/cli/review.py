"""`ai800 review`."""

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
  ai800 review ipd:5.3.2
  ai800 review ipd:5.3.2 models/large --verdict met --by "Ada Lovelace" --valid-until 2027-06-01"""


@click.command(epilog=_EPILOG)
@click.argument("identity", metavar="ID", shell_complete=complete.items)
@options.path
@click.option("--verdict", type=options.Choice(["met", "unmet"]), help="What was judged.")
@click.option("--by", metavar="NAME", help="Who judged.")
@click.option("--on", metavar="DATE", help="Day of the judgement (default: the day of the check).")
@click.option("--valid-until", metavar="DATE", help="Last day on which it counts.")
@click.option("--note", metavar="TEXT", help="Why.")
@click.option("--evidence", multiple=True, metavar="PATH", help="What shows it, as path#heading; repeatable.")
@options.ref
@options.staged
@options.as_of
def review(identity: str, path: Path, **given: Any) -> None:
    """Show the question that ID leaves open, and record a person's answer.

    It is added to the reviews where they stand, or in .ai800/reviews.yaml. What the options do not say is asked. An ID
    that waits for no answer is refused.
    """
    add_entry(identity, path, section="reviews", questions=_questions, given=given)


def _questions(day: str) -> tuple[Question, ...]:
    return (
        Question("verdict", "Verdict", choices=("met", "unmet")),
        Question("by", "Who judges"),
        Question("on", "Day", day),
        Question("valid_until", "Valid until (a day, or nothing)", ""),
        Question("note", "Why (or nothing)", ""),
    )
