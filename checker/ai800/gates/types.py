"""What is read at the base of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ai800.declare.types import Declaration
    from ai800.snapshot.types import Snapshot


class Before(NamedTuple):
    """The base commit, and what was declared there: nothing where `why_not` says why nothing could be read."""

    snapshot: Snapshot
    declaration: Declaration
    why_not: str = ""
