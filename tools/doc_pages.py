"""What stands on the page of each practice, in their index and in the coverage matrix."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ai800.reports import words
from ai800.reports.words import short
from tools.doc_rows import (
    ASKED,
    VARIANTS,
    Block,
    bases,
    blocks,
    cases_of,
    common,
    decides,
    link,
    prose,
    sources,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ai800.catalog import Catalog, PracticeRecord, Record

NOT_BUILT = "not built"
_PARTS = {"recommendation": "Recommendations", "documentation": "Documentation", "safeguard": "Safeguards"}


@dataclass(frozen=True, slots=True)
class Looked:
    """What one variant looks for. `example` is YAML, `basis` says whose the rule is."""

    variant: str
    title: str
    text: str
    basis: str
    example: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """A row as its page shows it. `looked` is empty for a row that no policy judges."""

    id: str
    text: str
    page: int
    asked: str
    looked: tuple[Looked, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with rows below it. `about` says by variant what the policies look for."""

    title: str
    page: int
    about: tuple[str, ...]
    rows: tuple[RowView, ...]


def practice_page(practice: PracticeRecord, catalog: Catalog) -> dict[str, Any]:
    """What the template of a practice's page is given."""
    return {
        "practice": practice,
        "edition": catalog.edition,
        "objective": _objective(practice, catalog),
        "about": () if practice.groups else _about(practice.about.values()),
        "parts": _groups(practice, catalog) if practice.groups else _kinds(practice, catalog),
    }


def _objective(practice: PracticeRecord, catalog: Catalog) -> str:
    if practice.objective is None:
        return "Appendix B"
    return f"Objective {short(practice.objective)}: {catalog.objectives[practice.objective].title}"


def _about(packages: Iterable[Any]) -> tuple[str, ...]:
    return tuple(
        f"**{VARIANTS[file]}.** {prose(package[file]['description'])}"
        for package in packages
        for file in VARIANTS
        if file in package
    )


def _kinds(practice: PracticeRecord, catalog: Catalog) -> list[Part]:
    """Recommendations, then documentation lines."""
    found = []
    for kind, title in _PARTS.items():
        rows = [catalog.rows[row] for row in practice.rows if catalog.rows[row].kind == kind]
        if rows:
            found.append(Part(title, rows[0].page, (), _views(rows, catalog)))
    return found


def _groups(practice: PracticeRecord, catalog: Catalog) -> list[Part]:
    """The groups of Appendix B; what the policies of a group look for is found by the name of their package."""
    found = []
    for group, title in practice.groups.items():
        rows = [catalog.rows[row] for row in practice.rows if catalog.rows[row].group == group]
        packages = [about for name, about in practice.about.items() if name.startswith(f"{short(group).casefold()}_")]
        found.append(Part(f"{group} {title}", rows[0].page, _about(packages), _views(rows, catalog)))
    return found


def _views(rows: Iterable[Record], catalog: Catalog) -> tuple[RowView, ...]:
    return tuple(_view(row, catalog) for row in rows)


def _view(row: Record, catalog: Catalog) -> RowView:
    return RowView(
        id=row.id,
        text=prose(row.text),
        page=row.page,
        asked=asked(row),
        looked=tuple(_looked(row, file) for file in VARIANTS if file in row.rules),
        blocks=blocks(row, catalog),
    )


def asked(row: Record) -> str:
    """How strongly the draft asks, and whether under a condition."""
    return ASKED[row.ask] + (", under a condition that the sentence names" if row.conditional else "")


def _looked(row: Record, file: Any) -> Looked:
    rule = row.rules[file]
    example = (rule.example.rstrip(),) if rule.example else ()
    return Looked(VARIANTS[file], prose(rule.title), prose(rule.description), words.basis(rule.basis), example)


def index(catalog: Catalog) -> dict[str, Any]:
    """What the template of the index is given: each practice with its counts, and what any row can find."""
    return {
        "edition": catalog.edition,
        "practices": [_entry(practice, catalog) for practice in catalog.practices.values()],
        "common": [_common(label, kind, catalog=catalog) for label, kind in _COMMON.items()],
    }


_COMMON = {"Findings": "findings", "Partial where": "partial", "Questions for a person": "reviews"}


def _common(label: str, kind: str, *, catalog: Catalog) -> Block:
    return Block(label, tuple(f"`{code}`: {prose(text)}" for code, text in common(catalog, kind).items()))


def _entry(practice: PracticeRecord, catalog: Catalog) -> dict[str, Any]:
    name = short(practice.id)
    return {
        "link": f"[{practice.id}]({name}.md)",
        "title": prose(practice.title),
        "page": practice.page,
        "rows": len(practice.rows),
        "cases": sum(len(cases_of(catalog.rows[row])) for row in practice.rows),
        "state": state(practice, catalog),
    }


def state(practice: PracticeRecord, catalog: Catalog) -> str:
    """Whether policies judge all, some or none of a practice."""
    built = sum(bool(catalog.rows[row].rules) for row in practice.rows)
    return "built" if built == len(practice.rows) else f"{built} of {len(practice.rows)} built" if built else NOT_BUILT


def coverage(catalog: Catalog) -> dict[str, Any]:
    """What the template of the matrix is given: a line for each row, and every source with whose it is."""
    rows = [_line(row, catalog) for row in catalog.rows.values()]
    cited = sorted({source for row in catalog.rows.values() for source in bases(row)})
    return {
        "edition": catalog.edition,
        "counts": Counter(row.kind for row in catalog.rows.values()),
        "judged": Counter(line["policies"] for line in rows),
        "decides": Counter(line["decides"] for line in rows),
        "rows": rows,
        "cases": sum(line["cases"] for line in rows),
        "missing": [practice for practice in catalog.practices.values() if practice.id not in catalog.built],
        "foreign": [
            {"link": link(row.id, catalog, folder="practices/"), "basis": words.basis(bases(row))}
            for row in catalog.rows.values()
            if row.rules and "nist" not in bases(row)
        ],
        "sources": [{"name": source, "text": prose(sources()[source])} for source in cited],
    }


def _line(row: Record, catalog: Catalog) -> dict[str, Any]:
    return {
        "link": link(row.id, catalog, folder="practices/"),
        "page": row.page,
        "policies": ", ".join(file for file in VARIANTS if file in row.rules) or NOT_BUILT,
        "ask": row.ask,
        "decides": decides(row) or NOT_BUILT,
        "cases": len(cases_of(row)),
        "basis": words.basis(bases(row)) or NOT_BUILT,
    }


def parity(catalog: Catalog) -> dict[str, Any]:
    """What the template of the page on parity is given: every ground that is specific to openness, with whose it is."""
    grounds = [
        {
            "link": link(row.id, catalog, folder="practices/"),
            "code": reason.code,
            "text": prose(reason.text),
            "basis": words.basis([reason.basis]),
        }
        for row in catalog.rows.values()
        for rule in row.rules.values()
        for reason in rule.specific_to_openness.values()
    ]
    return {"edition": catalog.edition, "grounds": grounds, "rows": len({ground["link"] for ground in grounds})}
