"""Words looked for in a text without a regular expression: there is nothing to compile, and little to go wrong."""

from __future__ import annotations

from typing import NamedTuple

_APART = str.maketrans(dict.fromkeys('!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\u2013\u2014\u2026\u201c\u201d', " "))


class Words(NamedTuple):
    """Whole words, beginnings of words, and phrases; all in lower case, a hyphen being a space."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    phrases: tuple[str, ...]

    def among(self, text: str) -> bool:
        """Whether `text` has any of them, letter case aside."""
        lower = text.lower().replace("-", " ")
        if any(phrase in lower for phrase in self.phrases):
            return True
        said = tokens(lower)
        return not self.whole.isdisjoint(said) or any(word.startswith(self.beginnings) for word in said)


def words(single: str, *phrases: str) -> Words:
    """`single` holds words apart by spaces, a beginning of a word with a `*` behind it."""
    each = single.split()
    beginnings = tuple(word[:-1] for word in each if word.endswith("*"))
    return Words(frozenset(word for word in each if not word.endswith("*")), beginnings, phrases)


def tokens(lower: str) -> list[str]:
    """The words of a text, without the marks around them."""
    return [word.strip("'\u2019") for word in lower.translate(_APART).split()]


def letters(name: str) -> set[str]:
    """The runs of letters in a file name, in lower case: `pytorch_model-00001.bin` has pytorch, model and bin."""
    return set("".join(each if each.isalpha() else " " for each in name.lower()).split())


def has(text: str, *parts: str) -> bool:
    """Whether any of `parts` (lower case) occurs in `text`, letter case aside."""
    lower = text.lower()
    return any(part in lower for part in parts)
