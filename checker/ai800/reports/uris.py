"""Paths of the repository as relative URIs."""

from __future__ import annotations

import re
from urllib.parse import quote

# How names that are not UTF-8 stand in Python. Readers decode URIs as UTF-8, and some give up at any other octets.
_NOT_UTF_8 = re.compile("[\ud800-\udfff]")


def relative_uri(path: str) -> str:
    """`path` as a relative reference of RFC 3986, percent-encoded as UTF-8; what is not UTF-8 stands as U+FFFD."""
    return quote(_NOT_UTF_8.sub("\ufffd", path), safe="/")
