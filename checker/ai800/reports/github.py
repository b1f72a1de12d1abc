"""GitHub's workflow commands: annotations at lines of the release, and the verdict in plain lines.

The runner takes a line for a command that begins with `::`, white space aside, or that holds `##[` anywhere
(actions/runner, ActionCommand.cs). No foreign text can make either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.reports import words
from ai800.reports.open_items import advised, gaps, questions, standing
from ai800.text import plural, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.assessment.types import Assessment
    from ai800.declare.types import Place
    from ai800.reports.open_items import Item

SHOWN = 10  # of each kind: GitHub shows no more from one step
_LONGEST_PATH = 4096
_LONGEST_TITLE = 200
_LONGEST = 2000
_OLD_COMMAND = "##["
_OLD_COMMAND_SHOWN = "##\\x5b"


def github_report(assessment: Assessment) -> str:
    """Errors for gaps, warnings for open questions and for what was open before, where the gate asks what got worse,
    and notices for advice: of each the ten most important.
    """
    warnings = (*questions(assessment), *standing(assessment))
    kinds = {"error": gaps(assessment), "warning": warnings, "notice": advised(assessment)}
    lines = [_annotation(kind, item) for kind, items in kinds.items() for item in items[:SHOWN]]
    lines += [plain_line(said) for said in _said(assessment, kinds)]
    return "\n".join(lines) + "\n"


def _said(assessment: Assessment, kinds: dict[str, tuple[Item, ...]]) -> Iterator[str]:
    yield words.outcome(assessment)
    yield from words.meaning(assessment)
    left = [plural(len(items) - SHOWN, kind) for kind, items in kinds.items() if len(items) > SHOWN]
    if left:
        yield f"not annotated, since GitHub shows {SHOWN} of a kind: {', '.join(left)}; the other reports hold all"
    yield from (words.MET, words.DRAFT, words.VARIANTS)


def plain_line(text: str) -> str:
    """A line of a log that no runner takes for a command, whatever `text` holds."""
    return f"ai800: {_shown(text, _LONGEST)}"


def error_line(text: str, *, place: Place | None = None) -> str:
    """An annotation about the run as a whole, or about one line of the release."""
    return _command("error", "ai800", place=place) + _data(_shown(text, _LONGEST))


def _annotation(kind: str, item: Item) -> str:
    title = _shown(" ".join(filter(None, (item.id, item.title))), _LONGEST_TITLE)
    return _command(kind, title, place=item.place) + _message(item)


def _command(kind: str, title: str, *, place: Place | None) -> str:
    where = {"title": title}
    if place is not None:
        where = {"file": _shown(place.path, _LONGEST_PATH), "line": str(place.line or 1), **where}
    properties = ",".join(f"{name}={_property(value)}" for name, value in where.items())
    return f"::{kind} {properties}::"


def _message(item: Item) -> str:
    """What was found and how to mend it, on one line each."""
    more = f" (and {plural(len(item.said) - 1, 'finding')} more)" if len(item.said) > 1 else ""
    said = [f"{item.word}: {item.said[0]}{more}" if item.said else item.word]
    said += [f"Fix: {fix}" for fix in item.fixes[:1]]
    return "%0A".join(_data(_shown(line, _LONGEST)) for line in said)


def _shown(text: str, limit: int) -> str:
    return printable(text, limit).replace(_OLD_COMMAND, _OLD_COMMAND_SHOWN)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
