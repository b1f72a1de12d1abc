"""What expires, in words, for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.reports import words
from ai800.reports.places import shown_place
from ai800.text import plural

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ai800.assessment.types import Assessment, Expiry, Note

TITLE = "What expires next"
_SOON = "lapses_soon"
_NOUNS = {
    "evaluations": "evaluation",
    "red_teams": "red team",
    "reviews": "the review of",
    "waivers": "the waiver of",
    "monitoring": "monitoring of",
}
_HOLDS = {
    "valid_until": ("holds until", "expired after"),
    "expires_on": ("holds until", "expired after"),
    "invalidated_on": ("is invalidated on", "was invalidated on"),
    "review_on": ("is to be looked at again on", "was to be looked at again on"),
}


def ended(found: Iterable[Expiry]) -> tuple[Expiry, ...]:
    return tuple(each for each in found if each.ended)


def coming(found: Iterable[Expiry]) -> tuple[Expiry, ...]:
    return tuple(each for each in found if not each.ended)


def what(found: Expiry) -> str:
    """Which record it is and what becomes of it on that day."""
    holds, over = _HOLDS[found.field]
    return f"{_NOUNS[found.section]} {found.id} {over if found.ended else holds} {found.on}"


def when(found: Expiry) -> str:
    """How far off it is."""
    if found.days == 0:
        return "today"
    return f"in {plural(found.days, 'day')}" if found.days > 0 else f"{plural(-found.days, 'day')} ago"


def rests(found: Expiry) -> str:
    """What rests on it, beside the record itself."""
    return ", ".join(each for each in found.rests if each != found.id)


def sentence(found: Expiry) -> str:
    """All of it on one line; what ended is marked."""
    mark = "EXPIRED " if found.ended else ""
    on_it = f"; rests on it: {rests(found)}" if rests(found) else ""
    return f"{mark}{what(found)}, {when(found)}{on_it}{words.at((shown_place(found.place),) if found.place else ())}"


def other_notes(assessment: Assessment) -> tuple[Note, ...]:
    """The notes without those that the section says already."""
    return tuple(note for note in assessment.notes if note.code != _SOON or not assessment.expires)
