from __future__ import annotations

from typing import Any

import pytest

from ai800.declare.rules import check_rules
from ai800.declare.yaml_core import load
from tests.support.problems import short


def _list(**fields: Any) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "object", "properties": fields}}


_DATE = {"$ref": "#/$defs/date"}
_ID = {"$ref": "#/$defs/id"}
_EDITION_ID = {"$ref": "#/$defs/edition_id"}
_SCHEMA = {
    "properties": {
        "released_on": _DATE,
        "dates": {"type": "array", "items": _DATE},
        "text": {"type": "string"},
        "channels": _list(id=_ID, opens_on=_DATE, evidence={"$ref": "#/$defs/evidence"}),
        "deployments": _list(channel=_ID, risks=_list(threat_profile=_ID)),
        "security": {"properties": {"assessments": _list(id=_ID)}},
        "considered": _list(id=_EDITION_ID),
        "reviews": _list(id=_EDITION_ID),
    },
    "$defs": {
        "date": {"type": "string"},
        "id": {"type": "string"},
        "edition_id": {"type": "string"},
        "evidence": {"type": "array", "items": {"anyOf": [{"type": "string"}, {"properties": {"read_on": _DATE}}]}},
    },
}


def _problems(text: str) -> list[str]:
    loaded = load(text.encode(), "f")
    return [short(problem) for problem in check_rules(loaded.value, loaded.places, schema=_SCHEMA)]


@pytest.mark.parametrize("day", ["2024-02-29", "1900-01-01", "2200-12-31", "2000-02-29", "2026-04-30"])
def test_days_of_the_calendar_are_dates(day) -> None:
    assert _problems(f"released_on: {day}") == []


@pytest.mark.parametrize(
    "day, reason",
    [
        ("2024-02-30", "is no day of the calendar"),
        ("2023-02-29", "is no day of the calendar"),
        ("2100-02-29", "is no day of the calendar"),
        ("2024-13-01", "is no day of the calendar"),
        ("2024-00-01", "is no day of the calendar"),
        ("2024-01-00", "is no day of the calendar"),
        ("2026-04-31", "is no day of the calendar"),
        ("1899-12-31", "is not between the years 1900 and 2200"),
        ("2201-01-01", "is not between the years 1900 and 2200"),
        ("0000-00-00", "is not between the years 1900 and 2200"),
    ],
)
def test_other_days_are_refused(day, reason) -> None:
    assert _problems(f"released_on: {day}") == [f"1:1 released_on: {reason}"]


@pytest.mark.parametrize("text", ["released_on: soon", "released_on: 5", "released_on: 2024-2-30", "text: 2024-02-30"])
def test_what_is_no_written_date_is_left_to_the_schema(text) -> None:
    assert _problems(text) == []


def test_dates_are_found_wherever_the_schema_has_them() -> None:
    text = "dates: [2024-02-30]\nchannels:\n- opens_on: 2024-02-31\n  evidence: [x, {read_on: 2024-02-32}]\nother: 1\n"
    assert _problems(text) == [
        "1:9 dates[0]: is no day of the calendar",
        "3:3 channels[0].opens_on: is no day of the calendar",
        "4:18 channels[0].evidence[1].read_on: is no day of the calendar",
    ]


@pytest.mark.parametrize(
    "text, problems",
    [
        ("channels: [{id: a}, {id: b}, {id: a}, {id: a}]", [
            "1:31 channels[2].id: the entry in f line 1 has the same `id`",
            "1:40 channels[3].id: the entry in f line 1 has the same `id`",
        ]),
        ("security:\n assessments:\n  - id: a\n  - id: a", [
            "4:5 security.assessments[1].id: the entry in f line 3 has the same `id`",
        ]),
        ("considered: [{id: 'ipd:1'}, {id: 'ipd:1'}]",
         ["1:30 considered[1].id: the entry in f line 1 has the same `id`"]),
        ("reviews: [{id: 'ipd:1'}, {id: 'ipd:1'}]", []),
        ("deployments: [{channel: a}, {channel: a}]", []),
        ("deployments: [{channel: a, risks: [{threat_profile: t}]}, {channel: b, risks: [{threat_profile: t}]}]", []),
        ("deployments:\n- risks:\n  - threat_profile: t\n  - threat_profile: t", [
            "4:5 deployments[0].risks[1].threat_profile: the entry in f line 3 has the same `threat_profile`",
        ]),
        ("channels: [{id: [a]}, {id: [a]}, a, a, {}, {}, {id: 1}, {id: 1}]", []),
        ("channels: 5", []),
        ("channels: [{id: release}, {id: released}, release]",
         ["1:13 channels[0].id: `release` stands for the whole release and cannot name a channel"]),
        ("considered: [{id: release}]", []),
    ],
)  # fmt: skip
def test_names_are_one_of_a_kind(text, problems) -> None:
    assert _problems(text) == problems


def test_without_places_the_first_entry_is_above() -> None:
    (problem,) = check_rules({"channels": [{"id": "a"}, {"id": "a"}]}, {}, schema=_SCHEMA)
    assert problem.reason == "an entry above has the same `id`"


def test_paths_in_reasons_are_printable() -> None:
    loaded = load(b"channels: [{id: a}, {id: a}]", "a\x1b[2K\n")
    (problem,) = check_rules(loaded.value, loaded.places, schema=_SCHEMA)
    assert problem.reason == "the entry in a\\x1b[2K\\x0a line 1 has the same `id`"
