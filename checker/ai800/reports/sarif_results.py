"""SARIF results: every gap at a place, with a fingerprint that outlives edits, within the limits of readers."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.reports.gaps import HEAVIEST_FIRST, gaps
from ai800.reports.json_text import json_text
from ai800.reports.uris import relative_uri
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.assessment.types import Assessment, Finding, Weight
    from ai800.declare.types import Place
    from ai800.reports.gaps import Gap

# GitHub shows 5,000 results of a run and refuses a file of more than 10 MB when compressed; GitLab drops a result with
# a text of more than 1,024 characters.
MOST_RESULTS = 5000
MOST_BYTES = 8_000_000
LONGEST = 1000
_LONGEST_FINDING = 700
_NESTED = 8  # spaces by which a result is indented in the file

LEVELS: dict[Weight, str] = {"fails": "error", "advice": "warning", "note": "note"}
# What moves from day to day, or with a correction of the numbers, while the gap stays the same.
_MOVING = re.compile(r"(?<![\w.-])(?:\d{4}-\d\d-\d\d|\d+(?= days?\b)|\d{1,3}(?:,\d{3})+)(?![\w-])")
_WITH_REFERENCES = ("not_backed", "links_only")
_REFERENCES = re.compile(r" \(.*|: .*", re.DOTALL)


class Kept(NamedTuple):
    """The results that fit, heaviest first, and how many do not."""

    results: list[dict[str, Any]]
    left_out: int


def results(assessment: Assessment, rules: Mapping[str, int]) -> Kept:
    """All gaps as SARIF results; `rules` gives the index of each rule."""
    found = list(_numbered(assessment))
    found.sort(key=lambda each: HEAVIEST_FIRST.index(each[0].finding.weight))
    kept: list[dict[str, Any]] = []
    size = 0
    for gap, fingerprint in found[:MOST_RESULTS]:
        result = _result(gap, rules, fingerprint=fingerprint)
        text = json_text(result)
        size += len(text) + _NESTED * text.count("\n")
        if size > MOST_BYTES:
            break
        kept.append(result)
    return Kept(kept, len(found) - len(kept))


def _numbered(assessment: Assessment) -> Iterator[tuple[Gap, str]]:
    """Each gap with its fingerprint; gaps that say the same are counted."""
    seen: Counter[str] = Counter()
    for gap in gaps(assessment):
        digest = fingerprint(gap.finding, assessment.release["folder"])
        seen[digest] += 1
        yield gap, f"{digest}:{seen[digest]}"


def fingerprint(finding: Finding, folder: str) -> str:
    """What makes a finding itself: not its line, its days, or what became of its references."""
    said = _REFERENCES.sub("", finding.message) if finding.code.endswith(_WITH_REFERENCES) else finding.message
    parts = [folder, finding.id, finding.code, finding.subject, _MOVING.sub("#", said)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


def _result(gap: Gap, rules: Mapping[str, int], *, fingerprint: str) -> dict[str, Any]:
    finding = gap.finding
    result = {
        "ruleId": finding.id,
        "ruleIndex": rules[finding.id],
        "kind": "fail",
        "level": LEVELS[finding.weight],
        "message": {"text": _message(finding)},
        "locations": [location(gap.place)],
        "partialFingerprints": {"ai800/v1": fingerprint, "primaryLocationLineHash": fingerprint},
        "properties": {
            "code": finding.code,
            "subject": plain(finding.subject),
            "variants": list(gap.variants),
            "verdict": gap.row.verdict if gap.row else "disagreement",
            "weight": finding.weight,
        },
    }
    if finding.other is not None and finding.other != gap.place:
        result["relatedLocations"] = [
            location(finding.other) | {"id": 1, "message": {"text": "the other place of the disagreement"}}
        ]
    return result


def _message(finding: Finding) -> str:
    said = printable(finding.message, _LONGEST_FINDING) or finding.code  # code scanning refuses an empty text
    return plain(f"{said}. To mend it: {finding.remedy}" if finding.remedy else said, LONGEST)


def plain(text: str, limit: int = 200) -> str:
    """`text` on one line that no reader of SARIF takes for a link: `[words](target)` would be one."""
    return printable(printable(text, limit).replace("](", "] ("), limit)


def location(place: Place) -> dict[str, Any]:
    """A place as a physical location, from the root of the repository; what has no line stands on the first."""
    line, column = place.line or 1, place.column or 1
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": relative_uri(place.path or "."), "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": line, "startColumn": column, "endLine": line, "endColumn": column + 1},
        }
    }
