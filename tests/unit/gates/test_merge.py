"""The release of a change under the gates of its base."""

from __future__ import annotations

import pytest

from ai800.declare.types import Declaration, Place
from ai800.gates.merge import merged, under


def _threshold(name, rating="high"):
    return {"id": name, "unacceptable_from": rating}


@pytest.mark.parametrize(
    "head, base, expected",
    [
        ([], [], []),
        ([_threshold("a")], [], [_threshold("a")]),
        ([], [_threshold("a")], [_threshold("a")]),
        ([_threshold("b"), _threshold("a", "severe")], [_threshold("a")], [_threshold("b"), _threshold("a")]),
        ([_threshold("b")], [_threshold("a"), _threshold("c")], [_threshold(name) for name in "bac"]),
    ],
)
def test_the_thresholds_of_the_base_stand_and_new_ones_come_in(head, base, expected):
    assert merged(head, base) == expected


WAIVER, OTHER = {"id": "ipd:1.1.1"}, {"id": "ipd:1.1.2"}


@pytest.mark.parametrize(
    "head, base, expected",
    [
        ({"release": 1}, {"release": 2}, {"release": 1}),
        ({"waivers": [WAIVER]}, {}, {}),
        ({}, {"waivers": [WAIVER]}, {"waivers": [WAIVER]}),
        ({"gate": {"fail_on": "unmet"}}, {"gate": {}}, {"gate": {}}),
        (
            {"thresholds": [_threshold("a", "low")]},
            {"thresholds": [_threshold("a")]},
            {"thresholds": [_threshold("a")]},
        ),
        ({"reviews": [WAIVER]}, {"reviews": [OTHER]}, {"reviews": [WAIVER]}),
    ],
)
def test_only_gates_waivers_and_thresholds_come_from_the_base(head, base, expected):
    assert dict(under(Declaration(head), Declaration(base)).data) == expected


def test_what_does_not_differ_is_left_as_it_is():
    head = Declaration({"waivers": [WAIVER], "thresholds": [_threshold("a"), _threshold("b")]})
    assert under(head, Declaration({"waivers": [WAIVER], "thresholds": [_threshold("a")]})) is head


@pytest.mark.parametrize(
    "head, base",
    [
        ({"waivers": [OTHER, WAIVER]}, {"waivers": [WAIVER, OTHER]}),
        ({"waivers": [WAIVER, WAIVER]}, {"waivers": [WAIVER]}),
        ({"waivers": []}, {}),
        ({}, {"waivers": []}),
        ({"gate": {}}, {}),
    ],
)
def test_another_way_to_write_the_same_is_no_change(head, base):
    head = Declaration(head)
    assert under(head, Declaration(base)) is head


def test_waivers_in_another_order_keep_their_places_beside_a_changed_threshold():
    places = {"/waivers": Place("w", 1), "/waivers/0": Place("w", 2), "/waivers/1": Place("w", 9)}
    head = Declaration({"waivers": [OTHER, WAIVER]}, places)
    found = under(head, Declaration({"waivers": [WAIVER, OTHER], "thresholds": [_threshold("a")]}))
    assert found.data["waivers"] == [OTHER, WAIVER]
    assert [found.place(f"/waivers/{i}").line for i in (0, 1)] == [2, 9]


def test_of_a_release_that_is_gone_only_the_settings_are_replaced():
    base = Declaration({"waivers": [WAIVER], "gate": {"fail_on": "unmet"}, "thresholds": [_threshold("a")]})
    found = under(Declaration({}, present=False), base)
    assert (dict(found.data), found.present) == ({"gate": {"fail_on": "unmet"}}, False)


def test_an_entry_keeps_its_place_in_the_change_as_far_as_it_is_there():
    places = {
        "": Place("ai800.yaml", 1), "/waivers": Place("w", 1), "/waivers/0": Place("w", 2), "/waivers/1": Place("w", 9),
    }  # fmt: skip
    head = Declaration({"waivers": [{"id": "ipd:9"}, WAIVER]}, places)
    found = under(head, Declaration({"waivers": [WAIVER, OTHER]}))
    assert found.place("/waivers/0") == Place("w", 9)
    assert found.place("/waivers/1") == Place("w", 1)


def test_an_entry_without_a_place_gets_none():
    head = Declaration({"waivers": [WAIVER, OTHER]})
    assert under(head, Declaration({"waivers": [WAIVER]})).place("/waivers/0") is None
