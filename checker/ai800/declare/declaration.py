"""The release data of a repository: all of its files read, merged and validated."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ai800.declare.faults import Fault, listed
from ai800.declare.files import content
from ai800.declare.layout import FOLDER, MAIN, sections_of, sources
from ai800.declare.merge import Merge
from ai800.declare.types import Declaration, Place
from ai800.errors import InvalidReleaseError
from ai800.resources import release_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.declare.layout import Source
    from ai800.declare.schema_nodes import Node
    from ai800.errors import Problem
    from ai800.snapshot.types import Snapshot

# Each file may be 1 MiB; without a limit for all of them, reading could last for hours.
TOTAL = 16 << 20

_TOO_MUCH = Fault(f"is not read: the files of release data hold more than {TOTAL} bytes together", "keep fewer")


def read_declaration(snapshot: Snapshot) -> Declaration:
    """What is declared in the snapshot's folder; not `present` where there is no release data at all.

    Raises InvalidReleaseError with every problem of every file.
    """
    schema: Node = release_schema()
    found = sources(snapshot.inside(), sections_of(schema))
    if not found:
        return Declaration(MappingProxyType({}), present=False)
    merge = Merge(f"{snapshot.folder}/" if snapshot.folder else "")
    files = _read(snapshot, found, merge=merge)
    problems = (*merge.problems, *_invalid(merge, schema))
    if problems:
        raise InvalidReleaseError(listed(problems))
    return Declaration(MappingProxyType(merge.data), MappingProxyType(merge.places), files)


def _read(snapshot: Snapshot, found: list[Source], *, merge: Merge) -> tuple[str, ...]:
    """Merges every file; the paths of those that could be read."""
    from ai800.declare.yaml_core import scan

    paths = [source.path for source in found]
    if MAIN not in paths:
        merge.without_main(folder=any(path.startswith(f"{FOLDER}/") for path in paths))
    files: list[str] = []
    left = TOTAL
    for source in found:
        path = merge.root + source.path
        data = source.fault or content(snapshot, path)
        if isinstance(data, bytes):
            left -= len(data)
        if isinstance(data, Fault) or left < 0:
            merge.refuse(data if isinstance(data, Fault) else _TOO_MUCH, Place(path))
            merge.miss(source)
            continue
        files.append(path)
        merge.add(source, scan(data, path, base=merge.base(source)))
    if MAIN not in paths:
        merge.without_sections()
    return tuple(files)


def _invalid(merge: Merge, schema: Node) -> Iterator[Problem]:
    """What the schema and the rules object to, as far as no problem stands at the same place already."""
    if MAIN in merge.unknown:
        return
    from ai800.declare.rules import check_rules
    from ai800.declare.validate import validate

    told = {(problem.path, problem.line, problem.field) for problem in merge.problems}
    found = (*validate(merge.data, merge.places, schema=schema), *check_rules(merge.data, merge.places, schema=schema))
    for problem in found:
        if problem.field not in merge.unknown and (problem.path, problem.line, problem.field) not in told:
            yield problem
