"""Lines for a terminal: width, colour, and foreign text made harmless at the last moment."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

NARROWEST = 40
_COLOURS = {"red": "31", "yellow": "33", "green": "32", "cyan": "36", "dim": "2", "bold": "1"}
_LONGEST_LINE = 4000


@dataclass(frozen=True, slots=True)
class Page:
    """How to write: `width` in columns, `colour` only where a terminal reads it."""

    width: int = 80
    colour: bool = False

    def paint(self, text: str, style: str) -> str:
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if self.colour and style else text

    def wrap(self, text: str, indent: str = "", hanging: str | None = None) -> list[str]:
        """`text` in lines of the page; every line after the first begins with `hanging`."""
        shown = printable(text, _LONGEST_LINE)
        return textwrap.wrap(
            shown,
            width=max(self.width, NARROWEST),
            initial_indent=indent,
            subsequent_indent=indent if hanging is None else hanging,
            break_on_hyphens=False,
        )


def joined(blocks: Iterable[list[str]]) -> str:
    """Blocks with an empty line between them; empty blocks are left out."""
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"
