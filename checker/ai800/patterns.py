"""Regular expressions that are compiled when they are first used.

There are some two hundred here, and compiling them all would cost more than all else that is done at a start; over one
repository most are never asked.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Later:
    """Stands in for a pattern: whatever is asked of it is compiled for, once, and then kept."""

    def __init__(self, expression: str, flags: re.RegexFlag) -> None:
        self._expression = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._expression, self._flags), name)
        setattr(self, name, found)
        return found


def pattern(expression: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """As `re.compile`, at the time of the first use."""
    return cast("re.Pattern[str]", _Later(expression, flags))
