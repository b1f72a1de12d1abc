"""Release repositories on disk, made from the base releases of the case tables."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from tools.case_data import base, changed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DIGEST = "a" * 64
POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{DIGEST}\nsize 5000\n"
_SAID = (
    "This page says in more than twenty words what was done, who did it, on which day it was done, "
    "how it was checked, and what came of it in the end for this release."
)


def write_release(folder: Path, name: str = "open", change: Mapping[str, Any] | None = None) -> Path:
    """A folder with an ai800.yaml and every page that it names as evidence; weights where it publishes some."""
    data = changed(base(name), change or {})
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, indent=1)
    (folder / "ai800.yaml").write_text(text, encoding="utf-8")
    for page in set(re.findall(r'"(docs/[\w.-]+\.md)', text)):
        (folder / page).parent.mkdir(exist_ok=True)
        (folder / page).write_text(f"# Page\n\n{_SAID}\n", encoding="utf-8")
    if name != "closed":
        (folder / "model.safetensors").write_text(POINTER, encoding="utf-8")
    return folder
