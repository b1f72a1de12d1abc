"""Whether a text says something, or is only a place where something is to be said.

Twenty words make content (ai800:content): a heading with a stub is the commonest empty evidence there is. Nothing here
judges quality.
"""

from __future__ import annotations

import re
from functools import cache

from ai800.markdown_text import Heading, headings, lines_of, prose, section, slug, word_count
from ai800.release.grades import DONE, grade
from ai800.text import nearest

WORDS_OF_CONTENT = 20
_DIFFERENT_WORDS = 8

# A line with one of these is a template, however much stands beside it.
_MARKERS = re.compile(r"more information needed|lorem ipsum|todo\b|tbd\b|fixme\b|your text here", re.IGNORECASE)
# A sentence with one of these says nothing, but those beside it may.
_PROMISES = re.compile(
    r"to be (?:determined|defined|decided|announced|completed|written|added|confirmed|provided)|"
    r"will be (?:completed|written|added|filled in|provided) (?:later|soon|shortly|here)|"
    r"coming soon|\(?forthcoming\.?\)?|describe here|work in progress|under construction",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
# A text whose first sentence says that the thing does not exist is no evidence that it does.
_DENIAL = re.compile(
    r"(?:this (?:section|document|page) (?:is|was) (?:intentionally )?(?:left )?(?:blank|empty)|"
    rf"(?:(?:this|it|the \w+) )?(?:has|have|was|were|is) not (?:yet )?(?:been )?(?:{DONE})|"
    rf"not (?:yet )?(?:{DONE}|applicable|available)\b|"
    rf"(?:we|the team|the developer) (?:have|has|did) not (?:yet )?(?:{DONE}|perform|conduct|carry out|do|assess)|"
    rf"no [\w -]{{1,80}}? (?:was|were|is|are|has been|have been|had been) (?:yet )?(?:{DONE})|"
    r"none (?:was|were|has|have|is|are)\b)",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"\b(?:other than|only|beyond|except|outside)\b", re.IGNORECASE)

_NEEDS_A_LOOK = (
    "<", "```", "~~~", "---", "===", "todo", "tbd", "fixme", "to be ", "will be ", "coming soon", "forthcoming",
    "lorem", "more information", "your text", "describe here", "work in progress", "under construction",
)  # fmt: skip
_DENYING = ("no ", "not ", "none", "blank", "empty")
_FIRST_SENTENCE = 300


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
    if _plainly_says(text):
        return ""
    plain = _body(text)
    if _denies(plain.lstrip("-*> ")):
        return "its first sentence says that there is nothing"
    said = [kept for line in plain.split("\n") if not _MARKERS.search(line) and (kept := _without_promises(line))]
    if word_count("\n".join(said)) >= WORDS_OF_CONTENT:
        return "" if _varied("\n".join(said)) else "it repeats a few words"
    if _MARKERS.search(plain) or _PROMISES.search(plain):
        return "it is a template that was not filled in"
    return f"it says fewer than {WORDS_OF_CONTENT} words"


def _denies(plain: str) -> bool:
    """Whether the first sentence says that nothing was done; one that only sets a limit to what was done does not."""
    return bool(_DENIAL.match(plain)) and not _LIMIT.search(_SENTENCE_END.split(plain, maxsplit=1)[0])


def _without_promises(line: str) -> str:
    said = [line]
    if _PROMISES.search(line):
        said = [sentence for sentence in _SENTENCE_END.split(line) if not _PROMISES.search(sentence)]
    return " ".join(each for each in said if grade(each) != "placeholder")


def _plainly_says(text: str) -> bool:
    """Paragraphs of twice the words asked for, with nothing about them that needs a closer look.

    Most evidence is like this, and reading its markup would take longer than all the rest of a check.
    """
    lowered = text.casefold()
    if any(mark in lowered for mark in _NEEDS_A_LOOK) or any(word in lowered[:_FIRST_SENTENCE] for word in _DENYING):
        return False
    said = [word for line in lowered.split("\n") if line[:1].isalpha() for word in line.split() if word[0].isalpha()]
    return len(said) >= 2 * WORDS_OF_CONTENT and len(set(said)) >= WORDS_OF_CONTENT


def _varied(said: str) -> bool:
    """Counts characters for scripts that write words without spaces between them."""
    words = {word for word in said.casefold().split() if any(map(str.isalnum, word))}
    if len(words) >= _DIFFERENT_WORDS or said.isascii():
        return len(words) >= _DIFFERENT_WORDS
    characters = {character for character in said if not character.isascii() and character.isalnum()}
    return len(characters) >= _DIFFERENT_WORDS


def _body(text: str) -> str:
    """The words of a text without its headings: a row of titles says nothing."""
    titles = {heading.line for heading in headings_of(text)}
    kept = (line for number, line in enumerate(lines_of(text), start=1) if number not in titles)
    return prose("\n".join(kept))
