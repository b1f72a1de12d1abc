"""Which licence a text is. Well-known ones by the digest of all their words, custom ones by their title.

A text that holds a known licence and more is not that licence. Words are compared: letter case, spacing, punctuation,
`http` or `https`, and the names of the holders make no difference.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import NamedTuple

from ai800.facts.words import has
from ai800.patterns import pattern

_WORDS = pattern(r"[^a-z0-9+ ]+")
# The words that each expression begins with, so that it is asked only of a text that has them.
_HOLDERS = (
    ("neither the name", pattern(r"neither the names? of .{1,200}? nor the names of \w+ contributors"), "neither name"),
    (
        "this software is provided by",
        pattern(r"this software is provided by .{1,160}? as is and"),
        "this software is provided as is and",
    ),
    ("in no event shall", pattern(r"in no event shall .{1,160}? be liable"), "in no event shall any be liable"),
    (
        "conditions are met",
        pattern(r"(?<=conditions are met )[1a] |(?<=following disclaimer )[2b] |(?<=with the distribution )[3c] "),
        "",
    ),
)
_LONGEST_OPENING = 400  # characters before a licence: its name and who holds the copyright
_CHANGED = ("modified", "commons clause", "condition", "additional", "restrict", "except", "noncommercial", "non comm")


class _Known(NamedTuple):
    """`digest` is the SHA-256 of the words from `start` to before `end`; after that only `tail` may follow."""

    spdx: str
    start: str
    digest: str
    end: str = ""
    tail: str = ""


_END = "end of terms and conditions"
_KNOWN = (
    _Known(
        "MIT",
        "permission is hereby granted free of charge",
        "986ce2aa46dbfa2e4ddbf5d0227a9937c0dfd2bb5529323611108615b9789081",
    ),
    _Known(
        "Apache-2.0",
        "apache license version 2 0 january 2004",
        "37599287c15c2f2ec060c3c3b55bdf69e3bc7a8aeeb9cd57e18800088789538a",
        _END,
        "appendix how to apply",
    ),
    # The same without the letters of its lists, as converters leave it.
    _Known(
        "Apache-2.0",
        "apache license version 2 0 january 2004",
        "af6dca118f57402364d8eb0f8a29c256ba5f0d23fe338a071017b3b81a7a639b",
        _END,
        "appendix how to apply",
    ),
    _Known(
        "BSD-3-Clause",
        "redistribution and use in source and binary forms",
        "3888e3556b6d54ff4fdfa6d8e6a030dd2276ff1a2c0584522dd2747f3845da3d",
    ),
    _Known(
        "BSD-2-Clause",
        "redistribution and use in source and binary forms",
        "54175c8e64769175811eb76be49e751d80372781291cd38a63670d13a889786f",
    ),
    _Known(
        "GPL-3.0-only",
        "gnu general public license version 3",
        "4895908fb678c09870c62e365e3e36094356da158ed4867e68c1af918bfe5c74",
        _END,
        "how to apply these terms",
    ),
    _Known(
        "AGPL-3.0-only",
        "gnu affero general public license version 3",
        "8ab6b141b9f6eba9dd624012c9a7d2b307c8b2876404679eee46be2ddfb30f9c",
        _END,
        "how to apply these terms",
    ),
    _Known(
        "GPL-2.0-only",
        "gnu general public license version 2",
        "e1bcfaf28e42eba7ac6b0aa31f0165c8241a74641090fe675acc693f1a3e5df1",
        _END,
        "how to apply these terms",
    ),
    _Known(
        "LGPL-3.0-only",
        "gnu lesser general public license version 3",
        "ab1202917a49a52eb4671fc091c00933076c119053fff6e8b5849ca93d6b53b3",
    ),
    _Known(
        "MPL-2.0",
        "mozilla public license version 2 0",
        "f82071285728ca3ec7685ee9bc4acdae0b8267142a4d20b8f1805eabedb4a98a",
    ),
    _Known(
        "CC0-1.0",
        "creative commons legal code cc0 1 0 universal",
        "96bdc7f63190fb4bd1ae584b890300ed7517d858b34c945642a3b9b2f1612a5f",
    ),
)
_APACHE_NOTICE = (
    "licensed under the apache license version 2 0 the license you may not use this file except in compliance"
)
_LONGEST_NOTICE = 900

# Titles of licences that are not on the SPDX list, under the names the Hugging Face Hub knows them by where it does.
_TITLES = {
    "llama2": ("llama 2 community license",),
    "llama3": ("llama 3 community license",),
    "llama3.1": ("llama 3 1 community license",),
    "llama3.2": ("llama 3 2 community license",),
    "llama3.3": ("llama 3 3 community license",),
    "llama4": ("llama 4 community license",),
    "gemma": ("gemma terms of use",),
    "deepseek": ("deepseek license agreement", "deepseek model license agreement"),
    "databricks-open-model-license": ("databricks open model license", "databricks open source license"),
    "nvidia-open-model-license": ("nvidia open model license",),
    "openrail++": ("creativeml open rail++ m", "creativeml openrail++ m"),
    "creativeml-openrail-m": ("creativeml open rail m", "creativeml openrail m"),
    "bigscience-bloom-rail-1.0": ("bigscience rail", "bigscience bloom rail"),
    "bigscience-openrail-m": ("bigscience open rail m", "bigscience openrail m"),
    "bigcode-openrail-m": ("bigcode open rail m", "bigcode openrail m"),
    "openrail": ("open rail m", "openrail m"),
    "tongyi-qianwen-research": ("tongyi qianwen research license",),
    "tongyi-qianwen": ("tongyi qianwen license",),
    "qwen-research": ("qwen research license",),
    "qwen": ("qwen license",),
    "mrl": ("mistral ai research license",),
    "mnpl": ("mistral ai non production license",),
    "stabilityai-ai-community": ("stability ai community license",),
    "falcon-llm-license": ("falcon llm license", "falcon license", "falcon 180b tii license", "tii falcon license"),
    "grok2-community": ("grok 2 community license",),
    "apple-amlr": ("apple machine learning research model license",),
    "deepfloyd-if-license": ("deepfloyd if license",),
    "fair-noncommercial-research-license": ("fair noncommercial research license",),
    "openmdw-1.0": ("openmdw license agreement version 1 0",),
    "openmdw-1.1": ("openmdw license agreement version 1 1",),
    "modified-mit": ("modified mit license",),
}
_CREATIVE_COMMONS = pattern(
    r"\battribution( noncommercial)?( noderivatives| noderivs)?( sharealike)? ([34]) 0 international"
)
_NAMED = ("license", "licence", "agreement", "terms of use", "terms and conditions")
_TITLE_WITHIN = 300
_LONGEST_NAME = 60
_URL = pattern(r"(?:[\w ,]{0,80}\blicen[cs]e\b[\w ,]{0,80}:?\s{1,3})?<?(https?://\S{1,500}?)>?$", re.IGNORECASE)
_NO_NAME = pattern(
    r"\W*licen[cs]es?(?: (?:information|notice|overview|terms|summary|file|details))?\W*$", re.IGNORECASE
)
# Licences of code under another name or with other words: nothing shows that they are for models.
_OF_CODE = pattern(r"LicenseRef-(?:the-)?(?:apache|mit|bsd|gnu|mozilla|a?gpl|lgpl|isc|eclipse|boost)\b")


def words(text: str) -> str:
    """The words of a text, as licences are compared by them."""
    return " ".join(_WORDS.sub(" ", text.lower().replace("https://", "http://")).split())


def identify(text: str) -> str:
    """The SPDX identifier of a licence text, `LicenseRef-…` for one that is not on the SPDX list.

    A text of unknown licence is named after its first line, and `LicenseRef-unnamed` where that names none.
    """
    said = words(text)
    return _known(said) or _titled(said[:_TITLE_WITHIN]) or _unknown(text)


def only_address(text: str) -> str | None:
    """The address, where the file holds nothing else but perhaps a word that the licence stands there."""
    found = _URL.match(text.strip()) if "://" in text[:_LONGEST_OPENING] else None
    return found[1] if found else None


def _known(said: str) -> str | None:
    body = said
    for begin, holder, fold in _HOLDERS:
        body = holder.sub(fold, body) if begin in body else body
    if _APACHE_NOTICE in body[:_LONGEST_OPENING] and len(body) < _LONGEST_NOTICE:
        return "Apache-2.0"
    return next((known.spdx for known in _KNOWN if _is(body, known)), None)


def _is(said: str, known: _Known) -> bool:
    opening, start, rest = said.partition(known.start)
    if not start or len(opening) > _LONGEST_OPENING or has(opening, *_CHANGED):
        return False
    body, end, tail = (start + rest).partition(known.end) if known.end else (start + rest, "", "")
    if end and tail.strip() and not tail.strip().startswith(known.tail):
        return False
    return sha256(body.strip().encode()).hexdigest() == known.digest


def _titled(opening: str) -> str | None:
    commons = _CREATIVE_COMMONS.search(opening) if "attribution" in opening else None
    if commons:
        marks = zip(commons.groups()[:3], ("NC", "ND", "SA"), strict=True)
        return "-".join(["CC-BY", *(mark for given, mark in marks if given), f"{commons[4]}.0"])
    found = ((opening.find(title), name) for name, titles in _TITLES.items() for title in titles if title in opening)
    first = min(found, default=None)
    return f"LicenseRef-{first[1]}" if first else None


def _unknown(text: str) -> str:
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    name = reference(line) if has(line, *_NAMED) and not _NO_NAME.match(line) else ""
    return name or "LicenseRef-unnamed"


def of_code(spdx: str) -> bool:
    """Whether a licence that is on no list goes by the name of one for code."""
    return _OF_CODE.match(spdx) is not None


def reference(name: str) -> str:
    """`LicenseRef-…` for the name of a licence, "" where the name holds nothing that such an id may hold."""
    kept = "-".join(re.findall(r"[a-z0-9.+]+", name.lower()[: 2 * _LONGEST_NAME]))[:_LONGEST_NAME].strip("-.")
    return f"LicenseRef-{kept}" if kept else ""
