"""What the edition and the policies say of an id, for someone who wants to meet it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.errors import UsageError
from ai800.reports import words
from ai800.reports.disagreement_words import OBSERVED, TITLES
from ai800.reports.layout import joined
from ai800.text import nearest, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.catalog import Catalog, Record, Rule
    from ai800.reports.layout import Page

_ASKS = {
    "plain": "a plain ask: a gap fails the run",
    "consider": "worded as `consider`: a gap is advice, and a documented consideration closes it",
    "can": "a documentation line, which `can help provide transparency`: a gap is advice",
}
_BETWEEN = (
    "of what is declared with what the repository shows",
    "correct what is declared, or the repository; `ai800 facts` says what was observed",
)
_WITHIN = ("of what is declared with itself", "correct what is declared")
_FILES = {"both": "Both variants", "open": "Open variant", "closed": "Closed variant"}


def explanation(catalog: Catalog, identity: str | None, *, page: Page) -> str:
    """The whole edition in a list, a practice with its rows, one row with all that is known of it, a disagreement."""
    if identity is None:
        return joined([
            _edition(catalog, page), *_objectives(catalog, page), _disagreements(page), _statements(page),
        ])  # fmt: skip
    if _names_disagreement(identity):
        return joined([_disagreement(identity, page), _statements(page)])
    found = catalog.find(identity)
    if found.kind != "row":
        return joined([*_part(catalog, found.id, rows=found.rows, page=page), _statements(page)])
    return joined([*_row(catalog, catalog.rows[found.id], page=page), _statements(page)])


def _names_disagreement(identity: str) -> bool:
    return identity.strip().casefold().partition(":")[0] in {each.partition(":")[0] for each in TITLES}


def _disagreement(identity: str, page: Page) -> list[str]:
    name = identity.strip().casefold()
    if name not in TITLES:
        meant = nearest(name, TITLES)
        hint = f"did you mean {meant}?" if meant else f"known: {', '.join(TITLES)}"
        raise UsageError(f"there is no such disagreement as `{printable(identity)}`", hint)
    between, remedy = _BETWEEN if name.startswith(OBSERVED) else _WITHIN
    return [
        *(page.paint(line, "bold") for line in page.wrap(f"{name} {TITLES[name]}")),
        *page.wrap(
            f"no item of the standard: a disagreement {between}, which fails a run whatever the draft asks", "  "
        ),
        *page.wrap("basis: ai800", "  ", hanging="    "),
        *page.wrap(f"to mend it: {remedy}", "  ", hanging="    "),
    ]


def _disagreements(page: Page) -> list[str]:
    lines = page.bold("Disagreements")
    return lines + [
        line for name, title in TITLES.items() for line in page.wrap(f"{name} {title}", "  ", hanging="    ")
    ]


def _edition(catalog: Catalog, page: Page) -> list[str]:
    edition = catalog.edition
    return page.wrap(f"{edition['label']}, {edition['date']}, doi {edition['doi']}. {edition['status']}.")


def _objectives(catalog: Catalog, page: Page) -> Iterator[list[str]]:
    for objective in catalog.objectives.values():
        lines = [page.paint(line, "bold") for line in page.wrap(f"{objective.id} {objective.title}")]
        for practice in objective.practices:
            lines += page.wrap(f"{practice} {catalog.practices[practice].title}", "  ", hanging="    ")
        yield lines
    for other in catalog.practices.values():
        if other.objective is None:
            lines = page.bold(f"{other.id} {other.title}")
            yield lines + [line for each, title in other.groups.items() for line in page.wrap(f"{each} {title}", "  ")]


def _part(catalog: Catalog, identity: str, *, rows: tuple[str, ...], page: Page) -> Iterator[list[str]]:
    title = _title(catalog, identity)
    yield [page.paint(line, "bold") for line in page.wrap(f"{identity} {title}", "", hanging="  ")]
    lines = []
    for row in rows:
        record = catalog.rows[row]
        built = "" if record.rules else " (not built yet)"
        lines += page.wrap(f"{row} {record.title}{built}", "  ", hanging="    ")
    yield lines


def _title(catalog: Catalog, identity: str) -> str:
    if identity in catalog.practices:
        return catalog.practices[identity].title
    if identity in catalog.objectives:
        return catalog.objectives[identity].title
    return next(practice.groups[identity] for practice in catalog.practices.values() if identity in practice.groups)


def _row(catalog: Catalog, record: Record, *, page: Page) -> Iterator[list[str]]:
    practice = catalog.practices[record.practice]
    yield [
        *(page.paint(line, "bold") for line in page.wrap(f"{record.id} {record.title}")),
        *page.wrap(f"in {practice.id} {practice.title}", "  ", hanging="    "),
    ]
    yield [
        *page.wrap(f"{catalog.edition['label']}, page {record.page}; {_ASKS[record.ask]}."),
        *page.wrap(f"\u201c{record.text}\u201d", "  "),
    ]
    if not record.rules:
        yield page.wrap("No policy judges this row yet: reports list it as not built, never as met.")
    for file, rule in record.rules.items():
        yield from _rule(_FILES[file], rule, page=page)


def _rule(name: str, rule: Rule, *, page: Page) -> Iterator[list[str]]:
    yield [
        page.paint(name, "bold"),
        *page.wrap(rule.title + ". " + rule.description, "  "),
        *page.wrap(f"basis: {words.basis(rule.basis)}", "  ", hanging="    "),
        *_list("does not apply when", {code: reason.text for code, reason in rule.reasons.items()}, page=page),
        *_list("asks a person", rule.reviews, page=page),
        *_list("findings", rule.findings, page=page),
        *page.wrap(f"no program can say: {rule.never_decidable}" if rule.never_decidable else "", "  ", hanging="    "),
        *page.wrap(f"to meet it: {rule.remedy}", "  ", hanging="    "),
    ]
    if rule.example:
        yield ["  example:", *(f"    {line}" for line in rule.example.rstrip().split("\n"))]


def _list(name: str, texts: Mapping[str, str], *, page: Page) -> list[str]:
    if not texts:
        return []
    lines = page.wrap(f"{name}:", "  ")
    for code, text in texts.items():
        lines += page.wrap(f"{code}: {text}", "    ", hanging="      ")
    return lines


def _statements(page: Page) -> list[str]:
    return [page.paint(line, "dim") for text in (words.DRAFT, words.VARIANTS) for line in page.wrap(text)]
