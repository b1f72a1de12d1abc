"""What was not done again although it rests on what changed: evidence for new weights, decisions on more access.

Careful with false alarms: a record is named only where nothing of it changed at all, or nothing but its labels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.changes.types import Caution
from ai800.release.channels import RANKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.changes.weights import Replaced

Data = dict[str, Any]

_DEPLOYMENTS = "deployments"
_TESTS = {
    "evaluations": "evaluation",
    "red_teams": "red team",
    "security.theft_assessments": "theft assessment",
}
_LABELS = ("date", "model_version", "model_sha256")


def unrenewed(old: Mapping[str, Any], new: Mapping[str, Any], *, weights: Replaced) -> Iterator[Caution]:
    """Tests of the model that are the same for other weights. Both reports have a fingerprint."""
    if not weights.is_new:
        return
    before = _records(old)
    for key, record in _records(new).items():
        known = before.get(key)
        if known is None or key[0] not in _TESTS or not _same_work(known, record):
            continue
        if any(known[label] != record[label] for label in _LABELS):
            yield from _relabelled(key, record)
        elif not _covers(record, old, new=new, weights=weights):
            yield _not_renewed(key, record)


def _records(report: Mapping[str, Any]) -> dict[tuple[str, str], Data]:
    return {(record["section"], record["id"]): record for record in report["fingerprint"]["records"]}


def _same_work(one: Data, other: Data) -> bool:
    return bool(one["content"] == other["content"] and one["evidence"] == other["evidence"])


def _covers(record: Data, old: Mapping[str, Any], *, new: Mapping[str, Any], weights: Replaced) -> bool:
    """Whether the record itself says that it is about the new weights."""
    stated = record["model_sha256"]
    if stated:
        digest = stated.lower()
        return f"sha256:{digest}" in weights.came or digest in _digests(new) - _digests(old)
    version = new["release"]["version"]
    return bool(version and version != old["release"]["version"] and record["model_version"] == version)


def _digests(report: Mapping[str, Any]) -> set[str | None]:
    """SHA-256 of the files that were read, also where git's own names decide what is new."""
    return {each["sha256"] for each in report["facts"]["weights"]}


def _not_renewed(key: tuple[str, str], record: Data) -> Caution:
    when = f" of {record['date']}" if record["date"] else ""
    text = f"the weights are new, but {_TESTS[key[0]]} {key[1]}{when} and its evidence are those of before"
    return Caution("not_renewed", key[1], text)


def _relabelled(key: tuple[str, str], record: Data) -> Iterator[Caution]:
    """A new date on the same result and the same bytes of evidence."""
    if any(each["sha256"] for each in record["evidence"]):
        text = f"{_TESTS[key[0]]} {key[1]} has a new date or model, but its result and evidence are those of before"
        yield Caution("relabelled", key[1], text)


def undecided(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Caution]:
    """Channels that give more access, or are new, without a deployment record of their own. Both have a fingerprint."""
    before, decided = _access(old), _decisions(old)
    now = _decisions(new)
    for channel, access in _access(new).items():
        if channel not in before:
            if channel not in now:
                text = f"channel {channel} is new ({access or 'access not stated'}), without a deployment record"
                yield Caution("channel_without_deployment", channel, text)
        elif rank(access) > rank(before[channel]) and now.get(channel) in {None, decided.get(channel)}:
            yield _raised(channel, before[channel], access=access, decided=channel in now)


def _raised(channel: str, before: str | None, *, access: str | None, decided: bool) -> Caution:
    rest = "its deployment record is the one of before" if decided else "it has no deployment record"
    text = f"channel {channel} gives {access} instead of {before or 'access not stated'}, but {rest}"
    return Caution("access_raised", channel, text)


def rank(access: str | None) -> int:
    """How much a level of access gives; one that is not stated gives least."""
    return RANKS.get(access or "", -1)


def _access(report: Mapping[str, Any]) -> dict[str, str | None]:
    return {channel["id"]: channel["access"] for channel in report["release"]["channels"]}


def _decisions(report: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """What was decided on each channel, and when."""
    found = _records(report).items()
    return {identity: (record["content"], record["date"]) for (name, identity), record in found if name == _DEPLOYMENTS}
