"""Fills the texts of METADATA with what a policy found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ai800.release.values import iso_date
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME = re.compile(r"\{(\w+)\}")


def message(text: str, arguments: Mapping[str, Any]) -> str:
    """`text` with each {name} replaced by its argument; what has none is shown as `…`."""
    return _NAME.sub(lambda found: shown(arguments.get(found[1])), text)


def shown(value: Any) -> str:
    """An argument for a reader: dates as ISO dates, lists with commas, foreign text made printable."""
    if isinstance(value, list):
        return ", ".join(shown(item) for item in value)
    if isinstance(value, dict):
        return iso_date(value["day"]) if "day" in value else shown(value.get("value"))
    if value is None or value == "":
        return "…"
    return str(value).lower() if isinstance(value, bool) else printable(str(value))
