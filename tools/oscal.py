"""Write the edition as an OSCAL catalog and both variants as profiles of it: `python -m tools.oscal`, or `--check`.

They come from the catalogue, which comes from the edition file and from METADATA. Controls are what gets a verdict;
`ai800 check --format oscal` refers to them by the same ids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.reports import words
from ai800.reports.json_text import json_text
from ai800.reports.oscal import edition_resource
from ai800.reports.oscal_parts import (
    NAMESPACE,
    VERSION,
    filled,
    identifier,
    line,
    paragraphs,
    prop,
    props,
    sealed,
    statement,
    token,
)
from ai800.reports.words import short
from tools.doc_guides import OPENNESS, Variant
from tools.doc_rows import openness, sources
from tools.docs import read_catalog
from tools.generated import main
from tools.vocabulary import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ai800.assessment.types import Reason
    from ai800.catalog import Catalog, PracticeRecord, Record, Rule

FOLDER = "docs/oscal"
CATALOG = "ipd-catalog.json"
PROFILES: dict[Variant, str] = {"open": "800-1A-OPEN-profile.json", "closed": "800-1B-CLOSED-profile.json"}
# The day on which the shape of these documents last changed, raised by hand; `version` says of which policies they are.
LAST_MODIFIED = "2026-11-22T00:00:00Z"

_TITLES: dict[Variant, str] = {
    "open": "800-1A-OPEN: NIST AI 800-1 (ipd) for models with widely available weights, as TechFreedom proposed",
    "closed": "800-1B-CLOSED: NIST AI 800-1 (ipd) for models with hosted access, as TechFreedom proposed",
}
_OURS = "NIST published this edition as a text; ai800 wrote it as OSCAL, and NIST has not reviewed that."
_IDS = "The draft gives its safeguards no ids: B1.1 to B5.1 count its bullets in their order."
_ASKS = "How strongly a sentence asks (`ask`) and whether it names a condition (`conditional`) are readings of ai800."
_READING = "What is added to a control is ai800's reading of the variant; each part names the sources it rests on."
_KINDS = {"recommendation": "Recommendation", "documentation": "Documentation", "safeguard": "Safeguard"}


def files(catalog: Catalog) -> dict[str, str]:
    """Each document by its path."""
    profiles = {f"{FOLDER}/{name}": json_text(profile(catalog, variant)) for variant, name in PROFILES.items()}
    return {f"{FOLDER}/{CATALOG}": json_text(catalog_document(catalog)), **profiles}


def catalog_document(catalog: Catalog) -> dict[str, Any]:
    """The standard's own words, in its own order; nothing of a variant."""
    objectives = [
        _group(
            objective.id,
            "objective",
            title=objective.title,
            page=objective.page,
            inside=_practices(catalog, objective.practices),
        )
        for objective in catalog.objectives.values()
    ]
    appendices = [practice for practice in catalog.practices.values() if practice.objective is None]
    body = {
        "metadata": _metadata(
            f"{catalog.edition['label']}, as a catalog", catalog.edition["edition"], _OURS, _IDS, _ASKS
        ),
        "groups": [*objectives, *(_appendix(catalog, practice) for practice in appendices)],
        "back-matter": {"resources": [edition_resource(catalog.edition)]},
    }
    return sealed("catalog", body)


def profile(catalog: Catalog, variant: Variant) -> dict[str, Any]:
    """The controls that a variant judges, and what it says of each: what is asked, where it does not apply, and why."""
    judged = [(row, rule) for row in catalog.rows.values() if (rule := row.rule(variant))]
    used = {source for _, rule in judged for source in _basis(rule)}
    body = {
        "metadata": _metadata(_TITLES[variant], catalog.digest, words.VARIANTS, _READING, words.MET),
        "imports": [{"href": CATALOG, "include-controls": [{"with-ids": [token(row.id) for row, _ in judged]}]}],
        "merge": {"as-is": True},
        "modify": {"alters": [_alter(row, rule, variant=variant) for row, rule in judged]},
        "back-matter": {"resources": [_source(source) for source in sorted(used)]},
    }
    return sealed("profile", body)


def _metadata(title: str, version: str, *remarks: str) -> dict[str, Any]:
    return {
        "title": line(title),
        "last-modified": LAST_MODIFIED,
        "version": version,
        "oscal-version": VERSION,
        "remarks": paragraphs(words.DRAFT, *remarks),
    }


def _practices(catalog: Catalog, ids: Iterable[str]) -> dict[str, Any]:
    practices = (catalog.practices[each] for each in ids)
    groups = [
        _group(each.id, "practice", title=each.title, page=each.page, inside=_controls(catalog, each.rows))
        for each in practices
    ]
    return {"groups": groups}


def _appendix(catalog: Catalog, appendix: PracticeRecord) -> dict[str, Any]:
    groups = []
    for group, title in appendix.groups.items():
        rows = [row for row in appendix.rows if catalog.rows[row].group == group]
        groups.append(
            _group(group, "safeguards", title=title, page=catalog.rows[rows[0]].page, inside=_controls(catalog, rows))
        )
    return _group(appendix.id, "appendix", title=appendix.title, page=appendix.page, inside={"groups": groups})


def _group(identity: str, kind: str, *, title: str, page: int, inside: dict[str, Any]) -> dict[str, Any]:
    about = [{"name": "label", "value": short(identity)}, prop("page", page)]
    return {"id": token(identity), "class": kind, "title": line(title), "props": about, **inside}


def _controls(catalog: Catalog, rows: Iterable[str]) -> dict[str, Any]:
    return {"controls": [_control(catalog.rows[row], catalog) for row in rows]}


def _control(row: Record, catalog: Catalog) -> dict[str, Any]:
    edition = identifier("edition", catalog.edition["edition"])
    told = {"page": row.page, "ask": row.ask, "conditional": "yes" if row.conditional else "no"}
    at = {
        "href": f"#{edition}",
        "rel": "reference",
        "resource-fragment": f"page={row.page}",
        "text": f"page {row.page}",
    }
    return {
        "id": token(row.id),
        "class": row.kind,
        "title": f"{_KINDS[row.kind]} {short(row.id)}",
        "props": [{"name": "label", "value": short(row.id)}, *props(told)],
        "links": [at],
        "parts": [{"id": statement(row.id), "name": "statement", "prose": line(row.text)}],
    }


def _alter(row: Record, rule: Rule, *, variant: Variant) -> dict[str, Any]:
    added = filled(
        position="ending",
        title=line(f"{short(row.id)} {rule.title}"),
        props=list(_openness(row, variant)),
        parts=[*_parts(row, rule, variant=variant)],
    )
    return {"control-id": token(row.id), "adds": [added]}


def _openness(row: Record, variant: Variant) -> Iterator[dict[str, str]]:
    """What becomes of a safeguard once weights are public."""
    if variant == "open" and row.kind == "safeguard":
        word = openness()[short(row.id)]
        yield prop("published-weights", word, remarks=OPENNESS[word])


def _parts(row: Record, rule: Rule, *, variant: Variant) -> Iterator[dict[str, Any]]:
    start = f"{token(row.id)}_{variant}"
    yield {"id": f"{start}_gdn", "name": "guidance", "prose": line(rule.description), "links": _links(rule.basis)}
    yield {"id": f"{start}_remedy", "name": "remedy", "ns": NAMESPACE, "prose": line(rule.remedy)}
    for code, reason in sorted(rule.reasons.items()):
        yield _exception(f"{start}_{code}", reason)


def _exception(identity: str, reason: Reason) -> dict[str, Any]:
    """Where the control does not apply, why, whose view that is, and what takes its place."""
    instead = [{"href": f"#{token(row)}", "rel": "alternate", "text": short(row)} for row in reason.alternatives]
    return filled(
        id=identity,
        name="exception",
        ns=NAMESPACE,
        title="Does not apply where",
        props=props({"basis": reason.basis}),
        prose=line(reason.text),
        links=[*_links([reason.basis] if reason.basis else []), *instead],
    )


def _basis(rule: Rule) -> Iterator[str]:
    yield from rule.basis
    yield from (reason.basis for reason in rule.reasons.values() if reason.basis)


def _links(basis: Iterable[str]) -> list[dict[str, str]]:
    return [
        {"href": f"#{identifier('source', each)}", "rel": "reference", "text": words.basis([each])} for each in basis
    ]


def _source(source: str) -> dict[str, Any]:
    title = line(words.basis([source]))
    return {"uuid": identifier("source", source), "title": title, "description": line(sources()[source])}


if __name__ == "__main__":
    main(ROOT, files(read_catalog()), command="python -m tools.oscal")
