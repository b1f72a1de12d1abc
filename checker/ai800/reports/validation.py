"""What `ai800 validate` says: whether the release file is valid, and what became of each reference to evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.assessment.assess import trouble_finding
from ai800.reports.layout import joined
from ai800.reports.places import shown_place
from ai800.text import plural, printable

if TYPE_CHECKING:
    from ai800.api import Reading
    from ai800.release.types import Reference
    from ai800.reports.layout import Page

_SOUND = frozenset({"resolved", "external"})


def broken(reading: Reading) -> bool:
    """Whether something in the release file leads nowhere, or nothing was there to validate."""
    return not reading.declaration.present or bool(_faulty(reading) or reading.release.troubles)


def validation(reading: Reading, page: Page) -> str:
    """The outcome first, then each reference that does not resolve and each id that leads nowhere."""
    return joined([_outcome(reading, page), _references(reading, page), _troubles(reading, page)])


def _faulty(reading: Reading) -> list[Reference]:
    return [reference for reference in reading.release.references if reference.resolution.status not in _SOUND]


def _outcome(reading: Reading, page: Page) -> list[str]:
    if not reading.declaration.present:
        return page.wrap("ai800: there is no ai800.yaml to validate; `ai800 init` writes one")
    references = reading.release.references
    outside = sum(reference.resolution.status == "external" for reference in references)
    faulty, troubles = len(_faulty(reading)), len(reading.release.troubles)
    records = "id or record" if troubles == 1 else "ids or records"
    wrong = f"{plural(faulty, 'reference')} without content, {troubles} {records} out of place"
    lines = page.wrap(f"ai800: {', '.join(reading.declaration.files)} valid; {wrong}")
    said = f"{plural(len(references), 'reference')} to evidence, {outside} of them outside what can be read here"
    return lines + page.wrap(said)


def _references(reading: Reading, page: Page) -> list[str]:
    lines = []
    for reference in _faulty(reading):
        resolution = reference.resolution
        where = _where(reading, reference.pointer)
        text = f"{where}{printable(resolution.shown)} {resolution.status.replace('_', ' ')}: {resolution.detail}"
        lines += page.wrap(text, "  - ", "    ")
    return lines


def _troubles(reading: Reading, page: Page) -> list[str]:
    lines = []
    for trouble in reading.release.troubles:
        finding = trouble_finding(reading.declaration, trouble)
        text = f"{_where(reading, trouble.pointer)}{finding.message}; {finding.remedy}"
        lines += page.wrap(text, "  - ", "    ")
    return lines


def _where(reading: Reading, pointer: str) -> str:
    place = reading.declaration.place(pointer)
    return f"{shown_place(place)}: " if place else ""
