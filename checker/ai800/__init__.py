"""NIST AI 800-1 as code: reads a model release and reports its gaps.

`from ai800 import check` is the way in; what `__all__` names is what other programs may rely on.
"""

from __future__ import annotations

TYPE_CHECKING = False  # that of `typing` would cost the import of it before anything else of the command line

if TYPE_CHECKING:
    from ai800.api import CheckOptions, check, compare, diff, observe, what_if
    from ai800.assessment.types import Assessment
    from ai800.errors import (
        Ai800Error,
        EngineError,
        InvalidReleaseError,
        NotAReleaseError,
        ReportError,
        SnapshotError,
        UsageError,
    )

__all__ = [
    "Ai800Error",
    "Assessment",
    "CheckOptions",
    "EngineError",
    "InvalidReleaseError",
    "NotAReleaseError",
    "ReportError",
    "SnapshotError",
    "UsageError",
    "__version__",
    "check",
    "compare",
    "diff",
    "observe",
    "what_if",
]
__version__ = "0.1.0"

# Where each name stands. The command line imports this module first: what it does not need must not be imported here.
_ERRORS = {name: "ai800.errors" for name in __all__ if name.endswith("Error")}
_ENTRIES = dict.fromkeys(("CheckOptions", "check", "compare", "diff", "observe", "what_if"), "ai800.api")
_STANDS_IN = {**_ERRORS, **_ENTRIES, "Assessment": "ai800.assessment.types"}


# A checker of types would take every name, and a misspelt one, for something that is here.
if not TYPE_CHECKING:  # pragma: no branch (only a checker of types goes the other way)

    def __getattr__(name: str) -> object:
        if name not in _STANDS_IN:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(_STANDS_IN[name]), name)


def __dir__() -> list[str]:
    return __all__
