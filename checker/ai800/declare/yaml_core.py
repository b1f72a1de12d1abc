"""YAML 1.2 core as data with positions, within limits: no tags, anchors, directives or second documents."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from yaml.events import (
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from ai800.declare.decode import decode, unseen, visible
from ai800.declare.faults import Fault, listed
from ai800.declare.loaded import DEPTH, TOO_DEEP, Ledger, Loaded, StopReadingError
from ai800.declare.parser_words import ANCHORS, DIRECTIVES, TAGS
from ai800.declare.pointers import child
from ai800.declare.scalars import resolve
from ai800.declare.types import Place
from ai800.declare.yaml_events import Events, position
from ai800.errors import InvalidReleaseError, Problem
from ai800.snapshot.types import FILE_LIMIT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yaml.events import Event, NodeEvent

SCALAR = 1 << 16

_TOO_BIG = Fault(f"the file is larger than {FILE_LIMIT} bytes", "split it into the files of .ai800/")
_TOO_LONG = Fault(f"the text is longer than {SCALAR} characters", "put it in a file and name that as evidence")
_SECOND = Fault("a second document begins here; only one is read", "keep one document in a file")
_KEY_IS_NO_TEXT = Fault("the key is not a text", "put it between quotes")
_KEY_IS_EMPTY = Fault("a colon without a key before it", "write the key")
_KEY_IS_NESTED = Fault("the key is a list or a mapping", "write a key of one word")


class Scan(NamedTuple):
    """What could be read of a file in spite of its problems. Not `whole`: not to its end, and `value` is None."""

    value: Any
    places: Mapping[str, Place]
    problems: tuple[Problem, ...]
    whole: bool


def load(data: bytes, path: str, *, base: str = "") -> Loaded:
    """One YAML file; `base` is the JSON pointer under which its value will stand.

    An empty file has the value None. Raises InvalidReleaseError with every problem that was found.
    """
    found = scan(data, path, base=base)
    if found.problems:
        raise InvalidReleaseError(found.problems)
    return Loaded(found.value, found.places)


def scan(data: bytes, path: str, *, base: str = "") -> Scan:
    """As `load`, with the problems beside what could be read in spite of them."""
    if len(data) > FILE_LIMIT:
        return _unread((Problem(_TOO_BIG.reason, _TOO_BIG.remedy, path),))
    read = decode(data, path)
    if not read.whole:
        return _unread(read.problems)
    seen = visible(read, path)
    reader = _Reader(seen.text, path)
    whole = reader.read(base)
    problems = listed((*seen.problems, *reader.ledger.problems))
    return Scan(reader.value, MappingProxyType(reader.ledger.places), problems, whole)


def _unread(problems: tuple[Problem, ...]) -> Scan:
    return Scan(None, MappingProxyType({}), listed(problems), whole=False)


class _Reader:
    """Builds the value of one file. After a problem it goes on, to find the others."""

    def __init__(self, text: str, path: str) -> None:
        self.value: Any = None
        self.ledger = Ledger(path)
        self._events = Events(text)

    def read(self, base: str) -> bool:
        """Whether the file could be read to its end."""
        self.ledger.places[base] = Place(self.ledger.path, 1, 1)
        try:
            self._stream(base)
        except StopReadingError as stop:
            self.ledger.add(stop.fault, stop.position, pointer=base)
            return False
        return True

    def _stream(self, base: str) -> None:
        self._events.next()
        start = self._events.next()
        if isinstance(start, StreamEndEvent):
            return
        if isinstance(start, DocumentStartEvent) and (start.version or start.tags):
            self._add(DIRECTIVES, start, pointer=base)
        value = self._node(self._events.next(), base, depth=0)
        self._events.next()
        end = self._events.next()
        if not isinstance(end, StreamEndEvent):
            self._add(_SECOND, end, pointer=base)
        self.value = value

    def _node(self, event: Event, pointer: str, *, depth: int) -> Any:
        if type(event) is ScalarEvent:
            return self._scalar(event, pointer)
        if isinstance(event, CollectionStartEvent):
            return self._collection(event, pointer, depth=depth + 1)
        self._add(ANCHORS, event, pointer=pointer)
        return None

    def _scalar(self, event: ScalarEvent, pointer: str) -> Any:
        self._undecorated(event, event.tag, pointer=pointer)
        value = event.value
        found = resolve(value) if event.implicit[0] else value
        if len(value) > SCALAR:
            self._add(_TOO_LONG, event, pointer=pointer)
        elif isinstance(found, Fault):
            self._add(found, event, pointer=pointer)
        elif event.style == '"' and (fault := unseen(value)):
            self._add(fault, event, pointer=pointer)
        return value if isinstance(found, Fault) else found

    def _collection(self, event: CollectionStartEvent, pointer: str, *, depth: int) -> Any:
        if depth > DEPTH:
            raise StopReadingError(TOO_DEEP, position(event.start_mark))
        self._undecorated(event, event.tag, pointer=pointer)
        if type(event) is MappingStartEvent:
            return self._mapping(pointer, depth)
        return self._sequence(pointer, depth)

    def _sequence(self, pointer: str, depth: int) -> list[Any]:
        items: list[Any] = []
        while type(event := self._events.next()) is not SequenceEndEvent:
            entry = self.ledger.entry(pointer, str(len(items)), position=position(event.start_mark))
            items.append(self._node(event, entry, depth=depth))
        return items

    def _mapping(self, pointer: str, depth: int) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        while type(event := self._events.next()) is not MappingEndEvent:
            key = self._key(event, pointer, depth=depth)
            if key is None:
                self._aside(self._events.next(), pointer, depth=depth)
            elif key in entries:
                entry = child(pointer, key)
                self.ledger.repeated(entry, position(event.start_mark))
                self._aside(self._events.next(), entry, depth=depth)
            else:
                entry = self.ledger.entry(pointer, key, position=position(event.start_mark))
                entries[key] = self._node(self._events.next(), entry, depth=depth)
        return entries

    def _key(self, event: Event, pointer: str, *, depth: int) -> str | None:
        """The key, or None where it is no text."""
        if type(event) is not ScalarEvent:
            self._add(_KEY_IS_NESTED, event, pointer=pointer)
            self._aside(event, pointer, depth=depth)
            return None
        key = self._scalar(event, pointer)
        if isinstance(key, str):
            return key
        self._add(_KEY_IS_NO_TEXT if event.value else _KEY_IS_EMPTY, event, pointer=pointer)
        return None

    def _aside(self, event: Event, pointer: str, *, depth: int) -> None:
        """Reads a value that has no place in the data, for the problems in it."""
        places, self.ledger.places = self.ledger.places, {}
        self._node(event, pointer, depth=depth)
        self.ledger.places = places

    def _undecorated(self, event: NodeEvent, tag: str | None, *, pointer: str) -> None:
        if event.anchor is not None:
            self._add(ANCHORS, event, pointer=pointer)
        if tag is not None:
            self._add(TAGS, event, pointer=pointer)

    def _add(self, fault: Fault, event: Event, *, pointer: str) -> None:
        self.ledger.add(fault, position(event.start_mark), pointer=pointer)
