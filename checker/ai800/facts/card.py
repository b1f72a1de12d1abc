"""Model and system cards: which there are, how old they say they are, and under which headings they say nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ai800.facts.types import Fact
from ai800.facts.words import has
from ai800.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.facts.front_matter import FrontMatter
    from ai800.facts.source import Document, Source

_NOTHING = pattern(
    r"[\W_]*(?:more information needed|forthcoming|tb[adc]|to ?do|fixme|coming soon|lorem ipsum.{0,400}|placeholder|"
    r"none known|optional|to be (?:added|announced|completed|decided|defined|determined|released|updated))?[\W_]*$",
)
_SHOWS = ("![", "|", "<img", "<table", "<td", "<th", "<video", "<iframe")
_LONGEST_TEMPLATE = 60
_DATED = pattern(r"[-_](\d{8}|\d{4}-\d{2}-\d{2})(?=\.|$)")
_UPDATED = pattern(r"(?:last )?(?:updated|modified|revised)(?: on)?$|(?:model |system )?card (?:date|version)$")
_LABEL_LEVEL = 7
_LONGEST = 80


def cards(source: Source, matter: FrontMatter) -> tuple[Fact, ...]:
    """Cards by file name, then the readme whose front matter makes it one."""
    named = [Fact(kind, path, None, "name of the file") for path, kind in source.cards]
    paths = {fact.path for fact in named}
    block = [Fact("front_matter", matter.path, 1, "front matter")] if matter.path and matter.path not in paths else []
    return (*named, *block)


def dates(source: Source) -> tuple[Fact, ...]:
    """The day in a card's file name (ISO where it is one), and what a card says of its last change."""
    found = [
        Fact(_iso(stated[1]), path, None, "date in the name of the file")
        for path, _ in source.cards
        if (stated := _DATED.search(path))
    ]
    for document in source.documents:
        for number, name, value in document.labels:
            if _UPDATED.match(name.lower()):
                found.append(Fact(value[:_LONGEST], document.path, number, "labelled line"))
    return tuple(found)


def _iso(stated: str) -> str:
    """YYYY-MM-DD for that form, YYYYMMDD or MMDDYYYY; the digits themselves where they are no day."""
    digits = stated.replace("-", "")
    for order in ((digits[:4], digits[4:6], digits[6:]), (digits[4:], digits[:2], digits[2:4])):
        try:
            return date(*map(int, order)).isoformat()
        except ValueError:
            continue
    return stated


def placeholders(source: Source, matter: FrontMatter) -> tuple[Fact, ...]:
    """Headings and labels of the cards under which nothing is said, in order."""
    paths = {path for path, _ in source.cards} | {matter.path}
    found = [fact for each in source.documents if each.path in paths for fact in _in_document(each)]
    return tuple(sorted(found, key=lambda fact: (fact.path, fact.line or 0)))


def _in_document(document: Document) -> Iterator[Fact]:
    lines = document.code
    titles = {number for each in document.headings for number in range(each.line, each.start)}
    values = {number: value for number, _, value in document.labels}
    shown = [values.get(number, text) for number, text in document.plain.items]
    says = [
        number not in titles and (has(line, *_SHOWS) or not _is_template(text if document.lines[number - 1] else line))
        for number, (line, text) in enumerate(zip(lines, shown, strict=True), 1)
    ]
    for each in document.headings:
        body = lines[each.start - 1 : each.end]
        if any(says[each.start - 1 : each.end]) or (each.level == _LABEL_LEVEL and not any(map(str.strip, body))):
            continue
        written = any(line.strip() for number, line in enumerate(body, each.start) if number not in titles)
        how = "only a placeholder stands under it" if written else "nothing stands under it"
        yield Fact(each.title, document.path, each.line, how)
    for number, name, value in document.labels:
        if number not in titles and _is_template(value):
            yield Fact(name, document.path, number, "only a placeholder stands after it")


def _is_template(text: str) -> bool:
    lower = text.lower()
    return (len(text) <= _LONGEST_TEMPLATE or "lorem ipsum" in lower) and _NOTHING.match(lower) is not None
