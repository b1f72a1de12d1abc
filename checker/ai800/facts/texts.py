"""Pieces of a text with their line numbers, found by the words in them."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Texts(NamedTuple):
    """Lines or sentences, each with the number of its line (from 1)."""

    items: tuple[tuple[int, str], ...]
    lower: str  # all of them in lower case, one to a line
    starts: tuple[int, ...]  # where each begins in `lower`

    def having(self, *words: str) -> Iterator[tuple[int, str]]:
        """Those in which one of `words` (lower case) occurs, in order: much cheaper than asking each of them."""
        hits: set[int] = set()
        for word in words:
            at = self.lower.find(word)
            while at >= 0:
                index = bisect_right(self.starts, at)
                hits.add(index - 1)
                at = self.lower.find(word, self.starts[index]) if index < len(self.starts) else -1
        for index in sorted(hits):
            yield self.items[index]


def texts(items: Iterable[tuple[int, str]]) -> Texts:
    """`items` are numbers and pieces that hold no line break."""
    kept = tuple(items)
    lowered = [text.lower() for _, text in kept]
    starts = accumulate((len(text) + 1 for text in lowered[:-1]), initial=0) if kept else ()
    return Texts(kept, "\n".join(lowered), tuple(starts))
