"""What `ai800 validate` says: whether the release file is valid, and what became of each reference to evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.reports.layout import joined
from ai800.reports.places import shown_place
from ai800.text import plural, printable

if TYPE_CHECKING:
    from ai800.reading import Stated
    from ai800.release.types import Reference
    from ai800.reports.layout import Page

_NOTHING = (
    "ai800: there is no ai800.yaml to validate in what was read; `ai800 init` writes one, and one that stands in the"
    " folder is read with --staged after `git add`"
)
_SOUND = frozenset({"resolved", "external"})


def broken(stated: Stated) -> bool:
    """Whether something in the release file leads nowhere, or nothing was there to validate."""
    return not stated.declaration.present or bool(_faulty(stated) or stated.release.troubles)


def validation(stated: Stated, page: Page) -> str:
    """The outcome first, then each reference that does not resolve and each id that leads nowhere."""
    return joined([_outcome(stated, page), _references(stated, page), _troubles(stated, page)])


def _faulty(stated: Stated) -> list[Reference]:
    return [reference for reference in stated.release.references if reference.resolution.status not in _SOUND]


def _outcome(stated: Stated, page: Page) -> list[str]:
    if not stated.declaration.present:
        return page.wrap(_NOTHING)
    references = stated.release.references
    outside = sum(reference.resolution.status == "external" for reference in references)
    faulty, troubles = len(_faulty(stated)), len(stated.release.troubles)
    records = "id or record" if troubles == 1 else "ids or records"
    wrong = f"{plural(faulty, 'reference')} without content, {troubles} {records} out of place"
    lines = page.wrap(f"ai800: {', '.join(stated.declaration.files)} valid; {wrong}")
    said = f"{plural(len(references), 'reference')} to evidence, {outside} of them outside what can be read here"
    return lines + page.wrap(said)


def _references(stated: Stated, page: Page) -> list[str]:
    lines = []
    for reference in _faulty(stated):
        resolution = reference.resolution
        where = _where(stated, reference.pointer)
        text = f"{where}{printable(resolution.shown)} {resolution.status.replace('_', ' ')}: {resolution.detail}"
        lines += page.wrap(text, "  - ", hanging="    ")
    return lines


def _troubles(stated: Stated, page: Page) -> list[str]:
    if not stated.release.troubles:
        return []
    from ai800.assessment.assess import trouble_finding  # much to import for what is seldom there

    lines = []
    for trouble in stated.release.troubles:
        finding = trouble_finding(stated.declaration, trouble)
        text = f"{_where(stated, trouble.pointer)}{finding.message}; {finding.remedy}"
        lines += page.wrap(text, "  - ", hanging="    ")
    return lines


def _where(stated: Stated, pointer: str) -> str:
    place = stated.declaration.place(pointer)
    return f"{shown_place(place)}: " if place else ""
