"""Whether a text says something, or is only a place where something is to be said.

Twenty words make content (ai800:content): a heading with a stub is the commonest empty evidence there is. Nothing here
judges quality.
"""

from __future__ import annotations

import re
from functools import cache

from ai800.markdown_text import Heading, headings, lines_of, prose, section, slug, word_count
from ai800.release.grades import grade
from ai800.text import nearest

WORDS_OF_CONTENT = 20

_MARKERS = re.compile(
    r"\[?(?:more information needed|to be (?:determined|defined|decided|announced|completed|written|added)|"
    r"coming soon|\(?forthcoming\.?\)?|lorem ipsum|todo\b|tbd\b|fixme\b|your text here|describe here)",
    re.IGNORECASE,
)
_DONE = (
    "performed|conducted|carried out|done|undertaken|assessed|evaluated|tested|started|begun|completed|written|"
    "documented|established|defined|implemented"
)
# A text whose first sentence says that the thing does not exist is no evidence that it does.
_DENIAL = re.compile(
    r"(?:this (?:section|document|page) (?:is|was) (?:intentionally )?(?:left )?(?:blank|empty)|"
    rf"(?:(?:this|it|the \w+) )?(?:has|have|was|were|is) not (?:yet )?(?:been )?(?:{_DONE})|"
    rf"not (?:yet )?(?:{_DONE}|applicable|available)\b|"
    rf"(?:we|the team|the developer) (?:have|has|did) not (?:yet )?(?:{_DONE}|perform|conduct|carry out|do|assess)|"
    rf"no [\w -]{{1,80}}? (?:was|were|is|are|has been|have been|had been) (?:yet )?(?:{_DONE})|"
    r"none (?:was|were|has|have|is|are)\b)",
    re.IGNORECASE,
)


@cache
def headings_of(text: str) -> tuple[Heading, ...]:
    return headings(text)


def find(text: str, anchor: str) -> Heading | None:
    """The heading that an anchor names, by GitHub's anchor, by an anchor written beside it, or by its title."""
    wanted = {anchor.casefold(), slug(anchor)}
    for heading in headings_of(text):
        names = {heading.slug, slug(heading.title), heading.title.casefold(), *(a.casefold() for a in heading.aliases)}
        if wanted & names:
            return heading
    return None


def nearest_heading(text: str, anchor: str) -> str | None:
    return nearest(slug(anchor), [heading.slug for heading in headings_of(text)])


def under(text: str, heading: Heading) -> str:
    return section(text, heading)


def emptiness(text: str) -> str:
    """One phrase that says why a text is no content, "" where it is."""
    plain = _body(text)
    if _DENIAL.match(plain.lstrip("-*> ")):
        return "its first sentence says that there is nothing"
    said = [line for line in plain.split("\n") if not _MARKERS.search(line) and grade(line) != "placeholder"]
    if word_count("\n".join(said)) >= WORDS_OF_CONTENT:
        return ""
    if _MARKERS.search(plain):
        return "it is a template that was not filled in"
    return f"it says fewer than {WORDS_OF_CONTENT} words"


def _body(text: str) -> str:
    """The words of a text without its headings: a row of titles says nothing."""
    titles = {heading.line for heading in headings_of(text)}
    kept = (line for number, line in enumerate(lines_of(text), start=1) if number not in titles)
    return prose("\n".join(kept))
