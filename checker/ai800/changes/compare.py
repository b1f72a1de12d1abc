"""Two reports in, what changed out. Pure: the same two reports give the same answer."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from ai800.changes.rows import apart, compare_rows
from ai800.changes.types import Changes, Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.changes.types import Rows

_UNFINISHED = 4


def changed(old: Mapping[str, Any], new: Mapping[str, Any], *, names: tuple[str, str] = ("", "")) -> Changes:
    """What changed from `old` to `new`, two reports as `ai800.reports.data.as_data` makes them, valid by its schema.

    `names` says how the two were asked for, such as refs or files.
    """
    rows = compare_rows(old, new)
    regressions = tuple(_regressions(rows, old, new))
    by = ("id", "subject", "weight", "message")
    appeared, gone = apart(old["disagreements"], new["disagreements"], by=by)
    return Changes(
        old=_side(old, names[0]),
        new=_side(new, names[1]),
        rows=rows,
        regressions=regressions,
        disagreements_new=appeared,
        disagreements_gone=gone,
        differences=(),
        incomparable=(),
        facts=(),
        cautions=(),
        entries=(),
        exit_code=_exit_code(regressions, old, new),
    )


def _side(report: Mapping[str, Any], name: str) -> Side:
    return Side(
        name=name or report["run"]["ref"] or report["run"]["repository"],
        release=report["release"],
        run=report["run"],
        edition=report["edition"]["edition"],
        sentence=report["outcome"]["sentence"],
        exit_code=report["outcome"]["exit_code"],
        declared=report["declared"],
    )


def _regressions(rows: Rows, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Rows that regressed or can be judged no more, then disagreements that fail and are new or more than before."""
    worse = {change.id for change in rows.changes if change.regressed}
    yield from (
        row["id"] for practice in new["practices"] for row in practice["rows"]
        if row["id"] in worse or row["verdict"] == "error"
    )  # fmt: skip
    known, found = _disagreements(old), _disagreements(new)
    yield from dict.fromkeys(
        identity for identity, subject in found if found[identity, subject] > known[identity, subject]
    )


def _disagreements(report: Mapping[str, Any]) -> Counter[tuple[str, str]]:
    """How many disagreements fail, by id and subject: their words hold numbers that change from release to release."""
    failing = (found for found in report["disagreements"] if found["weight"] == "fails")
    return Counter((found["id"], found["subject"]) for found in failing)


def _exit_code(regressions: tuple[str, ...], old: Mapping[str, Any], new: Mapping[str, Any]) -> int:
    if _UNFINISHED in {old["outcome"]["exit_code"], new["outcome"]["exit_code"]}:
        return _UNFINISHED
    return 1 if regressions else 0
