"""Models this one was made from, as structured places name them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ai800.facts.types import Fact
from ai800.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.facts.front_matter import FrontMatter
    from ai800.facts.source import Source
    from ai800.facts.weights import Weights

_RELATIONS = frozenset({"adapter", "merge", "quantized", "finetune"})
_HUB = pattern(r"https?://(?:www\.)?(?:huggingface\.co|hf\.co)/([\w.-]+/[\w.-]+)")
_REPOSITORY = pattern(r"[A-Za-z0-9][\w.-]{0,95}/[\w.-]{1,96}")
_LABEL = pattern(r"(?:base model|fine-?tuned from(?: model)?|parent model)(?: \[optional\])?$", re.IGNORECASE)
_MOST = 100


def base_models(
    source: Source, matter: FrontMatter, *, weights: Weights, offered: tuple[Fact, ...] = ()
) -> tuple[Fact, ...]:
    """Value: `{"name", "relation"}`, the relation None where it is not stated. One fact for each name.

    `offered` are the addresses of the weights: what a release calls base model and offers itself is its own.
    """
    found = [*_front_matter(matter), *_adapter(source), *_gguf(weights)]
    found = found or [fact for fact in _labels(source) if not _own(fact, offered)]
    return tuple({fact.value["name"].casefold(): fact for fact in reversed(found)}.values())[::-1]


def names_or_paths(configs: Mapping[str, Mapping[str, Any]]) -> tuple[Fact, ...]:
    """`_name_or_path` of configurations: often the model it was made from, as often the model itself."""
    return tuple(
        Fact(name, path, None, "_name_or_path of the configuration")
        for path, data in configs.items()
        if isinstance(name := data.get("_name_or_path"), str) and _REPOSITORY.fullmatch(name)
    )


def _value(name: str, relation: Any) -> dict[str, str | None]:
    return {"name": name, "relation": relation if isinstance(relation, str) and relation in _RELATIONS else None}


def _front_matter(matter: FrontMatter) -> Iterator[Fact]:
    relation = matter.data.get("base_model_relation")
    for name in matter.texts("base_model")[:_MOST]:
        yield matter.fact("base_model", _value(name, relation))


def _adapter(source: Source) -> Iterator[Fact]:
    for path in source.find("adapter_config.json".__eq__):
        name = (source.json(path) or {}).get("base_model_name_or_path")
        if isinstance(name, str) and name.strip():
            yield Fact(_value(name.strip(), "adapter"), path, None, "configuration of the adapter")


def _gguf(weights: Weights) -> Iterator[Fact]:
    for path, header in weights.gguf.items():
        count = header.keys.get("general.base_model.count")
        for number in range(min(count, _MOST) if type(count) is int else 0):
            key = f"general.base_model.{number}"
            address, name = header.keys.get(f"{key}.repo_url"), header.keys.get(f"{key}.name")
            hub = _HUB.match(address) if isinstance(address, str) else None
            if hub or isinstance(name, str):
                yield Fact(_value(hub[1] if hub else str(name), None), path, None, f"GGUF key {key}")


def _own(fact: Fact, offered: tuple[Fact, ...]) -> bool:
    name = fact.value["name"].casefold()
    return any((hub := _HUB.match(str(link.value))) and hub[1].casefold() == name for link in offered)


def _labels(source: Source) -> Iterator[Fact]:
    """`Base model: org/name` in a card: only where the value is a repository, not a name in words."""
    for document in source.documents:
        for number, name, value in document.labels:
            if _LABEL.match(name):
                hub = _HUB.search(document.lines[number - 1])
                plain = _REPOSITORY.fullmatch(value.strip())
                found = hub[1] if hub else plain[0] if plain else ""
                if found:
                    yield Fact(_value(found, None), document.path, number, "labelled line")
