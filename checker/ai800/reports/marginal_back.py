"""The marginal risk analysis, and what expires, of a json report as an assessment holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.assessment.marginal_types import Applies, Baseline, Benefit, Compared, Decided, Marginal, Part, Profile
from ai800.assessment.types import Expiry
from ai800.reports.read_back import finding_of, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ai800.assessment.types import Finding

_MADE = frozenset({"caveat"})  # words that the report adds


def marginal_of(data: Mapping[str, Any]) -> Marginal:
    """The analysis that `reports.marginal_data.marginal_data` wrote."""
    return Marginal(
        profiles=tuple(_profile(each) for each in data["profiles"]),
        benefits=tuple(_benefit(each) for each in data["benefits"]),
        channels=tuple(_channel(each) for each in data["channels"]),
    )


def expiry_of(data: Mapping[str, Any]) -> Expiry:
    return Expiry(**{**data, "rests": tuple(data["rests"]), "place": place_of(data["place"])})


def _profile(data: Mapping[str, Any]) -> Profile:
    made = {
        "rating": data["rating"] or "",
        "steps": _parts(data["steps"]),
        "baselines": tuple(_baseline(each) for each in data["baselines"]),
        "lacks": _findings(data["lacks"]),
        "place": place_of(data["place"]),
    }
    return Profile(**{**data, **made})


def _parts(data: Iterable[Mapping[str, Any]]) -> tuple[Part, ...]:
    return tuple(Part(**{**each, "why": tuple(each["why"]), "place": place_of(each["place"])}) for each in data)


def _findings(data: Iterable[Mapping[str, Any]]) -> tuple[Finding, ...]:
    return tuple(finding_of(each) for each in data)


def _baseline(data: Mapping[str, Any]) -> Baseline:
    compared = tuple(
        Compared(**{**each, "why": tuple(each["why"]), "place": place_of(each["place"])}) for each in data["compared"]
    )
    return Baseline(data["kind"], data["state"], compared)


def _benefit(data: Mapping[str, Any]) -> Benefit:
    made = {
        "category": data["category"] or "",
        "depends_on": data["depends_on"] or "",
        "why": tuple(data["why"]),
        "weighed_on": tuple(data["weighed_on"]),
        "place": place_of(data["place"]),
    }
    return Benefit(**{**{name: value for name, value in data.items() if name not in _MADE}, **made})


def _channel(data: Mapping[str, Any]) -> Decided:
    made = {"profiles": tuple(_applies(each) for each in data["profiles"]), "lacks": _findings(data["lacks"])}
    return Decided(**{**data, **made})


def _applies(data: Mapping[str, Any]) -> Applies:
    made = {
        "rating": data["rating"] or "",
        "asked": _parts(data["asked"]),
        "lacks": _findings(data["lacks"]),
        "place": place_of(data["place"]),
    }
    return Applies(**{**data, **made})
