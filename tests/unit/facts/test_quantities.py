from __future__ import annotations

import pytest

from ai800.facts.quantities import amount


@pytest.mark.parametrize(
    "number, unit, value",
    [
        ("671", "B", 671_000_000_000),
        ("1.5", "trillion", 1_500_000_000_000),
        ("39.3", "m", 39_300_000),
        ("3,638,525,952", None, 3_638_525_952),
        ("160", "K", 160_000),
        ("0.1", "B", 100_000_000),
        ("12.75", None, 12),
        ("7", "", 7),
    ],
)
def test_an_amount_is_a_whole_number(number, unit, value):
    assert amount(number, unit) == value
