"""The access ladder as a drawing: seven levels, the channels of the release on them, and where the open variant begins.

Lengths are in units of the drawing, which is `WIDTH` wide; a template only puts them into SVG.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.release.channels import RANKS
from ai800.reports import words
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH = 340
_STEP, _LINE = 34, 18
_MOST_CHANNELS = 4
_LONGEST_NAME = 30
_JUDGES = {"fully_open": "open variant", "gated_weights": "by its gate", "api_finetuning": "closed variant"}


class Mark(NamedTuple):
    """A channel on its level."""

    y: int
    name: str
    variant: str


class Level(NamedTuple):
    """One level: `top` and `height` of its band, the `y` of its rung, and who judges what stands on it."""

    rank: int
    name: str
    judged: str
    top: int
    height: int
    y: int
    judges: str
    marks: tuple[Mark, ...]


class Ladder(NamedTuple):
    """The levels from fully open down to internal only; the open variant judges above `border`; `said` says it all."""

    width: int
    height: int
    border: int
    levels: tuple[Level, ...]
    said: str


def ladder(channels: Sequence[Mapping[str, Any]]) -> Ladder:
    """Draws the channels of a release, as an assessment holds them."""
    levels: list[Level] = []
    top = 0
    for name, rank in sorted(RANKS.items(), key=lambda level: -level[1]):
        level = _level(name, rank, top=top, channels=[channel for channel in channels if channel["access"] == name])
        levels.append(level)
        top += level.height
    border = next(level.top for level in levels if level.judged != "open")
    return Ladder(WIDTH, top, border, tuple(levels), _said(channels))


def _level(name: str, rank: int, *, top: int, channels: Sequence[Mapping[str, Any]]) -> Level:
    y = top + _STEP // 2
    marks = [
        Mark(y + _LINE * number, printable(channel["id"], _LONGEST_NAME), channel["variant"])
        for number, channel in enumerate(channels[:_MOST_CHANNELS], 1)
    ]
    if left := len(channels) - len(marks):
        marks.append(Mark(y + _LINE * (len(marks) + 1), f"and {left} more", channels[-1]["variant"]))
    height = _STEP + _LINE * len(marks)
    return Level(rank, words.ACCESS_WORDS[name], _judged(rank), top, height, y, _JUDGES.get(name, ""), tuple(marks))


def _judged(rank: int) -> str:
    gated = RANKS["gated_weights"]
    return "open" if rank > gated else "either" if rank == gated else "closed"


def _said(channels: Sequence[Mapping[str, Any]]) -> str:
    placed = "; ".join(words.channel(channel) for channel in channels) or "no channel is declared"
    levels = "Access levels from internal only to fully open; the open variant begins at widely available weights."
    return f"{levels} {placed}."
