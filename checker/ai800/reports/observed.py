"""What the repository itself shows, in a few lines for a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.reports.places import shown_at
from ai800.text import plural, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.assessment.types import Assessment
    from ai800.reports.layout import Page

_NAMES = {
    "name": "name",
    "parameters_total": "parameters",
    "parameters_active": "active parameters",
    "architecture": "architecture",
    "base_models": "base model",
    "licence_weights": "licence of the weights",
    "licence_code": "licence of the code",
    "gate": "gate",
    "weight_links": "weights at",
    "cards": "card",
    "placeholders": "empty section of the card",
    "use_policies": "use policy",
    "security_contacts": "security contact",
    "openness": "calls itself",
    "risks": "risk",
    "problems": "could not be read",
}


class Observed(NamedTuple):
    """One kind of fact: its best value, where it stands ("" where nowhere), how it was found, and how many more."""

    name: str
    value: str
    where: str
    how: str
    more: int = 0


def observed(facts: Mapping[str, Any]) -> Iterator[Observed]:
    """The best of each kind of fact, as an assessment holds them."""
    yield _best("kind", [facts["kind"]])
    if weights := facts["weights"]:
        forms = ", ".join(sorted({each["form"] for each in weights}))
        value, first = f"{plural(len(weights), 'file')}: {forms}", printable(weights[0]["path"])
        yield Observed("weights", value, first, "the first")
    for key, name in _NAMES.items():
        if facts.get(key):
            yield _best(name, facts[key])


def _best(name: str, found: list[dict[str, Any]]) -> Observed:
    best = found[0]
    where = shown_at(best["path"], best["line"]) if best["path"] else ""
    return Observed(name, shown_value(best["value"]), where, best["how"], len(found) - 1)


def shown_value(value: Any) -> str:
    """The value of a fact for a reader: large numbers grouped, the parts of a record with their names."""
    match value:
        case dict():
            parts = {key: part for key, part in value.items() if part not in (None, "")}
            return ", ".join(_part(key, part) for key, part in parts.items())
        case bool():
            return "yes" if value else "no"
        case int():
            return f"{value:,}"
        case list() | tuple():
            return ", ".join(shown_value(part) for part in value)
    return printable(str(value).replace("_", " ") if value in _WORDS else str(value))


def _part(key: str, value: Any) -> str:
    return shown_value(value) if key == "name" else f"{key.replace('_', ' ')} {shown_value(value)}"


# Values that are words of our own vocabulary; everything else is shown as it stands.
_WORDS = frozenset({
    "hugging_face", "not_a_release", "not_gated", "likely_gated", "request_access",
    "model_card", "system_card", "front_matter", "open_source", "open_weights",
})  # fmt: skip


def observed_lines(assessment: Assessment, page: Page) -> list[str]:
    """The observed facts for a terminal."""
    lines = page.bold("Observed in the repository")
    for fact in observed(assessment.facts):
        more = f", and {fact.more} more" if fact.more else ""
        where = f"{fact.where}; {fact.how}" if fact.where else fact.how
        lines += page.wrap(f"{fact.name}: {fact.value} ({where}{more})", "  ", hanging="    ")
    return lines
