"""What changed, for a terminal and as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.reports import words
from ai800.reports.changes_words import NOTHING, blocks, outcome, sides
from ai800.reports.layout import joined
from ai800.reports.markup import markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.changes.types import Changes
    from ai800.reports.changes_words import Block
    from ai800.reports.layout import Page

_STATEMENTS = (words.MET, words.DRAFT, words.VARIANTS)


def changes_text(changes: Changes, page: Page) -> str:
    """The first line says how many regressions there are; foreign texts are made harmless."""
    head = page.bold(f"ai800 diff: {outcome(changes)}")
    head += [line for side in sides(changes) for line in page.wrap(side, "  ", hanging="    ")]
    found = [_block(block, page) for block in blocks(changes)] or [page.wrap(NOTHING)]
    said = [page.paint(line, "dim") for text in _STATEMENTS for line in page.wrap(text)]
    return joined([head, *found, said])


def _block(block: Block, page: Page) -> list[str]:
    lines = page.bold(f"{block.title}: {len(block.lines)}")
    for line in block.lines:
        lines += page.wrap(line.text, "  - ", hanging="    ")
        lines += [part for text in line.parts for part in page.wrap(text, "      - ", hanging="        ")]
    return lines


def changes_markdown(changes: Changes) -> str:
    """The same, as Markdown that shows foreign texts and lets them do nothing else."""
    head = ["# ai800 diff", f"**{markdown(outcome(changes))}**", _items(sides(changes))]
    found = [_section(block) for block in blocks(changes)] or [markdown(NOTHING)]
    return "\n\n".join([*head, *found, _items(_STATEMENTS)]) + "\n"


def _section(block: Block) -> str:
    return "\n".join([f"## {markdown(block.title)} ({len(block.lines)})", "", *_lines(block)])


def _lines(block: Block) -> Iterator[str]:
    for line in block.lines:
        yield f"- {markdown(line.text)}"
        yield from (f"  - {markdown(part)}" for part in line.parts)


def _items(texts: tuple[str, ...]) -> str:
    return "\n".join(f"- {markdown(text)}" for text in texts)
