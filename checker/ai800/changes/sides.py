"""How two reports were made differently, so that a change may not be the release's, and what cannot be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.changes.types import Side
from ai800.release.missing import NOT_ENTERED, NOT_IN_CLONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.changes.types import Rows
    from ai800.changes.weights import Replaced

_POLICIES = "the policies"
_SHA256 = "sha256:"
_SHOWN = 12
_MOST_IDS = 10


def side(report: Mapping[str, Any], name: str) -> Side:
    run = report["run"]
    return Side(
        name=name or run["ref"] or run["repository"],
        release=report["release"],
        run=run,
        edition=report["edition"]["edition"],
        sentence=report["outcome"]["sentence"],
        exit_code=report["outcome"]["exit_code"],
        declared=report["declared"],
    )


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """One sentence for each way in which the two were not made alike."""
    for what, before, after in _ways(old, new):
        if before != after:
            first, then = (
                each.removeprefix(_SHA256)[:_SHOWN] if what == _POLICIES else each for each in (before, after)
            )
            yield f"the reports differ in {what}: {first or 'none'}, then {then or 'none'}"
    if old["run"]["fail_on"] != new["run"]["fail_on"]:
        yield f"what fails is taken from the newer one for both here: --fail-on {new['run']['fail_on']}"
    if old["declared"] != new["declared"]:
        which = "newer" if old["declared"] else "older"
        yield f"the {which} one has no ai800.yaml, so what nobody declares is unmet there"


def _ways(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for what, name in (
        ("the day of the check", "as_of"), ("the version of ai800", "version"), ("the variant asked for", "variant"),
        ("--fail-on", "fail_on"), ("the repository", "repository"),
    ):  # fmt: skip
        yield what, old["run"][name], new["run"][name]
    yield _POLICIES, old["run"]["policies"], new["run"]["policies"]
    yield "the edition", old["edition"]["edition"], new["edition"]["edition"]
    yield "the folder", old["release"]["folder"], new["release"]["folder"]
    yield "what --only asked for", " ".join(old["only"]), " ".join(new["only"])


def incomparable(old: Mapping[str, Any], new: Mapping[str, Any], *, rows: Rows, weights: Replaced) -> Iterator[str]:
    """What cannot be said, one sentence each: silence would read as if nothing had changed."""
    yield from _apart(rows)
    if others_differ(old, new):
        yield "submodules are not those of before, and what is in them was not compared"
    if not old["declared"] and not new["declared"]:
        yield "neither has an ai800.yaml, so only what the repository itself shows was compared"
    for report, which in ((old, "older"), (new, "newer")):
        yield from (f"of the {which} release, {said}" for said in lacking(report))
        if not report["fingerprint"]:
            yield (
                f"the {which} report holds no digests of what is declared, so renewed evidence, deployment records, "
                "declared licences, base models and parameters were not compared"
            )
    if weights.why_not:
        yield f"whether the weights are new, and evidence was renewed for them, is not known: {weights.why_not}"


def lacking(report: Mapping[str, Any]) -> Iterator[str]:
    """Which files could not be read although they are there: what they show counted as absent."""
    yield from _noted(report, NOT_IN_CLONE)


def others_differ(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether a submodule changed, which is never entered."""
    return [*_noted(old, NOT_ENTERED)] != [*_noted(new, NOT_ENTERED)]


def _noted(report: Mapping[str, Any], code: str) -> Iterator[str]:
    return (note["message"] for note in report["notes"] if note["code"] == code)


def _apart(rows: Rows) -> Iterator[str]:
    if rows.unknown:
        yield f"could not be evaluated in one of the two: {_listed(rows.unknown)}"
    if not rows.compared:
        yield "no item is judged in both reports, so no verdict was compared"
    if rows.added:
        yield f"judged only in the newer report: {_listed(rows.added)}"
    if rows.removed:
        yield f"judged only in the older report: {_listed(rows.removed)}"


def _listed(ids: tuple[str, ...]) -> str:
    more = f" and {len(ids) - _MOST_IDS} more" if len(ids) > _MOST_IDS else ""
    return f"{', '.join(ids[:_MOST_IDS])}{more}"
