"""What became of a reference to evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

Status = Literal[
    "resolved",
    "placeholder",
    "anchor_missing",
    "missing",
    "pointer",
    "unreadable",
    "refused",
    "digest_mismatch",
    "external",
]


class Resolution(NamedTuple):
    """One reference, resolved at the commit that is read.

    `shown` is the reference as it was written, `path` and `line` (from 1) where its content stands, from the root of
    the repository. `detail` is one phrase that says what is wrong, "" where nothing is. `sha256` is that of what the
    reference leads to, the file or the part under its heading, as hex; "" where nothing of it was read.
    """

    status: Status
    shown: str
    path: str | None = None
    line: int | None = None
    detail: str = ""
    sha256: str = ""


class Resolver(Protocol):
    """Whatever can say what became of a reference: a string, or an object with `path` or `url`."""

    def resolve(self, reference: str | Mapping[str, Any]) -> Resolution: ...
