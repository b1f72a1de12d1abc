"""Rows of two reports beside each other: which verdicts got worse, and which of those gate.

A row regresses where it fails the run now and did not before, or where it failed already and something of it got
worse: its verdict, the verdict for one channel, one channel more with a gap, or one more contradiction. A gap that
somebody waived, and a row that only one of the reports judges, is none.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from ai800.assessment.judge import CONTRADICTION
from ai800.assessment.types import WORST_FIRST, Finding, Verdict
from ai800.changes.types import Direction, RowChange, Rows
from ai800.declare.types import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Data = dict[str, Any]

_GAPS: frozenset[Verdict] = frozenset({"unmet", "partial"})
_QUESTIONS: frozenset[Verdict] = frozenset({"needs_review", "alternative"})
_OPEN = _GAPS | _QUESTIONS


def compare_rows(old: Mapping[str, Any], new: Mapping[str, Any]) -> Rows:
    """Both reports' rows; whether a row fails goes by the `--fail-on` of the newer one, for both."""
    before, after = rows_of(old), rows_of(new)
    shared = [identity for identity in after if identity in before]
    silent = {each for each in shared if "not_built" in {before[each]["verdict"], after[each]["verdict"]}}
    unknown = tuple(each for each in after if _is_error(before.get(each)) or _is_error(after[each]))
    fail_on = new["run"]["fail_on"]
    pairs = [(before[each], after[each]) for each in shared if each not in silent and not _is_error(before[each])]
    changes = (_change(first, then, fail_on=fail_on) for first, then in pairs)
    return Rows(
        changes=tuple(change for change in changes if _tells(change)),
        compared=len(pairs),
        unknown=unknown,
        added=tuple(each for each, row in after.items() if _is_judged(row) and not _is_judged(before.get(each))),
        removed=tuple(each for each, row in before.items() if _is_judged(row) and not _is_judged(after.get(each))),
    )


def rows_of(report: Mapping[str, Any]) -> dict[str, Data]:
    """Every row by its id, in the order of the report."""
    return {row["id"]: row for practice in report["practices"] for row in practice["rows"]}


def fails(row: Mapping[str, Any], fail_on: str) -> bool:
    """Whether a row makes the run fail under `fail_on`, as the assessment decides it."""
    if row["verdict"] == "error" or _contradictions(row):
        return True
    if row["ask"] != "plain":
        return False
    asked = row["verdict"] in _QUESTIONS and fail_on != "unmet" and not _answered(row)
    return row["verdict"] in _GAPS or asked


def finding_of(data: Mapping[str, Any]) -> Finding:
    """A finding of a report as the assessment had it."""
    places = {name: _place(data[name]) for name in ("place", "other")}
    return Finding(**{**data, **places, "basis": tuple(data["basis"])})


def apart(old: list[Data], new: list[Data], *, by: tuple[str, ...]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that only `new` has, and those that only `old` has; `by` names what makes two the same."""
    return tuple(_beyond(old, new, by=by)), tuple(_beyond(new, old, by=by))


def _beyond(known: list[Data], found: list[Data], *, by: tuple[str, ...]) -> Iterator[Finding]:
    left = Counter(tuple(each[name] for name in by) for each in known)
    for each in found:
        key = tuple(each[name] for name in by)
        left[key] -= 1
        if left[key] < 0:
            yield finding_of(each)


def _place(data: Mapping[str, Any] | None) -> Place | None:
    return None if data is None else Place(**data)


def _is_error(row: Mapping[str, Any] | None) -> bool:
    return row is not None and row["verdict"] == "error"


def _is_judged(row: Mapping[str, Any] | None) -> bool:
    return row is not None and row["verdict"] != "not_built"


def _answered(row: Mapping[str, Any]) -> bool:
    return any(each["kind"] == "review" and each["counts"] for each in row["overrides"])


def _findings(row: Mapping[str, Any]) -> list[Data]:
    return [found for judgement in row["judgements"] for found in judgement["findings"]]


def _contradictions(row: Mapping[str, Any]) -> int:
    return sum(found["code"].startswith(CONTRADICTION) for found in _findings(row))


def _change(before: Data, after: Data, *, fail_on: str) -> RowChange:
    heavy = [[found for found in _findings(row) if found["weight"] != "note"] for row in (before, after)]
    appeared, gone = apart(heavy[0], heavy[1], by=("code", "variant", "subject", "message"))
    failed, failing = fails(before, fail_on), fails(after, fail_on)
    known = _questions(before)
    return RowChange(
        id=after["id"],
        title=after["title"],
        ask=after["ask"],
        before=before["verdict"],
        after=after["verdict"],
        direction=_direction(before, after, failed=failed, failing=failing),
        failed=failed,
        fails=failing,
        regressed=failing and (not failed or _got_worse(before, after)),
        appeared=appeared,
        gone=gone,
        asked=tuple(text for text in _questions(after) if text not in known),
    )


def _questions(row: Mapping[str, Any]) -> dict[str, None]:
    return {asked["text"]: None for judgement in row["judgements"] for asked in judgement["questions"]}


def _tells(change: RowChange) -> bool:
    return change.direction != "same" or bool(change.regressed or change.appeared or change.gone or change.asked)


def _direction(before: Data, after: Data, *, failed: bool, failing: bool) -> Direction:
    first, then = before["verdict"], after["verdict"]
    if first == then:
        return "same" if failed == failing else "worse" if failing else "better"
    if then == "waived":
        return "closed"
    if then == "not_applicable":
        return "lapsed"
    if first == "not_applicable":
        return "worse" if then in _OPEN or failing else "applies"
    return "worse" if _rank(then) < _rank(first) else "better"


def _rank(verdict: Verdict) -> int:
    """Low is bad, as the assessment takes the worst of several; `waived` and what does not apply hold no gap."""
    return WORST_FIRST.index(verdict)


def _got_worse(before: Data, after: Data) -> bool:
    """Whether a row that failed already got worse, as a whole or somewhere in it."""
    if _rank(after["verdict"]) < _rank(before["verdict"]) or _contradictions(after) > _contradictions(before):
        return True
    known, found = _by_variant(before), _by_variant(after)
    return any(_worse_under(known.get(variant, {}), subjects) for variant, subjects in found.items())


def _by_variant(row: Data) -> dict[str, dict[str, Verdict]]:
    """The verdict for each channel, or for `release`, under each variant."""
    return {
        judgement["variant"]: {each["subject"]: each["verdict"] for each in judgement["subjects"]}
        for judgement in row["judgements"]
    }


def _worse_under(known: Mapping[str, Verdict], found: Mapping[str, Verdict]) -> bool:
    """One channel with a worse verdict, or more or worse gaps in all. A channel with a new name alone is neither."""
    before, after = (sorted(_rank(verdict) for verdict in each.values() if verdict in _OPEN) for each in (known, found))
    if len(after) > len(before) or any(then < first for first, then in zip(before, after, strict=False)):
        return True
    return any(
        verdict in _OPEN and subject in known and _rank(verdict) < _rank(known[subject])
        for subject, verdict in found.items()
    )
