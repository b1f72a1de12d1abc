"""What the repository itself shows, each fact with its place and how it was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

RepositoryKind = Literal["hugging_face", "vendor", "monorepo", "library", "not_a_release"]
WeightForm = Literal["safetensors", "gguf", "onnx", "pickle", "index", "other"]


@dataclass(frozen=True, slots=True)
class Fact:
    """`path` is from the root of the repository, `line` counts from 1; `how` is one short phrase for a reader."""

    value: Any
    path: str
    line: int | None
    how: str


@dataclass(frozen=True, slots=True)
class WeightFile:
    """One file of weights. `size` in bytes and `sha256` are those of the weights, also behind an LFS pointer."""

    path: str
    form: WeightForm
    size: int | None
    sha256: str | None
    pointer: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of one model. Tuples are in the order of their trustworthiness, best first."""

    kind: Fact
    models: tuple[Fact, ...] = ()  # folders of a monorepo that hold a model each
    name: tuple[Fact, ...] = ()
    weights: tuple[WeightFile, ...] = ()
    weight_links: tuple[Fact, ...] = ()  # addresses where the weights can be had (hub, torrent, download script)
    parameters_total: tuple[Fact, ...] = ()
    parameters_active: tuple[Fact, ...] = ()
    architecture: tuple[Fact, ...] = ()
    base_models: tuple[Fact, ...] = ()  # value: {"name", "relation" or None}
    licence_weights: tuple[Fact, ...] = ()  # value: SPDX expression or LicenseRef-…
    licence_code: tuple[Fact, ...] = ()
    gate: tuple[Fact, ...] = ()
    cards: tuple[Fact, ...] = ()  # value: kind of card
    placeholders: tuple[Fact, ...] = ()  # headings of the card under which nothing is said
    use_policies: tuple[Fact, ...] = ()
    security_contacts: tuple[Fact, ...] = ()
    openness: tuple[Fact, ...] = ()  # what the release calls itself: open_source, open_weights
    risks: tuple[Fact, ...] = ()  # pickle files, code that runs on load, tags such as uncensored
    problems: tuple[Fact, ...] = ()  # files that could not be read or parsed, and why
    extra: dict[str, tuple[Fact, ...]] = field(default_factory=dict)  # languages, datasets, training tokens …
