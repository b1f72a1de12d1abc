"""Numbers as release teams write them: `671B`, `1.5 trillion`, `39.3M`, `3,638,525,952`."""

from __future__ import annotations

from ai800.patterns import pattern

_SCALES = {"k": 3, "thousand": 3, "m": 6, "million": 6, "b": 9, "billion": 9, "t": 12, "trillion": 12}

# For texts in lower case.
UNIT = r"(?:thousand|million|billion|trillion|[kmbt](?![a-z]))"
NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,15}(?:\.\d{1,4})?"
AMOUNT = pattern(rf"(?<![\w.,\u00d7-])({NUMBER})\s?({UNIT})?")


def amount(number: str, unit: str | None) -> int:
    """`("1.5", "trillion")` as 1500000000000; a fraction of one is dropped."""
    whole, _, fraction = number.replace(",", "").partition(".")
    power = (_SCALES[unit.lower()] if unit else 0) - len(fraction)
    digits, scale = int(whole + fraction), int(10 ** abs(power))
    return digits * scale if power >= 0 else digits // scale
