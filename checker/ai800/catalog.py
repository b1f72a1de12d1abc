"""What ai800 knows of every row of the edition: the standard's words, and the record of each policy that judges it.

Read from policies/compiled/catalog.json, which `python -m tools.policies` makes from the edition file and from the
METADATA of the policies. Ids carry their edition (`ipd:5.3.1`).
"""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ai800.assessment.types import Reason
from ai800.errors import EngineError, UsageError
from ai800.resources import resource
from ai800.text import nearest, printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ai800.assessment.types import Ask

Kind = Literal["recommendation", "documentation", "safeguard"]
File = Literal["both", "open", "closed"]

PREFIX = "ipd:"


class Rule(NamedTuple):
    """What one policy file says of the row it judges.

    `findings`, `partial`, `reviews` and `reasons` hold a text for each code that a policy answers, with {names} that a
    finding's args fill. `notes` are the findings that are never a gap. `rests_on` are the fields without which the row
    is not met, dotted, with `*` for places in lists. `decides` is what the verdict rests on: existence, consistency,
    computed or judgement. `specific_to_openness` says by code why an open release may fail where a closed one of equal
    risk and benefit does not.
    """

    title: str
    description: str
    basis: tuple[str, ...]
    remedy: str
    findings: Mapping[str, str]
    partial: Mapping[str, str]
    reviews: Mapping[str, str]
    reasons: Mapping[str, Reason]
    notes: frozenset[str]
    example: str
    never_decidable: str
    rests_on: tuple[str, ...] = ()
    decides: str = ""
    specific_to_openness: Mapping[str, Reason] = MappingProxyType({})


class Record(NamedTuple):
    """One recommendation, documentation line or safeguard. `rules` is empty where no policy judges it yet."""

    id: str
    kind: Kind
    practice: str
    page: int
    ask: Ask
    conditional: bool
    text: str
    group: str | None
    rules: Mapping[File, Rule]

    def rule(self, variant: Literal["open", "closed"]) -> Rule | None:
        """What judges the row under `variant`: a policy of its own, or the one for both."""
        return self.rules.get(variant) or self.rules.get("both")

    @property
    def title(self) -> str:
        """A short name, or the standard's own words where no policy names the row."""
        return next((rule.title for rule in self.rules.values()), self.text)


class PracticeRecord(NamedTuple):
    """One practice, or Appendix B, which has no objective.

    `about` says by package (its name in the answers) and file what its policies look for: title and description.
    `groups` are the titles of Appendix B's groups by id.
    """

    id: str
    title: str
    page: int
    statement: str | None
    objective: str | None
    rows: tuple[str, ...]
    groups: Mapping[str, str]
    about: Mapping[str, Mapping[File, Mapping[str, str]]]


class Objective(NamedTuple):
    id: str
    title: str
    page: int
    practices: tuple[str, ...]


class Found(NamedTuple):
    """What an id names, and the rows that belong to it, in the order of the edition."""

    id: str
    kind: Literal["objective", "practice", "group", "row"]
    rows: tuple[str, ...]


class Catalog(NamedTuple):
    """The whole edition. `digest` says which policies judge."""

    edition: Mapping[str, str]
    objectives: Mapping[str, Objective]
    practices: Mapping[str, PracticeRecord]
    rows: Mapping[str, Record]
    digest: str

    @property
    def built(self) -> frozenset[str]:
        """The practices whose every row is judged by a policy."""
        judged = {row for row, record in self.rows.items() if record.rules}
        return frozenset(practice.id for practice in self.practices.values() if judged.issuperset(practice.rows))

    def find(self, wanted: str) -> Found:
        """What `wanted` names: `ipd:5.3.1`, `5.3`, `5`, `b3.3`, with or without the edition; else a UsageError."""
        known = _known(self)
        key = wanted.strip().casefold().removeprefix(PREFIX)
        if key in known:
            return known[key]
        meant = nearest(key, known)
        remedy = (
            f"did you mean {known[meant].id}?"
            if meant
            else f"ids look like {PREFIX}5.3.1, {PREFIX}5.3 and {PREFIX}B3.3"
        )
        raise UsageError(f"the edition has no such id as `{printable(wanted)}`", remedy)


def load_catalog() -> Catalog:
    """The catalogue that ships with ai800."""
    try:
        text = (resource("policies") / "compiled" / "catalog.json").read_text(encoding="utf-8")
        return catalog_of(json.loads(text))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EngineError("the catalogue of the policies cannot be read", "install ai800 again") from error


def catalog_of(found: Mapping[str, Any]) -> Catalog:
    """The catalogue from its JSON."""
    practices = [_practice(practice) for practice in found["practices"]]
    rows = [row for practice in practices for row in practice.rows]
    objectives = [Objective(**{**each, "practices": tuple(each["practices"])}) for each in found["objectives"]]
    return Catalog(
        edition=MappingProxyType(found["edition"]),
        objectives=_table({objective.id: objective for objective in objectives}),
        practices=_table({practice.id: practice for practice in practices}),
        rows=_table({row: _record(row, found["rows"][row]) for row in rows}),
        digest=found["digest"],
    )


def _practice(found: dict[str, Any]) -> PracticeRecord:
    groups = {group["id"]: group["title"] for group in found["groups"]}
    return PracticeRecord(**{**found, "rows": tuple(found["rows"]), "groups": groups})


def _record(row: str, found: dict[str, Any]) -> Record:
    rules = {file: _rule(rule) for file, rule in found["rules"].items()}
    return Record(**{"group": None, **found, "id": row, "rules": rules})


def _rule(found: dict[str, Any]) -> Rule:
    return Rule(
        title=found["title"],
        description=found["description"],
        basis=tuple(found["basis"]),
        remedy=found["remedy"],
        **{key: found.get(key, {}) for key in ("findings", "partial", "reviews")},
        reasons=_reasons(found.get("reasons", {})),
        notes=frozenset(found.get("notes", ())),
        **{key: found.get(key, "") for key in ("example", "never_decidable")},
        rests_on=tuple(found.get("rests_on", ())),
        decides=found.get("decides", ""),
        specific_to_openness=_reasons(found.get("specific_to_openness", {})),
    )


def _reasons(found: dict[str, Any]) -> dict[str, Reason]:
    return {code: _reason(code, reason) for code, reason in found.items()}


def _reason(code: str, found: dict[str, Any]) -> Reason:
    alternatives = tuple(PREFIX + row for row in found.get("alternatives", ()))
    return Reason(code, found["text"], found["basis"], alternatives)


def _known(catalog: Catalog) -> dict[str, Found]:
    """Everything that has an id, by its id without the edition and in lower case."""
    found: list[Found] = []
    for objective in catalog.objectives.values():
        rows = [row for practice in objective.practices for row in catalog.practices[practice].rows]
        found.append(Found(objective.id, "objective", tuple(rows)))
    for practice in catalog.practices.values():
        found.append(Found(practice.id, "practice", practice.rows))
        for group in practice.groups:
            rows = [row for row in practice.rows if catalog.rows[row].group == group]
            found.append(Found(group, "group", tuple(rows)))
    found += [Found(row, "row", (row,)) for row in catalog.rows]
    return {each.id.removeprefix(PREFIX).casefold(): each for each in found}


def _table(found: dict[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(found)
