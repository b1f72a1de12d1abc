"""SARIF rules: what each item of the standard asks, what is looked for, and how to mend a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.catalog import load_catalog
from ai800.reports import words
from ai800.reports.disagreement_words import TITLES
from ai800.reports.markup import markdown
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.assessment.types import Ask, Assessment, Row
    from ai800.catalog import Catalog, File, Rule

_LONGEST = 1000  # GitHub takes 1,024 characters of a description
_LEVELS: dict[Ask, str] = {"plain": "error", "consider": "warning", "can": "warning"}
_LOOKED_FOR: dict[File, str] = {"both": "What is looked for", "open": "Open variant", "closed": "Closed variant"}


def rules(assessment: Assessment) -> list[dict[str, Any]]:
    """A rule for every item of the assessment and for every disagreement that there can be."""
    catalog = load_catalog()
    doi = f"https://doi.org/{assessment.edition['doi']}"
    found = [_of_row(row, catalog, doi=doi) for row in assessment.rows]
    named = dict.fromkeys([*TITLES, *(finding.id for finding in assessment.disagreements)])
    return found + [_of_disagreement(identity) for identity in named]


def _of_row(row: Row, catalog: Catalog, *, doi: str) -> dict[str, Any]:
    record = catalog.rows.get(row.id)
    return {
        "id": row.id,
        "shortDescription": {"text": printable(row.title, _LONGEST)},
        "fullDescription": {"text": printable(f"Page {row.page}: {row.text}", _LONGEST)},
        "help": _both_forms(list(_help(row, record.rules if record else {}))),
        "helpUri": doi,
        "defaultConfiguration": {"level": _LEVELS[row.ask]},
        "properties": {"tags": ["nist-ai-800-1", row.kind, f"ask-{row.ask}", f"practice-{words.short(row.practice)}"]},
    }


def _help(row: Row, found: Mapping[File, Rule]) -> Iterator[tuple[str, str]]:
    """Each part of the help: its heading and its sentence."""
    yield "The draft", f"{row.id}, page {row.page}, {words.ASK_WORDS[row.ask]}: “{row.text}”"
    for file, rule in found.items():
        yield _LOOKED_FOR[file], _rule(rule)
    for remedy in dict.fromkeys(rule.remedy for rule in found.values()):
        yield "To mend a gap", remedy
    for left in dict.fromkeys(rule.never_decidable for rule in found.values() if rule.never_decidable):
        yield "For a person alone", left
    yield "Whose words", words.DRAFT if "both" in found else f"{words.DRAFT} {words.VARIANTS}"


def _rule(rule: Rule) -> str:
    return f"{rule.title}. {rule.description} Basis: {words.basis(rule.basis)}."


def _of_disagreement(identity: str) -> dict[str, Any]:
    title = TITLES.get(identity, identity)
    return {
        "id": identity,
        "shortDescription": {"text": title},
        "fullDescription": {"text": f"{words.DISAGREEMENTS}. {title}."},
        "help": _both_forms(
            [
                ("What is looked for", f"{title}."),
                (
                    "To mend it",
                    "Correct what is declared, or the repository. Whatever the draft asks, this fails a run.",
                ),
            ]
        ),
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["nist-ai-800-1", "disagreement"]},
    }


def _both_forms(parts: list[tuple[str, str]]) -> dict[str, str]:
    return {
        "text": "\n".join(f"{heading}: {printable(text, 4 * _LONGEST)}" for heading, text in parts),
        "markdown": "\n\n".join(f"**{heading}:** {markdown(text)}" for heading, text in parts),
    }
