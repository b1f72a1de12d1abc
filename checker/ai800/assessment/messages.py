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
    match value:
        case None | "":
            return "…"
        case {"day": int(day)}:
            return iso_date(day)
        case {"value": number}:
            return str(number)
        case bool():
            return "true" if value else "false"
        case list():
            return ", ".join(shown(item) for item in value)
        case dict():  # a date or a number that is not given
            return "…"
    return printable(str(value))
