"""Judges a change under the gates of its base."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.assessment.gate_types import Base, Own
from ai800.errors import SnapshotError
from ai800.gates.before import read_before
from ai800.gates.changed import changed_gates, counted
from ai800.gates.merge import under
from ai800.judging import judge_reading
from ai800.options import settings
from ai800.reading import join, read_snapshot, uncommitted
from ai800.release.missing import listed, told
from ai800.snapshot.base import open_with_base

if TYPE_CHECKING:
    from pathlib import Path

    from ai800.assessment.types import Assessment
    from ai800.gates.types import Before
    from ai800.options import Asked
    from ai800.reading import Reading


class _Change(NamedTuple):
    """A change as it stands (`own`) and under the gates of its base (`gated`).

    `old` is the base's release, where it is asked what got worse and there is one.
    """

    own: Reading
    gated: Reading
    before: Before
    old: Reading | None


def check_with_base(path: Path, base: str, *, asked: Asked) -> Assessment:
    """The assessment of what is judged under the gates of its merge base with `base`; these decide the exit code.

    Raises SnapshotError where there is no such base, else as `ai800.api.check`.
    """
    change = _read(path, base, asked=asked)
    old = judge_reading(change.old, asked) if change.old else None
    judged = _decided(judge_reading(change.gated, asked), old)
    own = None
    if change.gated is not change.own:
        own = _own(_decided(judge_reading(change.own, asked), old))
    found = Base(base, change.before.snapshot.origin.commit or "", change.before.why_not)
    head = change.own.declaration
    notes = (*changed_gates(head, change.before), *counted(head, change.before), *judged.notes)
    return judged._replace(gate=judged.gate._replace(base=found, own=own), notes=notes)


def _read(path: Path, base: str, *, asked: Asked) -> _Change:
    with open_with_base(path, base, ref=asked.ref, staged=asked.staged) as (head, ancestor):
        own = read_snapshot(head, asked)
        own = own._replace(uncommitted=uncommitted(own, path))
        before = read_before(ancestor, own.catalog)
        declaration = under(own.declaration, before.declaration)
        gated = own
        if declaration is not own.declaration:
            gated = join(head, declaration, facts=own.facts, catalog=own.catalog, asked=asked)
            gated = gated._replace(uncommitted=own.uncommitted)
        wanted = any(settings(asked, each.declaration).fail_on == "regression" for each in (own, gated))
        old = _release(before, asked) if wanted else None
        if old is not None:
            _require_whole(old, own)
            _require_same_others(old, own)
        return _Change(own, gated, before, old)


def _release(before: Before, asked: Asked) -> Reading | None:
    """The base's release, None where there is none to compare with."""
    return None if before.why_not else read_snapshot(before.snapshot, asked)


def _require_whole(*readings: Reading) -> None:
    """What was not read counts as a gap, and a gap of the base would let the change have it too."""
    for reading in readings:
        if reading.missing:
            which = reading.origin.commit[:12] if reading.origin.commit else "what is staged"
            raise SnapshotError(
                f"what got worse cannot be told: of {which}, {told(reading.missing)}",
                "fetch them (`git fetch --refetch`, or clone without `--filter`)",
            )


def _require_same_others(old: Reading, new: Reading) -> None:
    if old.not_entered != new.not_entered:
        was, now = (listed(each.not_entered) or "none" for each in (old, new))
        raise SnapshotError(
            f"what got worse cannot be told: a submodule changed, and none is entered (was {was}, is {now})",
            "check that repository by its own path, and this change with `--fail-on review`",
        )


def _decided(judged: Assessment, old: Assessment | None) -> Assessment:
    """With the exit code that the gate leads to: where it asks what got worse, only that fails.

    A run that could not evaluate everything stays one, whichever of the two it is.
    """
    if judged.gate.fail_on != "regression" or old is None:
        return judged
    from ai800.changes.compare import changed
    from ai800.reports.data import as_data

    changes = changed(_comparable(as_data(old)), _comparable(as_data(judged)))
    gate = judged.gate._replace(regressions=changes.regressions)
    return judged._replace(gate=gate, exit_code=changes.exit_code)


def _comparable(report: dict[str, Any]) -> dict[str, Any]:
    """An open question that was none before is a regression too."""
    return {**report, "run": {**report["run"], "fail_on": "review"}}


def _own(assessment: Assessment) -> Own:
    gate = assessment.gate
    exit_code, counts, fails = assessment.exit_code, assessment.counts, assessment.fails
    return Own(gate.fail_on, gate.variant, exit_code, counts, fails, gate.regressions)
