"""What is most useful to add to a release file: contradicted rows, then plain gaps, by how much each would serve."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.assessment.fitting import fitted, names_for
from ai800.assessment.judge import CONTRADICTION
from ai800.release.grades import grade

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.assessment.types import Assessment, Finding, Judgement, Row, Verdict
    from ai800.catalog import Catalog, Rule

_GAPS: frozenset[Verdict] = frozenset({"unmet", "partial"})
_QUESTIONS: frozenset[Verdict] = frozenset({"needs_review", "alternative"})


class Addition(NamedTuple):
    """One thing to add, for the row `id`.

    `missing` are the fields (dotted, `*` for places in lists) that the row rests on and that nobody filled in;
    `serves` are the ids of the open rows that rest on one of them, the row itself among them. `examples` is YAML,
    with a channel, a threat profile and the version of this release in it.
    """

    id: str
    title: str
    verdict: Verdict
    plain: bool
    contradicted: bool
    why: tuple[Finding, ...]
    remedy: str
    missing: tuple[str, ...]
    serves: tuple[str, ...]
    examples: tuple[str, ...]


def additions(assessment: Assessment, catalog: Catalog, *, data: Mapping[str, Any]) -> tuple[Addition, ...]:
    """All that there is to add, the most useful first; `data` is the declared release data."""
    rows = [row for row in assessment.rows if row.verdict in _GAPS or _waits(row, assessment)]
    missing = {row.id: _missing_fields(row, catalog, data=data) for row in rows}
    return tuple(sorted((_of_row(row, catalog, data=data, missing=missing) for row in rows), key=_order))


def _waits(row: Row, assessment: Assessment) -> bool:
    return row.verdict in _QUESTIONS and row.id in assessment.fails


def _order(addition: Addition) -> tuple[bool, bool, bool, int]:
    return (
        not addition.contradicted,
        not addition.plain,
        addition.verdict in _QUESTIONS,
        -len(addition.serves),
    )


def _of_row(row: Row, catalog: Catalog, *, data: Mapping[str, Any], missing: Mapping[str, tuple[str, ...]]) -> Addition:
    findings = [found for judgement in row.judgements for found in judgement.findings if found.weight != "note"]
    fields = missing[row.id]
    return Addition(
        id=row.id,
        title=row.title,
        verdict=row.verdict,
        plain=row.ask == "plain",
        contradicted=any(finding.code.startswith(CONTRADICTION) for finding in findings),
        why=tuple({finding.message: finding for finding in findings}.values()),
        remedy=row.remedy,
        missing=fields,
        serves=tuple(other for other, theirs in missing.items() if other == row.id or set(theirs) & set(fields)),
        examples=tuple(dict.fromkeys(_examples(row, catalog, data=data))),
    )


def _examples(row: Row, catalog: Catalog, *, data: Mapping[str, Any]) -> Iterator[str]:
    found = ((judgement, rule.example) for judgement, rule in _open_rules(row, catalog))
    return (fitted(example, names_for(judgement, data)) for judgement, example in found if example)


def _rules(row: Row, catalog: Catalog) -> Iterator[Rule]:
    return (rule for _, rule in _open_rules(row, catalog))


def _open_rules(row: Row, catalog: Catalog) -> Iterator[tuple[Judgement, Rule]]:
    """The rules by which the row is open, and what they judged."""
    for judgement in row.judgements:
        rule = catalog.rows[row.id].rule(judgement.variant)
        if rule and judgement.verdict in _GAPS:
            yield judgement, rule


def _missing_fields(row: Row, catalog: Catalog, *, data: Mapping[str, Any]) -> tuple[str, ...]:
    fields = dict.fromkeys(field for rule in _rules(row, catalog) for field in rule.rests_on)
    return tuple(field for field in fields if _is_missing(data, field.split(".")))


def _is_missing(value: Any, steps: list[str]) -> bool:
    """Whether a field is absent, empty or a placeholder anywhere that its path leads."""
    if isinstance(value, str):
        return grade(value) == "placeholder"
    if not steps:
        return value is None or value in ([], {})
    if isinstance(value, (list, tuple)):
        return not value or any(_is_missing(item, steps[1:]) for item in value)
    if not isinstance(value, Mapping):
        return True
    return steps[0] not in value or _is_missing(value[steps[0]], steps[1:])
