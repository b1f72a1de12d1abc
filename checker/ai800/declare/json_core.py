"""Strict JSON as data with positions: no second key of one name, no NaN, no infinity, no bottomless nesting."""

from __future__ import annotations

import json
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ai800.declare.decode import Lines, decode
from ai800.declare.faults import Fault, listed
from ai800.declare.loaded import DEPTH, TOO_DEEP, Ledger, Loaded, StopReadingError
from ai800.declare.pointers import child
from ai800.declare.scalars import INFINITE, real, whole
from ai800.declare.types import Place
from ai800.errors import InvalidReleaseError, Problem
from ai800.snapshot.types import FILE_LIMIT

if TYPE_CHECKING:
    from typing import Never

VALUES = 500_000

_MEND = "compare the place with the rules of JSON"
_EMPTY = Fault("the file is empty", "write the JSON, or delete the file")
_NO_VALUE = Fault(
    "a value is missing, or is none of JSON", "write a text in double quotes, a number, true, false or null"
)
_NO_KEY = Fault("a key in double quotes is missing", _MEND)
_NO_COLON = Fault("a colon is missing", _MEND)
_NO_COMMA = Fault("a comma or a closing bracket is missing", _MEND)
_BAD_TEXT = Fault("a text with an unknown escape or a raw control character, or without its closing quote", _MEND)
_HALF = Fault("a text with half of a character in it", "write both halves of the escape, or the character itself")
_MORE = Fault("there is more after the end of the value", "keep one value in a file")
_TOO_MANY = Fault(f"the file holds more than {VALUES} values", "use a smaller file")

_SPACE = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"[-+.\w]*")
_NUMBER = re.compile(r"(-?(?:0|[1-9][0-9]*))((?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)")
_STRING = re.compile(r'"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*"')
_SURROGATE = re.compile("[\ud800-\udfff]")
_WORDS = {
    "null": None, "true": True, "false": False, "NaN": INFINITE, "Infinity": INFINITE, "-Infinity": INFINITE,
}  # fmt: skip


def load_json(data: bytes, path: str, *, limit: int = FILE_LIMIT) -> Loaded:
    """One JSON file of at most `limit` bytes. Raises InvalidReleaseError with every problem that was found."""
    if len(data) > limit:
        raise InvalidReleaseError((Problem(f"the file is larger than {limit} bytes", "use a smaller file", path),))
    read = decode(data, path)
    if not read.whole:
        raise InvalidReleaseError(listed(read.problems))
    reader = _Reader(read.text, path)
    value = reader.read()
    if reader.ledger.problems:
        raise InvalidReleaseError(listed(reader.ledger.problems))
    return Loaded(value, MappingProxyType(reader.ledger.places))


class _Reader:
    """Reads one value from front to back; `_at` is the offset of what comes next."""

    def __init__(self, text: str, path: str) -> None:
        self.ledger = Ledger(path)
        self._text = text
        self._at = 0
        self._left = VALUES
        self._lines = Lines(text)

    def read(self) -> Any:
        self.ledger.places[""] = Place(self.ledger.path, 1, 1)
        try:
            return self._document()
        except StopReadingError as stop:
            self.ledger.add(stop.fault, stop.position, pointer="")
            return None

    def _document(self) -> Any:
        if not self._text.strip():
            self._stop(_EMPTY)
        self._skip()
        value = self._value("", 0)
        self._skip()
        if self._at < len(self._text):
            self._stop(_MORE)
        return value

    def _value(self, pointer: str, depth: int) -> Any:
        self._left -= 1
        if self._left < 0:
            self._stop(_TOO_MANY)
        match self._text[self._at : self._at + 1]:
            case '"':
                return self._string(pointer)
            case "{":
                return self._object(pointer, self._deeper(depth))
            case "[":
                return self._array(pointer, self._deeper(depth))
            case _:
                return self._word(pointer)

    def _deeper(self, depth: int) -> int:
        if depth == DEPTH:
            self._stop(TOO_DEEP)
        self._at += 1
        return depth + 1

    def _object(self, pointer: str, depth: int) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        if self._taken("}"):
            return entries
        while True:
            self._pair(entries, pointer, depth=depth)
            if not self._taken(","):
                break
            self._skip()
        self._take("}", _NO_COMMA)
        return entries

    def _pair(self, entries: dict[str, Any], pointer: str, *, depth: int) -> None:
        position = self._lines.at(self._at)
        if self._text[self._at : self._at + 1] != '"':
            self._stop(_NO_KEY)
        key = self._string(pointer)
        self._take(":", _NO_COLON)
        self._skip()
        if key in entries:
            entry = child(pointer, key)
            self.ledger.repeated(entry, position)
            places, self.ledger.places = self.ledger.places, {}
            self._value(entry, depth)
            self.ledger.places = places
        else:
            entries[key] = self._value(self.ledger.entry(pointer, key, position=position), depth)

    def _array(self, pointer: str, depth: int) -> list[Any]:
        items: list[Any] = []
        if self._taken("]"):
            return items
        while True:
            entry = self.ledger.entry(pointer, str(len(items)), position=self._lines.at(self._at))
            items.append(self._value(entry, depth))
            if not self._taken(","):
                break
            self._skip()
        self._take("]", _NO_COMMA)
        return items

    def _string(self, pointer: str) -> str:
        start = self._at
        found = _STRING.match(self._text, start)
        if found is None:
            self._stop(_BAD_TEXT)
        self._at = found.end()
        if "\\" not in found[0]:
            return found[0][1:-1]
        value: str = json.loads(found[0])
        if _SURROGATE.search(value):
            self.ledger.add(_HALF, self._lines.at(start), pointer=pointer)
        return value

    def _word(self, pointer: str) -> Any:
        start = self._at
        self._pass(_WORD)
        word = self._text[start : self._at]
        number = _NUMBER.fullmatch(word)
        if number is None and word not in _WORDS:
            raise StopReadingError(_NO_VALUE, self._lines.at(start))
        value = (real(word) if number[2] else whole(word)) if number else _WORDS[word]
        if isinstance(value, Fault):
            self.ledger.add(value, self._lines.at(start), pointer=pointer)
            return None
        return value

    def _skip(self) -> None:
        self._pass(_SPACE)

    def _pass(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _taken(self, mark: str) -> bool:
        """Whether `mark` came next; white space before it, and it, are then behind."""
        self._skip()
        if not self._text.startswith(mark, self._at):
            return False
        self._at += 1
        return True

    def _take(self, mark: str, fault: Fault) -> None:
        if not self._taken(mark):
            self._stop(fault)

    def _stop(self, fault: Fault) -> Never:
        raise StopReadingError(fault, self._lines.at(self._at))
