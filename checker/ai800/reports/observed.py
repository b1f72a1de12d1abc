"""What the repository itself shows, in a few lines for a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.text import plural, printable

if TYPE_CHECKING:
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


def observed(assessment: Assessment, page: Page) -> list[str]:
    """The facts of an assessment: the best of each kind, with its place and how many more there are."""
    facts = assessment.facts
    lines = [page.paint("Observed in the repository", "bold")]
    lines += page.wrap(f"kind: {facts['kind']['value']} ({facts['kind']['how']})", "  ", "    ")
    if facts["weights"]:
        count = plural(len(facts["weights"]), "file")
        lines += page.wrap(f"weights: {count}, first {facts['weights'][0]['path']}", "  ", "    ")
    for name, said in _NAMES.items():
        if facts.get(name):
            lines += page.wrap(f"{said}: {_fact(facts[name])}", "  ", "    ")
    return lines


def _fact(found: list[dict[str, Any]]) -> str:
    best = found[0]
    value = best["value"]
    shown = value.get("name", "") if isinstance(value, dict) else str(value)
    place = best["path"] if best["line"] is None else f"{best['path']}:{best['line']}"
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    return f"{printable(shown)} ({place}; {best['how']}{more})"
