"""Reads schemas/vocabulary.yaml: every field with its kind and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "schemas" / "vocabulary.yaml"


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `kind` is the first word of its notation, `of` the words after it, `fields` those of a record."""

    kind: str
    of: tuple[str, ...]
    required: bool
    about: str
    fields: dict[str, Field]


def vocabulary() -> dict[str, Field]:
    return {name: _field(notation) for name, notation in yaml.safe_load(SOURCE.read_text(encoding="utf-8")).items()}


def _field(notation: Any) -> Field:
    text = notation if isinstance(notation, str) else notation["_"]
    words, _, about = text.partition("|")
    kind, *of = words.split()
    fields = {} if isinstance(notation, str) else {name: _field(n) for name, n in notation.items() if name != "_"}
    return Field(kind.rstrip("!"), tuple(of), kind.endswith("!"), about.strip(), fields)
