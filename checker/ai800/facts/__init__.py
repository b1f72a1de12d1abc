"""What a repository itself shows of a model release: read, never run, never followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ai800.facts.types import Facts
    from ai800.snapshot.types import Snapshot


def observe(snapshot: Snapshot, *, digest_weights: bool = False) -> Facts:
    """All facts of the model in `snapshot.folder`.

    Never fails for a file: one that cannot be read or parsed becomes a fact in `problems`.
    `digest_weights` computes the digests of weights of any size, not only of as many as a check takes the time for.
    """
    from ai800.facts.collect import collect
    from ai800.facts.source import Source

    return collect(Source(snapshot, digest_weights=digest_weights))
