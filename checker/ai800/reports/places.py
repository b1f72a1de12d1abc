"""Places in files, as every report writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.text import printable

if TYPE_CHECKING:
    from ai800.assessment.types import Finding
    from ai800.declare.types import Place


def shown_place(place: Place) -> str:
    """`path:line`, or the path alone where no line is known."""
    return shown_at(place.path, place.line)


def shown_at(path: str, line: int | None) -> str:
    path = printable(path)
    return path if line is None else f"{path}:{line}"


def places(finding: Finding) -> tuple[str, ...]:
    """Where a finding is: one place, or both of a disagreement."""
    return tuple(shown_place(place) for place in (finding.place, finding.other) if place is not None)
