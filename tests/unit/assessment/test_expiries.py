from __future__ import annotations

import pytest

from ai800.assessment.expiries import expiries
from ai800.declare.types import Declaration, Place
from ai800.release.build import build
from tools.case_data import CaseResolver

AS_OF = "2026-06-01"
WAIVER = {
    "id": "ipd:1.1.1", "scope": "release", "reason": "The audit is booked", "approver": "Ada Love",
    "created_on": "2026-05-01",
}  # fmt: skip
REVIEW = {"id": "ipd:1.1.1", "verdict": "met", "by": "Kim Roe", "on": "2025-05-01"}


def _found(data, places=None):
    release = build(data, CaseResolver(), as_of=AS_OF, considerable=frozenset())
    return expiries(Declaration(data, places or {}), release)


def _until(day):
    return {"id": "e", "valid_until": day}


@pytest.mark.parametrize(
    "section, entry, expected",
    [
        ("evaluations", {"id": "e"}, None),
        ("evaluations", _until("2026-06-01"), ("valid_until", 0, False)),
        ("evaluations", _until("2026-05-31"), ("valid_until", -1, True)),
        ("evaluations", {"id": "e", "invalidated_on": "2026-06-01"}, ("invalidated_on", 0, True)),
        ("evaluations", {"id": "e", "invalidated_on": "2026-06-02"}, ("invalidated_on", 1, False)),
        ("evaluations", _until("2027-01-01") | {"invalidated_on": "2026-05-01"}, ("invalidated_on", -31, True)),
        ("evaluations", _until("2026-05-01") | {"invalidated_on": "2026-05-02"}, ("valid_until", -31, True)),
        ("red_teams", _until("2026-06-03"), ("valid_until", 2, False)),
        ("reviews", REVIEW, None),
        ("reviews", REVIEW | {"valid_until": "2026-06-01"}, ("valid_until", 0, False)),
        ("reviews", REVIEW | {"valid_until": "2026-05-31"}, ("valid_until", -1, True)),
        ("reviews", {"id": "ipd:1.1.1", "valid_until": "2026-06-09"}, None),
        ("reviews", REVIEW | {"on": "2026-06-02", "valid_until": "2026-06-09"}, None),
        ("waivers", WAIVER | {"expires_on": "2026-06-09"}, ("expires_on", 8, False)),
        ("waivers", WAIVER | {"expires_on": "2026-05-30"}, ("expires_on", -2, True)),
        ("waivers", WAIVER | {"expires_on": "2027-06-09"}, None),
        ("waivers", WAIVER | {"expires_on": "2026-06-09", "approver": "TBD"}, None),
        ("monitoring", {"channel": "c"}, None),
        ("monitoring", {"channel": "c", "review_on": "2026-06-01"}, ("review_on", 0, False)),
        ("monitoring", {"channel": "c", "review_on": "2026-05-31"}, ("review_on", -1, True)),
    ],
)
def test_what_ends_is_listed_with_its_day(section, entry, expected):
    found = _found({section: [entry]})
    assert [(each.field, each.days, each.ended) for each in found] == ([expected] if expected else [])
    assert all(each.section == section and each.on == entry[each.field] for each in found)


def test_the_earliest_comes_first_each_with_its_place_and_what_rests_on_it():
    data = {
        "threat_profiles": [{"id": "bio"}],
        "evaluations": [_until("2026-08-01") | {"threat_profiles": ["bio"]}],
        "safeguards": [{"id": "filter", "evaluated_by": ["e", "e"]}],
        "capability_estimates": [{"id": "forecast", "measured_later": ["e"]}],
        "waivers": [WAIVER | {"expires_on": "2026-07-01"}],
        "reviews": [REVIEW | {"valid_until": "2026-01-01"}],
    }
    places = {"/waivers/0": Place(".ai800/waivers.yaml", 1), "/evaluations/0/valid_until": Place("ai800.yaml", 9)}
    found = _found(data, places)
    assert [(each.section, each.id, each.rests, each.place) for each in found] == [
        ("reviews", "ipd:1.1.1", ("ipd:1.1.1",), None),
        ("waivers", "ipd:1.1.1", ("ipd:1.1.1",), Place(".ai800/waivers.yaml", 1)),
        ("evaluations", "e", ("bio", "filter", "forecast"), Place("ai800.yaml", 9)),
    ]


def test_nothing_ends_where_nothing_is_declared():
    assert _found({}) == ()
