"""Bytes of a release file as text, with every character refused that a reader cannot see."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice
from typing import NamedTuple

from ai800.declare.faults import LISTED, Fault
from ai800.errors import Problem

# First and last of each range of characters that a reader cannot see, or not for what they are.
_DIRECTION = ("\u061c\u061c", "\u200e\u200f", "\u202a\u202e", "\u2066\u2069")
_INVISIBLE = ("\u00ad\u00ad", "\u180e\u180e", "\u200b\u200d", "\u2060\u2064", "\ufeff\ufeff", "\U000e0000\U000e007f")
_BREAKS = ("\r\r", "\x85\x85", "\u2028\u2029")
_CONTROL = ("\x00\x08", "\x0b\x0c", "\x0e\x1f", "\x7f\x84", "\x86\x9f")
_SURROGATES = ("\ud800\udfff",)
_NOTHING = ("\ufdd0\ufdef", *(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17)))

_DELETE = "delete it, or write the text again by hand"
_SAVE = "save the file as UTF-8"
_KINDS = (
    (_DIRECTION, "a character that turns the direction of text round", _DELETE),
    (_INVISIBLE, "a character that cannot be seen", _DELETE),
    (_BREAKS, "a line break of an unusual kind", "end lines with a plain line feed"),
    (_CONTROL, "a control character", _DELETE),
    (_SURROGATES, "half of a character", _DELETE),
    (_NOTHING, "a code that stands for no character", _DELETE),
)
_RANGES = tuple(pair for ranges, _, _ in _KINDS for pair in ranges)
_HIDDEN = re.compile("[" + "".join(f"{pair[0]}-{pair[1]}" for pair in _RANGES) + "]+")
_NOT_UTF8 = re.compile("[\udc80-\udcff]+")

_OTHER_ENCODING = Fault("the file is written in UTF-16 or UTF-32", _SAVE)
_NO_TEXT = Fault("a NUL byte: the file is no text, or not UTF-8", _SAVE)
_BAD_BYTE = Fault("a byte that is not UTF-8", _SAVE)
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


class Lines:
    """Line and column, from 1, of an offset into a text whose lines end with a line feed."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def problem(self, fault: Fault, path: str, *, offset: int) -> Problem:
        line, column = self.at(offset)
        return Problem(fault.reason, fault.remedy, path, line, column)

    def at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class Text(NamedTuple):
    """A U+FFFD stands for each refused character, so that positions stay. Not `whole`: the file is not read."""

    text: str
    problems: tuple[Problem, ...] = ()
    whole: bool = True


def decode(data: bytes, path: str) -> Text:
    """UTF-8, with or without a byte order mark; a file in another encoding is not read."""
    if data.startswith(_WIDE):
        return Text("", (Lines("").problem(_OTHER_ENCODING, path, offset=0),), whole=False)
    text = data.decode("utf-8-sig", "surrogateescape").replace("\r\n", "\n")
    if "\0" in text:
        # One NUL is enough: UTF-16 without its mark has one at every second place.
        return Text("", (Lines(text).problem(_NO_TEXT, path, offset=text.index("\0")),), whole=False)
    problems = _refused(_NOT_UTF8, text, path=path, always=_BAD_BYTE)
    return Text(text, problems, whole=not problems)


def visible(read: Text, path: str) -> Text:
    """The text without what cannot be seen, and a problem for each run of it."""
    problems = _refused(_HIDDEN, read.text, path=path)
    if not problems:
        return read
    return Text(_HIDDEN.sub(lambda found: "\ufffd" * len(found[0]), read.text), problems)


def unseen(text: str) -> Fault | None:
    """What is wrong with the first character of `text` that cannot be seen; None where there is none."""
    found = _HIDDEN.search(text)
    return _fault(found[0][0]) if found else None


def _refused(pattern: re.Pattern[str], text: str, *, path: str, always: Fault | None = None) -> tuple[Problem, ...]:
    if not pattern.search(text):
        return ()
    lines = Lines(text)
    found = islice(pattern.finditer(text), LISTED + 1)
    return tuple(lines.problem(always or _fault(match[0][0]), path, offset=match.start()) for match in found)


def _fault(character: str) -> Fault:
    reason, remedy = next(
        (reason, remedy) for ranges, reason, remedy in _KINDS if any(pair[0] <= character <= pair[1] for pair in ranges)
    )
    return Fault(f"{reason} (U+{ord(character):04X})", remedy)
