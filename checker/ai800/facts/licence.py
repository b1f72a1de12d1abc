"""The licence of the weights and, apart from it, of the code.

A licence file in a repository of code often covers only the code: it counts for the weights where it is made for
models, where it stands beside weights, or where a sentence says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ai800.facts.licence_names import from_hub, restricted, written
from ai800.facts.licence_texts import identify, of_code, only_address
from ai800.facts.sentences import denies
from ai800.facts.types import Fact
from ai800.facts.words import has, words
from ai800.patterns import pattern

__all__ = ["FROM_FILE", "LICENCE_FILE", "Licences", "licences", "restricted"]

if TYPE_CHECKING:
    from ai800.facts.front_matter import FrontMatter
    from ai800.facts.source import Document, Source
    from ai800.facts.weights import Weights

LICENCE_FILE = pattern(
    r"(?:model[_-]?)?(?:un)?licen[cs]e"
    r"(?:[-_. ](?:code|models?|weights|model[_-]?weights|agreement|apache|mit|bsd|2\.0))*(?:\.(?:md|txt|rst))?|"
    r"copying(?:\.\w+)?|model[_-]licen[cs]e\w*(?:\.\w+)?",
)
FROM_FILE = "text of the licence file"
_BADGE = pattern(r"shields\.io/badge/((?:[^-/\s\"')]|--){1,60})-((?:[^-/\s\"')]|--){1,60})-", re.IGNORECASE)
_GRANTS = pattern(
    r"\b(?:licensed|released|available|distributed|open[- ]sourced|provided|governed|published|covered|subject)\b"
    r".{0,60}?\b(?:under|by|with|to)\b|\b(?:under|follows?|adopts?|uses?) (?:the |an? )?.{0,40}licen[cs]e",
)
_SAYS_WEIGHTS = words("model models weight weights checkpoint checkpoints")
_SAYS_CODE = words("code codebase repository repo software scripts")
_SAYS_OTHERS = words(
    "dataset datasets data originally tokenizer", "derived from", "third party", "initialized from", "initialised from"
)
_OF_BEFORE = ("They are ", "All are ", "Both are ", "These are ")
_PARTLY = words("remain remains additional modified amended earlier older previous", "up to", "prior to", "except for")
_MODEL_FOLDERS = ("model_licenses", "model_licences", "model-licenses", "model-licences")
_ANY_LICENCE = pattern(r"licen[cs]e[-_.][\w.+-]{1,60}")
_UNNAMED = frozenset({"LicenseRef-other", "LicenseRef-unnamed"})


class Licences:
    def __init__(self) -> None:
        self.weights: list[Fact] = []
        self.code: list[Fact] = []
        self.links: list[Fact] = []  # addresses where a licence is said to stand

    def add(self, fact: Fact, *, weights: bool, code: bool) -> None:
        if weights:
            self.weights.append(fact)
        if code:
            self.code.append(fact)


def licences(source: Source, matter: FrontMatter, *, weights: Weights) -> Licences:
    """Facts of both licences, the most certain first."""
    found = Licences()
    _front_matter(found, matter)
    _gguf(found, weights)
    beside = bool(matter.path or weights.files)
    for path in source.shared(LICENCE_FILE.fullmatch):
        _file(found, source, path=path, beside_weights=beside)
    for path in source.inside_of(_MODEL_FOLDERS, _ANY_LICENCE.fullmatch):
        _file(found, source, path=path, beside_weights=True)
    for document in source.documents:
        _badges(found, document)
        _sentences(found, document)
    for facts in (found.weights, found.code):
        facts.sort(key=lambda fact: fact.value in _UNNAMED)  # a name says more than that there is another licence
    return found


def _front_matter(found: Licences, matter: FrontMatter) -> None:
    names = matter.texts("license_name")
    known = [spdx for each in matter.texts("license") if (spdx := from_hub(each, names[0] if names else None))]
    if known:
        found.weights.append(matter.fact("license", " AND ".join(dict.fromkeys(known))))
    found.links.extend(matter.fact("license_link", link) for link in matter.texts("license_link"))


def _gguf(found: Licences, weights: Weights) -> None:
    for path, header in weights.gguf.items():
        ident, name = header.keys.get("general.license"), header.keys.get("general.license.name")
        if isinstance(ident, str):
            spdx = from_hub(ident, name if isinstance(name, str) else None)
            found.weights.extend([Fact(spdx, path, None, "GGUF key general.license")] if spdx else [])


def _file(found: Licences, source: Source, *, path: str, beside_weights: bool) -> None:
    text = source.text(path)
    if text is None or not text.strip():
        return
    address = only_address(text)
    if address:
        found.links.append(Fact(address, path, 1, "the licence file holds only an address"))
        return
    name = path.rpartition("/")[2]
    spdx = identify(text)
    line = next(number for number, each in enumerate(text.split("\n"), 1) if each.strip())
    of_models = beside_weights or (spdx.startswith("LicenseRef-") and restricted(spdx) and not of_code(spdx))
    weights = has(name, "model", "weight") or (of_models and not has(name, "code"))
    found.add(Fact(spdx, path, line, FROM_FILE), weights=weights, code=not weights)


def _badges(found: Licences, document: Document) -> None:
    if "shields.io" not in document.text:
        return
    for number, line in enumerate(document.lines, 1):
        for label, value in _BADGE.findall(line) if "shields.io" in line else ():
            spdx = written(re.sub(r"--|_|%20", " ", value))
            if spdx and has(label, "licen"):
                fact = Fact(spdx, document.path, number, "licence badge")
                found.add(fact, weights=has(label, "model", "weight"), code=has(label, "code"))


def _meant(document: Document, number: int, *, sentence: str) -> str:
    """What a sentence that begins with `They` speaks of: the sentence before it in its paragraph."""
    if not sentence.startswith(_OF_BEFORE):
        return ""
    items = document.sentences.items
    before = items[items.index((number, sentence)) - 1]
    near = items[0] != (number, sentence) and all(map(str.strip, document.lines[before[0] - 1 : number]))
    return before[1] if near else ""


def _sentences(found: Licences, document: Document) -> None:
    for number, sentence in document.sentences.having("license", "licence"):
        said = f"{_meant(document, number, sentence=sentence)} {sentence}".strip().lower()
        spdx = written(said) if _GRANTS.search(said) else None
        if spdx and not denies(said) and not _SAYS_OTHERS.among(said):
            fact = Fact(spdx, document.path, number, "sentence")
            partly = _PARTLY.among(said) and not spdx.startswith("LicenseRef-")
            found.add(fact, weights=_SAYS_WEIGHTS.among(said) and not partly, code=_SAYS_CODE.among(said))
