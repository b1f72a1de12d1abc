"""Where the policies, schemas and templates stand: inside the wheel, or at the root of a checkout."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """The path of a file or folder that ships with ai800, such as `schemas/release.schema.json`."""
    inside = _PACKAGE / "_data" / name
    return inside if inside.exists() else _PACKAGE.parent.parent / name


@cache
def release_schema() -> dict[str, Any]:
    """The schema of the release file; whoever validates and whoever builds read the same one, once."""
    schema: dict[str, Any] = json.loads(resource("schemas/release.schema.json").read_text(encoding="utf-8"))
    return schema
