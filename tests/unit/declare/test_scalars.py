from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai800.declare.faults import Fault
from ai800.declare.scalars import real, resolve, whole


@pytest.mark.parametrize(
    "word, value",
    [
        ("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None),
        ("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False), ("FALSE", False),
        ("nULL", "nULL"), ("tRUE", "tRUE"),
        ("no", "no"), ("No", "No"), ("off", "off"), ("on", "on"), ("yes", "yes"), ("y", "y"), ("n", "n"),
        ("0", 0), ("12", 12), ("+12", 12), ("-12", -12), ("010", 10), ("-0", 0),
        ("0o17", 15), ("0o18", "0o18"), ("0O17", "0O17"), ("0x1F", 31), ("0xg", "0xg"), ("-0x1", "-0x1"),
        ("0b1", "0b1"), ("1_000", "1_000"), ("1:30", "1:30"), ("1,000", "1,000"),
        ("2025-08-02", "2025-08-02"), ("2024-02-30", "2024-02-30"), ("23:59:60", "23:59:60"),
        ("2025-08-02 10:00:00", "2025-08-02 10:00:00"), ("10000-01-01", "10000-01-01"),
        (".5", 0.5), ("5.", 5), ("-1.5", -1.5), ("+.5e1", 5), ("1.5e3", 1500), ("1e-2", 0.01), ("100e-2", 1),
        ("1e25", 10**25), ("1E25", 10**25), ("1e+25", 10**25), ("1.0e25", 10**25), ("1.0e+25", 10**25),
        ("10000000000000000000000000", 10**25), ("9.99e24", 999 * 10**22), ("1.5e25", 15 * 10**24),
        ("9999999999999999999999999.0", 10**25 - 1), ("10000000000000000000000001", 10**25 + 1),
        ("1e39", 10**39), ("-1e39", -(10**39)), ("1e40", 1e40), ("1e300", 1e300), ("1" * 40, int("1" * 40)),
        ("0.0", 0), ("-0.0", 0), ("0e0", 0), ("0e99999", 0), ("0.30000000000000004", 0.30000000000000004),
        ("3.14", 3.14), ("1.2.3", "1.2.3"), (".", "."), ("-", "-"), ("+", "+"), ("e5", "e5"), ("1e", "1e"),
        ("...", "..."), ("-.", "-."), ("١٢", "١٢"), ("<<", "<<"), ("=", "="), (".infinity", ".infinity"),
    ],
)  # fmt: skip
def test_words_have_their_meaning_in_yaml_1_2(word, value) -> None:
    found = resolve(word)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "word, reason",
    [
        (".inf", "infinity"), ("-.Inf", "infinity"), ("+.INF", "infinity"), (".nan", "NaN"), (".NaN", "NaN"),
        ("1e309", "too large"), ("-1e400", "too large"), ("1e-400", "too close to zero"),
        ("1" * 41, "more than 40 digits"), ("-" + "1" * 41, "more than 40 digits"),
        ("0x" + "f" * 40, "more than 40 digits"), ("0o" + "7" * 60, "more than 40 digits"),
        ("9" * 5000, "more than 100 characters"), ("0x" + "f" * 5000, "more than 100 characters"),
        ("0." + "1" * 100, "more than 100 characters"), ("1e" + "0" * 5000 + "1", "more than 100 characters"),
    ],
)  # fmt: skip
def test_numbers_out_of_bounds_are_faults(word, reason) -> None:
    found = resolve(word)
    assert isinstance(found, Fault)
    assert reason in found.reason
    assert "1e25" in found.remedy


def test_both_sides_of_the_longest_number() -> None:
    assert whole("0" * 60 + "1" * 40) == int("1" * 40)
    assert isinstance(whole("0" * 61 + "1" * 40), Fault)
    assert real("0." + "0" * 97 + "1") == float("1e-98")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**39), max_value=10**39))
def test_whole_numbers_are_exact_and_others_the_nearest_float(number: Decimal) -> None:
    text = f"{number:e}"
    found = real(text)
    if isinstance(found, Fault):
        assert number != 0
        assert math.isclose(number, 0, abs_tol=1e-300) or len(text) > 100
    elif isinstance(found, int):
        assert found == Decimal(text)
    else:
        assert found == float(text)
        assert Decimal(text) != Decimal(text).to_integral_value()
