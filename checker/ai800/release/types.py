"""The release as the policies see it, and what was noticed while it was put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ai800.assessment.types import Variant
    from ai800.evidence.types import Resolution


class Reference(NamedTuple):
    """A reference to evidence in its place: the record whose evidence it is (a JSON pointer), and what became of it."""

    record: str
    pointer: str
    resolution: Resolution


class Trouble(NamedTuple):
    """Something in the release data that does not lead anywhere: a code with its place and arguments."""

    code: str
    pointer: str
    arguments: Mapping[str, Any]


class Release(NamedTuple):
    """`document` is valid under schemas/document.json; `as_of` is the ISO date of the check."""

    document: Mapping[str, Any]
    references: tuple[Reference, ...]
    troubles: tuple[Trouble, ...]
    as_of: str
    variants: tuple[Variant, ...]
