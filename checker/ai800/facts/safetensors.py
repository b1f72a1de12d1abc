"""The header of a safetensors file: how many parameters its tensors hold. Every number in it is foreign.

Format: a little-endian u64 N, then N bytes of JSON, then the tensors. Only the header is read.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable

HEADER_LIMIT = 25_000_000  # what huggingface_hub refuses to go beyond

_LENGTH = 8
_MOST_DIMENSIONS = 32
_MOST_ELEMENTS = 1 << 60
_BITS = {
    "BOOL": 8, "U8": 8, "I8": 8, "I16": 16, "U16": 16, "I32": 32, "U32": 32, "I64": 64, "U64": 64,
    "F8_E4M3": 8, "F8_E5M2": 8, "F8_E8M0": 8, "F8_E4M3FNUZ": 8, "F8_E5M2FNUZ": 8,
    "F16": 16, "BF16": 16, "F32": 32, "F64": 64, "C64": 64, "F4": 4, "F6_E2M3": 6, "F6_E3M2": 6,
}  # fmt: skip
_PLAIN = frozenset({"F16", "BF16", "F32", "F64"})
_FLOATS = frozenset(name for name in _BITS if name.startswith(("F", "BF")))
_COMPUTED = pattern(r"(?:inv_freq|position_ids|masked_bias)$")
_ATTENTION_MASK = pattern(r"attn\.bias$")  # GPT-2 keeps its mask of four dimensions among the weights
# What a quantised file keeps beside its weights.
_SCALES = pattern(r"(?:scales?|scale_inv|zeros?|zero_point|g_idx|absmax|quant_map|amax)$|quant_state\.\w+$")
_TWO_IN_A_BYTE = pattern(r"_blocks$")  # MXFP4 as gpt-oss stores it
_OUTPUT = "lm_head.weight"


class HeaderError(ValueError):
    """The header contradicts itself or the file; the text says how, in words of ours."""


class Header(NamedTuple):
    """`parameters` is None where tensors are packed in a way that their shapes do not tell.

    `output` are those of the output layer, which some files hold although it is tied to the embedding.
    """

    parameters: int | None
    output: int
    dtypes: tuple[str, ...]


def header(read: Callable[[int], bytes], size: int | None) -> Header:
    """The header of one file. `read(n)` gives its first n bytes; `size` is the file's, None where unknown.

    Raises HeaderError.
    """
    entries = _entries(read, size)
    dtypes = frozenset(str(entry["dtype"]) for entry in entries.values())
    counts = {name: _count(name, entry, quantised=not dtypes <= _PLAIN) for name, entry in entries.items()}
    known = [count for count in counts.values() if count is not None]
    parameters = sum(known) if len(known) == len(counts) else None
    return Header(parameters, counts.get(_OUTPUT) or 0, tuple(sorted(dtypes)))


def _entries(read: Callable[[int], bytes], size: int | None) -> dict[str, dict[str, Any]]:
    start = read(_LENGTH)
    length = int.from_bytes(start[:_LENGTH], "little")
    if length > HEADER_LIMIT:
        raise HeaderError(f"states a header of more than {HEADER_LIMIT} bytes")
    data = read(_LENGTH + length)[_LENGTH:]
    if len(start) < _LENGTH or len(data) < length:
        raise HeaderError("ends before its header does")
    tensors = _object(data)
    room = None if size is None else size - _LENGTH - length
    return {name: _checked(entry, room) for name, entry in tensors.items() if name != "__metadata__"}


def _object(data: bytes) -> dict[str, Any]:
    try:
        value = json.loads(data) if data.startswith(b"{") else None
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise HeaderError("has a header that is no JSON object")
    return value


def _checked(entry: Any, room: int | None) -> dict[str, Any]:
    """The entry of a tensor whose shape, type and place agree with one another and with the file."""
    if not isinstance(entry, dict) or not isinstance(entry.get("dtype"), str):
        raise HeaderError("describes a tensor without a type")
    elements = _elements(entry.get("shape"))
    begin, end = _offsets(entry.get("data_offsets"))
    if begin > end or (room is not None and end > room):
        raise HeaderError("places a tensor outside the file")
    bits = _BITS.get(entry["dtype"])
    if bits is not None and elements * bits != (end - begin) * 8:
        raise HeaderError("gives a tensor a shape that does not fit its place")
    return entry


def _elements(shape: Any) -> int:
    if not isinstance(shape, list) or len(shape) > _MOST_DIMENSIONS or not all(map(_is_count, shape)):
        raise HeaderError("gives a tensor a shape that is none")
    elements = math.prod(shape)
    if elements > _MOST_ELEMENTS:
        raise HeaderError("gives a tensor more elements than any file holds")
    return elements


def _offsets(offsets: Any) -> tuple[int, int]:
    if not isinstance(offsets, list) or len(offsets) != 2 or not all(map(_is_count, offsets)):  # noqa: PLR2004 begin, end
        raise HeaderError("does not say where a tensor stands")
    return offsets[0], offsets[1]


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value <= _MOST_ELEMENTS


def _count(name: str, entry: dict[str, Any], *, quantised: bool) -> int | None:
    """The parameters in one tensor, None where its packing is not known here."""
    dtype, elements = str(entry["dtype"]), _elements(entry["shape"])
    if _COMPUTED.search(name) or (_ATTENTION_MASK.search(name) and len(entry["shape"]) > 1):
        return 0
    if quantised and _SCALES.search(name):
        return 0
    if _TWO_IN_A_BYTE.search(name) and dtype == "U8":
        return 2 * elements
    return elements if dtype in _FLOATS else None
