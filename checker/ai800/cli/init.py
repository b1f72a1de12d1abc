"""`ai800 init`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ai800.cli import options
from ai800.cli.console import say
from ai800.text import printable

if TYPE_CHECKING:
    from pathlib import Path

_EPILOG = """\b
Examples:
  ai800 init
  ai800 init models/large
  ai800 init --full"""


@click.command(epilog=_EPILOG)
@options.path
@click.option("--full", is_flag=True, help="Every field of the vocabulary too, with what it serves, as comments.")
def init(path: Path, *, full: bool) -> None:
    """Write PATH/ai800.yaml, filled with what was observed.

    Never over an existing file. Nothing it writes closes a gap.
    """
    from ai800.api import start

    written = start(path, full=full)
    say(
        f"ai800: wrote {printable(str(written))}\n"
        "Next: replace each TODO; in a git repository `git add` it and run `ai800 check --staged`.\n"
    )
