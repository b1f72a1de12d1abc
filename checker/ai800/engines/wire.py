"""What crosses the border to an engine: the document goes out, the answers come in.

Answers are `{practice: {variant: {"verdicts": {id: {subject: {"verdict": word, "because": [code, …]}}},
"findings": [{"id", "subject", "code", "at", "field", "args"}, …]}}}`. Rego's sets have no order and every engine
writes them as it likes, so what comes in is put in one order: the same release has the same answers, byte for byte.
"""

from __future__ import annotations

import json
from math import isfinite
from typing import TYPE_CHECKING, Any, TypeVar

from ai800.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Part = TypeVar("Part")
Answers = dict[str, dict[str, dict[str, Any]]]

ANSWER_BYTES = 64 * 2**20

VARIANTS = frozenset({"both", "open", "closed"})
VERDICTS = frozenset({"met", "partial", "unmet", "needs_review", "not_applicable"})
_FINDING = ("at", "code", "field", "id", "subject")


class _ShapeError(Exception):
    """The answers are not what the contract says."""


def document_bytes(document: Mapping[str, Any]) -> bytes:
    """The document as compact JSON in UTF-8; NaN, infinity and half characters are refused for every engine alike."""
    try:
        return json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    except ValueError:
        raise EngineError(
            "the release data holds a number or a character that JSON cannot carry",
            "look for NaN, infinity or half a surrogate pair in the files that were read",
        ) from None


def parsed(text: bytes | bytearray) -> Any:
    """The JSON value of what an engine wrote."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise EngineError("the engine's answer is not JSON", "run it again; if it stays, report it") from None


def answers(value: object) -> Answers:
    """`value` as answers in their one order; anything else than answers is an error, never an empty set of them."""
    try:
        found = _table(value, _practice)
    except _ShapeError:
        raise EngineError(
            "the policies answered in a form that this version of ai800 does not know",
            "use the policies that came with this version",
        ) from None
    if not found:
        raise EngineError("the policies answered nothing", "use the policies that came with this version")
    return found


def _practice(value: object) -> dict[str, dict[str, Any]]:
    found = _table(value, _claims)
    _expect(holds=found.keys() <= VARIANTS)
    return found


def _claims(value: object) -> dict[str, Any]:
    """What one policy file answers."""
    claims = _record(value, ("findings", "verdicts"))
    found = [_finding(finding) for finding in _list(claims["findings"])]
    return {
        "verdicts": _table(claims["verdicts"], lambda subjects: _table(subjects, _verdict)),
        "findings": sorted(found, key=lambda finding: json.dumps(finding, sort_keys=True)),
    }


def _verdict(value: object) -> dict[str, Any]:
    verdict = _record(value, ("because", "verdict"))
    word = _text(verdict["verdict"])
    _expect(holds=word in VERDICTS)
    return {"verdict": word, "because": sorted(_text(code) for code in _list(verdict["because"]))}


def _finding(value: object) -> dict[str, Any]:
    finding = _record(value, ("args", *_FINDING))
    return {**{key: _text(finding[key]) for key in _FINDING}, "args": _table(finding["args"], _argument)}


def _argument(value: object) -> object:
    """A scalar, a date, or a list of scalars; a list is a set, since nobody can tell the two apart in JSON."""
    if isinstance(value, dict):
        day = _record(value, ("day",))["day"]
        _expect(holds=isinstance(day, int) and not isinstance(day, bool))
        return {"day": day}
    if isinstance(value, list):
        return sorted((_scalar(item) for item in value), key=json.dumps)
    return _scalar(value)


def _scalar(value: object) -> object:
    _expect(holds=value is None or isinstance(value, str | int | float))
    _expect(holds=not isinstance(value, float) or isfinite(value))
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _ShapeError
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise _ShapeError
    return value


def _record(value: object, keys: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(value, dict) or value.keys() != set(keys):
        raise _ShapeError
    return value


def _table(value: object, part: Callable[[object], Part]) -> dict[str, Part]:
    if not isinstance(value, dict):
        raise _ShapeError
    return {key: part(value[key]) for key in sorted(value)}


def _expect(*, holds: bool) -> None:
    if not holds:
        raise _ShapeError
