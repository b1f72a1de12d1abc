"""Addresses in readme files and cards: where the weights can be had, and cards that are somewhere else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ai800.facts.sentences import evaluates
from ai800.facts.types import Fact
from ai800.facts.words import has, words
from ai800.markdown_text import plain_line
from ai800.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.facts.source import Document, Source

URL = pattern(r"https?://[^\s<>\"'`()\[\]{}|\\^]{4,500}")
EMAIL = pattern(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?![\w-])")

_README = pattern(r"readme(?:\.(?:md|markdown|rst|txt))?")
_SCRIPT = pattern(r"download(?:[_-](?:model|models|weights|checkpoints?))?\.(?:sh|py)")
_NO_MODEL = (
    r"(?:docs|spaces|datasets|blog|papers|join|settings|inference|pricing|tasks|learn|chat|login|new|posts|tensorboard)"
)
_HUBS = pattern(
    rf"https?://(?:www\.)?(?:(?:huggingface\.co|hf\.co)/(?!{_NO_MODEL}(?:/|$))(?:collections/)?[\w.-]+(?:/[\w.-]+)?/?$|"
    r"(?:huggingface\.co|hf\.co)/(?:collections/)?[\w.-]+/[\w.-]+/(?:tree|resolve|blob)/|"
    r"modelscope\.cn/(?:models|organization|collections)/|kaggle\.com/models/|(?:models|files)\.[\w.-]*mistral)",
    re.IGNORECASE,
)
_ARCHIVE = pattern(
    r"https?://.+\.(?:safetensors|gguf|tar|tar\.gz|tgz|pth|pt|ckpt|bin|nemo|npz)(?:[?#].*)?$", re.IGNORECASE
)
_MAGNET = pattern(r"magnet:\?xt=urn:bt[\w:&=%.;/+-]{8,400}")
_COMMAND = pattern(
    r"(?:huggingface-cli|hf) download (?!--)([\w.-]+/[\w.-]+)|"
    r"snapshot_download\(\s?(?:repo_id=)?[\"']([\w.-]+/[\w.-]+)[\"']|"
    r"(?<!-)\bllama (?:model )?download .{0,40}(--model-id)"
)
_OFFERS = words(
    "hub", "download", "weight", "checkpoint", "hugging face", "huggingface", "modelscope", "kaggle", "model card",
    "modelcard", "collection", "\U0001f917",
)  # fmt: skip
# A link that is called nothing but "models".
_CALLED_MODELS = pattern(r"\[\W{0,6}models?\W{0,3}\]\(https?://", re.IGNORECASE)
_OTHERS = words(
    "thanks community delta tokenizer optimizer dataset* compare* outperform* baseline* teacher",
    *(f"{tuned} {link}" for tuned in ("tune", "tuned") for link in ("of", "from", "version")),
    "based on", "derived from", "adapted from", "built on", "built upon", "initialized from", "initialised from",
    "third party", "quantized version", "quantized ggml version", "distilled from", "trained on outputs",
    "trained on the outputs", "trained with outputs",
)  # fmt: skip
_OTHERS_SECTION = (
    "integration", "application", "community", "derived", "related", "thanks", "license", "licence", "dataset",
    "training data", "ecosystem", "adoption", "awesome",
)  # fmt: skip
_CARD_LINK = pattern(
    r"\[([^\[\]]{0,80}(?:model|system)[ -]?card[^\[\]]{0,80})\]{1,2}\((https?://[^()\s]{1,400})\)", re.IGNORECASE
)
_PAPER_ON_CARDS = ("model cards for model reporting", "arxiv.org/abs/1810.03993", "arxiv.org/pdf/1810.03993")
_NO_WEIGHTS = ("/example", "/sample", "/demo", "/data/", "/dataset", "embedding", "/results")
_CARD_ANCHOR = pattern(
    r"<a\s[^<>]{0,200}href=\"(https?://[^\"]{1,400})\"[^<>]{0,200}>\s{0,5}(?:<[a-z]{1,10}>){0,3}[^<>]{0,40}"
    r"(?:model|system)[ -]?card[^<>]{0,40}<",
    re.IGNORECASE,
)


def weight_links(source: Source) -> tuple[Fact, ...]:
    """Where the weights can be had, as far as the readme offers them; a link to someone else's model is none.

    A model in a folder without a readme of its own is offered in that of the repository.
    """
    paths = source.readmes or source.shared(_README.fullmatch)
    documents = [*filter(None, map(source.document, paths)), *source.documents]
    scripts = (Fact(path, path, None, "download script") for path in source.find(_SCRIPT.fullmatch))
    found = [*(fact for each in dict.fromkeys(documents) for fact in _links(each)), *scripts]
    return tuple({fact.value: fact for fact in reversed(found)}.values())[::-1]


def card_links(source: Source) -> tuple[Fact, ...]:
    """Links that are called a model or system card and lead out of the repository."""
    return tuple(
        Fact(address, document.path, number, "link to a card elsewhere")
        for document in source.documents
        for number, line in enumerate(document.lines, 1)
        if "http" in line and "card" in line.lower() and not has(line, *_PAPER_ON_CARDS)
        for address in [*(found[1] for found in _CARD_LINK.findall(line)), *_CARD_ANCHOR.findall(line)]
    )


def addresses(line: str) -> Iterator[tuple[str, str]]:
    """Each address or e-mail address in a line, with the words that stand before it."""
    for form in (URL, EMAIL):
        for found in form.finditer(line):
            yield found[0].rstrip(".,;:!?*_"), line[max(0, found.start() - 120) : found.start()]


def _links(document: Document) -> Iterator[Fact]:
    heads, theirs = _heads(document), _bases(document)
    for number, line in enumerate(document.code, 1):
        if not ("http" in line or "magnet:" in line or "download" in line):
            continue
        said = f"{plain_line(line)} {document.over(number)} {heads.get(number, '')} {URL.sub(' ', line)}"
        if _offered(document.over(number), line, said=said):
            for address in _hosted(line):
                if (number, address) not in theirs:
                    yield Fact(address, document.path, number, "offered for download")


def _heads(document: Document) -> dict[int, str]:
    """The heads of the columns of the table that a line belongs to."""
    heads: dict[int, str] = {}
    for table in document.tables:
        words_of_head = " ".join(head.text for head in table.header)
        heads |= {cell.line: words_of_head for row in (table.header, *table.rows) for cell in row}
    return heads


def _bases(document: Document) -> set[tuple[int, str]]:
    """Line and address of what a table names as the base of a model: it is not offered, if others made it."""
    found: set[tuple[int, str]] = set()
    for table in document.tables:
        columns = {number for number, head in enumerate(table.header) if has(head.text, "base model")}
        for row in table.rows if columns else ():
            own = {
                _owner(each) for number, cell in enumerate(row) if number not in columns for each in _hosted(cell.raw)
            }
            bases = [
                (row[number].line, each) for number in columns if number < len(row) for each in _hosted(row[number].raw)
            ]
            found.update((line, each) for line, each in bases if own and _owner(each) not in own)
    return found


def _owner(address: str) -> str:
    """`https://hub/owner` of an address on a hub, in lower case."""
    return "/".join(address.lower().split("/")[:4])


def _hosted(line: str) -> Iterator[str]:
    yield from _MAGNET.findall(line)
    for found in _COMMAND.finditer(line):
        name = found[1] or found[2]
        yield f"https://huggingface.co/{name}" if name else "llama download"
    for found in URL.finditer(line):
        address = found[0].rstrip(".,;:!?*_")
        if _HUBS.match(address) or (_ARCHIVE.match(address) and not has(address, *_NO_WEIGHTS)):
            yield address


def _offered(titles: str, line: str, *, said: str) -> bool:
    """Whether `said`, the words that are all about an address in `line`, offer it, and it is nobody else's."""
    theirs = (part for part in _OTHERS_SECTION if not (part == "dataset" and has(titles, "model")))
    if evaluates(titles) or has(titles, *theirs) or _OTHERS.among(line):
        return False
    return _OFFERS.among(said) or _CALLED_MODELS.search(line) is not None
