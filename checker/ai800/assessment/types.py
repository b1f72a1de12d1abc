"""What the checker found: one verdict for every recommendation, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ai800.assessment.gate_types import Gate
from ai800.assessment.marginal_types import Marginal

if TYPE_CHECKING:
    from ai800.declare.types import Place

Verdict = Literal[
    "met", "partial", "unmet", "needs_review", "not_applicable", "alternative", "waived", "error", "not_built"
]
Variant = Literal["open", "closed"]
Ask = Literal["plain", "consider", "can"]
Weight = Literal["fails", "advice", "note"]

# From the worst to the best: the verdict of several subjects or variants is the worst among them.
WORST_FIRST: tuple[Verdict, ...] = (
    "error", "not_built", "unmet", "partial", "needs_review", "alternative", "waived", "met", "not_applicable",
)  # fmt: skip

# What a waiver or an alternative can stand in for; a contradiction can be mended, but not waived.
OPEN: frozenset[Verdict] = frozenset({"unmet", "partial", "needs_review"})


class Finding(NamedTuple):
    """One thing that is missing or contradicts itself.

    `id` carries its edition (`ipd:5.3.1`) or is a disagreement (`fact:weights`); `subject` is a channel or `release`.
    `weight`: it fails the run, is advice, or is a note. `other` is the second place of a disagreement.
    """

    id: str
    code: str
    message: str
    weight: Weight
    remedy: str
    subject: str = "release"
    variant: Variant | None = None
    place: Place | None = None
    other: Place | None = None
    basis: tuple[str, ...] = ()


class Reason(NamedTuple):
    """Why a verdict is what it is: a code, its sentence, its source, and ids that stand in its place."""

    code: str
    text: str
    basis: str = ""
    alternatives: tuple[str, ...] = ()


class Judgement(NamedTuple):
    """One row under one variant. `subjects` holds the policy's verdict for each channel, or for `release`."""

    variant: Variant
    verdict: Verdict
    subjects: tuple[tuple[str, Verdict], ...]
    reasons: tuple[Reason, ...] = ()  # of not_applicable and partial
    questions: tuple[Reason, ...] = ()  # of needs_review
    findings: tuple[Finding, ...] = ()


class Override(NamedTuple):
    """What a person added: a review, a waiver, an alternative, with who, until when (ISO dates), and where."""

    kind: Literal["review", "waiver", "alternative"]
    by: str
    until: str | None
    note: str
    place: Place | None
    counts: bool
    why_not: str = ""


class Row(NamedTuple):
    """One recommendation, documentation line or safeguard of the edition."""

    id: str
    kind: Literal["recommendation", "documentation", "safeguard"]
    practice: str
    ask: Ask
    page: int
    title: str
    text: str
    verdict: Verdict
    original: Verdict
    judgements: tuple[Judgement, ...] = ()
    overrides: tuple[Override, ...] = ()
    remedy: str = ""
    basis: tuple[str, ...] = ()
    evidence: tuple[Place, ...] = ()

    @property
    def gaps(self) -> tuple[str, ...]:
        """The channels, or `release`, for which it leaves a gap or a question before anybody added to it."""
        subjects = (each for judgement in self.judgements for each in judgement.subjects)
        return tuple(dict.fromkeys(subject for subject, verdict in subjects if verdict in OPEN))


class Practice(NamedTuple):
    id: str
    title: str
    page: int
    objective: str
    built: bool
    verdict: Verdict
    rows: tuple[Row, ...]


class Note(NamedTuple):
    """Shown, never a gap."""

    code: str
    message: str
    place: Place | None = None


class Expiry(NamedTuple):
    """Something dated that ends. `on` is an ISO date, `days` how far off it is as of the check, negative where past.

    `field` is the field that says so. `ended`: it holds no more. `rests` are ids that rest on it: rows of the edition,
    threat profiles, safeguards, estimates or a channel.
    """

    on: str
    days: int
    section: Literal["evaluations", "red_teams", "reviews", "waivers", "monitoring"]
    id: str
    field: Literal["valid_until", "invalidated_on", "expires_on", "review_on"]
    ended: bool
    rests: tuple[str, ...] = ()
    place: Place | None = None


class Assessment(NamedTuple):
    """The whole answer.

    `release` is what reports say of the release itself (name, developer, channels with access and variant, folder);
    `run` says how it was made (commit, ref, kind, as-of date, engine, versions, policy digest). `fingerprint` is what
    two reports are compared by (ai800.release.fingerprint), None where it is not known.
    """

    edition: dict[str, Any]
    release: dict[str, Any]
    run: dict[str, Any]
    practices: tuple[Practice, ...]
    disagreements: tuple[Finding, ...]
    notes: tuple[Note, ...]
    facts: dict[str, Any]
    counts: dict[Verdict, int]
    fails: tuple[str, ...]  # ids that make the run fail, in the order of the edition; but see `gate.regressions`
    exit_code: int
    not_built: tuple[str, ...] = ()  # practices
    only: tuple[str, ...] = ()  # what --only asked for; empty means everything
    declared: bool = True
    gate: Gate = Gate()
    fingerprint: dict[str, Any] | None = None
    marginal: Marginal = Marginal()
    expires: tuple[Expiry, ...] = ()  # by day, the earliest first

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for practice in self.practices for row in practice.rows)
