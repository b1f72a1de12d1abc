"""A json report that was made elsewhere: hostile input until it is shown to be a report that agrees with itself."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from ai800.errors import ForeignReportError, InvalidReleaseError
from ai800.reports.data import REPORT_VERSION
from ai800.reports.read_back import assessment_of
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Never

    from ai800.assessment.types import Assessment

LIMIT = 4 * 1024 * 1024
_REMEDY = "use the file that `ai800 check --format json` wrote"


def read_foreign(path: Path) -> Assessment:
    """The assessment in a json report, of at most `LIMIT` bytes.

    Raises a ForeignReportError for whatever is no such report, is of another version, or does not agree with itself.
    """
    data = _parsed(_bytes(path), printable(path.name))
    _fill(data)
    _must_be_valid(data)
    assessment = assessment_of(data)
    for fault in _contradictions(data, assessment):
        _refuse(f"the report contradicts itself: {fault}")
    return assessment


def _bytes(path: Path) -> bytes:
    if path.is_symlink() or not path.is_file():
        _refuse("there is no such report, or it is no ordinary file")
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise ForeignReportError("the report cannot be read", "check the file and its rights") from error
    if len(data) > LIMIT:
        _refuse(f"the report is larger than {LIMIT} bytes")
    return data


def _parsed(data: bytes, name: str) -> Any:
    from ai800.declare.json_core import load_json

    try:
        return load_json(data, name, limit=LIMIT).value
    except InvalidReleaseError as error:
        problem = error.problems[0]
        raise ForeignReportError(f"the report is no sound JSON: {problem.reason}", _REMEDY) from error


def _fill(data: Any) -> None:
    """What reports of an earlier ai800 do not have, as not known."""
    if isinstance(data, dict):
        data.setdefault("fingerprint", None)


def _must_be_valid(data: Any) -> None:
    from jsonschema_rs import Draft202012Validator

    from ai800.resources import resource

    version = data.get("report") if isinstance(data, dict) else None
    if isinstance(version, int) and version != REPORT_VERSION:
        _refuse(f"the report is of another version than {REPORT_VERSION}, the one that this ai800 reads")
    schema = json.loads(resource("schemas/report.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema, retriever=_offline, validate_formats=False)
    if not validator.is_valid(data):
        _refuse("this is no report of ai800: it does not fit the schema of the json report")


def _offline(_uri: str) -> Never:  # pragma: no cover (our schema refers to nothing outside itself)
    raise LookupError("no schema is fetched")


def _contradictions(data: Any, assessment: Assessment) -> Iterator[str]:
    """What a report that ai800 wrote can never say."""
    rows = assessment.rows
    if len({row.id for row in rows}) < len(rows):
        yield "an item stands in it twice"
    if Counter(row.verdict for row in rows) != assessment.counts:
        yield "its counts are not those of its items"
    stated = {row["id"] for practice in data["practices"] for row in practice["rows"] if row["fails"]}
    others = {found.id for found in assessment.disagreements if found.weight == "fails"}
    if stated | others != set(assessment.fails):
        yield "what fails is not what it lists as failing"
    if not _is_day(assessment.run["as_of"]):
        yield "its day is none of the calendar"
    if data["outcome"]["passes"] != (assessment.exit_code == 0) or not _follows(assessment):
        yield "its exit code does not follow from its verdicts"


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _follows(assessment: Assessment) -> bool:
    broken = bool(assessment.run["failure"]) or any(row.verdict == "error" for row in assessment.rows)
    regressions = assessment.gate.regressions
    decisive = assessment.fails if regressions is None else regressions
    if assessment.exit_code == 0:
        return not broken and not decisive
    return bool(decisive) and not broken if assessment.exit_code == 1 else True


def _refuse(sentence: str) -> Never:
    raise ForeignReportError(sentence, _REMEDY)
