"""The way through: a repository in, an assessment out. The command line uses only this."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypedDict, Unpack

from ai800.errors import EngineError, InvalidReleaseError, NotAReleaseError, UsageError
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ai800.assessment.contrast import Comparison, Supposition
    from ai800.assessment.types import Assessment, Finding, Note, Variant
    from ai800.catalog import Catalog
    from ai800.declare.types import Declaration
    from ai800.facts.types import Facts
    from ai800.release.types import Release
    from ai800.snapshot.types import Origin, Snapshot

RELEASE_FILE = "ai800.yaml"
_NO_MODEL = frozenset({"library", "not_a_release"})


class CheckOptions(TypedDict, total=False):
    """What `check` can be asked for; each has the default of the command line.

    `supposed` gives access to a channel, by the channel's id: the release is judged as if that stood there.
    """

    ref: str | None
    staged: bool
    variant: Literal["auto", "open", "closed"]
    engine: Literal["wasm", "opa"]
    opa_url: str | None
    as_of: str | None
    only: tuple[str, ...]
    fail_on: Literal["review", "unmet"]
    supposed: Mapping[str, str]


class Reading(NamedTuple):
    """What was read of a repository: declared, observed, and where."""

    origin: Origin
    folder: str
    declaration: Declaration
    facts: Facts
    release: Release
    catalog: Catalog
    disagreements: tuple[Finding, ...]
    fingerprint: dict[str, Any]  # what is declared, in short: ai800.release.fingerprint
    uncommitted: bool = False  # an ai800.yaml stands in the folder, but not in the commit that was read


def check(path: str | Path = ".", **options: Unpack[CheckOptions]) -> Assessment:
    """Judge the release in `path`: a git repository, a folder in one, or a plain folder.

    Raises an Ai800Error where nothing can be judged; an engine that fails is an assessment with errors.
    """
    return judge(read(path, **options), **options)


def judge(reading: Reading, **options: Unpack[CheckOptions]) -> Assessment:
    """Judge what `read` read, with the options that it was read with."""
    from ai800.engines.engine import open_engine

    asked = _checked(options)
    failure, answers, name = "", None, f"{asked['engine']} (failed)"
    try:
        with open_engine(asked["engine"], opa_url=asked["opa_url"]) as engine:
            name = f"{engine.name} {engine.version}"
            answers = engine.evaluate(reading.release.document)
    except EngineError as error:
        failure = f"{error.sentence}: {error.remedy}"
    return _assessed(reading, answers, asked, engine=name, failure=failure)


def compare(path: str | Path = ".", **options: Unpack[CheckOptions]) -> Comparison:
    """Judge the release in `path` under both variants, all of its channels as open and then all as closed."""
    from ai800.assessment.contrast import Comparison

    as_open: CheckOptions = {**options, "as_of": _day(options.get("as_of")), "variant": "open"}
    as_closed: CheckOptions = {**as_open, "variant": "closed"}
    return Comparison(check(path, **as_open), check(path, **as_closed))


def what_if(
    path: str | Path = ".", *, access: str, channel: str | None = None, **options: Unpack[CheckOptions]
) -> Supposition:
    """Judge the release in `path` as it stands, and as if `channel` (the only one where None) gave `access`.

    Raises a UsageError where that is no level of access, or the channel is not there or has to be named.
    """
    from ai800.assessment.contrast import Supposition, supposed_channel

    asked: CheckOptions = {**options, "as_of": _day(options.get("as_of"))}
    before = check(path, **asked)
    found = supposed_channel(before, channel, access)
    supposed: CheckOptions = {**asked, "supposed": {found["id"]: access}}
    return Supposition(found["id"], found["access"], access, before, check(path, **supposed))


def read(path: str | Path = ".", **options: Unpack[CheckOptions]) -> Reading:
    """Read declared and observed of the release in `path`, without an engine."""
    from ai800.snapshot import open_snapshot

    asked = _checked(options)
    with open_snapshot(Path(path), ref=asked["ref"], staged=asked["staged"]) as snapshot:
        reading = _read(snapshot, asked)
    return reading._replace(uncommitted=_uncommitted(reading, Path(path)))


def _uncommitted(reading: Reading, path: Path) -> bool:
    read_elsewhere = reading.origin.kind != "folder" and not reading.declaration.present
    return read_elsewhere and (path / RELEASE_FILE).is_file()


def observe(path: str | Path = ".", *, ref: str | None = None, staged: bool = False) -> Facts:
    """What the repository in `path` itself shows, whether or not anything is declared."""
    from ai800.facts import observe as collect
    from ai800.snapshot import open_snapshot

    with open_snapshot(Path(path), ref=ref, staged=staged) as snapshot:
        return collect(snapshot)


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


def _checked(options: CheckOptions) -> dict[str, Any]:
    defaults: dict[str, Any] = {
        "ref": None,
        "staged": False,
        "variant": "auto",
        "engine": "wasm",
        "opa_url": None,
        "as_of": None,
        "only": (),
        "fail_on": "review",
        "supposed": {},
    }
    asked: dict[str, Any] = {**defaults, **options}
    asked["as_of"] = _day(asked["as_of"])
    return asked


def _day(as_of: str | None) -> str:
    if as_of is None:
        return datetime.now(UTC).date().isoformat()
    try:
        day = date.fromisoformat(as_of).isoformat()
    except ValueError:
        day = ""
    if day != as_of:  # Python reads other spellings of a date too
        raise UsageError("there is no such day", "give a date as YYYY-MM-DD")
    return day


def _read(snapshot: Snapshot, asked: Mapping[str, Any]) -> Reading:
    from ai800.assessment.ids import unknown_ids
    from ai800.catalog import load_catalog
    from ai800.declare.declaration import read_declaration
    from ai800.declare.suppose import with_access
    from ai800.evidence.resolver import SnapshotResolver
    from ai800.facts import observe
    from ai800.release.build import build
    from ai800.release.disagreements import disagreements
    from ai800.release.fingerprint import fingerprint

    declaration = with_access(read_declaration(snapshot), asked["supposed"])
    facts = observe(snapshot)
    _stop_without_a_model(declaration, facts)
    catalog = load_catalog()
    if problems := unknown_ids(declaration, catalog):
        raise InvalidReleaseError(problems)
    release = build(
        declaration.data,
        SnapshotResolver(snapshot),
        as_of=asked["as_of"],
        considerable=frozenset(row for row, record in catalog.rows.items() if record.ask == "consider"),
        variant=None if asked["variant"] == "auto" else asked["variant"],
    )
    found = disagreements(declaration, facts)
    short = fingerprint(snapshot, declaration, facts, release)
    return Reading(snapshot.origin, snapshot.folder, declaration, facts, release, catalog, found, short)


def _stop_without_a_model(declaration: Declaration, facts: Facts) -> None:
    if declaration.present:
        return
    if facts.models:
        folders = ", ".join(printable(fact.value) for fact in facts.models)
        raise NotAReleaseError(
            f"this repository holds several models: {folders}",
            f"name one, for example `ai800 check {printable(facts.models[0].value)}`",
        )
    if facts.kind.value in _NO_MODEL:
        raise NotAReleaseError(
            f"this shows no model release ({facts.kind.how})",
            "name the folder of the model, or write ai800.yaml with `ai800 init`",
        )


def _assessed(
    reading: Reading, answers: Mapping[str, Any] | None, asked: Mapping[str, Any], *, engine: str, failure: str
) -> Assessment:
    from ai800.assessment.assess import Question, Surroundings, assess
    from ai800.facts.types import as_data

    question = Question(
        catalog=reading.catalog,
        declaration=reading.declaration,
        release=reading.release,
        answers=answers,
        variants=_variants(reading, asked),
        only=tuple(asked["only"]),
        fail_on=asked["fail_on"],
    )
    around = Surroundings(
        release=_release(reading, asked),
        run=_run(reading, asked, engine, failure),
        facts=as_data(reading.facts),
        fingerprint=reading.fingerprint,
        disagreements=reading.disagreements,
        notes=_notes(reading, asked),
    )
    return assess(question, around)


def _variants(reading: Reading, asked: Mapping[str, Any]) -> tuple[Variant, ...]:
    """The variants that judge; where no channel is declared, the one asked for or that what is observed points to."""
    if reading.release.variants:
        return reading.release.variants
    if asked["variant"] != "auto":
        return (asked["variant"],)
    return ("open",) if reading.facts.weights or reading.facts.weight_links else ("closed",)


def _release(reading: Reading, asked: Mapping[str, Any]) -> dict[str, Any]:
    declared = reading.declaration.data.get("release", {})
    channels = reading.declaration.data.get("channels", ())
    judged = reading.release.document["channels"]
    return {
        "name": declared.get("name"),
        "version": declared.get("version"),
        "developer": declared.get("developer"),
        "folder": reading.folder,
        "channels": [
            {"id": channel["id"], "access": channel.get("access"), "variant": joined["variant"]}
            for channel, joined in zip(channels, judged, strict=True)
        ],
        "variants": list(_variants(reading, asked)),
    }


def _run(reading: Reading, asked: Mapping[str, Any], engine: str, failure: str) -> dict[str, Any]:
    from ai800 import __version__

    return {
        "kind": reading.origin.kind,
        "repository": reading.origin.name,
        "commit": reading.origin.commit,
        "ref": reading.origin.ref,
        "shallow": reading.origin.shallow,
        "as_of": asked["as_of"],
        "variant": asked["variant"],
        "fail_on": asked["fail_on"],
        "engine": engine,
        "failure": failure,
        "policies": reading.catalog.digest,
        "version": __version__,
    }


_UNCOMMITTED_TEXT = (
    "there is an ai800.yaml in the folder that is not in what was read: commit it, or `git add` it and use --staged"
)


def _notes(reading: Reading, asked: Mapping[str, Any]) -> tuple[Note, ...]:
    from ai800.assessment.notes import notes, unread
    from ai800.assessment.types import Note

    found = notes(reading.declaration, reading.release, reading.catalog, forced=asked["variant"])
    if reading.declaration.present:
        found += (*unread(reading.facts.problems),)
    return (Note("not_committed", _UNCOMMITTED_TEXT), *found) if reading.uncommitted else found
