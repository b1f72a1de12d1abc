"""Reads the gates of the base: its settings, waivers and thresholds."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ai800.declare.types import Declaration
from ai800.errors import InvalidReleaseError
from ai800.gates.types import Before

if TYPE_CHECKING:
    from ai800.catalog import Catalog
    from ai800.snapshot.types import Snapshot

_NONE = "there is no ai800.yaml at the base"
_INVALID = "the release data at the base is not valid (`ai800 validate --ref` with its commit lists what is wrong)"


def read_before(snapshot: Snapshot, catalog: Catalog) -> Before:
    """What was declared at the base.

    Raises SnapshotError where its files are there and their bytes are not: gates that cannot be read are not absent.
    """
    from ai800.assessment.ids import unknown_ids
    from ai800.declare.declaration import read_declaration

    _require_bytes(snapshot)
    try:
        declaration = read_declaration(snapshot)
    except InvalidReleaseError:
        return Before(snapshot, _nothing(), _INVALID)
    if not declaration.present:
        return Before(snapshot, declaration, _NONE)
    if unknown_ids(declaration, catalog):
        return Before(snapshot, _nothing(), _INVALID)
    return Before(snapshot, declaration)


def _nothing() -> Declaration:
    return Declaration(MappingProxyType({}), present=False)


def _require_bytes(snapshot: Snapshot) -> None:
    from ai800.declare.layout import sections_of, sources
    from ai800.resources import release_schema

    root = f"{snapshot.folder}/" if snapshot.folder else ""
    for source in sources(snapshot.inside(), sections_of(release_schema())):
        path = root + source.path
        if source.fault is None and snapshot.entries[path].kind == "file":
            snapshot.head(path, 1)
