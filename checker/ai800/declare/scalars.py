"""What a plain word of YAML stands for: the core schema of YAML 1.2, with exact numbers."""

from __future__ import annotations

import re
from math import isinf

from ai800.declare.faults import Fault

Scalar = str | int | float | bool | None

_DIGITS = 40
_LENGTH = 100

_WRITE = "write a finite number, such as 12, 0.5 or 1e25"
_TOO_LONG = Fault(f"the number is written with more than {_LENGTH} characters", _WRITE)
_TOO_LARGE = Fault(f"the whole number has more than {_DIGITS} digits", _WRITE)
_OVERFLOW = Fault("the number is too large", _WRITE)
_UNDERFLOW = Fault("the number is too close to zero", _WRITE)
INFINITE = Fault("infinity and NaN are no numbers here", _WRITE)

_WORDS: dict[str, Scalar | Fault] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((sign + word for sign in ("", "+", "-") for word in (".inf", ".Inf", ".INF")), INFINITE),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), INFINITE),
}
_BASES = {"0o": 8, "0x": 16}
_NUMBER = re.compile(
    r"0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
)
_BEGINS_A_NUMBER = frozenset("0123456789+-.")


def resolve(word: str) -> Scalar | Fault:
    """The value of an unquoted word."""
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in _BEGINS_A_NUMBER or not _NUMBER.fullmatch(word):
        return word
    if word[:2] in _BASES:
        return whole(word, _BASES[word[:2]])
    return whole(word) if word.lstrip("+-").isdigit() else real(word)


def whole(digits: str, base: int = 10) -> int | Fault:
    """The value of the digits of a whole number."""
    if len(digits) > _LENGTH:
        return _TOO_LONG
    value = int(digits, base)
    return value if abs(value) < 10**_DIGITS else _TOO_LARGE


def real(literal: str) -> int | float | Fault:
    """A number written with a point or an exponent: an int where that is exact, as `1e25` is, so that
    thresholds compare exactly.
    """
    if len(literal) > _LENGTH:
        return _TOO_LONG
    value = float(literal)
    if isinf(value):
        return _OVERFLOW
    mantissa, _, exponent = literal.lower().partition("e")
    if not value:
        return _UNDERFLOW if mantissa.strip("+-.0") else 0
    exact = _integral(mantissa, int(exponent or "0"))
    return value if exact is None else exact


def _integral(mantissa: str, exponent: int) -> int | None:
    before, _, after = mantissa.partition(".")
    digits = (before + after).rstrip("0")
    zeros = exponent + len(before) - len(digits)
    if not 0 <= zeros < _DIGITS:
        return None
    value = int(digits) * 10**zeros
    return value if abs(value) < 10**_DIGITS else None
