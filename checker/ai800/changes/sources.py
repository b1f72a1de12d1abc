"""From what was named, git refs or json reports, to two reports that can be compared."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.changes.compare import changed
from ai800.errors import Ai800Error, SnapshotError, UsageError
from ai800.options import CheckOptions, day
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.assessment.gate_types import VariantChoice
    from ai800.changes.types import Changes

Data = dict[str, Any]

_SUFFIX = ".json"
_NAME_BOTH = "name both: `ai800 diff OLD NEW`"
_OPTION = " with `--ref`"
_NAME_REF = "name a json report, or a branch, tag or commit of the git repository in `--path`"


class Given(NamedTuple):
    """What was asked for: refs or reports by name, and how refs are judged. `old` None means `release.previous`."""

    path: Path
    old: str | None
    new: str
    as_of: str | None = None
    variant: VariantChoice | None = None


def difference(given: Given) -> Changes:
    """What changed between the two. Raises an Ai800Error that says which of them cannot be read or judged."""
    old = _previous(given) if given.old is None else given.old
    sides = (("OLD", old), ("NEW", given.new))
    reports = {which: _report(which, name) for which, name in sides if _is_report(name)}
    options = _options(given, [*reports.values()])
    before, after = (
        reports.get(which) or _judged(given.path, which, name=name, options=options) for which, name in sides
    )
    found = changed(before, after, names=(old, given.new))
    order = () if reports else tuple(_order(given.path, before["run"]["commit"], new=after["run"]["commit"]))
    return found._replace(differences=(*order, *found.differences))


def _order(path: Path, old: str, *, new: str) -> Iterator[str]:
    """Swapped, a regression reads as an improvement. Where history tells no days, nothing can be said."""
    from ai800.snapshot.history import commit_date

    with suppress(SnapshotError):
        before, after = commit_date(path, old), commit_date(path, new)
        if before > after:
            yield f"the older one was committed later ({before}) than the newer one ({after}): are they swapped?"


def _is_report(name: str) -> bool:
    """A file with this suffix is a report; git allows a branch of the same name, which `refs/heads/` still names."""
    try:
        return Path(name).suffix == _SUFFIX and Path(name).is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _report(which: str, name: str) -> Data:
    from ai800.reports.data import as_data
    from ai800.reports.foreign import read_foreign

    with _saying(which, name):
        return as_data(read_foreign(Path(name)))


def _options(given: Given, reports: list[Data]) -> CheckOptions:
    """How refs are judged; beside a report as the report was made, unless something else is asked."""
    if len(reports) > 1 and (given.as_of or given.variant):
        raise UsageError("two reports are compared as they are", "leave out --as-of and --variant, or name git refs")
    made = reports[0]["run"] if reports else {"as_of": None, "variant": None, "fail_on": None}
    fail_on = None if made["fail_on"] == "regression" else made["fail_on"]
    return {
        "as_of": day(given.as_of or made["as_of"]),
        "variant": given.variant or made["variant"],
        "fail_on": fail_on,
    }


def _judged(path: Path, which: str, *, name: str, options: CheckOptions) -> Data:
    from ai800.api import check
    from ai800.reports.data import as_data

    asked: CheckOptions = {**options, "ref": name}
    with _saying(which, name):
        return as_data(check(path, **asked))


def _previous(given: Given) -> str:
    """The ref under `release.previous` of what is named as NEW."""
    from ai800.api import read
    from ai800.snapshot.history import previous_release

    if _is_report(given.new):
        raise UsageError("a report does not say which release came before", _NAME_BOTH)
    with _saying("NEW", given.new):
        declared = read(given.path, ref=given.new).declaration.data.get("release", {}).get("previous")
    if not declared:
        raise UsageError("release.previous names no release to compare with", _NAME_BOTH)
    if previous_release(given.path, declared) is None:
        raise SnapshotError(
            f"release.previous is `{printable(declared)}`, and there is no such tag, branch or commit here",
            f"fetch it (`git fetch --tags --unshallow`), correct it, or {_NAME_BOTH}",
        )
    return str(declared)


@contextmanager
def _saying(which: str, name: str) -> Iterator[None]:
    """Says of an error which of the two it is about."""
    try:
        yield
    except Ai800Error as error:
        absent = ", no file here" if name.endswith(_SUFFIX) and not _is_report(name) else ""
        error.sentence = f"{which} ({printable(name, 80)}{absent}): {error.sentence}"
        # Other commands are told of a ref by an option; this one has none.
        error.remedy = _NAME_REF if error.remedy.startswith("leave out `--ref`") else error.remedy.replace(_OPTION, "")
        raise
