"""One more entry in a list of release data, as text: whatever stands in the file stays as it is."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_TRUE_ELSEWHERE = frozenset({"on"})  # readers of an older YAML take this word for true where it has no quotes
_NO_ITEMS = re.compile(r"""^((?:["']?\w+["']?:)?)[ \t]*\[[ \t]*\]""", re.MULTILINE)
_ITEM = re.compile(r"^( *)-(?=\s)", re.MULTILINE)


def with_entry(text: str, entry: Mapping[str, Any], *, first: int = 0, until: int | None = None) -> str:
    """`text` with `entry` as the last item of the list in its lines from `first` (counted from 0) up to `until`.

    The list has `-` before each item, or is `[]`, or there is none yet. Each value is a text or a list
    of texts, all printable: then JSON's are YAML's.
    """
    text = _without_brackets(text, first, until=until)
    newline = "\r\n" if "\r\n" in text else "\n"
    part = text.split("\n")[first:until]
    item = _ITEM.search("\n".join(part))
    end = len(text) if until is None else _end(text, first + len(_without_trailer(part)))
    before = text[:end]
    if before and not before.endswith("\n"):
        before += newline
    return before + _written(entry, item[1] if item else "", newline=newline) + text[end:]


def _without_brackets(text: str, first: int, *, until: int | None) -> str:
    lines = text.split("\n")
    part = "\n".join(lines[first:until])
    if _ITEM.search(part):
        return text
    after = [] if until is None else lines[until:]
    return "\n".join([*lines[:first], _NO_ITEMS.sub(r"\1", part, count=1), *after])


def _end(text: str, lines: int) -> int:
    """Where the first so many lines of a text end."""
    return sum(len(line) + 1 for line in text.split("\n")[:lines])


def _without_trailer(lines: list[str]) -> list[str]:
    """Without the empty lines and comments at the end: they belong to what follows."""
    count = len(lines)
    while count and re.match(r"\s*(#|$)", lines[count - 1]):
        count -= 1
    return lines[:count]


def _written(entry: Mapping[str, Any], indent: str, *, newline: str) -> str:
    marks = ["- ", *["  "] * (len(entry) - 1)]
    pairs = zip(marks, entry.items(), strict=True)
    lines = [f"{indent}{mark}{_name(name)}: {json.dumps(value, ensure_ascii=False)}" for mark, (name, value) in pairs]
    return "".join(line + newline for line in lines)


def _name(name: str) -> str:
    return json.dumps(name) if name in _TRUE_ELSEWHERE else name
