"""Where to report: holes in the code, harmful output of the model, and which of them a bounty is for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ai800.facts.links import addresses
from ai800.facts.types import Fact
from ai800.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.facts.source import Document, Source

_FILE = pattern(r"security(?:\.(?:md|txt|rst))?", re.IGNORECASE)
_POLICY = pattern(r"(?:acceptable[-_ ]?)?us(?:e|age)[-_ ]?polic(?:y|ies)(?:\.(?:md|txt))?", re.IGNORECASE)
_BOUNTY = pattern(r"\bbount(?:y|ies)\b", re.IGNORECASE)
_OF_MODEL = pattern(
    r"\b(?:risky|harmful|unsafe|offensive|objectionable)\b|\boutputs?\b|\bgenerated\b|\bcontent\b|\bviolat\w+|\bmisuse\b|"
    r"\babuse\b|\bjailbreak\w*|\bunlawful\b|\bmodel behaviou?r",
    re.IGNORECASE,
)
_OF_CODE = pattern(r"\bbugs?\b|\bsecurity\b|\bvulnerabilit\w+", re.IGNORECASE)
_REPORTS = pattern(
    r"\breport(?:ing|ed)?\s+(?:[\w“”\"']+\s+){0,5}?[“”\"']?(?:content|outputs?|violations?|misuse|abuse|behaviou?rs?|"
    r"problems?|issues?|bugs?|vulnerabilit\w+|concerns?|incidents?|security)|"
    r"\b(?:outputs?|content|abuse|misuse|violation|vulnerability) report(?:ing|s)?\b|\bbounty\b|"
    r"\b(?:report|notify|contact|write to|e-?mail)\b.{0,40}\b(?:us|team)\b.{0,40}\b(?:misuse|abuse|security|vulnerab)",
    re.IGNORECASE,
)
_ASKS = pattern(r"report|contact|e-?mail|submi|disclos|bount|vulnerab|program|\bform\b|write|notify", re.IGNORECASE)
_NO_CHANNEL = pattern(r"example\.(?:com|org)|arxiv\.org|localhost|shields\.io|\.(?:png|svg|jpe?g|pdf)$", re.IGNORECASE)


def security_contacts(source: Source) -> tuple[Fact, ...]:
    """Value: `{"scope": code_security, security_bounty, model_output or misuse_bounty, "address": str or None}`."""
    found = [fact for path in source.shared(_FILE, ".github", "docs") for fact in _file(source, path)]
    policies = (source.document(path) for path in source.shared(_POLICY))
    for document in (*source.documents, *filter(None, policies)):
        found.extend(_lines(document))
    return tuple({(fact.value["scope"], fact.value["address"]): fact for fact in reversed(found)}.values())[::-1]


def _file(source: Source, path: str) -> Iterator[Fact]:
    document = source.document(path)
    if document is None:
        return
    count = 0
    for number, line in enumerate(document.lines, 1):
        for address, before in addresses(line) if _ASKS.search(line) else ():
            if not _NO_CHANNEL.search(address):
                count += 1
                scope = "security_bounty" if _BOUNTY.search(before) or _BOUNTY.search(address) else "code_security"
                yield Fact({"scope": scope, "address": address}, path, number, "security policy")
    if not count and any(line.strip() for line in document.lines):
        yield Fact({"scope": "code_security", "address": None}, path, 1, "security policy without an address")


def _lines(document: Document) -> Iterator[Fact]:
    previous = ""
    for number, line in enumerate(document.lines, 1):
        sentence, begin, previous = f"{previous} {line}", previous, line
        if not ("@" in line or "http" in line) or not _REPORTS.search(sentence):
            continue
        for address, before in addresses(line.replace("\\@", "@")):
            scope = _scope(f"{begin} {before}")
            if scope and not _NO_CHANNEL.search(address):
                yield Fact(
                    {"scope": scope, "address": address}, document.path, number, "line that says where to report"
                )


def _scope(before: str) -> str | None:
    """What the words before an address say it is for: of several, the last."""
    marks = [
        (max(found.end() for found in hits), scope)
        for words, scope in ((_OF_MODEL, "model_output"), (_OF_CODE, "code_security"))
        if (hits := list(words.finditer(before)))
    ]
    last = max(marks, default=(0, None))[1]
    if _BOUNTY.search(before):
        return "misuse_bounty" if last == "model_output" and not _OF_CODE.search(before) else "security_bounty"
    return last
