"""What the repository itself shows, each fact with its place and how it was found."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

RepositoryKind = Literal["hugging_face", "vendor", "monorepo", "library", "not_a_release"]
DigestSource = Literal["pointer", "computed"]
WeightForm = Literal["safetensors", "gguf", "onnx", "pickle", "index", "other"]


class Fact(NamedTuple):
    """`path` is from the root of the repository, `line` counts from 1; `how` is one short phrase for a reader."""

    value: Any
    path: str
    line: int | None
    how: str


class WeightFile(NamedTuple):
    """One file of weights. `size` in bytes and `sha256` (hex) are those of the weights, also behind an LFS pointer.

    `sha256_from` says whether a pointer states the digest or it was computed from the bytes; None: not digested.
    """

    path: str
    form: WeightForm
    size: int | None
    sha256: str | None
    pointer: bool
    sha256_from: DigestSource | None = None


class Facts(NamedTuple):
    """All facts of one model. Tuples are in the order of their trustworthiness, best first.

    A repository often shows several models at once (a table of sizes, a folder of configurations): then a tuple holds
    one fact for each, and `how` says which. `parameters_*` that a formula or the headers gave are exact counts;
    `ai800.facts.parameters.exact` tells them from what a text says.
    """

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
    gate: tuple[Fact, ...] = ()  # value: gated, not_gated, likely_gated, request_access
    cards: tuple[Fact, ...] = ()  # value: model_card, system_card or front_matter
    placeholders: tuple[Fact, ...] = ()  # headings and labels of the card under which nothing is said
    use_policies: tuple[Fact, ...] = ()  # value: {"form", "words", "lists_uses"}
    security_contacts: tuple[Fact, ...] = ()  # value: {"scope", "address"}
    openness: tuple[Fact, ...] = ()  # what the release calls itself: open_source, open_weights
    risks: tuple[Fact, ...] = ()  # pickle files, code that runs on load, tags such as uncensored
    problems: tuple[Fact, ...] = ()  # files that could not be read or parsed, and why
    extra: Mapping[str, tuple[Fact, ...]] = MappingProxyType({})  # languages, datasets, training tokens …


def as_data(facts: Facts) -> dict[str, Any]:
    """The facts as JSON-ready data: fields in the order of the class, `extra` by name."""
    fields = facts._asdict()
    kind, extra = fields.pop("kind"), fields.pop("extra")
    data = {name: _each(found) for name, found in fields.items()}
    return {"kind": kind._asdict(), **data, "extra": {name: _each(extra[name]) for name in sorted(extra)}}


def _each(found: tuple[Fact | WeightFile, ...]) -> list[dict[str, Any]]:
    return [each._asdict() for each in found]
