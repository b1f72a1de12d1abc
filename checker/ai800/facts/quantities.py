"""Numbers as release teams write them: `671B`, `1.5 trillion`, `39.3M`, `3,638,525,952`."""

from __future__ import annotations

import re
from decimal import Decimal

_SCALES = {"k": 3, "thousand": 3, "m": 6, "million": 6, "b": 9, "billion": 9, "t": 12, "trillion": 12}

UNIT = r"(?:thousand|million|billion|trillion|[KMBT](?![A-Za-z]))"
NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,15}(?:\.\d{1,4})?"
AMOUNT = re.compile(rf"(?<![\w.,\u00d7-])({NUMBER})\s?({UNIT})?", re.IGNORECASE)

_LEAST_PLAIN = 1_000_000  # a bare number below this is a count of something else


def amount(number: str, unit: str | None) -> int:
    """`("1.5", "trillion")` as 1500000000000."""
    value = Decimal(number.replace(",", ""))
    return int(value.scaleb(_SCALES[unit.lower()] if unit else 0))


def amounts(text: str) -> list[int]:
    """Every amount in `text` that has a unit or is large enough to be a count of parameters, tokens or hours."""
    found = (amount(number, unit) for number, unit in AMOUNT.findall(text) if unit or len(number) > 1)
    return [value for value in found if value >= _LEAST_PLAIN]
