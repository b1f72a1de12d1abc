"""Foreign text in Markdown and HTML: always text, never markup, a link, a mention or a command.

In both, what stands between backticks becomes code, as our own sentences use them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markupsafe import Markup

_LONGEST = 4000
_TICKS = re.compile(r"`([^`]+)`")
_RUNS = re.compile(r"`+")
_ACTIVE = re.compile(r"[\\`*_{}\[\]<>#|~&$]")
_STARTS = re.compile(r"^(\s*)([-+:=])|^(\s*\d{1,9})([.)])(?=\s|$)")
# Forges make a link, a mention or a picture of these without any markup; an invisible gap keeps them text.
_GAP = "\u200b"
_LINKS = re.compile(
    r"@|#(?=\d)|\bGH-(?=\d)|:(?=//)|\bwww(?=\.)|:(?=[\w+-]+:)|\b[0-9a-f](?=[0-9a-f]{6,39}\b)", re.IGNORECASE
)


class Written(str):
    """Markdown that needs no escaping any more."""

    __slots__ = ()


def markdown(text: object) -> Written:
    """`text` as Markdown that shows it and does nothing else, wherever in a line it stands."""
    if isinstance(text, Written):
        return text
    return Written("".join(_parts(printable(str(text), _LONGEST), _prose, code=markdown_code)))


def commonmark(text: object) -> str:
    """As `markdown`, for readers that make no links of bare addresses: nothing is added to the text but backslashes."""
    return "".join(_parts(printable(str(text), _LONGEST), _escaped, code=markdown_code))


def markdown_code(text: str) -> Written:
    """`text` as a code span, whose fence is longer than any run of backticks in it."""
    shown = printable(text, _LONGEST)
    if not shown.strip():
        return Written("(empty)")
    fence = "`" * (max((len(run) for run in _RUNS.findall(shown)), default=0) + 1)
    pad = " " if shown[0] in "` " or shown[-1] in "` " else ""
    return Written(f"{fence}{pad}{shown}{pad}{fence}")


def _prose(text: str) -> str:
    return _escaped(_LINKS.sub(lambda found: found[0] + _GAP, text))


def _escaped(text: str) -> str:
    return _STARTS.sub(_not_a_list, _ACTIVE.sub(lambda found: "\\" + found[0], text))


def _not_a_list(found: re.Match[str]) -> str:
    return (found[1] or found[3] or "") + "\\" + (found[2] or found[4])


def html(text: object) -> object:
    """`text` with nothing hidden in it; what is markup already stays. Escaping is the template engine's."""
    return text if hasattr(text, "__html__") else printable(str(text), _LONGEST)


def html_ticked(text: str) -> Markup:
    """`text` with code between backticks."""
    from markupsafe import Markup, escape

    return Markup("").join(_parts(printable(text, _LONGEST), escape, code=Markup("<code>{}</code>").format))


def _parts(text: str, prose: Callable[[str], str], *, code: Callable[[str], str]) -> Iterator[str]:
    for number, part in enumerate(_TICKS.split(text)):
        yield code(part) if number % 2 else prose(part)
