"""Options, and what goes where nothing was asked."""

from __future__ import annotations

import pytest

from ai800.declare.types import Declaration
from ai800.errors import UsageError
from ai800.options import Settings, asked_for, settings


@pytest.mark.parametrize(
    "options, gate, expected",
    [
        ({}, {}, Settings("review", "auto", "default", "default")),
        ({}, {"fail_on": "unmet", "variant": "open"}, Settings("unmet", "open", "file", "file")),
        (
            {"fail_on": "review", "variant": "auto"},
            {"fail_on": "unmet", "variant": "open"},
            Settings("review", "auto", "option", "option"),
        ),
        ({}, {"fail_on": "regression"}, Settings("review", "auto", "file", "default")),
        ({"base": "main"}, {"fail_on": "regression"}, Settings("regression", "auto", "file", "default")),
        ({"base": "main", "fail_on": "regression"}, {}, Settings("regression", "auto", "option", "default")),
        ({"fail_on": None, "variant": None}, {}, Settings("review", "auto", "default", "default")),
    ],
)
def test_an_option_goes_before_the_gate_and_the_gate_before_the_default(options, gate, expected):
    assert settings(asked_for(options), Declaration({"gate": gate})) == expected


@pytest.mark.parametrize(
    "options, said",
    [
        ({"as_of": "2026-02-30"}, "no such day"),
        ({"as_of": "20260201"}, "no such day"),
        ({"fail_on": "regression"}, "something to compare with"),
        ({"fail_on": "nothing"}, "no such --fail-on"),
        ({"variant": "both"}, "no such --variant"),
    ],
)
def test_what_cannot_be_asked_is_a_wrong_use(options, said):
    with pytest.raises(UsageError, match=said):
        asked_for(options)


def test_the_day_is_todays_where_none_is_given():
    assert len(asked_for({}).as_of) == len("2026-06-01")
    assert asked_for({"as_of": "2026-06-01"}).as_of == "2026-06-01"
