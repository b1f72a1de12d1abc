"""Signals that end Python at once would leave behind what a run has begun: a half-written file, a server."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_ENDED = (signal.SIGTERM, *(getattr(signal, name) for name in ("SIGHUP",) if hasattr(signal, name)))


@contextmanager
def signals_end_the_run() -> Iterator[None]:
    """A signal to end raises SystemExit in the `with` block, so that it cleans up as after any other error."""
    if threading.current_thread() is not threading.main_thread():  # only the main thread may set them
        yield
        return
    before = {number: signal.signal(number, _exit) for number in _ENDED}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _exit(number: int, _: FrameType | None) -> None:
    sys.exit(128 + number)
