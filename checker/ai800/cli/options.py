"""Options that several commands take, each with one wording."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ai800.cli import complete
from ai800.text import nearest


class Choice(click.Choice):  # type: ignore[type-arg]  # generic only since click 8.2
    """One of several words; of a misspelt one the nearest is named."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            meant = nearest(str(value), map(str, self.choices))
            if meant is None:
                raise
            self.fail(f"{error.message} Did you mean '{meant}'?", param, ctx)


path = click.argument("path", default=".", type=click.Path(path_type=Path))
ref = click.option("--ref", metavar="REF", help="Commit, branch or tag to read (default: HEAD).")
staged = click.option("--staged", is_flag=True, help="Read the index: what the next commit will hold.")
base = click.option(
    "--base", metavar="REF", help="Read waivers, thresholds and .ai800/gate.yaml from the merge base with REF."
)
as_of = click.option("--as-of", metavar="DATE", help="Day of the check, YYYY-MM-DD (default: today, UTC).")
only = click.option(
    "--only", multiple=True, metavar="ID", shell_complete=complete.every_id,
    help="Judge only this id, such as ipd:5.3; repeatable.",
)  # fmt: skip
digest_weights = click.option(
    "--digest-weights", is_flag=True, help="Compute the SHA-256 of weights of any size (default: 256 MiB in all)."
)
form = click.option(
    "--format", "form", type=Choice(["text", "json"]), default="text", show_default=True, help="Format."
)
UNFINISHED = 4


def left_with(*codes: int) -> int:
    """The exit code of a command that asks no more than whether it could judge: gaps are no failure of it."""
    return UNFINISHED if UNFINISHED in codes else 0
