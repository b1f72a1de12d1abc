"""What ends on a day: tests, reviews, waivers, and the day on which a risk is to be looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from ai800.assessment.overrides import ENDS, Overrides
from ai800.assessment.types import Expiry
from ai800.release.values import days

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.declare.types import Declaration
    from ai800.release.types import Release

_TESTS: tuple[Literal["evaluations", "red_teams"], ...] = ("evaluations", "red_teams")


def expiries(declaration: Declaration, release: Release) -> tuple[Expiry, ...]:
    """Everything dated that ends or ended, the earliest first. What does not count for another reason is left out."""
    today = days(release.as_of)
    found = [*_tests(declaration, today), *_persons(declaration, release, today=today), *_watched(declaration, today)]
    return tuple(sorted(found, key=lambda each: each.on))


def _tests(declaration: Declaration, today: int) -> Iterator[Expiry]:
    named = _named_by(declaration.data)
    for section in _TESTS:
        for i, record in enumerate(declaration.data.get(section, ())):
            if field := _ends_by(record):
                left = days(record[field]) - today
                yield Expiry(
                    on=record[field],
                    days=left,
                    section=section,
                    id=record["id"],
                    field=field,
                    # The last day of validity still counts, the day on which something ended it does not.
                    ended=left < 0 or (field == "invalidated_on" and left == 0),
                    rests=(*record.get("threat_profiles", ()), *named.get(record["id"], ())),
                    place=declaration.place(f"/{section}/{i}/{field}"),
                )


def _ends_by(record: Mapping[str, Any]) -> Literal["valid_until", "invalidated_on"] | None:
    """Which of its two dates comes first."""
    until, invalidated = record.get("valid_until"), record.get("invalidated_on")
    if invalidated and (not until or invalidated <= until):
        return "invalidated_on"
    return "valid_until" if until else None


def _named_by(data: Mapping[str, Any]) -> dict[str, list[str]]:
    """Safeguards and estimates by the tests that they name, each once."""
    found: dict[str, dict[str, None]] = {}
    for section, field in (("safeguards", "evaluated_by"), ("capability_estimates", "measured_later")):
        for record in data.get(section, ()):
            for test in record.get(field, ()):
                found.setdefault(test, {})[record["id"]] = None
    return {test: list(names) for test, names in found.items()}


def _persons(declaration: Declaration, release: Release, *, today: int) -> Iterator[Expiry]:
    for section, at, entry in Overrides(declaration, release).ending():
        field = ENDS[section]
        left = days(entry[field]) - today
        yield Expiry(
            on=entry[field],
            days=left,
            section=section,
            id=entry["id"],
            field=field,
            ended=left < 0,
            rests=(entry["id"],),
            place=declaration.place(f"{at}/{field}"),
        )


def _watched(declaration: Declaration, today: int) -> Iterator[Expiry]:
    for i, plan in enumerate(declaration.data.get("monitoring", ())):
        if "review_on" in plan:
            left = days(plan["review_on"]) - today
            yield Expiry(
                on=plan["review_on"],
                days=left,
                section="monitoring",
                id=plan["channel"],
                field="review_on",
                ended=left < 0,
                rests=(plan["channel"],),
                place=declaration.place(f"/monitoring/{i}/review_on"),
            )
