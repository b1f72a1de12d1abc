"""The header of a GGUF file (versions 2 and 3): its `general.*` keys and how many parameters its tensors hold.

Every length and count in it is foreign: nothing is read past the bytes that were given, and nothing is allocated
because a count says so.
"""

from __future__ import annotations

import math
import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HEAD = 1 << 24  # bytes of a file that are read: vocabulary included, a header is rarely larger

_MAGIC = b"GGUF"
_VERSIONS = frozenset({2, 3})
_STRING, _ARRAY = 8, 9
_WIDTHS = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
_FORMATS = {0: "<B", 1: "<b", 2: "<H", 3: "<h", 4: "<I", 5: "<i", 6: "<f", 7: "<?", 10: "<Q", 11: "<q", 12: "<d"}
_MOST_KEYS = 4096
_MOST_TENSORS = 1 << 20
_MOST_DIMENSIONS = 4
_MOST_ELEMENTS = 1 << 60
_MOST_NESTING = 4
_MOST_ITEMS = 1 << 20
_LONGEST_KEPT = 1 << 16

Value = str | int | float | bool


class HeaderError(ValueError):
    """The header is not one; the text says how, in words of ours."""


class _EndError(Exception):
    """The bytes end here."""


class Header(NamedTuple):
    """`keys` holds scalars, and lists of texts under `general.`; `parameters` is None where the head ends too soon."""

    keys: Mapping[str, Value | list[str]]
    tensors: int
    parameters: int | None


def header(read: Callable[[int], bytes]) -> Header:
    """The header of one file; `read(n)` gives its first n bytes. Raises HeaderError."""
    start = read(24)
    if start[:4] != _MAGIC or len(start) < 24:  # noqa: PLR2004 magic, version, two counts
        raise HeaderError("does not begin as a GGUF file does")
    version, tensors, pairs = struct.unpack("<IQQ", start[4:24])
    if version not in _VERSIONS:
        raise HeaderError("is of a version of GGUF that is not read")
    if pairs > _MOST_KEYS or tensors > _MOST_TENSORS:
        raise HeaderError("states more keys or tensors than any model has")
    reader = _Reader(read(HEAD), 24)
    keys: dict[str, Value | list[str]] = {}
    try:
        _keys(reader, pairs, keys=keys)
        parameters = sum(_tensor(reader) for _ in range(tensors))
    except _EndError:
        return Header(keys, tensors, None)
    return Header(keys, tensors, parameters)


class _Reader:
    def __init__(self, data: bytes, at: int) -> None:
        self._data = data
        self._at = at

    def skip(self, size: int) -> None:
        if size > len(self._data) - self._at:
            raise _EndError
        self._at += size

    def number(self, kind: int) -> int | float | bool:
        at = self._at
        self.skip(_WIDTHS[kind])
        value: int | float | bool = struct.unpack_from(_FORMATS[kind], self._data, at)[0]
        return value

    def length(self) -> int:
        return int(self.number(10))

    def text(self) -> str:
        size = self.length()
        at = self._at
        self.skip(size)
        return self._data[at : at + min(size, _LONGEST_KEPT)].decode("utf-8", "replace")


def _keys(reader: _Reader, pairs: int, *, keys: dict[str, Value | list[str]]) -> None:
    for _ in range(pairs):
        name = reader.text()
        kind = _kind(reader)
        if kind == _ARRAY:
            texts = _array(reader, 1, kept=name.startswith("general."))
            keys.update({name: texts} if texts is not None else {})
        else:
            keys[name] = reader.text() if kind == _STRING else reader.number(kind)


def _kind(reader: _Reader) -> int:
    kind = int(reader.number(4))
    if kind not in _WIDTHS and kind not in {_STRING, _ARRAY}:
        raise HeaderError("holds a value of a kind that GGUF does not have")
    return kind


def _array(reader: _Reader, depth: int, *, kept: bool) -> list[str] | None:
    """The texts of a list of texts that is kept, None for any other list, which is stepped over."""
    kind, count = _kind(reader), reader.length()
    if depth > _MOST_NESTING or count > _MOST_ITEMS:
        raise HeaderError("nests or repeats more than any model does")
    if kind == _STRING and kept:
        return [reader.text() for _ in range(count)]
    if kind in _WIDTHS:
        reader.skip(count * _WIDTHS[kind])
        return None
    for _ in range(count):
        if kind == _STRING:
            reader.skip(reader.length())
        else:
            _array(reader, depth + 1, kept=False)
    return None


def _tensor(reader: _Reader) -> int:
    """The number of elements of the next tensor."""
    reader.text()
    dimensions = int(reader.number(4))
    if dimensions > _MOST_DIMENSIONS:
        raise HeaderError("gives a tensor more dimensions than GGUF has")
    elements = math.prod(reader.length() for _ in range(dimensions))
    reader.skip(_WIDTHS[4] + _WIDTHS[10])
    if elements > _MOST_ELEMENTS:
        raise HeaderError("gives a tensor more elements than any file holds")
    return elements
