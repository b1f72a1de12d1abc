"""How many parameters the model has, from the best source to the weakest.

Headers of safetensors and GGUF, formula over the configuration, bytes of the weights over bytes per parameter, what a
table or a sentence says, the name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.facts.configuration import count
from ai800.facts.parameters_text import from_names, from_texts
from ai800.facts.source import key_line
from ai800.facts.types import Fact
from ai800.facts.weight_index import total_size
from ai800.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ai800.facts.safetensors import Header
    from ai800.facts.source import Source
    from ai800.facts.types import WeightFile
    from ai800.facts.weights import Weights

_HEADERS = "sum over the headers of the weights"
_FORMULA = "formula over the configuration"

_CONFIG = pattern(r"(?:.*/)?(?:config(?:_[\w.]{1,40})?|params)\.json", re.IGNORECASE)
_PART = pattern(r"[-_](\d{5})-of-(\d{5})(?=\.)")
_VARIANT = pattern(r"adapter|lora|[-_.](?:fp16|bf16|non_ema|ema|8bit|4bit)\b", re.IGNORECASE)
_CANONICAL = ("model", "pytorch_model", "diffusion_pytorch_model", "consolidated")
_MOST_CONFIGS = 50
_BYTES = {"float64": 8, "float32": 4, "bfloat16": 2, "float16": 2}


class Parameters(NamedTuple):
    """`part` counts one part of a model that has several, such as the text part of one that also sees."""

    total: tuple[Fact, ...]
    active: tuple[Fact, ...]
    part: tuple[Fact, ...]


def exact(fact: Fact) -> bool:
    """Whether a fact about parameters is a count of all of them, and not what a text says or bytes suggest."""
    return fact.how in {_HEADERS, _FORMULA}


def configs(source: Source) -> dict[str, dict[str, Any]]:
    """The model configurations by path, `config.json` of the model's own folder first."""
    named = [path for path in source.own if _CONFIG.fullmatch(path) and not source.aside(path)]
    ordered = sorted(named, key=lambda path: (path.count("/"), not path.endswith("config.json"), path))
    found = ((path, source.json(path)) for path in ordered[:_MOST_CONFIGS])
    return {path: data for path, data in found if data is not None}


def parameters(source: Source, weights: Weights, *, found_configs: Mapping[str, dict[str, Any]]) -> Parameters:
    own = found_configs.get(f"{source.folder}/config.json".lstrip("/"), {})
    counted = sorted(_formulas(source, found_configs), key=lambda each: -each[0].value)
    formulas = [each for each in counted if each[0].how == _FORMULA]
    said = from_texts(source)
    named = from_names(source)
    total = [
        *_from_safetensors(source, weights, config=own),
        *_from_gguf(weights),
        *(fact for fact, _ in formulas),
        *_from_bytes(source, weights, config=own),
        *_largest_first(said.total),
        *named.total,
    ]
    active = [*(fact for _, fact in formulas if fact), *_largest_first(said.active), *named.active]
    part = (fact for fact, _ in counted if fact.how != _FORMULA)
    return Parameters(_distinct(total), _distinct(active), tuple(part))


def _largest_first(said: list[Fact]) -> Iterator[Fact]:
    """Of the sizes that one table or text lists, the largest before the others: it is what most is asked of."""
    for _, alike in groupby(said, lambda fact: (fact.path, fact.how.partition(",")[0])):
        yield from sorted(alike, key=lambda fact: -fact.value)


def _distinct(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The first fact of each value in each way of finding it."""
    seen: dict[tuple[Any, str], Fact] = {}
    for fact in facts:
        seen.setdefault((fact.value, fact.how), fact)
    return tuple(seen.values())


def _groups(files: Iterable[WeightFile]) -> dict[tuple[str, str], list[WeightFile]]:
    """Files that belong together: the parts of one model, by folder and name."""
    groups: dict[tuple[str, str], list[WeightFile]] = defaultdict(list)
    for each in files:
        folder, _, name = each.path.rpartition("/")
        groups[folder, _PART.sub("", name).rpartition(".")[0]].append(each)
    return groups


def _whole(group: list[WeightFile]) -> bool:
    """Whether no part is missing, by what the names of the parts say."""
    stated = [int(found[2]) for each in group if (found := _PART.search(each.path))]
    return len(group) == (stated[0] if stated else 1)


def _main(source: Source, files: Iterable[WeightFile]) -> list[list[WeightFile]]:
    """The groups that make up the model: one, or for a pipeline of several parts one in the folder of each part."""
    groups = {key: group for key, group in _groups(files).items() if not _VARIANT.search(key[1])}
    here = {name: group for (folder, name), group in groups.items() if folder == source.folder}
    if here:
        chosen = next((here[name] for name in _CANONICAL if name in here), None)
        return [chosen] if chosen else list(here.values()) if len(here) == 1 else []
    if not source.find("model_index.json".__eq__):
        return []
    parts = {folder: group for (folder, name), group in groups.items() if name in _CANONICAL}
    return list(parts.values())


def _from_safetensors(source: Source, weights: Weights, *, config: Mapping[str, Any]) -> Iterator[Fact]:
    groups = _main(source, (each for each in weights.files if each.form == "safetensors"))
    headers = [weights.safetensors.get(each.path) for group in groups for each in group]
    read = [header for header in headers if header is not None]
    if not read or len(read) < len(headers) or not all(map(_whole, groups)):
        return
    counts = [_own_count(header, config) for header in read]
    known = [each for each in counts if each is not None]
    if len(known) == len(counts):
        yield Fact(sum(known), groups[0][0].path, None, _HEADERS)


def _own_count(header: Header, config: Mapping[str, Any]) -> int | None:
    """Without the output layer where it is a copy of the embedding."""
    tied = config.get("tie_word_embeddings") is True
    return header.parameters if header.parameters is None or not tied else header.parameters - header.output


def _from_gguf(weights: Weights) -> Iterator[Fact]:
    """Each file or set of parts is the whole model, in one quantisation or another."""
    for group in _groups(each for each in weights.files if each.form == "gguf").values():
        headers = [weights.gguf.get(each.path) for each in group]
        counts = [header.parameters for header in headers if header is not None and header.parameters]
        if len(counts) == len(group) and _whole(group) and not _VARIANT.search(group[0].path):
            yield Fact(sum(counts), group[0].path, None, _HEADERS)


def _formulas(source: Source, found: Mapping[str, dict[str, Any]]) -> Iterator[tuple[Fact, Fact | None]]:
    for path, data in found.items():
        counted = count(data)
        if counted is None:
            continue
        how = f"{_FORMULA}, {counted.part} only" if counted.part else _FORMULA
        line = key_line(source.text(path) or "", counted.key)
        active = None if counted.active is None else Fact(counted.active, path, line, how)
        yield Fact(counted.total, path, line, how), active


def _from_bytes(source: Source, weights: Weights, *, config: Mapping[str, Any]) -> Iterator[Fact]:
    """Only where every parameter takes the same, known number of bytes."""
    dtype = config.get("dtype", config.get("torch_dtype"))
    width = _BYTES.get(dtype.removeprefix("torch.")) if isinstance(dtype, str) else None
    if width is None or config.get("quantization_config") is not None:
        return
    for each in weights.files:
        if each.form == "index" and "safetensors" in each.path and (size := total_size(source, each.path)):
            yield Fact(size // width, each.path, 1, f"total_size of the index at {width} bytes a parameter")
    for group in _main(source, (each for each in weights.files if each.form == "safetensors")):
        sizes = [each.size for each in group if each.size is not None]
        if len(sizes) == len(group) and _whole(group):
            yield Fact(sum(sizes) // width, group[0].path, None, f"size of the files at {width} bytes a parameter")
