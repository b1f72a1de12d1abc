"""Repositories with a release on `main` and a change of it on `change`, for tests of what a base decides."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.support.git import Repository, make_repository
from tests.support.releases import write_release

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = "2026-06-01"
GAP = "ipd:2.2.4"  # what a release without a contingency leaves open
WAIVERS = ".ai800/waivers.yaml"
GATE = ".ai800/gate.yaml"


def waiver(row: str = GAP, **changes: str) -> dict[str, str]:
    return {
        "id": row, "scope": "release", "reason": "The plan is being written and will be there in autumn.",
        "approver": "Ada Lovelace", "created_on": "2026-05-01", "expires_on": "2026-12-01", **changes,
    }  # fmt: skip


def waivers(*entries: dict[str, str]) -> dict[str, str | bytes]:
    return {WAIVERS: json.dumps(entries or [waiver()], indent=1)}


def declared(repository: Repository) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((repository.root / "ai800.yaml").read_text(encoding="utf-8"))
    return data


def released(data: dict[str, Any]) -> dict[str, str | bytes]:
    return {"ai800.yaml": json.dumps(data, indent=1)}


def with_gap(repository: Repository) -> dict[str, str | bytes]:
    """The release without its contingency."""
    data = declared(repository)
    data["roadmap"].pop("contingency")
    return released(data)


def begun(root: Path, *, gap: bool = False, **first: str | bytes) -> Repository:
    """A complete release committed on `main`, with a gap where asked; then `change` is checked out."""
    repository = make_repository(root / "release")
    write_release(repository.root, "open")
    files: dict[str, str | bytes] = {f".ai800/{name}.yaml": content for name, content in first.items()}
    repository.commit(files | (with_gap(repository) if gap else {}))
    repository.git("checkout", "--quiet", "-b", "change")
    return repository
