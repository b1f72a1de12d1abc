"""What the release calls itself: open source, or open weights. Claims about other products, and denials, are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.facts.sentences import denies, evaluates
from ai800.facts.types import Fact
from ai800.facts.words import words
from ai800.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ai800.facts.front_matter import FrontMatter
    from ai800.facts.source import Document, Source

_HINT = pattern(r"open[- ]?(?:sourc|weight)")
_SOURCE = r"(?:fully |truly |completely )?open[- ]?sourc(?:e|ed|ing)"
_MODEL = r"(?:\w[\w.]*[ -]){0,5}(?:models?|llms?|weights?|checkpoints?|releases?|family|series|suite|system)\b"
_WE = r"\b(?:we|we['\u2019]re|we are|we have|we['\u2019]ve)\b(?: \w+){0,3} "
_OURS = r"\b(?:our|this|these|the following|all)\b(?: \w+){0,3} "
_NO_PRODUCT = r"(?! (?:libraries|library|tools?|frameworks?|software|communit|data|code|projects?))"
_BEING = r"\b(?:is|are|as|introduc\w+|present\w*|releas\w+|launch\w*|called|named) (?:an? |the )?(?:\w[\w.-]* ){0,3}"
_BEST = r"\b(?:producing|becoming|as) (?:\w+ ){0,4}(?:strongest|best|largest|first|leading) (?:\w+ )?"
_ENDS = r"(?=[.,;!)]|$| (?:and|under|with|on)\b)"


def _forms(*expressions: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(pattern, expressions))


# The release itself has to be what is said to be open: "X is an open-source model", "we open-source X", "our … model".
_CLAIMS_SOURCE = _forms(
    rf"{_WE}{_SOURCE}\b{_NO_PRODUCT}",
    rf"{_OURS}{_SOURCE} {_MODEL}",
    rf"{_BEING}{_SOURCE}[ ,]{{1,2}}{_MODEL}",
    rf"\b(?:is|are|been) (?:now |fully |also |completely )?{_SOURCE}d?{_ENDS}",
    rf"{_BEST}{_SOURCE} {_MODEL}",
    r"\bopen[- ]sourced (?:\w[\w.-]* ){0,3}(?:weights|models?|checkpoints?)\b",
)
_CLAIMS_WEIGHTS = _forms(
    rf"(?:{_OURS}|{_BEING}|['\u2019]s )open[- ]weights? {_MODEL}",
    r"\b(?:is|are) (?:a family of |a series of )?open[- ]weights?\b",
    r"\bopen[- ]weights? (?:release|model)\b(?! of)",
)
_OTHER_PRODUCTS = words(
    "outperform* surpass* exceed* compar* other existing previous against versus vs among most many popular rival "
    "rivals proprietary thanks communit*",
    "available open",
    "closed source",
    "based on open",
    "based on the open",
    "built on",
    "built upon",
    *(f"open source {other}" for other in ("software", "librar", "tool", "framework", "project", "contribut")),
)
_TAGS = {"open-source": "open_source", "opensource": "open_source", "open-weights": "open_weights"}


def openness(source: Source, matter: FrontMatter) -> tuple[Fact, ...]:
    """One fact for each sentence that makes a claim, `open_source` or `open_weights`."""
    tags = (matter.fact("tags", _TAGS[tag]) for tag in matter.texts("tags") if tag in _TAGS)
    return (*tags, *(fact for document in source.documents for fact in _in_document(document)))


def _in_document(document: Document) -> Iterator[Fact]:
    for number, sentence in document.sentences.having("open"):
        said = sentence.lower()
        if _HINT.search(said) and not evaluates(document.over(number)) and (claim := _claim(said)):
            yield Fact(claim, document.path, number, "sentence")


def _claim(sentence: str) -> str | None:
    """The claim in a sentence in lower case."""
    if denies(sentence) or _OTHER_PRODUCTS.among(sentence):
        return None
    if "sourc" in sentence and any(form.search(sentence) for form in _CLAIMS_SOURCE):
        return "open_source"
    return "open_weights" if "weight" in sentence and any(form.search(sentence) for form in _CLAIMS_WEIGHTS) else None
