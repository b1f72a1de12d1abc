"""The YAML block at the top of a Hugging Face model card."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.facts.types import Fact
from ai800.markdown_lines import FRONT_MATTER, front_matter_lines
from ai800.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ai800.facts.source import Source

_SCALAR = pattern(r"^([a-z][\w-]{0,60}):[ \t]+([^\s\[{&*!|>#\"'][^\n#]{0,200}|\"[^\"\n]{0,200}\"|'[^'\n]{0,200}')")
_MOST_TEXTS = 1000


class FrontMatter(NamedTuple):
    """`data` is empty where there is no front matter; `lines` are those of the original file, by top-level key."""

    path: str = ""
    data: Mapping[str, Any] = MappingProxyType({})
    lines: Mapping[str, int] = MappingProxyType({})

    def fact(self, key: str, value: Any) -> Fact:
        return Fact(value, self.path, self.lines.get(key), f"front matter, {key}")

    def texts(self, key: str) -> tuple[str, ...]:
        """The value of `key` as texts: one, or those of a list; anything else is left out."""
        value = self.data.get(key)
        items = value[:_MOST_TEXTS] if isinstance(value, list) else [value]
        return tuple(text for item in items if isinstance(item, str) and (text := item.strip()))


def front_matter(source: Source) -> FrontMatter:
    """The front matter of the first readme or card that has one."""
    for document in source.documents:
        if front_matter_lines(document.text):
            return _read(source, document.path, text=document.text)
    return FrontMatter()


def _read(source: Source, path: str, *, text: str) -> FrontMatter:
    found = FRONT_MATTER.match(text)
    if found is None:
        raise AssertionError  # pragma: no cover  # front_matter_lines is 0 where this does not match
    # Blank lines in place of what stands before keep the positions those of the file.
    padded = "\n" * len(re.findall(r"\r\n|\r|\n", found[1])) + found[2]
    from ai800.declare.yaml_core import scan

    scanned = scan(padded.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace"), path)
    if scanned.problems:
        first = scanned.problems[0]
        source.note(path, f"front matter: {first.reason}", line=first.line)
    if not isinstance(scanned.value, dict):
        return FrontMatter(path, *_plain_scalars(padded))
    places = {pointer[1:]: place.line for pointer, place in scanned.places.items() if pointer.count("/") == 1}
    return FrontMatter(path, scanned.value, {key: line for key, line in places.items() if line})


def _plain_scalars(block: str) -> tuple[dict[str, Any], dict[str, int]]:
    """The top-level `key: text` lines of a block that is no valid YAML, each only where it stands once."""
    found = [
        (match[1], match[2].strip().strip("\"'"), number)
        for number, line in enumerate(block.splitlines(), 1)
        if (match := _SCALAR.match(line))
    ]
    keys = [key for key, _, _ in found]
    once = [each for each in found if keys.count(each[0]) == 1]
    return {key: value for key, value, _ in once}, {key: number for key, _, number in once}
