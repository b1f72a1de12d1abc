"""What the command `ai800` calls: imports take a moment, and Ctrl-C may come before they are done."""

from __future__ import annotations

import sys


def main() -> None:
    """Leaves with the exit code of the command line, 130 where it was interrupted while it was being read."""
    try:
        from ai800.cli.main import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("ai800: interrupted\n")
        sys.exit(130)
