"""`ai800 explain`."""

from __future__ import annotations

import click

from ai800.cli import complete
from ai800.cli.console import page, say

_EPILOG = """\b
Examples:
  ai800 explain ipd:5.3.1     a recommendation
  ai800 explain 5.3           a practice and its rows
  ai800 explain B3.3          a safeguard of Appendix B
  ai800 explain fact:licence  a disagreement with the repository
  ai800 explain               everything there is"""


@click.command(epilog=_EPILOG)
@click.argument("identity", metavar="[ID]", required=False, shell_complete=complete.every_id)
def explain(identity: str | None) -> None:
    """Say what ID asks, where, and what each variant looks for."""
    from ai800.api import catalog
    from ai800.reports.explain import explanation

    say(explanation(catalog(), identity, page=page()))
