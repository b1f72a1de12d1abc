"""What the model is called, how it is built, and what about its files asks for care."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.facts.types import Fact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ai800.facts.front_matter import FrontMatter
    from ai800.facts.source import Source
    from ai800.facts.weights import Weights

_GENERIC = (
    "table of contents", "contents", "introduction", "overview", "model card", "model details", "model information",
    "model summary", "use", "license", "install",
)  # fmt: skip
_TAGS_OF_RISK = ("uncensored", "abliterated", "not-for-all-audiences")


def names(source: Source, matter: FrontMatter, *, weights: Weights) -> tuple[Fact, ...]:
    """The names in front matter and GGUF, then the title of the readme or of the first card."""
    index = matter.data.get("model-index")
    entries = index if isinstance(index, list) else []
    found = [
        matter.fact("model-index", entry["name"])
        for entry in entries[:1]
        if isinstance(entry, dict) and isinstance(entry.get("name"), str)
    ]
    for path, header in list(weights.gguf.items())[:1]:
        name = header.keys.get("general.name")
        found.extend([Fact(name, path, None, "GGUF key general.name")] if isinstance(name, str) else [])
    folder = source.folder.rpartition("/")[2]
    placed = [Fact(folder, source.folder, None, "name of the folder")] if folder else []
    return (*found, *(_titles(source) or _labelled(source)), *placed)


def _titles(source: Source) -> list[Fact]:
    """The first heading of the first level in the first text that has one, unless every card has such a heading."""
    firsts = (next((each for each in document.headings if each.level == 1), None) for document in source.documents)
    titled = ((document.path, each) for document, each in zip(source.documents, firsts, strict=True) if each)
    path, heading = next(titled, ("", None))
    if heading is None or heading.title.lower().startswith(_GENERIC):
        return []
    return [Fact(heading.title, path, heading.line, "title")]


def _labelled(source: Source) -> list[Fact]:
    """`**Model name:** Foo` in the first text that has it."""
    return [
        Fact(value, document.path, number, "labelled line")
        for document in source.documents
        for number, name, value in document.labels
        if name.lower() in {"model name", "name of the model"} and value
    ][:1]


def architecture(configs: Mapping[str, Mapping[str, Any]], weights: Weights) -> tuple[Fact, ...]:
    found = [
        Fact(value, path, None, "configuration")
        for path, data in configs.items()
        for value in _architectures(data)
        if isinstance(value, str)
    ]
    for path, header in list(weights.gguf.items())[:1]:
        built = header.keys.get("general.architecture")
        found.extend([Fact(built, path, None, "GGUF key general.architecture")] if isinstance(built, str) else [])
    return tuple(found)


def _architectures(data: Mapping[str, Any]) -> list[Any]:
    listed = data.get("architectures")
    return listed if isinstance(listed, list) and listed else [data.get("model_type")]


def risks(configs: Mapping[str, Mapping[str, Any]], matter: FrontMatter) -> tuple[Fact, ...]:
    """Code of the repository that runs when the model is loaded, and tags that say safeguards were taken off."""
    code = (
        Fact("code_on_load", path, None, "auto_map of the configuration names code of the repository")
        for path, data in configs.items()
        if data.get("auto_map")
    )
    tags = {tag.lower() for tag in matter.texts("tags")}
    return (*code, *(matter.fact("tags", tag) for tag in _TAGS_OF_RISK if tag in tags))
