"""Git LFS pointers: the small text that stands in the tree in place of a large file."""

from __future__ import annotations

import re
from typing import NamedTuple

POINTER_LIMIT = 1024  # the specification's own limit, in bytes

_VERSION = b"version https://git-lfs.github.com/spec/v1"
_OID = re.compile(rb"^oid sha256:([0-9a-f]{64})\r?$", re.MULTILINE)
_SIZE = re.compile(rb"^size (\d{1,18})\r?$", re.MULTILINE)


class Pointer(NamedTuple):
    """`sha256` (hex) and `size` (bytes) are those of the file that is elsewhere."""

    sha256: str
    size: int


def pointer(data: bytes) -> Pointer | None:
    """The pointer that `data` is, or None where it is anything else."""
    if len(data) > POINTER_LIMIT or not data.startswith(_VERSION):
        return None
    oid, size = _OID.search(data), _SIZE.search(data)
    return Pointer(oid[1].decode(), int(size[1])) if oid and size else None
