"""Where uses are forbidden: a file of its own, an attachment of the licence, the gate's prompt, a section or a link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ai800.facts.licence import LICENCE_FILE
from ai800.facts.links import URL
from ai800.facts.types import Fact
from ai800.facts.words import has
from ai800.markdown_text import lines_of, prose, word_count
from ai800.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.facts.front_matter import FrontMatter
    from ai800.facts.source import Source

POLICY_FILE = pattern(
    r"(?:acceptable[-_ ]?)?us(?:e|age)[-_ ]?polic(?:y|ies)(?:\.(?:md|txt|rst|pdf|html))?|aup(?:\.(?:md|txt|pdf))?|"
    r"(?:prohibited|restricted)[-_ ]uses?(?:\.(?:md|txt))?|use[-_ ](?:based[-_ ])?restrictions(?:\.(?:md|txt))?",
)
_ATTACHED = pattern(
    r"^[ \t#*]{0,10}(?:(?:attachment|appendix|exhibit|annex|schedule)[ \t]+[A-Z0-9]\b[^\n]{0,40}\s{1,20})?"
    r"(?:prohibited uses?|use[- ](?:based[- ])?restrictions?|restricted uses?)\b[ \t:*]{0,10}$|"
    r"^[ \t#*]{0,10}(?:attachment|appendix|exhibit|annex|schedule)[ \t]+[A-Z0-9]\b[^\n]{0,10}\s{1,20}"
    r"acceptable use policy[ \t:*]{0,10}$",
    re.IGNORECASE | re.MULTILINE,
)
_ITEM = pattern(r"^[ \t]*(?:[-*+•]|\(?[a-z0-9]{1,3}[.)])[ \t]+\S", re.MULTILINE | re.IGNORECASE)
_FORBIDS = (
    "agree not", "agree that you will not", "agree you will not", "prohibit", "must not", "may not", "shall not",
    "not to use", "will not use",
)  # fmt: skip
_LINKED = ("use polic", "usage polic")
_LIMITS = ("misuse", "out of scope", "prohibited", "restricted use", "unintended use", "use restrictions")
_LEAST_ITEMS = 3
_LEAST_PROMPT = 50


def use_policies(source: Source, matter: FrontMatter) -> tuple[Fact, ...]:
    """Value: `{"form": file, licence_attachment, gate_prompt or link, "words": count, "lists_uses": bool}`."""
    return (*_files(source), *_attachments(source), *_prompt(matter), *_links(source))


def use_limits(source: Source) -> tuple[Fact, ...]:
    """Headings of the readme and the cards under which uses are ruled out."""
    return tuple(
        Fact(each.title, document.path, each.line, "heading")
        for document in source.documents
        for each in document.headings
        if has(each.title.replace("-", " "), *_LIMITS)
    )


def _value(form: str, text: str) -> dict[str, str | int | bool]:
    listed = len(_ITEM.findall(text)) >= _LEAST_ITEMS and has(text, *_FORBIDS)
    return {"form": form, "words": word_count(prose(text)), "lists_uses": listed}


def _files(source: Source) -> Iterator[Fact]:
    for path in source.shared(POLICY_FILE.fullmatch):
        text = "" if path.lower().endswith(".pdf") else source.text(path)
        if text is not None:
            value = _value("file", text)
            how = "name of the file" if value["lists_uses"] else "name of the file, which lists no uses"
            yield Fact(value, path, 1, how)


def _attachments(source: Source) -> Iterator[Fact]:
    for path in source.shared(LICENCE_FILE.fullmatch):
        text = source.text(path) or ""
        found = _ATTACHED.search(text)
        if found:
            line = text.count("\n", 0, found.start()) + 1
            yield Fact(_value("licence_attachment", text[found.start() :]), path, line, "part of the licence")


def _prompt(matter: FrontMatter) -> Iterator[Fact]:
    prompt = matter.data.get("extra_gated_prompt")
    value = _value("gate_prompt", prompt) if isinstance(prompt, str) else None
    if value and int(value["words"]) >= _LEAST_PROMPT and has(str(prompt), *_FORBIDS):
        yield matter.fact("extra_gated_prompt", value)


def _links(source: Source) -> Iterator[Fact]:
    for document in source.documents:
        for number, line in enumerate(lines_of(document.text), 1):
            if "http" in line and has(line, *_LINKED) and document.lines[number - 1]:
                near = next((url[0] for url in URL.finditer(line) if has(line[: url.start()][-80:], *_LINKED)), None)
                if near:
                    yield Fact({**_value("link", ""), "address": near}, document.path, number, "link to a policy")
