"""One release judged twice: under both variants, or as it stands and as it might stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.assessment.types import WORST_FIRST
from ai800.errors import UsageError
from ai800.release.channels import RANKS
from ai800.text import nearest, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.assessment.types import Assessment, Finding, Row, Verdict

UNDECIDED: frozenset[Verdict] = frozenset({"unmet", "partial", "needs_review", "alternative"})
_SILENT: frozenset[Verdict] = frozenset({"not_built", "error"})
# What the policies answer of a safeguard that is recorded where it does not count.
_NOT_CREDITED = ("not_credited", "contradicts_openness", "contradicts_channel")


class Comparison(NamedTuple):
    """A release under each variant, whatever its channels give."""

    open: Assessment
    closed: Assessment

    @property
    def pairs(self) -> tuple[tuple[Row, Row], ...]:
        """Each row as open and as closed, in the order of the edition."""
        return tuple(zip(self.open.rows, self.closed.rows, strict=True))

    @property
    def differing(self) -> tuple[str, ...]:
        """The ids whose verdict is not the same under both."""
        return tuple(one.id for one, other in self.pairs if one.verdict != other.verdict)


class Supposition(NamedTuple):
    """A release as it stands, and as if `channel` gave `access` instead of what it gives now (None: not stated)."""

    channel: str
    now: str | None
    access: str
    before: Assessment
    after: Assessment

    @property
    def appearing(self) -> tuple[Row, ...]:
        """Rows that do not apply now, and then would."""
        return tuple(then for now, then in self._judged() if _falls(then, now))

    @property
    def falling(self) -> tuple[Row, ...]:
        """Rows that apply now, and then would not."""
        return tuple(then for now, then in self._judged() if _falls(now, then))

    @property
    def changing(self) -> tuple[tuple[Row, Row], ...]:
        """Rows that apply in both cases, where something else is looked for."""
        return tuple(
            (now, then)
            for now, then in self._judged()
            if now.title != then.title and "not_applicable" not in {now.original, then.original}
        )

    @property
    def uncredited(self) -> tuple[Finding, ...]:
        """What the policies say of safeguards that count now and then would not, of each the first that is said."""
        known = {finding.message for row in self.before.rows for finding in _not_credited(row)}
        found: dict[str, Finding] = {}
        for finding in (finding for row in self.after.rows for finding in _not_credited(row)):
            if finding.message not in known:
                found.setdefault(_safeguard(finding), finding)
        return tuple(found.values())

    @property
    def preparing(self) -> tuple[Row, ...]:
        """Rows that then would be a gap or a question, and are none now or not for the same reason."""
        return tuple(
            then
            for now, then in self._judged()
            if then.verdict in UNDECIDED and (_is_worse(then, now) or _said(then) - _said(now))
        )

    def _judged(self) -> Iterator[tuple[Row, Row]]:
        for now, then in zip(self.before.rows, self.after.rows, strict=True):
            if not {now.original, then.original} & _SILENT:
                yield now, then


def supposed_channel(assessment: Assessment, wanted: str | None, *, access: str) -> Mapping[str, Any]:
    """The channel (as in Assessment.release) that a supposition is about; else a UsageError that says what to name."""
    if access not in RANKS:
        raise UsageError("there is no such access", f"it is one of {', '.join(RANKS)}")
    channels: dict[str, dict[str, Any]] = {channel["id"]: channel for channel in assessment.release["channels"]}
    if not channels:
        raise UsageError("the release declares no channel", "add one to `channels` in ai800.yaml")
    if wanted is None and len(channels) == 1:
        return next(iter(channels.values()))
    if wanted in channels:
        return channels[wanted]
    names = ", ".join(printable(name) for name in channels)
    meant = nearest(wanted or "", channels)
    hint = f"did you mean {printable(meant)}? " if meant else ""
    sentence = "the release has several channels" if wanted is None else "the release has no such channel"
    raise UsageError(sentence, f"{hint}name one with --channel: {names}")


def _falls(now: Row, then: Row) -> bool:
    return then.original == "not_applicable" and now.original != "not_applicable"


def _is_worse(then: Row, now: Row) -> bool:
    return WORST_FIRST.index(then.verdict) < WORST_FIRST.index(now.verdict)


def _said(row: Row) -> set[str]:
    """What stands against a row: findings that are more than notes, and what a person is asked."""
    return {
        text
        for judgement in row.judgements
        for text in (
            *(finding.message for finding in judgement.findings if finding.weight != "note"),
            *(question.text for question in judgement.questions),
        )
    }


def _safeguard(finding: Finding) -> str:
    """Which safeguard is spoken of: every such sentence begins with it, and its id holds no space."""
    return " ".join(finding.message.split(" ", 2)[:2])


def _not_credited(row: Row) -> Iterator[Finding]:
    for judgement in row.judgements:
        yield from (finding for finding in judgement.findings if finding.code.startswith(_NOT_CREDITED))
