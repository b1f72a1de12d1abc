"""What MkDocs calls while it builds the site: `make docs`."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

_LINK = re.compile(r"\[([^\]]+)\]\(([^()\s:]+)\)")


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """Without the links that lead out of docs/: the site holds nothing else, and says so by their words alone."""
    folder = PurePosixPath(page.file.src_uri).parent
    return _LINK.sub(lambda link: link[1] if _leaves(folder, link[2]) else link[0], markdown)


def _leaves(folder: PurePosixPath, target: str) -> bool:
    depth = 0
    for step in (folder / target).parts:
        depth += -1 if step == ".." else 1
        if depth < 0:
            return True
    return False
