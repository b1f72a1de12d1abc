"""Which versions of OPA may judge."""

from __future__ import annotations

import re

from ai800.errors import EngineError
from ai800.text import printable

# 1.4.0 closed an injection through the path of a rule (CVE-2025-46569).
MINIMUM = (1, 4, 0)
NEEDED = "use OPA " + ".".join(map(str, MINIMUM)) + " or newer"

_VERSION = re.compile(r"v?(\d{1,5})\.(\d{1,5})\.(\d{1,5})")


def require_supported(version: str) -> None:
    """Raises EngineError where `version`, such as `1.22.2`, is too old or no version at all."""
    found = _VERSION.match(version)
    if not found:
        raise EngineError("the OPA server does not say which version it is", NEEDED)
    if tuple(map(int, found.groups())) < MINIMUM:
        raise EngineError(f"OPA {printable(version, 40)} is too old", NEEDED)
