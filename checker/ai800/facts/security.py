"""Where to report: holes in the code, harmful output of the model, and which of them a bounty is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.facts.links import addresses
from ai800.facts.policies import POLICY_FILE
from ai800.facts.types import Fact
from ai800.facts.words import has
from ai800.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.facts.source import Document, Source

_FILES = frozenset({"security", "security.md", "security.txt", "security.rst"})
_BOUNTY = ("bounty", "bounties")
_OF_MODEL = pattern(
    r"\b(?:risky|harmful|unsafe|offensive|objectionable)\b|\boutputs?\b|\bgenerated\b|\bcontent\b|\bviolat\w+|\bmisuse\b|"
    r"\babuse\b|\bjailbreak\w*|\bunlawful\b|\bmodel behaviou?r",
)
_OF_CODE = pattern(r"\bbugs?\b|\bsecurity\b|\bvulnerabilit\w+")
_REPORTS = pattern(
    r"\breport(?:ing|ed)?\s+(?:[\w“”\"']+\s+){0,5}?[“”\"']?(?:content|outputs?|violations?|misuse|abuse|behaviou?rs?|"
    r"problems?|issues?|bugs?|vulnerabilit\w+|concerns?|incidents?|security)|"
    r"\b(?:outputs?|content|abuse|misuse|violation|vulnerability) report(?:ing|s)?\b|\bbounty\b|"
    r"\b(?:report|notify|contact|write to|e-?mail)\b.{0,40}\b(?:us|team)\b.{0,40}\b(?:misuse|abuse|security|vulnerab)",
)
_ASKS = (
    "report", "contact", "email", "e-mail", "submi", "disclos", "bount", "vulnerab", "program", "form", "write",
    "notify",
)  # fmt: skip
_HINTS = ("report", "bounty", "notify", "contact", "write to", "email", "e-mail")
_NO_CHANNEL = ("example.com", "example.org", "arxiv.org", "localhost", "shields.io")
_NO_PAGE = (".png", ".svg", ".jpg", ".jpeg", ".pdf")


def security_contacts(source: Source) -> tuple[Fact, ...]:
    """Value: `{"scope": code_security, security_bounty, model_output or misuse_bounty, "address": str or None}`."""
    found = [fact for path in source.shared(_FILES.__contains__, ".github", "docs") for fact in _file(source, path)]
    policies = (source.document(path) for path in source.shared(POLICY_FILE.fullmatch))
    for document in (*source.documents, *filter(None, policies)):
        found.extend(_lines(document))
    return tuple({(fact.value["scope"], fact.value["address"]): fact for fact in reversed(found)}.values())[::-1]


def _file(source: Source, path: str) -> Iterator[Fact]:
    document = source.document(path)
    if document is None:
        return
    count = 0
    for number, line in enumerate(document.lines, 1):
        for address, before in addresses(line) if has(line, *_ASKS) else ():
            if _is_channel(address):
                count += 1
                scope = "security_bounty" if has(before + address, *_BOUNTY) else "code_security"
                yield Fact({"scope": scope, "address": address}, path, number, "security policy")
    # In small letters it is as often a text about the security of the model.
    if not count and path.rpartition("/")[2].startswith("SECURITY") and any(map(str.strip, document.lines)):
        yield Fact({"scope": "code_security", "address": None}, path, 1, "security policy without an address")


def _is_channel(address: str) -> bool:
    return not has(address, *_NO_CHANNEL) and not address.lower().endswith(_NO_PAGE)


def _lines(document: Document) -> Iterator[Fact]:
    """An address on a line that says where to report, or on the line after it."""
    hinted = {number + after for number, _ in document.plain.having(*_HINTS) for after in (0, 1)}
    for number in sorted(hinted & set(range(1, len(document.lines) + 1))):
        begin = document.lines[number - 2] if number > 1 else ""
        line = document.lines[number - 1].replace("\\@", "@")
        if not ("@" in line or "http" in line) or not _REPORTS.search(f"{begin} {line}".lower()):
            continue
        for address, before in addresses(line):
            # A line that says itself what is to be reported does not speak of what the line before it says.
            said = before if has(before, "report") else f"{begin} {before}"
            scope = _scope(said.lower())
            if scope and _is_channel(address):
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
    if has(before, *_BOUNTY):
        return "misuse_bounty" if last == "model_output" and not _OF_CODE.search(before) else "security_bounty"
    return last
