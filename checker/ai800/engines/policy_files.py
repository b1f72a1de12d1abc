"""The policies as they ship: their sources, and the digest that says which policies judged."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from ai800.errors import EngineError
from ai800.resources import resource

if TYPE_CHECKING:
    from pathlib import Path


def policies_folder() -> Path:
    return resource("policies")


def policy_sources(folder: Path) -> dict[str, bytes]:
    """Every policy below `folder` but the tests: its path from there (with `/`), and its bytes, in order of path."""
    try:
        found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.rego")}
    except OSError as error:
        raise EngineError("the policies of ai800 cannot be read", "install ai800 again") from error
    return {name: found[name] for name in sorted(found) if not name.endswith("_test.rego")}


def policy_digest(sources: dict[str, bytes], edition: bytes) -> str:
    """`sha256:` and the digest over every policy's path and content, and over the edition file."""
    whole = sha256()
    for name, content in sorted([*sources.items(), ("editions/ipd.yaml", edition)]):
        whole.update(f"{name}\0{sha256(content).hexdigest()}\n".encode())
    return f"sha256:{whole.hexdigest()}"
