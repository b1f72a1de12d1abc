"""The problems of release data in the short form in which tables of tests list them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ai800.errors import InvalidReleaseError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable


def refused(read: Callable[[], object]) -> tuple[Problem, ...]:
    """The problems with which `read` refuses its input."""
    with pytest.raises(InvalidReleaseError) as refusal:
        read()
    return refusal.value.problems


def short(problem: Problem) -> str:
    """`line:column field: reason`, as far as there is a line and a field."""
    place = f"{problem.line}:{problem.column}" if problem.line else "-"
    return f"{place} {problem.field or '-'}: {problem.reason}"
