"""What changed as data: valid under schemas/changes.schema.json."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.reports import words
from ai800.reports.changes_words import outcome
from ai800.reports.data import finding_data
from ai800.reports.json_text import json_text

if TYPE_CHECKING:
    from ai800.changes.types import Changes, RowChange, Side

CHANGES_VERSION = 1


def changes_json(changes: Changes) -> str:
    return json_text(changes_data(changes))


def changes_data(changes: Changes) -> dict[str, Any]:
    """The same changes give the same data."""
    return {
        "changes": CHANGES_VERSION,
        "tool": {"name": "ai800", "version": changes.new.run["version"]},
        "statements": {"draft": words.DRAFT, "met": words.MET, "sources": words.SOURCES, "variants": words.VARIANTS},
        "outcome": {
            "exit_code": changes.exit_code,
            "sentence": outcome(changes),
            "regressions": list(changes.regressions),
        },
        "old": _side(changes.old),
        "new": _side(changes.new),
        "differences": list(changes.differences),
        "incomparable": list(changes.incomparable),
        "rows": {
            "compared": changes.rows.compared,
            "changes": [_row(change) for change in changes.rows.changes],
            "unknown": list(changes.rows.unknown),
            "added": list(changes.rows.added),
            "removed": list(changes.rows.removed),
        },
        "disagreements": {
            "appeared": [finding_data(each) for each in changes.disagreements_new],
            "gone": [finding_data(each) for each in changes.disagreements_gone],
        },
        "cautions": [each._asdict() for each in changes.cautions],
        "facts": [each._asdict() for each in changes.facts],
        "entries": [each._asdict() for each in changes.entries],
    }


def _side(side: Side) -> dict[str, Any]:
    return side._asdict()


def _row(change: RowChange) -> dict[str, Any]:
    lists = {name: [finding_data(each) for each in getattr(change, name)] for name in ("appeared", "gone")}
    return change._asdict() | lists
