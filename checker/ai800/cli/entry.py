"""What the command `ai800` calls: a run is short, so nothing is collected during it or taken apart after it."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Leave with the exit code of the command line, 130 where it was interrupted while it was being read."""
    gc.disable()  # a tenth of a check went into looking for cycles; what is read has its own limits
    try:
        from ai800.cli.main import run

        code = run()
    except KeyboardInterrupt:
        sys.stderr.write("ai800: interrupted\n")
        code = 130
    _leave(code)


def _leave(code: int) -> NoReturn:
    """Leave at once: freeing every object first took another twentieth of a check."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream:
                stream.flush()
        except (OSError, ValueError):  # whoever read it has gone
            sys.exit(code)
    os._exit(code)
