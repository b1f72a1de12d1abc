"""Two reports in, what changed out. Pure: the same two reports give the same answer."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any

from ai800.changes.entries import compare_entries
from ai800.changes.release_facts import compare_facts, weights_change
from ai800.changes.renewal import undecided, unrenewed
from ai800.changes.rows import apart, compare_rows, rows_of
from ai800.changes.sides import differences, incomparable, lacking, others_differ, side
from ai800.changes.types import Changes
from ai800.changes.weights import replaced, weights_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.changes.types import Caution, Rows
    from ai800.changes.weights import Replaced

_UNFINISHED = 4
_SAME_DISAGREEMENT = ("id", "subject", "weight", "message")


def changed(old: Mapping[str, Any], new: Mapping[str, Any], *, names: tuple[str, str] = ("", "")) -> Changes:
    """What changed from `old` to `new`, two reports as `ai800.reports.data.as_data` makes them, valid by its schema.

    `names` says how the two were asked for, such as refs or files.
    """
    rows = compare_rows(old, new)
    regressions = tuple(_regressions(rows, old, new=new))
    appeared, gone = apart(old["disagreements"], new["disagreements"], by=_SAME_DISAGREEMENT)
    before, after = weights_of(old), weights_of(new)
    weights = replaced(before, after)
    return Changes(
        old=side(old, names[0]),
        new=side(new, names[1]),
        rows=rows,
        regressions=regressions,
        disagreements_new=appeared,
        disagreements_gone=gone,
        differences=tuple(differences(old, new)),
        incomparable=tuple(incomparable(old, new, rows=rows, weights=weights)),
        facts=tuple(chain(weights_change(before, after, change=weights), compare_facts(old, new))),
        cautions=_cautions(old, new, weights=weights),
        entries=tuple(compare_entries(old, new)),
        exit_code=_exit_code(rows, regressions, old=old, new=new),
    )


def _cautions(old: Mapping[str, Any], new: Mapping[str, Any], *, weights: Replaced) -> tuple[Caution, ...]:
    if not old["fingerprint"] or not new["fingerprint"]:
        return ()
    return (*undecided(old, new), *unrenewed(old, new, weights=weights))


def _regressions(rows: Rows, old: Mapping[str, Any], *, new: Mapping[str, Any]) -> Iterator[str]:
    """Rows that regressed or could not be judged, then disagreements that fail and are new or more than before."""
    worse = {change.id for change in rows.changes if change.regressed}
    yield from (each for each, row in rows_of(new).items() if each in worse or row["verdict"] == "error")
    known, found = _disagreements(old), _disagreements(new)
    yield from dict.fromkeys(
        identity for identity, subject in found if found[identity, subject] > known[identity, subject]
    )


def _disagreements(report: Mapping[str, Any]) -> Counter[tuple[str, str]]:
    """How many disagreements fail, by id and subject: their words hold numbers that change from release to release."""
    failing = (found for found in report["disagreements"] if found["weight"] == "fails")
    return Counter((found["id"], found["subject"]) for found in failing)


def _exit_code(rows: Rows, regressions: tuple[str, ...], *, old: Mapping[str, Any], new: Mapping[str, Any]) -> int:
    """An item that is judged no more may have got worse, so its silence is no answer, nor is that of a missing file."""
    if not rows.compared or rows.removed or _UNFINISHED in {old["outcome"]["exit_code"], new["outcome"]["exit_code"]}:
        return _UNFINISHED
    if any(lacking(old)) or any(lacking(new)) or others_differ(old, new):
        return _UNFINISHED
    return 1 if regressions else 0
