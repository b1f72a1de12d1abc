"""The index that lists the parts of a model's weights. It can be larger than what it says is worth: mostly its head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ai800.facts.types import Fact
from ai800.snapshot.types import FILE_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ai800.facts.source import Source
    from ai800.facts.types import WeightFile

_METADATA = re.compile(rb'"metadata"\s{0,100}:\s{0,100}\{[^{}]{0,4096}\}')
_SIZE = re.compile(rb'"total_size"\s{0,100}:\s{0,100}(\d{1,18})(?![\d.eE])')
_MOST = 1 << 60


def total_size(source: Source, path: str) -> int | None:
    """The bytes of all tensors as the index states them; None where it states none, or 0, as some do."""
    if (source.entries[path].size or 0) <= FILE_LIMIT and (data := source.json(path)) is not None:
        return _positive(data.get("metadata"))
    head = source.head(path, FILE_LIMIT) or b""
    metadata = _METADATA.search(head)
    size = _SIZE.search(metadata[0]) if metadata else None
    return int(size[1]) or None if size else None


def weight_bytes(source: Source, files: Iterable[WeightFile]) -> tuple[Fact, ...]:
    """The sizes that indexes state, in bytes."""
    found = ((each.path, total_size(source, each.path)) for each in files if each.form == "index")
    return tuple(Fact(size, path, 1, "total_size of the index") for path, size in found if size)


def _positive(metadata: Any) -> int | None:
    size = metadata.get("total_size") if isinstance(metadata, dict) else None
    if isinstance(size, bool) or not isinstance(size, int | float):
        return None
    return int(size) if 0 < size < _MOST else None
