"""Data as JSON that every reader takes, the same bytes for the same data."""

from __future__ import annotations

import json
from typing import Any


def json_text(data: Any) -> str:
    """`data` as ASCII, keys sorted; a number that JSON does not have is refused."""
    return json.dumps(clean(data), indent=2, ensure_ascii=True, allow_nan=False, sort_keys=True) + "\n"


def clean(value: Any) -> Any:
    """Names that are not UTF-8 stand as surrogates, which a strict reader refuses: they are written as escapes."""
    match value:
        case str():
            return value.encode("utf-8", "backslashreplace").decode()
        case dict():
            return {clean(key): clean(part) for key, part in value.items()}
        case list() | tuple():
            return [clean(part) for part in value]
    return value
