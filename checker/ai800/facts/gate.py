"""Whether someone has to ask before they get the weights. The Hub's switch is no file: a file makes it likely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.facts.types import Fact
from ai800.patterns import pattern

if TYPE_CHECKING:
    from ai800.facts.front_matter import FrontMatter
    from ai800.facts.source import Source

_README = pattern(r"readme(?:\.(?:md|markdown|rst|txt))?")
_ASKS = pattern(
    r"\byour requests? (?:is|are|has been) (?:approved|granted|accepted)|\brequests? (?:for )?access\b|"
    r"\b(?:read and )?accept(?:ing)? the (?:\w+ )?(?:licen[cs]e|terms)\b|\baccess\b.{0,60}\brequires? .{0,20}approval|"
    r"\bwait-?list\b|\bfill (?:out|in) .{0,30}\bform\b.{0,60}\b(?:access|weights|download)",
)


def gate(source: Source, matter: FrontMatter) -> tuple[Fact, ...]:
    """Front matter first, then lines of the readme that say how access is asked for."""
    found = []
    stated = matter.data.get("gated")
    if isinstance(stated, bool | str):
        open_to_all = stated is False or str(stated).lower() in {"false", "no", "none"}
        found.append(matter.fact("gated", "not_gated" if open_to_all else "gated"))
    asks = next((key for key in matter.data if key.startswith("extra_gated_")), None)
    if asks:
        found.append(matter.fact(asks, "likely_gated"))
    return (*found, *_lines(source))


def _lines(source: Source) -> tuple[Fact, ...]:
    shared = () if source.readmes else map(source.document, source.shared(_README.fullmatch))
    documents = (*shared, *source.documents)
    return tuple(
        Fact("request_access", document.path, number, "line of the readme")
        for document in filter(None, documents)
        for number, line in document.plain.having("request", "accept", "access", "wait", "fill")
        if _ASKS.search(line.lower())
    )
