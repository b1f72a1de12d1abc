"""Where the policies, schemas and templates stand: inside the wheel, or at the root of a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """The path of a file or folder that ships with ai800, such as `schemas/release.schema.json`."""
    inside = _PACKAGE / "_data" / name
    return inside if inside.exists() else _PACKAGE.parent.parent / name
