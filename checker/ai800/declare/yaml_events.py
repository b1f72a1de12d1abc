"""The events of a YAML text, one at a time, so that reading can stop before a limit is passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaml.error import YAMLError

from ai800.declare.faults import Fault
from ai800.declare.loaded import StopReadingError
from ai800.declare.parser_words import SEEN_LATE, in_our_words

if TYPE_CHECKING:
    from typing import Any, Protocol

    from yaml.events import Event

    from ai800.declare.loaded import Position

    class _Parser(Protocol):
        def get_event(self) -> Any: ...


LIMIT = 200_000

_TOO_MANY = Fault(f"the file holds more than {LIMIT} keys and values", "split it into the files of .ai800/")


class Events:
    """Events of libyaml, or of PyYAML's own parser where libyaml is not built in.

    Both are lazy: text beyond the next event is not parsed, so 100,000 brackets do no harm.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._parser = _parser(text)
        self._left = LIMIT
        self._position: Position | None = None

    def next(self) -> Event:
        """The next event. Raises StopReadingError where the text is no YAML, or has too many events."""
        self._left -= 1
        if self._left < 0:
            raise StopReadingError(_TOO_MANY, self._position)
        try:
            event: Event = self._parser.get_event()
        except (YAMLError, ValueError, OverflowError) as error:
            raise self._stop(error) from None
        self._position = position(event.start_mark)
        return event

    def _stop(self, error: Exception) -> StopReadingError:
        mark = getattr(error, "problem_mark", None)
        if mark is None:
            return StopReadingError(in_our_words(""), self._position)
        lines = [*self._text.split("\n"), ""]
        line = lines[min(mark.line, len(lines) - 1)]
        fault = in_our_words(str(getattr(error, "problem", "")), line[: mark.column], after=line[mark.column :])
        at_end = not line[mark.column :] and mark.line >= len(lines) - 2
        if fault in SEEN_LATE or at_end:
            mark = getattr(error, "context_mark", None) or mark
        return StopReadingError(fault, position(mark))


def position(mark: Any) -> Position:
    """Line and column from 1; the marks of both parsers count from 0."""
    return mark.line + 1, mark.column + 1


def _parser(text: str) -> _Parser:
    try:
        from yaml._yaml import CParser
    except ImportError:
        from yaml import BaseLoader

        return BaseLoader(text)
    return CParser(text)
