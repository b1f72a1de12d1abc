"""Every fact that was observed, as a table and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.facts.types import as_data
from ai800.reports.json_text import json_text
from ai800.reports.layout import joined
from ai800.reports.observed import shown_value
from ai800.reports.places import shown_at
from ai800.text import plural, printable

if TYPE_CHECKING:
    from ai800.facts.types import Facts
    from ai800.reports.layout import Page


_FROM = {"pointer": "which states the digest", "computed": "digest computed", None: "not digested"}


def facts_json(facts: Facts) -> str:
    return json_text(as_data(facts))


def facts_table(facts: Facts, page: Page) -> str:
    """One block for each kind of fact: value, place and how it was found."""
    data = as_data(facts)
    kinds = {name: found for name, found in data.items() if name not in {"kind", "weights", "extra"} and found}
    blocks = [_block("kind", [data["kind"]], page=page), _weights(data["weights"], page)]
    blocks += [_block(name.replace("_", " "), found, page=page) for name, found in (kinds | data["extra"]).items()]
    return joined(blocks)


def _block(name: str, found: list[dict[str, Any]], *, page: Page) -> list[str]:
    lines = page.bold(printable(name))
    for fact in found:
        where = f"{shown_at(fact['path'], fact['line'])}; " if fact["path"] else ""
        lines += page.wrap(f"{shown_value(fact['value'])} ({where}{fact['how']})", "  ", hanging="    ")
    return lines


def _weights(found: list[dict[str, Any]], page: Page) -> list[str]:
    if not found:
        return []
    lines = page.bold(f"weights ({plural(len(found), 'file')})")
    for weights in found:
        size = "size unknown" if weights["size"] is None else f"{weights['size']:,} bytes"
        pointer = ", behind an LFS pointer" if weights["pointer"] else ""
        known = _FROM[weights["sha256_from"]]
        lines += page.wrap(f"{weights['path']} ({weights['form']}, {size}{pointer}, {known})", "  ", hanging="    ")
        lines += [f"    sha256 {weights['sha256']}"] if weights["sha256"] else []
    return lines
