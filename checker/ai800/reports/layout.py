"""Lines for a terminal: width, colour, and foreign text made harmless at the last moment."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, NamedTuple

from ai800.text import no_command, printable

if TYPE_CHECKING:
    from collections.abc import Iterable

NARROWEST = 20
_NARROW = 50
_COLOURS = {"red": "31", "yellow": "33", "green": "32", "cyan": "36", "dim": "2", "bold": "1"}
_LONGEST_TEXT = 4000


class Page(NamedTuple):
    """How to write: `width` in columns, `colour` only where a terminal reads it."""

    width: int = 80
    colour: bool = False

    def paint(self, text: str, style: str) -> str:
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if self.colour and style else text

    def wrap(self, text: str, indent: str = "", *, hanging: str | None = None) -> list[str]:
        """`text` in lines of the page; every line after the first begins with `hanging`."""
        return textwrap.wrap(
            no_command(printable(text, _LONGEST_TEXT)),
            width=max(self.width, NARROWEST),
            initial_indent=self._indent(indent),
            subsequent_indent=self._indent(indent if hanging is None else hanging),
            break_on_hyphens=False,
        )

    def cut(self, line: str) -> str:
        """One of our own lines, cut where the page ends."""
        width = max(self.width, NARROWEST)
        return line if len(line) <= width else line[: width - 1] + "…"

    def bold(self, text: str, hanging: str = "  ") -> list[str]:
        """A heading."""
        return [self.paint(line, "bold") for line in self.wrap(text, "", hanging=hanging)]

    def _indent(self, indent: str) -> str:
        """A narrow page has no room for deep steps."""
        if self.width >= _NARROW:
            return indent
        mark = indent.lstrip(" ")
        return " " * min((len(indent) - len(mark)) // 2, 2) + mark


def joined(blocks: Iterable[list[str]]) -> str:
    """Blocks with an empty line between them; empty blocks are left out."""
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"
