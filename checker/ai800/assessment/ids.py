"""Ids of the edition that release data names: one that does not exist is a mistake, not a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.declare.pointers import field_path
from ai800.errors import Problem
from ai800.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.catalog import Catalog
    from ai800.declare.types import Declaration

_SECTIONS = ("considered", "alternatives", "reviews", "waivers")


def unknown_ids(declaration: Declaration, catalog: Catalog) -> tuple[Problem, ...]:
    """A problem for each entry whose id is no row of the edition, with the nearest one."""
    return tuple(_unknown(declaration, catalog))


def _unknown(declaration: Declaration, catalog: Catalog) -> Iterator[Problem]:
    for section in _SECTIONS:
        for i, entry in enumerate(declaration.data.get(section, ())):
            if entry["id"] not in catalog.rows:
                yield _problem(declaration, catalog, pointer=f"/{section}/{i}/id", identity=entry["id"])


def _problem(declaration: Declaration, catalog: Catalog, *, pointer: str, identity: str) -> Problem:
    place = declaration.place(pointer)
    meant = nearest(identity, catalog.rows)
    return Problem(
        reason="the edition has no such recommendation",
        remedy=f"did you mean {meant}?" if meant else "`ai800 explain` lists the ids of the edition",
        path=place.path if place else None,
        line=place.line if place else None,
        column=place.column if place else None,
        field=field_path(pointer),
    )
