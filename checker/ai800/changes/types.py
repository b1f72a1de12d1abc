"""What changed between two reports: verdicts first, then what the release itself says of its model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from ai800.assessment.types import Ask, Finding, Verdict

# `worse` and `better` go by what is asked of the release. `closed`: a person took the gap on. `applies` and `lapsed`:
# the row came to apply, or applies no more, without a gap now. `same`: the verdict stayed, what is found did not.
Direction = Literal["worse", "better", "closed", "applies", "lapsed", "same"]
Source = Literal["declared", "observed"]
Step = Literal["came", "went", "extended", "shortened", "lapsed", "counts_now", "reworded"]


class Side(NamedTuple):
    """One of the two reports: what it is about, and how it was made. `name` is how it was asked for."""

    name: str
    release: dict[str, Any]
    run: dict[str, Any]
    edition: str
    sentence: str
    exit_code: int
    declared: bool


class RowChange(NamedTuple):
    """One row of the edition whose verdict, or whose findings, are not what they were.

    `failed` and `fails`: whether it made the run fail, before and now, both by the newer report's `--fail-on`.
    `regressed`: it gates. `appeared` and `gone` are findings that are more than notes; `asked` new questions.
    """

    id: str
    title: str
    ask: Ask
    before: Verdict
    after: Verdict
    direction: Direction
    failed: bool
    fails: bool
    regressed: bool
    appeared: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()
    asked: tuple[str, ...] = ()


class Rows(NamedTuple):
    """Both reports' rows beside each other, in the order of the newer report; `compared` counts those of both.

    `unknown`: one of the two could not evaluate them, so nothing is said of a change. `added` and `removed`: only one
    of the two judges them (another edition, `--only`, policies that are not built).
    """

    changes: tuple[RowChange, ...]
    compared: int
    unknown: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class FactChange(NamedTuple):
    """Something about the release that is not what it was: `what` is a stable name such as `licence_weights`.

    `subject` is a channel or empty; `before` and `after` are short texts, empty where nothing was stated.
    """

    what: str
    source: Source
    subject: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class Caution(NamedTuple):
    """Something a reviewer should look at, which fails nothing: a code, the record it is about, and one sentence."""

    code: str
    subject: str
    message: str


class EntryChange(NamedTuple):
    """A review, a waiver or an alternative that came, went, or holds for another time."""

    kind: Literal["review", "waiver", "alternative"]
    id: str
    step: Step
    by: str
    until: str | None
    until_before: str | None
    note: str
    counts: bool
    why_not: str


class Changes(NamedTuple):
    """The whole difference. `regressions` holds the ids that gate, in the order of the newer report.

    `differences`: how the two reports were made differently, so that a change may not be the release's.
    `incomparable`: what could not be compared at all; never read as "no change". `exit_code`: 0 no regression,
    1 regressions, 4 one of the two could not be evaluated, or the newer one does not judge all that the older one did.
    """

    old: Side
    new: Side
    rows: Rows
    regressions: tuple[str, ...]
    disagreements_new: tuple[Finding, ...]
    disagreements_gone: tuple[Finding, ...]
    differences: tuple[str, ...]
    incomparable: tuple[str, ...]
    facts: tuple[FactChange, ...]
    cautions: tuple[Caution, ...]
    entries: tuple[EntryChange, ...]
    exit_code: int

    def directed(self, direction: Direction) -> tuple[RowChange, ...]:
        return tuple(row for row in self.rows.changes if row.direction == direction)
