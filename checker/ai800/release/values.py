"""One leaf of the release file, as the policies see it: total, so that nothing is undefined."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ai800.release.grades import grade, grade_decision, key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_EPOCH = date(1970, 1, 1).toordinal()
_EDITION = "ipd:"


def days(text: str) -> int:
    """Days from 1970-01-01 to an ISO date."""
    return date.fromisoformat(text).toordinal() - _EPOCH


def iso_date(day: int) -> str:
    return date.fromordinal(day + _EPOCH).isoformat()


def _date(value: str | None) -> dict[str, int]:
    return {} if value is None else {"day": days(value)}


def _number(value: float | None) -> dict[str, float]:
    return {} if value is None else {"value": value}


def _name(value: str | None) -> dict[str, str]:
    graded = grade(value)
    return {"grade": graded, "key": key(value) if graded in {"word", "statement"} else ""}


def _texts(value: list[str] | None) -> list[str]:
    return [grade(text) for text in value or ()]


def _measure(value: str | float | None) -> str:
    return grade(value) if value is None or isinstance(value, str) else "word"


def _licence(value: str | Mapping[str, str] | None) -> str:
    return grade(value if value is None or isinstance(value, str) else value["id"])


def _word(value: str | None) -> str:
    return value or ""


def _list(value: list[str] | None) -> list[str]:
    return list(value or ())


def _boolean(value: bool | None) -> bool | None:  # noqa: FBT001 (the value is what the file says)
    return value


def _edition_texts(value: list[str] | None) -> list[dict[str, str]]:
    return [
        {"grade": grade(text), "id": text.removeprefix(_EDITION) if text.startswith(_EDITION) else ""}
        for text in value or ()
    ]


LEAVES: dict[str, Callable[[Any], Any]] = {
    "text": grade,
    "decision": grade_decision,
    "name": _name,
    "texts": _texts,
    "date": _date,
    "number": _number,
    "amount": _number,
    "count": _number,
    "boolean": _boolean,
    "id": _word,
    "digest": _word,
    "measure": _measure,
    "licence": _licence,
    "enum": _word,
    "enums": _list,
    "edition_id": _word,
    "edition_texts": _edition_texts,
}
