"""What a person adds to a verdict: reviews, waivers, alternatives. One that does not count says why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from ai800.assessment.types import OPEN, Override
from ai800.release.grades import grade
from ai800.release.values import days

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.assessment.types import Verdict
    from ai800.declare.types import Declaration
    from ai800.release.types import Release

LONGEST_WAIVER_DAYS = 365
Ending = Literal["reviews", "waivers"]
ENDS: dict[Ending, Literal["valid_until", "expires_on"]] = {"reviews": "valid_until", "waivers": "expires_on"}


class Overrides:
    """All reviews, waivers and alternatives of a release, by the id of their row."""

    def __init__(self, declaration: Declaration, release: Release) -> None:
        self._today = days(release.as_of)
        self._backed = {ref.record for ref in release.references if ref.resolution.status == "resolved"}
        self._declaration = declaration
        self._scopes = {"release", *(channel["id"] for channel in declaration.data.get("channels", ()))}

    def of(self, row: str) -> tuple[Override, ...]:
        """Every entry about a row, those that count and those that do not."""
        return tuple(self._entries(row))

    def scopes(self, row: str) -> frozenset[str]:
        """The subjects for which a gap of the row is waived; `release` stands for all of them."""
        waivers = self._section("waivers", row)
        return frozenset(entry["scope"] for _, entry in waivers if not self._waiver_fault(entry))

    def reviewed(self, row: str) -> Verdict | None:
        """What the reviews that count say of a row: unmet where one says so."""
        said = {entry["verdict"] for _, entry in self._section("reviews", row) if not self._review_fault(entry)}
        return "unmet" if "unmet" in said else "met" if said else None

    def has_alternative(self, row: str) -> bool:
        return any(not self._alternative_fault(at, entry) for at, entry in self._section("alternatives", row))

    def ending(self) -> Iterator[tuple[Ending, str, Mapping[str, Any]]]:
        """Reviews and waivers that count until a day, or did: section, place in the data (a pointer), entry."""
        faults = {"reviews": self._review_fault, "waivers": self._waiver_fault}
        for section, field in ENDS.items():
            for i, entry in enumerate(self._declaration.data.get(section, ())):
                if field in entry and faults[section](entry) in {"", _expired(entry[field])}:
                    yield section, f"/{section}/{i}", entry

    def _section(self, name: str, row: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        for i, entry in enumerate(self._declaration.data.get(name, ())):
            if entry["id"] == row:
                yield f"/{name}/{i}", entry

    def _entries(self, row: str) -> Iterator[Override]:
        place = self._declaration.place
        for at, entry in self._section("reviews", row):
            why = self._review_fault(entry)
            by, until, note = entry.get("by", ""), entry.get("valid_until"), entry.get("note", "")
            yield Override("review", by, until, note, place(at), counts=not why, why_not=why)
        for at, entry in self._section("waivers", row):
            why = self._waiver_fault(entry)
            by, until, note = entry.get("approver", ""), entry.get("expires_on"), entry.get("reason", "")
            yield Override("waiver", by, until, note, place(at), counts=not why, why_not=why)
        for at, entry in self._section("alternatives", row):
            why = self._alternative_fault(at, entry)
            yield Override("alternative", "", None, entry.get("practice", ""), place(at), counts=not why, why_not=why)

    def _review_fault(self, entry: Mapping[str, Any]) -> str:
        if "verdict" not in entry:
            return "it gives no verdict"
        if grade(entry.get("by")) not in {"word", "statement"}:
            return "it does not say who judged"
        if "on" not in entry:
            return "it has no date"
        if days(entry["on"]) > self._today:
            return "it is dated in the future"
        if "valid_until" in entry and days(entry["valid_until"]) < self._today:
            return _expired(entry["valid_until"])
        return ""

    def _waiver_fault(self, entry: Mapping[str, Any]) -> str:
        texts = [
            name for name in ("scope", "reason", "approver") if grade(entry.get(name)) not in {"word", "statement"}
        ]
        missing = texts + [name for name in ("created_on", "expires_on") if name not in entry]
        if missing:
            return f"it lacks {', '.join(missing)}"
        if entry["scope"] not in self._scopes:
            return "its scope is no channel of the release"
        created, expires = days(entry["created_on"]), days(entry["expires_on"])
        if not 0 <= expires - created <= LONGEST_WAIVER_DAYS:
            return f"it runs for more than {LONGEST_WAIVER_DAYS} days, or ends before it begins"
        if created > self._today:
            return "it is dated in the future"
        return _expired(entry["expires_on"]) if expires < self._today else ""

    def _alternative_fault(self, at: str, entry: Mapping[str, Any]) -> str:
        for name in ("practice", "rationale"):
            if grade(entry.get(name)) != "statement":
                return f"it does not state its {name}"
        return "" if at in self._backed else "it has no reference that resolves"


def _expired(day: str) -> str:
    return f"it expired on {day}"


def resulting(overrides: Overrides, row: str, *, verdict: Verdict, failing: frozenset[str]) -> Verdict:
    """The verdict after what persons added; `failing` holds the subjects whose verdict is a gap."""
    if verdict not in OPEN:
        return verdict
    reviewed = overrides.reviewed(row)
    if verdict == "needs_review" and reviewed:
        return reviewed
    scopes = overrides.scopes(row)
    if "release" in scopes or (failing and failing <= scopes):
        return "waived"
    if overrides.has_alternative(row) and reviewed != "unmet":
        return "alternative"
    return verdict
