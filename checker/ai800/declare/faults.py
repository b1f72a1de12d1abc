"""What can be wrong with a piece of text, before it is known where the text stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ai800.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

# More than a person reads in one go. A file of nothing but errors must not fill the memory with them either.
LISTED = 500


class Fault(NamedTuple):
    """A reason and a remedy; neither quotes what was read."""

    reason: str
    remedy: str


def listed(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file and line, each place and field once, at most LISTED of them."""
    seen: dict[tuple[object, ...], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.path, problem.line, problem.column, problem.field or problem.reason), problem)
    ordered = sorted(seen.values(), key=_position)
    if len(ordered) <= LISTED:
        return tuple(ordered)
    more = Problem(f"there are more than {LISTED} problems; the others are not listed", "mend these first")
    return (*ordered[:LISTED], more)


def _position(problem: Problem) -> tuple[str, int, int, str]:
    return problem.path or "", problem.line or 0, problem.column or 0, problem.field or ""
