"""What kind of repository this is: whether it releases a model at all, and where several models lie."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from ai800.facts.policies import POLICY_FILE
from ai800.facts.types import Fact
from ai800.facts.weights import looks_like_weights
from ai800.facts.words import has, words
from ai800.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.facts.front_matter import FrontMatter
    from ai800.facts.source import Document, Source
    from ai800.facts.weights import Weights

_DECLARED = "ai800.yaml"
_PIPELINE = "model_index.json"
_HUB_FILES = frozenset({"config.json", _PIPELINE, "params.json", "adapter_config.json"})
_HUB_KEYS = ("pipeline_tag", "library_name", "base_model", "model-index", "license", "tags", "language", "datasets")
_PICKLED = (".bin", ".pb", ".npz", ".pkl")
_PACKAGING = frozenset({
    "pyproject.toml", "setup.py", "setup.cfg", "package.json", "cargo.toml", "go.mod", "pom.xml", "build.gradle",
    "build.gradle.kts", "cmakelists.txt", "composer.json", "package.swift",
})  # fmt: skip
_PACKAGED = (".gemspec", ".csproj")
_NOT_A_MODEL_FOLDER = frozenset({
    "doc", "docs", "documentation", "modelcard", "modelcards", "model_card", "model_cards", "model-cards", "cards",
    "assets", "figures", "scripts",
})  # fmt: skip

_SUBJECT = (
    r"(?:language|foundation|vision|multi-?modal|diffusion|speech|text|code|coding|embedding|reasoning|generative|image|"
    r"audio|video|world|open|moe|mixture|dense|thinking|agentic|chat|transformer|llm|neural)"
)
_IS_A_MODEL = pattern(
    r"\b(?:is|are|introduc\w+|present\w*|announc\w+|releas\w+|open[- ]?sourc\w+|contains?|provides?|for|running)\b"
    rf"[^.]{{0,120}}?(?:\b{_SUBJECT}\b|-to-)[^.]{{0,60}}?\b(?:models?|llms?|family|series|flavors)\b|"
    rf"\bllms?\b(?= (?:by|from)\b)|\b(?:run|serve|load) our \w+ model\b",
)
_IS_A_TOOL = words(
    "library libraries framework toolkit tool tools engine sdk benchmark leaderboard harness dataset corpus platform "
    "wrapper plugin package client binding bindings tutorial tutorials course cookbook recipes guide survey awesome "
    "curated app application interface server api compiler",
    "suite for",
    "pipeline for",
)
_LICENSED = pattern(
    r"\b(?:models?|weights|checkpoints)\b[^.]{0,80}?"
    r"\b(?:licensed|released|distributed|provided) (?:separately|under)\b",
    re.IGNORECASE,
)
_THEIRS = words("respective individual third", "their own", "its own", "original licen")
_LEAD_LINES = 12
_LONG = 600
_SHORT = 24  # characters: a line of links or a badge says nothing
_HUB_OWNER = pattern(r"(?:huggingface\.co|hf\.co|modelscope\.cn/models)/(?:collections/)?([\w.-]+)", re.IGNORECASE)
_OWN_SHARE = 0.5
_SEVERAL = 2


def model_folders(source: Source, matter: FrontMatter) -> tuple[Fact, ...]:
    """The folders of a repository that hold one model each, where the repository itself is none of them."""
    if any(key in matter.data for key in _HUB_KEYS) or source.find(_PIPELINE.__eq__):
        return ()
    by_folder: dict[str, list[str]] = defaultdict(list)
    for path in source.own:
        folder, _, name = source.inside(path).rpartition("/")
        by_folder[folder].append(name)
    signs = {folder: sign for folder, names in by_folder.items() if (sign := _model_sign(source, folder, names=names))}
    if "" in signs:
        return ()
    outer = [folder for folder in sorted(signs) if not any(_holds(other, folder) for other in signs)]
    if len(outer) < 2:  # noqa: PLR2004 one folder is not several models
        return ()
    prefix = f"{source.folder}/" if source.folder else ""
    return tuple(
        Fact(prefix + folder, f"{prefix}{folder}/{signs[folder]}", None, "folder of a model") for folder in outer
    )


def _holds(outer: str, inner: str) -> bool:
    return inner.startswith(f"{outer}/")


def _model_sign(source: Source, folder: str, *, names: list[str]) -> str | None:
    """The file in a folder that shows a model there."""
    inside = f"{source.folder}/{folder}".strip("/")
    if folder.rpartition("/")[2].lower() in _NOT_A_MODEL_FOLDER or source.aside(f"{inside}/"):
        return None
    cards = [path.rpartition("/")[2] for path, _ in source.cards if path.rpartition("/")[0] == inside]
    declared = [name for name in names if name == _DECLARED]
    configured = [name for name in names if name in _HUB_FILES]
    weighty = configured and any(looks_like_weights(name) and not name.endswith(_PICKLED) for name in names)
    return next(iter([*declared, *cards, *(configured if weighty else [])]), None)


def kind(source: Source, matter: FrontMatter, *, weights: Weights, links: tuple[Fact, ...]) -> Fact:
    """One of the kinds of `RepositoryKind`, with the file that shows it and, in `how`, why."""
    if not source.own:
        return Fact("not_a_release", source.folder, None, "there is no file")
    return next(_kinds(source, matter, weights=weights, links=links))


def _kinds(source: Source, matter: FrontMatter, *, weights: Weights, links: tuple[Fact, ...]) -> Iterator[Fact]:
    folders = model_folders(source, matter)
    if folders:
        yield Fact("monorepo", folders[0].path, None, f"{len(folders)} folders that hold a model each")
    yield from _hub(source, matter, weights=weights)
    yield from _vendor(source, weights)
    packaging = source.find(_is_packaging)
    offered = _offers(source, links, packaged=bool(packaging))
    if offered:
        yield offered
    if packaging:
        yield Fact(
            "library",
            packaging[0],
            None,
            "a package of code; no weights, card, model licence or offer of weights of its own was found",
        )
    yield Fact("not_a_release", source.own[0], None, "no weights, card, model licence or offer of weights of its own")


def _hub(source: Source, matter: FrontMatter, *, weights: Weights) -> Iterator[Fact]:
    configured = source.find(_HUB_FILES.__contains__)
    tracked = [each for each in weights.files if "/" not in source.inside(each.path) or configured]
    keys = [key for key in _HUB_KEYS if key in matter.data]
    if keys and (configured or tracked):
        yield matter.fact(keys[0], "hugging_face")
    elif configured and tracked:
        yield Fact("hugging_face", configured[0], None, "a model configuration beside weights")
    elif {"pipeline_tag", "base_model", "model-index"} & set(matter.data):
        yield Fact("hugging_face", matter.path, 1, "front matter of a model card")


def _vendor(source: Source, weights: Weights) -> Iterator[Fact]:
    for files, how in (
        (source.find(_DECLARED.__eq__), "declared as a release"),
        (tuple(path for path, _ in source.cards), "a model or system card"),
        (tuple(each.path for each in weights.files), "weights in the tree"),
        (source.find(_is_model_licence), "a licence of the model"),
        (source.find(POLICY_FILE.fullmatch), "a use policy"),
    ):
        if files:
            yield Fact("vendor", files[0], None, how)


def _is_packaging(name: str) -> bool:
    return name in _PACKAGING or name.endswith(_PACKAGED)


def _is_model_licence(name: str) -> bool:
    return "licen" in name and has(name, "model", "weight")


def _offers(source: Source, links: tuple[Fact, ...], *, packaged: bool) -> Fact | None:
    """Whether the readme gives the weights of a model that it presents as its own.

    Where there is no package of code, several links to the models of one owner are enough.
    """
    own = [link for link in links if link.path in source.readmes]
    presented = _presented(source)
    licensed = _licensed(source)
    if licensed and (own or presented) and _one_owner(links):
        how = "the readme presents models and says what their weights are under"
        return Fact("vendor", licensed.path, licensed.line, how)
    if not links or not _one_owner(links) or (packaged and not own):
        return None
    if presented:
        how = "the readme presents a model and says where its weights are"
        return Fact("vendor", presented.path, presented.line, how)
    several = not packaged and len(own) >= _SEVERAL
    return (
        Fact("vendor", own[0].path, own[0].line, "the readme offers several models of one owner") if several else None
    )


def _licensed(source: Source) -> Fact | None:
    """The sentence of the readme that says under what its models or weights are released."""
    for document in filter(None, map(source.document, source.readmes)):
        for number, sentence in document.sentences.having("licen"):
            if _LICENSED.search(sentence) and not _THEIRS.among(sentence):
                return Fact("licensed", document.path, number, "sentence")
    return None


def _one_owner(links: tuple[Fact, ...]) -> bool:
    """Whether most of the hub's addresses belong to one owner: a list of many people's models releases none."""
    owners = Counter(owner.lower() for link in links for owner in _HUB_OWNER.findall(str(link.value)))
    return not owners or owners.most_common(1)[0][1] >= _OWN_SHARE * owners.total()


def _lead(document: Document) -> Iterator[tuple[int, str]]:
    """The sentences that begin on the first lines that say something."""
    lines = [number for number, text in document.plain.items if len(text) > _SHORT][:_LEAD_LINES]
    for number, text in document.sentences.items:
        if len(text) > _SHORT and number <= max(lines, default=0):
            yield number, text[:_LONG].lower()


def _presented(source: Source) -> Fact | None:
    """The line among the first of the readme that presents a model, unless they present a tool."""
    for path in source.readmes:
        document = source.document(path)
        for number, text in _lead(document) if document else ():
            first = _IS_A_MODEL.search(text)
            if first and not _IS_A_TOOL.among(text[: first.end()]):
                return Fact("model", path, number, "sentence")
    return None
