"""Protection against theft is asked for while there is something to steal, and each channel is judged as if alone."""

from __future__ import annotations

import json

import pytest

from ai800.catalog import PREFIX, load_catalog
from ai800.engines.engine import open_engine
from tools.case_data import base, changed, document
from tools.rests_on import droppable, without

CATALOG = load_catalog()
THEFT = [
    row.id.removeprefix(PREFIX) for row in CATALOG.rows.values() if row.practice in {"ipd:3.1", "ipd:3.2", "ipd:3.3"}
]
# 3.3.4 is met by limits on internal access as well; 3.3.6 asks nothing where no risk of theft is recorded.
ELSEWHERE = {"3.3.4", "3.3.6"}
# They list the safeguards of the release, of whichever channel.
LISTS = {"5.2.a", "5.2.b"}
PUBLIC = {"security.relies_on_confidentiality": "~drop"}
TOMORROW = {"channels.0.opens_on": "2026-06-02", "deployments.0.stages": "~drop"}
DELAYED = {"channels.0.opens_on": "~drop", "deployments.0.decision.outcome": "delay"}
GATED = {
    "channels.0.access": "gated_weights",
    "channels.0.gate": {"kind": "manual_vetting", "redistribution_allowed": False},
}
CLICK = {"channels.0.access": "gated_weights", "channels.0.gate.kind": "click_through"}
# A drop in the record of the hosted channel, of the open one, or of neither: each fifth shows a channel mixed up.
SAMPLED = 5


@pytest.fixture(scope="module")
def engine():
    with open_engine() as engine:
        yield engine


def verdicts(engine, data, file):
    """By row and subject, what a file answers."""
    return {
        (row, subject): (found["verdict"], frozenset(found["because"]))
        for practice in engine.evaluate(document(data)).values()
        for row, subjects in practice.get(file, {"verdicts": {}})["verdicts"].items()
        for subject, found in subjects.items()
    }


@pytest.mark.parametrize(
    "name, change",
    [
        ("open", {}),
        ("open", {"channels.0.opens_on": "2026-06-01"}),
        ("open", {"channels.0.access": "fully_open"}),
        ("open", CLICK),
        ("open", {"channels.0.opens_on": "~drop"}),
        ("open", {"security": {}}),
        ("open", {"security.relies_on_confidentiality": False}),
        ("mixed", {}),
        ("mixed", {"channels.1.opens_on": "2026-06-02"}),
    ],
)
def test_published_weights_leave_nothing_to_steal(engine, name, change):
    found = verdicts(engine, changed(base(name), {**PUBLIC, **change}), "both")
    applying = [row for row in THEFT if "weights_published" not in found[row, "release"][1]]
    assert len(THEFT) > 10
    assert applying == []


@pytest.mark.parametrize(
    "name, change",
    [
        ("open", {**PUBLIC, **TOMORROW}),
        ("open", {**PUBLIC, "release.status": "planned"}),
        ("open", {**PUBLIC, "channels.0.opens_on": "~drop", "release.released_on": "~drop"}),
        ("open", {**PUBLIC, **DELAYED}),
        ("open", {**PUBLIC, **GATED}),
        ("open", {**PUBLIC, "channels.0.access": "~drop"}),
        ("open", {"security.relies_on_confidentiality": True}),
        ("closed", PUBLIC),
        ("closed", {"security.relies_on_confidentiality": True}),
        ("mixed", {**PUBLIC, **TOMORROW}),
        ("mixed", {"security.relies_on_confidentiality": True}),
    ],
)
def test_theft_matters_before_publication_and_for_what_stays_confidential(engine, name, change):
    data = changed(base(name), change)
    kept, bare = (verdicts(engine, each, "both") for each in (data, {**data, "security": _bare(data)}))
    assert [row for row in THEFT if "weights_published" in kept[row, "release"][1]] == []
    assert [row for row in THEFT if row not in ELSEWHERE and bare[row, "release"][0] not in {"unmet", "partial"}] == []


def _bare(data):
    """Security with nothing but the word on whether anything rests on it."""
    return {key: value for key, value in data["security"].items() if key == "relies_on_confidentiality"}


def alone(data, channel):
    """The release as if it had this channel only."""
    copied = json.loads(json.dumps(dict(data)))
    copied["channels"] = [each for each in copied["channels"] if each["id"] == channel]
    for section in ("deployments", "monitoring"):
        copied[section] = [each for each in copied[section] if each.get("channel") == channel]
    for safeguard in copied["safeguards"]:
        if safeguard.get("channels"):
            safeguard["channels"] = [each for each in safeguard["channels"] if each == channel] or ["elsewhere"]
    copied["safeguards"] = [each for each in copied["safeguards"] if each.get("channels") != ["elsewhere"]]
    return copied


# A channel that does not say what it gives is judged closed, and then both are.
PATHS = [path for path in droppable(base("mixed")) if path not in {"channels.0.access", "channels.1.access"}]


@pytest.mark.parametrize("path", ["", *PATHS[::SAMPLED]])
def test_a_mixed_release_is_asked_for_each_channel_what_it_is_asked_alone(engine, path):
    data = without(base("mixed"), path) if path else base("mixed")
    for file, channel in (("closed", "api"), ("open", "hub")):
        together, by_itself = (verdicts(engine, each, file) for each in (data, alone(data, channel)))
        assert together.keys() == by_itself.keys()
        assert [place for place in together if place[0] not in LISTS and together[place] != by_itself[place]] == []


def test_a_hosted_channel_loses_nothing_to_open_weights_beside_it(engine):
    """What the open variant calls not applicable on the hub is still asked of the hosted channel."""
    found = verdicts(engine, base("mixed"), "closed")
    asked = {row for (row, subject), (verdict, _) in found.items() if subject == "api" and verdict != "not_applicable"}
    moot = {
        row
        for (row, subject), (verdict, _) in verdicts(engine, base("mixed"), "open").items()
        if subject == "hub" and verdict == "not_applicable"
    }
    assert {"6.1.1", "6.1.2", "6.1.3", "B2.1", "B3.2", "B3.3"} <= asked & moot
