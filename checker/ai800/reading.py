"""From a snapshot to what was read of it: declared, observed, and joined to what the policies see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.declare.layout import MAIN
from ai800.errors import InvalidReleaseError, NotAReleaseError
from ai800.options import settings
from ai800.text import printable

if TYPE_CHECKING:
    from pathlib import Path

    from ai800.assessment.types import Finding
    from ai800.catalog import Catalog
    from ai800.declare.types import Declaration
    from ai800.facts.types import Facts
    from ai800.options import Asked
    from ai800.release.artifacts import Artifact
    from ai800.release.types import Release
    from ai800.snapshot.types import Origin, Snapshot

_NO_MODEL = frozenset({"library", "not_a_release"})


class Reading(NamedTuple):
    """What was read of a repository: declared, observed, and where."""

    origin: Origin
    folder: str
    declaration: Declaration
    facts: Facts
    release: Release
    catalog: Catalog
    disagreements: tuple[Finding, ...]
    fingerprint: dict[str, Any] | None = None  # what is declared, in short: ai800.release.fingerprint
    artifacts: tuple[Artifact, ...] = ()  # the declared files of weights, each with what became of it
    missing: tuple[str, ...] = ()  # files that are listed, but not in this clone, so they counted as absent
    not_entered: tuple[str, ...] = ()  # submodules, each with its commit
    uncommitted: bool = False  # an ai800.yaml stands in the folder, but not in the commit that was read


class Stated(NamedTuple):
    """What a release file states, with what became of each reference in it; nothing was observed beside it."""

    declaration: Declaration
    release: Release


def read_stated(snapshot: Snapshot, asked: Asked) -> Stated:
    """What is declared in the snapshot's folder. Raises as `read_snapshot`; only where nothing is declared it looks
    whether there is a model.
    """
    from ai800.catalog import load_catalog
    from ai800.declare.declaration import read_declaration

    declaration = read_declaration(snapshot)
    if not declaration.present:
        from ai800.facts import observe

        _stop_without_a_model(declaration, observe(snapshot))
    catalog = load_catalog()
    _refuse_unknown_ids(declaration, catalog)
    return Stated(declaration, _built(snapshot, declaration, catalog=catalog, asked=asked))


def read_snapshot(snapshot: Snapshot, asked: Asked) -> Reading:
    """Declared and observed of the release in the snapshot's folder.

    Raises NotAReleaseError where it shows no model, InvalidReleaseError where the release data is wrong.
    """
    from ai800.catalog import load_catalog
    from ai800.declare.declaration import read_declaration
    from ai800.declare.suppose import with_access
    from ai800.facts import observe

    declaration = with_access(read_declaration(snapshot), asked.supposed)
    facts = observe(snapshot, digest_weights=asked.digest_weights)
    _stop_without_a_model(declaration, facts)
    catalog = load_catalog()
    _refuse_unknown_ids(declaration, catalog)
    return join(snapshot, declaration, facts=facts, catalog=catalog, asked=asked)


def join(snapshot: Snapshot, declaration: Declaration, *, facts: Facts, catalog: Catalog, asked: Asked) -> Reading:
    """What is declared and what was observed, put together and with its evidence followed in the snapshot."""
    from ai800.release.artifacts import artifacts
    from ai800.release.disagreements import disagreements
    from ai800.release.fingerprint import fingerprint
    from ai800.release.missing import not_entered, not_in_clone

    release = _built(snapshot, declaration, catalog=catalog, asked=asked)
    released = artifacts(snapshot, declaration, facts=facts, digest_weights=asked.digest_weights)
    found = disagreements(declaration, facts, artifacts=released)
    short = fingerprint(snapshot, declaration, facts=facts, release=release)
    missing = not_in_clone(snapshot, facts, release=release)
    read = Reading(snapshot.origin, snapshot.folder, declaration, facts, release, catalog, found, short, released)
    return read._replace(missing=missing, not_entered=not_entered(snapshot))


def _refuse_unknown_ids(declaration: Declaration, catalog: Catalog) -> None:
    from ai800.assessment.ids import unknown_ids

    if problems := unknown_ids(declaration, catalog):
        raise InvalidReleaseError(problems)


def _built(snapshot: Snapshot, declaration: Declaration, *, catalog: Catalog, asked: Asked) -> Release:
    """The release as policies see it, its evidence followed in the snapshot."""
    from ai800.evidence.resolver import SnapshotResolver
    from ai800.release.build import build

    variant = settings(asked, declaration).variant
    return build(
        declaration.data,
        SnapshotResolver(snapshot),
        as_of=asked.as_of,
        considerable=frozenset(row for row, record in catalog.rows.items() if record.ask == "consider"),
        variant=None if variant == "auto" else variant,
    )


def uncommitted(reading: Reading, path: Path) -> bool:
    """Whether the folder holds a release file that what was read does not."""
    read_elsewhere = reading.origin.kind != "folder" and not reading.declaration.present
    return read_elsewhere and (path / MAIN).is_file()


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
