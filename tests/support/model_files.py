"""Files of weights, built byte by byte: a head that is right, or wrong in one place."""

from __future__ import annotations

import json
import struct
from typing import Any

OID = "5f" * 32


def pointer(size: int, oid: str = OID) -> bytes:
    return f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize {size}\n".encode()


def safetensors(tensors: dict[str, tuple[str, list[int]]], *, metadata: bool = False) -> bytes:
    """A whole file: `tensors` maps a name to its type and shape; all data is zero."""
    header: dict[str, Any] = {"__metadata__": {"format": "pt"}} if metadata else {}
    at = 0
    for name, (dtype, shape) in tensors.items():
        size = _width(dtype)
        for length in shape:
            size *= length
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [at, at + size]}
        at += size
    return safetensors_head(json.dumps(header).encode()) + bytes(at)


def safetensors_head(header: bytes, length: int | None = None) -> bytes:
    return struct.pack("<Q", len(header) if length is None else length) + header


def _width(dtype: str) -> int:
    return {"F64": 8, "F32": 4, "BF16": 2, "F16": 2, "I64": 8, "I32": 4}.get(dtype, 1)


def gguf(keys: dict[str, Any], tensors: dict[str, list[int]], *, version: int = 3) -> bytes:
    """The head of a file: texts, whole numbers, booleans and lists of texts as values."""
    head = b"GGUF" + struct.pack("<IQQ", version, len(tensors), len(keys))
    body = b"".join(_text(name) + _value(value) for name, value in keys.items())
    infos = b"".join(
        _text(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, 0, 0) for name, shape in tensors.items()
    )
    return head + body + infos


def _text(text: str) -> bytes:
    data = text.encode()
    return struct.pack("<Q", len(data)) + data


def _value(value: Any) -> bytes:
    if isinstance(value, bool):
        return struct.pack("<I?", 7, value)
    if isinstance(value, int):
        return struct.pack("<II", 4, value)
    if isinstance(value, str):
        return struct.pack("<I", 8) + _text(value)
    if isinstance(value, bytes):
        return value
    return struct.pack("<IIQ", 9, 8, len(value)) + b"".join(map(_text, value))
