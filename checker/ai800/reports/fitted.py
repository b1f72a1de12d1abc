"""Markdown that has to fit a limit: cut only between whole elements, and saying what was cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ai800.text import plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_RESERVE = 1000  # bytes for the sentence that says what was cut, and for what folds the blocks


class Block(NamedTuple):
    """A heading and its elements, each complete in itself; `noun` counts them where they are cut.

    `unfolded` elements stand open, by default all; the others open with a click.
    """

    title: str
    noun: str
    elements: Sequence[str]
    unfolded: int | None = None


def fitted(head: str, blocks: Iterable[Block], *, foot: str, limit: int) -> str:
    """`head`, as many elements as fit `limit` bytes, and `foot`. After the first that does not fit none follows."""
    room = limit - _size(head) - _size(foot) - _RESERVE
    shown, cut, full = [head], [], False
    for block in blocks:
        heading = f"\n## {block.title}\n\n"
        taken = [] if full else _taken(block.elements, room - _size(heading))
        if taken:
            shown += [heading, *_folded(block, taken)]
            room -= _size(heading) + sum(map(_size, taken))
        if left := len(block.elements) - len(taken):
            full = True
            cut.append(plural(left, block.noun))
    said = f"\n**Cut to fit:** {', '.join(cut)} more; the json, markdown and html reports hold all.\n" if cut else ""
    return "".join([*shown, said, foot])


def _folded(block: Block, taken: list[str]) -> list[str]:
    if block.unfolded is None or len(taken) <= block.unfolded:
        return taken
    more = taken[block.unfolded :]
    counted = f"{plural(len(more), block.noun)}{' more' if block.unfolded else ''}"
    opening = f"\n<details><summary>{counted}</summary>\n\n"
    return [*taken[: block.unfolded], opening, *more, "\n</details>\n"]


def _taken(elements: Sequence[str], room: int) -> list[str]:
    taken = []
    for element in elements:
        room -= _size(element)
        if room < 0:
            break
        taken.append(element)
    return taken


def _size(text: str) -> int:
    return len(text.encode())
