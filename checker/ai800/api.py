"""The way through: a repository in, an assessment out. The command line uses only this."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from ai800.errors import UsageError
from ai800.options import CheckOptions, asked_for, day
from ai800.reading import Reading, Stated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ai800.assessment.additions import Addition
    from ai800.assessment.contrast import Comparison, Supposition
    from ai800.assessment.gate_types import VariantChoice
    from ai800.assessment.types import Assessment, Row
    from ai800.catalog import Catalog
    from ai800.changes.types import Changes
    from ai800.facts.types import Facts
    from ai800.persons import Section

__all__ = [
    "CheckOptions", "Reading", "Stated", "additions", "catalog", "check", "compare", "diff", "judge", "observe",
    "open_row", "read", "record", "start", "stated", "what_if",
]  # fmt: skip

RELEASE_FILE = "ai800.yaml"


def check(path: str | Path = ".", **options: Unpack[CheckOptions]) -> Assessment:
    """Judge the release in `path`: a git repository, a folder in one, or a plain folder.

    Raises an Ai800Error where nothing can be judged; an engine that fails is an assessment with errors.
    """
    asked = asked_for(options)
    if asked.base is None:
        return judge(read(path, **options), **options)
    from ai800.gates.check import check_with_base

    return check_with_base(Path(path), asked.base, asked=asked)


def judge(reading: Reading, **options: Unpack[CheckOptions]) -> Assessment:
    """Judge what `read` read, with the options that it was read with."""
    from ai800.judging import judge_reading

    return judge_reading(reading, asked_for(options))


def compare(path: str | Path = ".", **options: Unpack[CheckOptions]) -> Comparison:
    """Judge the release in `path` under both variants, all of its channels as open and then all as closed."""
    from ai800.assessment.contrast import Comparison

    as_open: CheckOptions = {**options, "as_of": day(options.get("as_of")), "variant": "open"}
    as_closed: CheckOptions = {**as_open, "variant": "closed"}
    return Comparison(check(path, **as_open), check(path, **as_closed))


def what_if(
    path: str | Path = ".", *, access: str, channel: str | None = None, **options: Unpack[CheckOptions]
) -> Supposition:
    """Judge the release in `path` as it stands, and as if `channel` (the only one where None) gave `access`.

    Raises a UsageError where that is no level of access, or the channel is not there or has to be named.
    """
    from ai800.assessment.contrast import Supposition, supposed_channel

    asked: CheckOptions = {**options, "as_of": day(options.get("as_of"))}
    before = check(path, **asked)
    found = supposed_channel(before, channel, access=access)
    supposed: CheckOptions = {**asked, "supposed": {found["id"]: access}}
    return Supposition(found["id"], found["access"], access, before, check(path, **supposed))


def diff(
    path: str | Path = ".",
    *,
    old: str | None = None,
    new: str = "HEAD",
    as_of: str | None = None,
    variant: VariantChoice | None = None,
) -> Changes:
    """What changed from `old` to `new`, each a git ref of the repository in `path`, or a file with a json report.

    Where `old` is None it is what `new` declares as `release.previous`. Refs are judged on the same day (`as_of`,
    default today) by the same variant; a ref beside a report as the report was made.
    Raises an Ai800Error where one of the two cannot be read or judged.
    """
    from ai800.changes.sources import Given, difference

    return difference(Given(Path(path), old, new, as_of, variant))


def read(path: str | Path = ".", **options: Unpack[CheckOptions]) -> Reading:
    """Read declared and observed of the release in `path`, without an engine and without a base."""
    from ai800.reading import read_snapshot, uncommitted
    from ai800.snapshot import open_snapshot

    asked = asked_for(options)
    with open_snapshot(Path(path), ref=asked.ref, staged=asked.staged) as snapshot:
        reading = read_snapshot(snapshot, asked)
    return reading._replace(uncommitted=uncommitted(reading, Path(path)))


def stated(path: str | Path = ".", *, ref: str | None = None, staged: bool = False) -> Stated:
    """What the release file in `path` states and what became of its references; faster than `read`, which observes."""
    from ai800.reading import read_stated
    from ai800.snapshot import open_snapshot

    asked = asked_for({"ref": ref, "staged": staged})
    with open_snapshot(Path(path), ref=asked.ref, staged=asked.staged) as snapshot:
        return read_stated(snapshot, asked)


def observe(
    path: str | Path = ".", *, ref: str | None = None, staged: bool = False, digest_weights: bool = False
) -> Facts:
    """What the repository in `path` itself shows, whether or not anything is declared."""
    from ai800.facts import observe as collect
    from ai800.snapshot import open_snapshot

    with open_snapshot(Path(path), ref=ref, staged=staged) as snapshot:
        return collect(snapshot, digest_weights=digest_weights)


def start(path: str | Path = ".", *, full: bool = False) -> Path:
    """Write `path`/ai800.yaml from what is observed, never over what stands there, and return where it is.

    `full` adds every other field of the vocabulary as a comment.
    """
    from ai800.reports.write import create
    from ai800.scaffold import first_release_file

    target = Path(path) / RELEASE_FILE
    if target.is_symlink() or target.exists():
        raise UsageError("there is an ai800.yaml already", "edit it, or `ai800 check` it")
    create(target, first_release_file(observe(path), full=full))
    return target


def additions(reading: Reading, assessment: Assessment) -> tuple[Addition, ...]:
    """What the release would gain most from stating next, the most useful first."""
    from ai800.assessment.additions import additions as found

    return found(assessment, reading.catalog, data=reading.declaration.data)


def open_row(reading: Reading, assessment: Assessment, *, identity: str, section: Section) -> Row:
    """The row that a review or a waiver may be recorded for. Raises UsageError, with the reason, where it may not."""
    from ai800.persons import open_row as found

    return found(assessment, reading.catalog, identity=identity, section=section)


def record(path: str | Path, section: Section, *, entry: Mapping[str, Any], as_of: str) -> Path:
    """Write a review or a waiver into the release data of `path`, and return the file that holds it now."""
    from ai800.persons import record as written

    return written(Path(path), section, entry=entry, as_of=as_of)


def catalog() -> Catalog:
    """Every item of the edition, with what each variant looks for. Raises EngineError where it cannot be read."""
    from ai800.catalog import load_catalog

    return load_catalog()
