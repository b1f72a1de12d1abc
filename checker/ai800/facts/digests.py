"""The digests of real files: within what a check takes the time for, or all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.snapshot.types import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ai800.facts.types import WeightFile

# Bytes of one tree: about a quarter of a second, from a folder as from git, so a check takes twice as long at most.
# Adapters and small models are under it; whoever wants the digests of a large one asks for them.
BUDGET = 256 << 20


def budget_of(*, digest_weights: bool, spent: Iterable[WeightFile] = ()) -> int | None:
    """The bytes that may still be read once `spent` have their digests, None where there is no limit."""
    if digest_weights:
        return None
    return BUDGET - sum(each.size or 0 for each in spent if each.sha256_from == "computed")


def digested(
    files: Iterable[WeightFile], digest: Callable[[str], str], *, budget: int | None
) -> tuple[tuple[WeightFile, ...], tuple[str, ...]]:
    """The files, with digests in their order as long as `budget` bytes last, and the paths that could not be read.

    A file that is too large for what is left is passed over, smaller ones after it are not. `digest` raises
    UnreadableError.
    """
    found, failed, spent = [], [], 0
    for each in files:
        size = each.size
        if each.sha256 or size is None or (budget is not None and spent + size > budget):
            found.append(each)
            continue
        spent += size
        try:
            found.append(each._replace(sha256=digest(each.path), sha256_from="computed"))
        except UnreadableError:
            found.append(each)
            failed.append(each.path)
    return tuple(found), tuple(failed)
