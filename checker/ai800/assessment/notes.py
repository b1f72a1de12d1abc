"""What a reader should know that is no gap: choices of this run, entries that close nothing, what lapses soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.assessment.types import Note
from ai800.release.channels import judged_by
from ai800.release.values import days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.catalog import Catalog
    from ai800.declare.types import Declaration
    from ai800.release.types import Release

SOON_DAYS = 30
_LAPSES = {"reviews": "valid_until", "waivers": "expires_on", "evaluations": "valid_until", "red_teams": "valid_until"}


def notes(declaration: Declaration, release: Release, catalog: Catalog, *, forced: str) -> tuple[Note, ...]:
    """All notes, in the order of their importance."""
    return (
        *_forced(declaration, forced),
        *_gated(declaration),
        *_closing_nothing(declaration, catalog),
        *_lapsing(declaration, days(release.as_of)),
    )


def _forced(declaration: Declaration, forced: str) -> Iterator[Note]:
    for i, channel in enumerate(declaration.data.get("channels", ())):
        own = judged_by(channel)
        if forced not in {"auto", own}:
            text = f"channel {channel['id']} is judged as {forced} because --variant says so; by its access it is {own}"
            yield Note("variant_forced", text, declaration.place(f"/channels/{i}/access"))


def _gated(declaration: Declaration) -> Iterator[Note]:
    for i, channel in enumerate(declaration.data.get("channels", ())):
        if channel.get("access") == "gated_weights" and judged_by(channel) == "closed":
            text = (
                f"channel {channel['id']} gives weights behind a gate that is vetted, so the closed variant judges it"
            )
            yield Note("gated_as_closed", text, declaration.place(f"/channels/{i}/gate"))


def _closing_nothing(declaration: Declaration, catalog: Catalog) -> Iterator[Note]:
    for i, entry in enumerate(declaration.data.get("considered", ())):
        record = catalog.rows[entry["id"]]
        if record.ask != "consider":
            text = f"considered {entry['id']} closes nothing: the standard does not word it as `consider`"
            yield Note("considered_closes_nothing", text, declaration.place(f"/considered/{i}"))


def _lapsing(declaration: Declaration, today: int) -> Iterator[Note]:
    for section, field in _LAPSES.items():
        for i, entry in enumerate(declaration.data.get(section, ())):
            if field in entry and 0 <= days(entry[field]) - today <= SOON_DAYS:
                text = f"{section}: {entry['id']} holds until {entry[field]}"
                yield Note("lapses_soon", text, declaration.place(f"/{section}/{i}/{field}"))
