"""What is said of a change to its own gates."""

from __future__ import annotations

import pytest

from ai800.declare.types import Declaration
from ai800.gates.changed import changed_gates, counted
from ai800.gates.types import Before


def _limit(**fields):
    return {"thresholds": [{"id": "a", **fields}]}


def _said(head, base, why_not="", *, present=True):
    return [note.message for note in changed_gates(Declaration(head, present=present), _before(base, why_not))]


def _before(base, why_not=""):
    return Before(None, Declaration(base), why_not)


@pytest.mark.parametrize(
    "head, base, expected",
    [
        ({}, {}, []),
        (
            {"gate": {"fail_on": "unmet", "variant": "open"}},
            {"gate": {"variant": "closed"}},
            [
                "fail_on in .ai800/gate.yaml goes from not set to unmet: the base's counts",
                "variant in .ai800/gate.yaml goes from closed to open: the base's counts",
            ],
        ),
        (
            {"waivers": [{"id": "ipd:1", "scope": "\x1b[2Khub"}]},
            {},
            ["the waiver for ipd:1 (\\x1b[2Khub) came or changed with this change, so it does not count here"],
        ),
        (
            {},
            {"waivers": [{"id": "ipd:1"}]},
            ["the waiver for ipd:1 as the base has it was changed or taken away, and still counts here"],
        ),
        (_limit(), {}, ["threshold a is new in this change, and counts"]),
        ({}, _limit(), ["threshold a was taken away in this change, and still counts here"]),
        (
            _limit(unacceptable_from="low"),
            _limit(unacceptable_from="high"),
            ["threshold a was lowered (unacceptable_from: high, then low) in this change: the base's counts"],
        ),
        (
            _limit(unacceptable_from="high"),
            _limit(),
            ["threshold a was lowered (unacceptable_from: not set, then high) in this change: the base's counts"],
        ),
        (
            _limit(unacceptable_from="high", metric={"value": 2}, refined_on="2026-01-01"),
            _limit(unacceptable_from="high", metric={"value": 1}),
            ["threshold a was changed (metric, refined_on) in this change: the base's counts"],
        ),
    ],
)
def test_every_difference_is_one_sentence(head, base, expected):
    assert _said(head, base) == expected


def test_what_was_taken_away_is_told_in_the_order_of_the_base():
    names = [f"limit-{number}" for number in range(20)]
    told = _said({}, {"thresholds": [{"id": name} for name in names]})
    assert [sentence.split()[1] for sentence in told] == names


def test_of_a_release_that_is_gone_only_that_is_told():
    base = _limit() | {"waivers": [{"id": "ipd:1"}]}
    (sentence,) = _said({}, base, present=False)
    assert sentence.startswith("this change takes ai800.yaml away")


def test_a_base_that_holds_no_release_is_told_first():
    first = "there is none: no waiver counts, every threshold is new, and the gate is the strictest"
    assert _said(_limit(), {}, "there is none") == [first, "threshold a is new in this change, and counts"]


def test_of_many_reviews_the_first_are_named():
    head = Declaration({"reviews": [{"id": f"ipd:{n}"} for n in range(13)], "alternatives": [{"id": "ipd:1"}]})
    base = _before({"reviews": [{"id": "ipd:0"}], "alternatives": [{"id": "ipd:1"}]})
    named = ", ".join(f"ipd:{n}" for n in range(1, 11))
    assert [note.message for note in counted(head, base)] == [
        f"12 reviews came with this change and may count: {named} and 2 more"
    ]
