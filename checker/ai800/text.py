"""What is printed: foreign text made harmless, and the nearest of several names."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Control and format characters, surrogates, private use and line separators: none of them has a visible form,
# and each has been used to forge or hide output.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

# A CI runner takes a line that begins with `::` for a command, also after spaces, and one that holds `##[` anywhere.
_COMMANDS = re.compile(r":(?=:)|#(?=#\[)")

_ESCAPES = (("\\x", 2), ("\\u", 4), ("\\U", 8))


def printable(text: str, limit: int = 200) -> str:
    """`text` on one line, with every invisible character written as an escape, at most `limit` characters long."""
    if len(text) <= limit and text.isprintable():
        return text
    shown = "".join(_escaped(character) for character in text[: limit + 1])
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def no_command(text: str) -> str:
    """`text`, which is `printable`, with escapes where a CI runner would take it for a command."""
    return _COMMANDS.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def _escaped(character: str) -> str:
    if unicodedata.category(character) not in _HIDDEN:
        return character
    code = ord(character)
    digits = f"{code:x}"
    return next(mark + digits.zfill(width) for mark, width in _ESCAPES if len(digits) <= width)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like `word`, or None where none is like it."""
    from difflib import get_close_matches

    found = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return found[0] if found else None


def plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
