"""Words around a hit that decide whether it speaks of this model: comparisons, negations, other people's products."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.facts.words import has, words
from ai800.markdown_text import plain_line
from ai800.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

_LONGEST = 2000
_LONGEST_PARAGRAPH = 20_000
_ITEM = pattern(r"[ \t>]*(?:[-*+][ \t]|\d{1,3}[.)][ \t])")
_END = pattern(r"[.!?]\s+|\u3002")
_COMPARES = words(
    "outperform* surpass* exceed* beat* compar* than larger smaller bigger similar other another existing previous "
    "prior against versus vs baseline baselines rival* competit* leading many most several among between across "
    "behind match* unlike both popular available alternative*",
    "out perform",
)
_EVALUATES = (
    "evaluat", "benchmark", "performance", "comparison", "results", "leaderboard", "citation", "acknowledg", "related",
    "reference", "credits",
)  # fmt: skip
_DENIES = words(
    "not no never neither nor without cannot can't isn't aren't don't doesn't won't lack lacks excluding except",
    "instead of",
    "rather than",
)
_LABEL = pattern(
    r"[ \t>]*(?:[-*+][ \t]+|\d{1,3}[.)][ \t]+)?(\**_{0,2})([^:*_|]{2,60}?)\1[ \t]?[:\uff1a]\1[ \t]*(\S.*)$"
)
_BOLD_LABEL = pattern(
    r"[ \t>]*(?:[-*+][ \t]+)?(?:\*\*|__)([^:*|]{2,60}?)[:\uff1a]?(?:\*\*|__)[ \t]*[:\uff1a]?[ \t]+(\S.*)$"
)


def sentences(lines: Sequence[str], plain: Sequence[str], *, titles: Container[int]) -> Iterator[tuple[int, str]]:
    """Each sentence with the line (from 1) it begins on, also where it runs over several lines.

    `lines` are the visible lines, `plain` the same without markup, `titles` the numbers of those that are headings.
    """
    for first, joined in _paragraphs(lines, plain, titles=titles):
        # What stands between bars or dots in the middle of a line is no one sentence.
        paragraph = joined.replace(" | ", " . ").replace(" \u00b7 ", " . ")
        begin = 0
        for end in (*(found.end() for found in _END.finditer(paragraph)), len(paragraph)):
            sentence = paragraph[begin:end].rstrip()
            if sentence.strip(" ."):
                yield first + paragraph.count("\n", 0, begin), sentence[:_LONGEST].replace("\n", " ")
            begin = end


def _paragraphs(lines: Sequence[str], plain: Sequence[str], *, titles: Container[int]) -> Iterator[tuple[int, str]]:
    """The first line and the text of each paragraph, list item and table row."""
    kept: list[str] = []
    first, row = 0, False
    for number, (line, shown) in enumerate(zip(lines, plain, strict=True), 1):
        said = bool(shown) and number not in titles
        if kept and (not said or row or "|" in line or _ITEM.match(line)):
            yield first, "\n".join(kept)[:_LONGEST_PARAGRAPH]
            kept = []
        row = "|" in line
        if said:
            first = first if kept else number
            kept.append(shown)
    if kept:
        yield first, "\n".join(kept)[:_LONGEST_PARAGRAPH]


def compares(sentence: str) -> bool:
    """Whether a sentence sets something beside something else, so that it may speak of another model."""
    return _COMPARES.among(sentence)


def evaluates(titles: str) -> bool:
    """Whether the headings over a line name a section in which other models appear."""
    return has(titles, *_EVALUATES)


def denies(said: str) -> bool:
    return _DENIES.among(said)


def label(line: str) -> tuple[str, str] | None:
    """The parts of `**Label:** value`, `- Label: value` or `**Label** value`, as shown; None for any other line."""
    if len(line) > _LONGEST or (":" not in line and "\uff1a" not in line and "**" not in line):
        return None
    found = _BOLD_LABEL.match(line)
    parts = (found[1], found[2]) if found else None
    plain = None if found else _LABEL.match(line)
    parts = parts or ((plain[2], plain[3]) if plain else None)
    return (plain_line(parts[0]), plain_line(parts[1])) if parts else None
