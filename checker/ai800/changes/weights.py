"""Whether two reports are about the same weights, by their digests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHA256 = "sha256:"


class Weights(NamedTuple):
    """What a report knows of its weights: digests with their scheme (`sha256:`, `git:`) and the file of each.

    `unknown` counts the files without a digest. `declared` holds those under `model.artifacts`, as `sha256:`.
    """

    files: Mapping[str, str]
    unknown: int
    declared: frozenset[str]

    @property
    def digests(self) -> frozenset[str]:
        """Those of the files; where the repository holds none, those that are declared."""
        return frozenset(self.files) if self.files or self.unknown else self.declared

    @property
    def schemes(self) -> frozenset[str]:
        return frozenset(digest.partition(":")[0] for digest in self.digests)


class Replaced(NamedTuple):
    """Digests that came and went. `why_not`: why nothing can be said of either, "" where it can."""

    came: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    why_not: str = ""

    @property
    def is_new(self) -> bool:
        """Weights stand in the place of others; where some were only added, what was tested is still there."""
        return bool(self.came and self.gone)


def weights_of(report: Mapping[str, Any]) -> Weights:
    short = report["fingerprint"]
    files = [each for each in report["facts"]["weights"] if each["form"] != "index"]
    found = short["weights"] if short else [{"path": each["path"], "digest": _sha256(each)} for each in files]
    declared = short["model"]["artifacts"] if short else []
    return Weights(
        files={each["digest"]: each["path"] for each in found if each["digest"]},
        unknown=sum(not each["digest"] for each in found),
        declared=frozenset(_SHA256 + digest for digest in declared),
    )


def _sha256(file: Mapping[str, Any]) -> str | None:
    return _SHA256 + file["sha256"] if file["sha256"] else None


def replaced(old: Weights, new: Weights) -> Replaced:
    """What came and went between two reports."""
    if old.unknown or new.unknown:
        return Replaced(
            why_not="some weights have no digest, because they are large and were not read, or their bytes are absent"
        )
    if not old.digests and not new.digests:
        return Replaced(why_not="neither report knows digests of weights: no files, and none under model.artifacts")
    if old.digests and new.digests and old.schemes != new.schemes:
        return Replaced(why_not="the weights have digests of different kinds, such as git's and SHA-256")
    return Replaced(new.digests - old.digests, old.digests - new.digests)
