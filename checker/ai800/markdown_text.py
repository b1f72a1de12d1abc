"""Markdown as release teams really write it: its headings in every form met, and its plain words.

Not a Markdown parser. It answers two questions: where does a section begin and end, and what does it say once the
markup is taken away. The text is foreign: no expression here takes more than linear time.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ai800.markdown_lines import lines_of, visible_lines
from ai800.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    "LABEL_LEVEL", "Heading", "headings", "headings_of", "lines_of", "plain_line",
    "plain_lines", "prose", "section", "slug", "visible_lines", "word_count",
]  # fmt: skip

LABEL_LEVEL = 7  # below every real heading: a bold line ends at any heading, and no heading ends at a bold line

_LONGEST_TITLE = 500

_ATX = pattern(r" {0,3}(?:> ?)*(#{1,6})(?:[ \t]+(.*))?$")
_SETEXT = pattern(r" {0,3}(={2,}|-{3,})[ \t]*$")
_NOT_A_TITLE = pattern(r"\s*$|[ \t]{4}|\s*(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|[>|<]|={2,}\s*$|(?:[-*_][ \t]*){3,}$)|.*\|")
_HTML_HEADING = pattern(r"<h([1-6])\b([^<>]{0,300})>(.{0,400}?)</h\1\s?>", re.DOTALL | re.IGNORECASE)
_LABELS = (
    pattern(r"(\*{2,3}|__)(?=\S)((?:(?!\1).)+)\1:?(?:[ \t]*<br ?/?>)?$"),
    pattern(r"<(b|strong)>[^<>]+</\1>:?(?:[ \t]*<br ?/?>)?$", re.IGNORECASE),
    pattern(r"(?:<details[^<>]*>)?<summary[^<>]*>.+</summary>$", re.IGNORECASE),
    pattern(r"(?:<u>|<span style=\"[^\"<>]*underline[^\"<>]*\">).+(?:</u>|</span>)(?: ?\([^()]*\))?$"),
)
_ANCHOR = pattern(r"<[a-z][a-z0-9]{0,9}\s[^<>]{0,200}?\b(?:id|name)=[\"']?([^\s\"'<>]{1,200})", re.IGNORECASE)
_ATTRIBUTE = pattern(r"\b(?:id|name)=[\"']?([^\s\"'<>]{1,200})", re.IGNORECASE)
_BRACED = pattern(r"\{:?[ \t]?#([\w.:-]{1,200})[ \t]?\}$")

# None of these reaches over a line, so that lines keep their number; a tag that does is prose's work.
_IMAGE = pattern(r"!\[[^\[\]\n]{0,500}\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])")
_LINK = pattern(r"\[([^\[\]\n]{0,1000})\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])")
_TAG = pattern(r"</?[a-zA-Z][^<>\n]{0,1000}>")
_TAG_OVER_LINES = pattern(r"</?[a-zA-Z][^<>]{0,1000}>")
_ESCAPE = pattern(r"\\([!-/:-@\[-`{-~])")
_STARS = pattern(r"\\\*|\*+")
_UNDERSCORES = pattern(r"_+")
_MARKUP = pattern(r"[*_`~\[<&\\]")
_LEAD = pattern(r"[ \t>]*(?:#{1,6}(?=[ \t]|$)|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,9}[.)][ \t]+)?")
_REFERENCE = pattern(r" {0,3}\[[^\[\]]{1,200}\]:[ \t]*\S")
_RULE_MARKS = " \t|:-+=*_"

_SHOWN = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Pc"})
_UNSPACED = pattern("[\u0e00-\u0e7f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


class Heading(NamedTuple):
    """One heading and the section under it.

    `level` is 1 to 6, or LABEL_LEVEL for a line that only looks like a heading (bold, underlined, a summary).
    `slug` is the anchor GitHub gives it; `aliases` are anchors written beside it (`<a name=…>`, `{#…}`, `id=…`).
    Lines count from 1: the heading stands on `line`, its section is `start` to `end` inclusive, sub-sections
    included, and is empty where `end < start`.
    """

    level: int
    title: str
    slug: str
    line: int
    start: int
    end: int
    aliases: tuple[str, ...] = ()


class _Found(NamedTuple):
    """A heading as it is written; lines count from 0."""

    level: int
    raw: str
    line: int
    start: int
    attributes: str = ""


def headings(text: str) -> tuple[Heading, ...]:
    """Every heading of `text` in order. Code fences, comments, front matter and empty headings give none."""
    return headings_of(visible_lines(text))


def headings_of(lines: list[str]) -> tuple[Heading, ...]:
    """As `headings`, of a text given as its visible lines."""
    forms = (*_labels(lines), *_html(lines), *_setext(lines), *_atx(lines))
    found = sorted({each.line: each for each in forms}.values(), key=lambda each: each.line)
    titled = [(each, title) for each in found if (title := _title(each.raw))]
    slugs = _slugs(titled)
    ends = _ends([each for each, _ in titled], len(lines))
    return tuple(
        Heading(each.level, title, slugs[each.line], each.line + 1, each.start + 1, end, _aliases(each, lines))
        for (each, title), end in zip(titled, ends, strict=True)
    )


def section(text: str, heading: Heading) -> str:
    """The text under a heading of the same `text`, sub-sections included."""
    return "\n".join(lines_of(text)[heading.start - 1 : heading.end])


def slug(title: str) -> str:
    """The anchor GitHub makes of a title: lower case, punctuation dropped, spaces to hyphens, all scripts kept."""
    kept = (each for each in title.strip().lower() if each in " -" or unicodedata.category(each) in _SHOWN)
    return "".join(kept).replace(" ", "-")


def prose(text: str) -> str:
    """The words of `text` without markup: no front matter, comments, fence marks, table rules, images or tags.

    One line for each line that says something; a link is the text it shows.
    """
    shown = "\n".join(_unlisted(line) for line in visible_lines(text, code=True))
    untagged = _TAG_OVER_LINES.sub(" ", _IMAGE.sub("", shown)).split("\n")
    cleaned = (" ".join(line.split()) for line in plain_lines(untagged))
    return "\n".join(line for line in cleaned if line)


def word_count(plain: str) -> int:
    """How many words a plain text has; scripts written without spaces count two characters as a word."""
    unspaced = 0 if plain.isascii() else len(_UNSPACED.findall(plain))
    spaced = _UNSPACED.sub(" ", plain) if unspaced else plain
    return sum(any(map(str.isalnum, word)) for word in spaced.split()) + (unspaced + 1) // 2


def plain_line(raw: str) -> str:
    """One line of Markdown as it is shown."""
    return _unescaped(_unmarked(raw))


def plain_lines(lines: Sequence[str]) -> list[str]:
    """Each line as it is shown, all in one pass."""
    return [_unescaped(line) for line in _unmarked("\n".join(lines)).split("\n")]


def _unmarked(raw: str) -> str:
    if not _MARKUP.search(raw):
        return raw
    text = _TAG.sub("", _LINK.sub(r"\1", _IMAGE.sub("", raw))).replace("`", "").replace("~~", "")
    starless = _STARS.sub(lambda found: found[0] if found[0][0] == "\\" else "", text) if "*" in text else text
    return _ESCAPE.sub(r"\1", _UNDERSCORES.sub(_kept, starless) if "_" in text else starless)


def _kept(found: re.Match[str]) -> str:
    """Underscores inside a word, between spaces or behind a backslash are no emphasis."""
    text, start, end = found.string, found.start(), found.end()
    before, after = text[start - 1] if start else " ", text[end] if end < len(text) else " "
    inside, alone = before.isalnum() and after.isalnum(), before.isspace() and after.isspace()
    return found[0] if inside or alone or before == "\\" else ""


def _unescaped(line: str) -> str:
    if "&" in line:
        from html import unescape

        line = unescape(line).replace("\n", " ").replace("\r", " ")
    return line.replace("\t", " ").strip()


def _unlisted(line: str) -> str:
    """A line without its list mark, and nothing where it is only a rule or the target of a reference link."""
    if not line.strip(_RULE_MARKS) or _REFERENCE.match(line):
        return ""
    return _LEAD.sub("", line, count=1).replace("|", " ")


def _title(raw: str) -> str:
    title = raw[:_LONGEST_TITLE].rstrip()
    unmarked = title.rstrip("#")
    if not unmarked or unmarked[-1] in " \t":
        title = unmarked.rstrip()
    return plain_line(_BRACED.sub("", title)).rstrip(":").rstrip()


def _atx(lines: list[str]) -> Iterator[_Found]:
    for number, line in enumerate(lines):
        found = _ATX.match(line)
        if found is not None:
            yield _Found(len(found[1]), found[2] or "", number, number + 1)


def _setext(lines: list[str]) -> Iterator[_Found]:
    """A title of one line over a rule; a paragraph of several lines over a rule is a paragraph."""
    for number, (line, rule) in enumerate(pairwise(lines)):
        found = _SETEXT.match(rule)
        if found is None or _NOT_A_TITLE.match(line):
            continue
        if number == 0 or _NOT_A_TITLE.match(lines[number - 1]):
            yield _Found(1 if found[1].startswith("=") else 2, line, number, number + 2)


def _html(lines: list[str]) -> Iterator[_Found]:
    text = "\n".join(lines)
    line, seen = 0, 0
    for found in _HTML_HEADING.finditer(text):
        line += text.count("\n", seen, found.start())
        seen = found.start()
        yield _Found(int(found[1]), found[3].replace("\n", " "), line, line + found[0].count("\n") + 1, found[2])


def _labels(lines: list[str]) -> Iterator[_Found]:
    for number, line in enumerate(lines):
        text = line.strip().rstrip("\\").rstrip()
        if text[:1] not in {"*", "_", "<"} or len(text) > _LONGEST_TITLE:
            continue
        if any(form.match(text) for form in _LABELS):
            yield _Found(LABEL_LEVEL, text, number, number + 1)


def _slugs(titled: list[tuple[_Found, str]]) -> dict[int, str]:
    """The slug of each heading by its line. Labels come last: GitHub numbers only real headings."""
    used: dict[str, int] = {}
    slugs: dict[int, str] = {}
    for each, title in sorted(titled, key=lambda pair: pair[0].level == LABEL_LEVEL):
        base = name = slug(title)
        while name in used:
            used[base] += 1
            name = f"{base}-{used[base]}"
        used[name] = 0
        slugs[each.line] = name
    return slugs


def _ends(found: list[_Found], count: int) -> list[int]:
    """The last line of each section: the line before the next heading of the same or a higher level."""
    ends: list[int] = []
    following: list[_Found] = []
    for each in reversed(found):
        while following and following[-1].level > each.level:
            following.pop()
        ends.append(following[-1].line if following else count)
        following.append(each)
    return ends[::-1]


def _aliases(each: _Found, lines: list[str]) -> tuple[str, ...]:
    """Anchors written on the heading's own line, in braces after it, or alone on the line above it."""
    above = lines[each.line - 1] if each.line else ""
    own = [lines[each.line], *([] if plain_line(above) else [above])]
    named = [name for line in own for name in _ANCHOR.findall(line[: 2 * _LONGEST_TITLE])]
    return tuple(dict.fromkeys([*named, *_ATTRIBUTE.findall(each.attributes), *_BRACED.findall(each.raw.rstrip())]))
