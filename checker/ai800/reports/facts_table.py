"""Every fact that was observed, as a table and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ai800.facts.types import as_data
from ai800.reports.layout import joined
from ai800.text import plural, printable

if TYPE_CHECKING:
    from ai800.facts.types import Facts
    from ai800.reports.layout import Page


def facts_json(facts: Facts) -> str:
    return json.dumps(as_data(facts), indent=2, ensure_ascii=True, allow_nan=False, sort_keys=True) + "\n"


def facts_table(facts: Facts, page: Page) -> str:
    """One block for each kind of fact: value, place and how it was found."""
    data = as_data(facts)
    kinds = {name: found for name, found in data.items() if name not in {"kind", "weights", "extra"} and found}
    blocks = [_block("kind", [data["kind"]], page), _weights(data["weights"], page)]
    blocks += [_block(name.replace("_", " "), found, page) for name, found in (kinds | data["extra"]).items()]
    return joined(blocks)


def _block(name: str, found: list[dict[str, Any]], page: Page) -> list[str]:
    lines = [page.paint(name, "bold")]
    for fact in found:
        place = fact["path"] if fact["line"] is None else f"{fact['path']}:{fact['line']}"
        where = f" ({printable(place)}; {fact['how']})" if place else f" ({fact['how']})"
        lines += page.wrap(f"{_shown(fact['value'])}{where}", "  ", "    ")
    return lines


def _weights(found: list[dict[str, Any]], page: Page) -> list[str]:
    if not found:
        return []
    lines = [page.paint(f"weights ({plural(len(found), 'file')})", "bold")]
    for weights in found:
        size = "size unknown" if weights["size"] is None else f"{weights['size']:,} bytes"
        pointer = ", behind an LFS pointer" if weights["pointer"] else ""
        lines += page.wrap(f"{weights['path']} ({weights['form']}, {size}{pointer})", "  ", "    ")
    return lines


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {_shown(part)}" for key, part in value.items() if part not in (None, ""))
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return printable(str(value))
