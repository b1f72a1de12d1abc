"""The marginal risk analysis, and what expires, as the JSON report holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.reports import marginal_words as said
from ai800.reports.data import finding_data, place

if TYPE_CHECKING:
    from ai800.assessment.marginal_types import Applies, Baseline, Benefit, Decided, Marginal, Part, Profile
    from ai800.assessment.types import Expiry


def marginal_data(found: Marginal) -> dict[str, Any]:
    return {
        "about": [*said.ABOUT, said.CLOSED],
        "table": [each._asdict() for each in said.TABLE],
        "profiles": [_profile(each) for each in found.profiles],
        "benefits": [_benefit(each) for each in found.benefits],
        "channels": [_channel(each) for each in found.channels],
    }


def _profile(found: Profile) -> dict[str, Any]:
    return {
        "id": found.id,
        "rating": found.rating or None,
        "recorded": found.recorded,
        "steps": [_part(each) for each in found.steps],
        "baselines": [_baseline(each) for each in found.baselines],
        "lacks": [finding_data(each) for each in found.lacks],
        "place": place(found.place),
    }


def _part(found: Part) -> dict[str, Any]:
    return {"name": found.name, "state": found.state, "why": list(found.why), "place": place(found.place)}


def _baseline(found: Baseline) -> dict[str, Any]:
    compared = [
        {
            "name": each.name,
            "source": each.source,
            "state": each.state,
            "why": list(each.why),
            "place": place(each.place),
        }
        for each in found.compared
    ]
    return {"kind": found.kind, "state": found.state, "compared": compared}


def _benefit(found: Benefit) -> dict[str, Any]:
    return {
        "id": found.id,
        "category": found.category or None,
        "depends_on": found.depends_on or None,
        "claim": found.claim,
        "state": found.state,
        "why": list(found.why),
        "caveat": said.caveat(found.category),
        "weighed_on": list(found.weighed_on),
        "place": place(found.place),
    }


def _channel(found: Decided) -> dict[str, Any]:
    return {
        "channel": found.channel,
        "variant": found.variant,
        "verdict": found.verdict,
        "stopped": found.stopped,
        "profiles": [_applies(each) for each in found.profiles],
        "lacks": [finding_data(each) for each in found.lacks],
    }


def _applies(found: Applies) -> dict[str, Any]:
    return {
        "profile": found.profile,
        "rating": found.rating or None,
        "row": found.row,
        "asked": [_part(each) for each in found.asked],
        "lacks": [finding_data(each) for each in found.lacks],
        "place": place(found.place),
    }


def expiry_data(found: Expiry) -> dict[str, Any]:
    return found._asdict() | {"rests": list(found.rests), "place": place(found.place)}
