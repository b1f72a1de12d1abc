"""What 800-1A-OPEN and 800-1B-CLOSED say: each row as guidance for one variant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from ai800.reports import words
from ai800.reports.words import short
from tools.doc_pages import asked
from tools.doc_rows import Block, instead, link, openness, prose, reasons
from tools.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ai800.assessment.types import Reason
    from ai800.catalog import Catalog, PracticeRecord, Record

Variant = Literal["open", "closed"]

_OTHER: dict[Variant, Variant] = {"open": "closed", "closed": "open"}
FOLDER = "practices/"
_NOT_YET = "No policy judges this item yet: `ai800` reports it as not built, and leaves it to you."
OPENNESS = {
    "open": "can be had with public weights",
    "around": "only before or around publication",
    "hosted": "only on a channel that the developer hosts",
    "precluded": "cannot be had once weights are public",
}


@dataclass(frozen=True, slots=True)
class Advice:
    """A row as guidance. `link` leads to all that the policies look for."""

    id: str
    link: str
    title: str
    text: str
    page: int
    asked: str
    applies: str
    remedy: tuple[str, ...]
    lists: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A practice, or a group of safeguards, with its rows."""

    id: str
    title: str
    page: int
    about: tuple[str, ...]
    rows: tuple[Advice, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    title: str
    page: int
    sections: tuple[Section, ...]


def guide(catalog: Catalog, variant: Variant) -> dict[str, Any]:
    """What the template of one of the two documents is given."""
    return {
        "edition": catalog.edition,
        "chapters": [*_objectives(catalog, variant), _appendix(catalog, variant)],
        "own": [*_exceptions(catalog, variant, own=True)],
        "shared": [*_exceptions(catalog, variant, own=False)],
        "alternatives": [*_alternatives(catalog, variant)],
        "safeguards": [*_safeguards(catalog, variant)],
        "missing": [practice for practice in catalog.practices.values() if practice.id not in catalog.built],
        **_values(),
    }


def _values() -> dict[str, tuple[str, ...]]:
    """The words of the release file for baselines, benefits and what sets open weights apart."""
    fields = vocabulary()
    return {
        "baselines": fields["evaluations"].fields["baselines"].fields["kind"].of,
        "benefits": fields["benefits"].fields["category"].of,
        "dependencies": fields["benefits"].fields["depends_on"].of,
        "properties": fields["threat_profiles"].fields["marginal"].fields["distinctive_properties"].of,
    }


def _objectives(catalog: Catalog, variant: Variant) -> Iterator[Chapter]:
    for objective in catalog.objectives.values():
        practices = [catalog.practices[practice] for practice in objective.practices]
        sections = tuple(_practice(practice, catalog, variant=variant) for practice in practices)
        yield Chapter(f"Objective {short(objective.id)}: {objective.title}", objective.page, sections)


def _appendix(catalog: Catalog, variant: Variant) -> Chapter:
    [appendix] = [practice for practice in catalog.practices.values() if practice.objective is None]
    sections = [_group(appendix, group, catalog=catalog, variant=variant) for group in appendix.groups]
    return Chapter(f"Appendix B: {appendix.title}", appendix.page, tuple(sections))


def _practice(practice: PracticeRecord, catalog: Catalog, *, variant: Variant) -> Section:
    about = _about(practice, "", variant=variant)
    return Section(
        practice.id, prose(practice.title), practice.page, about, _rows(practice.rows, catalog, variant=variant)
    )


def _group(appendix: PracticeRecord, group: str, *, catalog: Catalog, variant: Variant) -> Section:
    rows = [row for row in appendix.rows if catalog.rows[row].group == group]
    about = _about(appendix, f"{short(group).casefold()}_", variant=variant)
    page = catalog.rows[rows[0]].page
    return Section(group, prose(appendix.groups[group]), page, about, _rows(rows, catalog, variant=variant))


def _about(practice: PracticeRecord, prefix: str, *, variant: Variant) -> tuple[str, ...]:
    packages = [about for name, about in practice.about.items() if name.startswith(prefix)]
    return tuple(prose(about[file]["description"]) for about in packages for file in ("both", variant) if file in about)


def _rows(rows: Iterable[str], catalog: Catalog, *, variant: Variant) -> tuple[Advice, ...]:
    return tuple(_advice(catalog.rows[row], catalog, variant=variant) for row in rows)


def _advice(row: Record, catalog: Catalog, *, variant: Variant) -> Advice:
    rule = row.rule(variant)
    excepted = tuple(reasons(rule, catalog, folder=FOLDER)) if rule else ()
    return Advice(
        id=row.id,
        link=link(row.id, catalog, folder=FOLDER),
        title=_title(row, variant),
        text=prose(row.text),
        page=row.page,
        asked=asked(row),
        applies=f"{prose(rule.description)} (basis: {words.basis(rule.basis)})" if rule else _NOT_YET,
        remedy=(prose(rule.remedy),) if rule else (),
        lists=tuple(block for block in [Block("Does not apply where", excepted)] if block.lines),
    )


def _exceptions(catalog: Catalog, variant: Variant, *, own: bool) -> Iterator[dict[str, Any]]:
    """Every reason why rows do not apply, with all the rows that give it: those of this variant alone, or of both."""
    found: dict[Reason, list[str]] = {}
    for row in catalog.rows.values():
        for code, reason in sorted(_reasons(row, variant).items()):
            if own != (code in _reasons(row, _OTHER[variant])):
                found.setdefault(reason._replace(code=""), []).append(link(row.id, catalog, folder=FOLDER))
    for reason, rows in found.items():
        yield {
            "links": ", ".join(rows),
            "text": prose(reason.text),
            "basis": words.basis([reason.basis]),
            "instead": instead(reason, catalog, folder=FOLDER).removeprefix("; instead: "),
        }


def _reasons(row: Record, variant: Variant) -> Mapping[str, Reason]:
    rule = row.rule(variant)
    return rule.reasons if rule else {}


def _alternatives(catalog: Catalog, variant: Variant) -> Iterator[dict[str, Any]]:
    """Every row that takes the place of others under the variant."""
    replaced: dict[str, list[str]] = {}
    for row in catalog.rows.values():
        for other in sorted({other for reason in _reasons(row, variant).values() for other in reason.alternatives}):
            replaced.setdefault(other, []).append(link(row.id, catalog, folder=FOLDER))
    for row in catalog.rows.values():
        if row.id in replaced:
            yield {**_named(row, catalog, variant=variant), "of": ", ".join(replaced[row.id])}


def _named(row: Record, catalog: Catalog, *, variant: Variant) -> dict[str, str]:
    return {"link": link(row.id, catalog, folder=FOLDER), "title": _title(row, variant)}


def _title(row: Record, variant: Variant) -> str:
    rule = row.rule(variant)
    return prose(rule.title) if rule else "Not judged yet"


def _safeguards(catalog: Catalog, variant: Variant) -> Iterator[dict[str, Any]]:
    """What becomes of each safeguard once weights are public."""
    for row in catalog.rows.values():
        if row.kind == "safeguard":
            word = openness()[short(row.id)]
            yield {**_named(row, catalog, variant=variant), "openness": OPENNESS[word]}
