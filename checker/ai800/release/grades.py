"""How much a text says: graded here once, so that policies never read prose.

The words are those of the requirement tables (word, said, denied); what counts as a statement is ours (ai800:words).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from ai800.release.placeholders import DENIALS, is_placeholder

Grade = Literal["missing", "placeholder", "denied", "word", "statement"]

DONE = (
    "performed|conducted|carried out|done|undertaken|assessed|evaluated|tested|started|begun|completed|written|"
    "documented|established|defined|implemented"
)
# Only a text that says nothing else: "no differences are known" or "not done, because …" tells a reader something,
# and "not done" or "it was not implemented" is what came of a consideration.
_NOT_DONE = re.compile(
    rf"(?:(?:(?:we|they|it|this|that|the \w+) )?(?:has|have)(?: not|n't) (?:yet )?(?:been )?(?:{DONE})|"
    rf"(?:it|this|that|the \w+) (?:was|were|is|are) not yet (?:{DONE})|"
    r"(?:we|they) (?:did not|didn't) (?:assess|evaluate|test)|"
    rf"not yet (?:{DONE})|nothing (?:was|is|has been) (?:{DONE}))"
    r"(?: (?:this|it|that|so|any|any of this))?(?: yet| so far)?",
)
_TRIMMED = " \t\r\n.,;:!?…-\u2013\u2014_*`'\"()[]{}<>/\\|~#="
_WORDS_OF_A_STATEMENT = 3
_LETTERS_OF_A_STATEMENT = 12


def grade(text: str | None) -> Grade:
    """Grade one text; trimming, letter case, brackets and end marks do not matter."""
    if text is None:
        return "missing"
    text = _plain(text)
    bare = _bare(text)
    if bare in DENIALS:
        return "denied"
    if is_placeholder(text, bare) or _NOT_DONE.fullmatch(bare):
        return "placeholder"
    return "statement" if _states(bare) else "word"


def grade_decision(text: str | None) -> Grade:
    """Grade what was decided: not to do a thing is a decision."""
    return "word" if text is not None and _NOT_DONE.fullmatch(_bare(_plain(text))) else grade(text)


def _plain(text: str) -> str:
    """Wide letters as plain ones, without pictures and characters that nobody sees."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKC", text) if not _is_unseen(c))


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in {"Cf", "So"} or character == "\ufe0f"


def _bare(text: str) -> str:
    return " ".join(text.split()).lower().strip(_TRIMMED)


def _states(text: str) -> bool:
    words = [word for word in text.split() if any(character.isalnum() for character in word)]
    if len(words) >= _WORDS_OF_A_STATEMENT:
        return True
    return sum(1 for character in text if _is_foreign_letter(character)) >= _LETTERS_OF_A_STATEMENT


def _is_foreign_letter(character: str) -> bool:
    """A letter outside the Latin script, where words are often not parted by spaces."""
    return not character.isascii() and character.isalpha() and not unicodedata.name(character, "").startswith("LATIN")


def key(text: str | None) -> str:
    """A text as it is compared with another: letter case and spacing aside."""
    return "" if text is None else " ".join(unicodedata.normalize("NFC", text).casefold().split())
