"""Runs every collector over one source and puts what they found together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.facts.base_model import base_models, names_or_paths
from ai800.facts.card import cards, dates, placeholders
from ai800.facts.front_matter import front_matter
from ai800.facts.gate import gate
from ai800.facts.identity import architecture, names, risks
from ai800.facts.kind import kind, model_folders
from ai800.facts.licence import licences
from ai800.facts.links import card_links, weight_links
from ai800.facts.openness import openness
from ai800.facts.parameters import configs, parameters
from ai800.facts.policies import use_limits, use_policies
from ai800.facts.security import security_contacts
from ai800.facts.training import training
from ai800.facts.types import Facts
from ai800.facts.weight_index import weight_bytes
from ai800.facts.weights import weights

if TYPE_CHECKING:
    from ai800.facts.front_matter import FrontMatter
    from ai800.facts.source import Source
    from ai800.facts.types import Fact


def collect(source: Source) -> Facts:
    matter, found = front_matter(source), weights(source)
    links, configured = weight_links(source), configs(source)
    counted, licence = parameters(source, found, found_configs=configured), licences(source, matter, weights=found)
    fields: dict[str, Any] = {
        "kind": kind(source, matter, weights=found, links=links),
        "models": model_folders(source, matter),
        "name": names(source, matter, weights=found),
        "weights": found.files,
        "weight_links": links,
        "parameters_total": counted.total,
        "parameters_active": counted.active,
        "architecture": architecture(configured, found),
        "base_models": base_models(source, matter, weights=found, offered=links),
        "licence_weights": tuple(licence.weights),
        "licence_code": tuple(licence.code),
        "gate": gate(source, matter),
        "cards": cards(source, matter),
        "placeholders": placeholders(source, matter),
        "use_policies": use_policies(source, matter),
        "security_contacts": security_contacts(source),
        "openness": openness(source, matter),
        "risks": (*found.risks, *risks(configured, matter)),
    }
    more = {
        "parameters_part": counted.part,
        "licence_links": tuple(licence.links),
        "card_links": card_links(source),
        "card_dates": dates(source),
        "use_limits": use_limits(source),
        "name_or_path": names_or_paths(configured),
        "weight_bytes": weight_bytes(source, found.files),
        **training(source),
    }
    stated = _of_matter(matter)
    extra = {name: (*stated.get(name, ()), *more.get(name, ())) for name in {**stated, **more}}
    extra = {name: found for name, found in extra.items() if found}
    return Facts(**fields, extra=extra, problems=_once(source.problems))


def _of_matter(matter: FrontMatter) -> dict[str, tuple[Fact, ...]]:
    """What front matter says besides."""
    named = {"languages": "language", "datasets": "datasets", "tags": "tags"}
    found: dict[str, tuple[Fact, ...]] = {}
    found |= {name: (matter.fact(key, list(matter.texts(key))),) for name, key in named.items() if matter.texts(key)}
    emitted = matter.data.get("co2_eq_emissions")
    grams = emitted.get("emissions") if isinstance(emitted, dict) else emitted
    if isinstance(grams, str | int | float) and not isinstance(grams, bool):
        found["co2_grams"] = (matter.fact("co2_eq_emissions", grams),)
    return found


def _once(problems: list[Fact]) -> tuple[Fact, ...]:
    return tuple({(fact.path, fact.value): fact for fact in problems}.values())
