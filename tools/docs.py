"""Write the documents of the standard: `python -m tools.docs`, or compare them with `--check`.

They come from the catalogue (edition and METADATA), the case tables and docs/_data, through docs/_templates.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ai800.catalog import catalog_of
from ai800.reports.words import short
from tools.doc_guides import guide
from tools.doc_pages import coverage, index, parity, practice_page
from tools.generated import main
from tools.vocabulary import ROOT

if TYPE_CHECKING:
    from ai800.catalog import Catalog

CATALOG = ROOT / "policies" / "compiled" / "catalog.json"


def files(catalog: Catalog) -> dict[str, str]:
    """Every document by its path."""
    pages = {
        f"docs/practices/{short(practice.id)}.md": _render("practice.md.j2", practice_page(practice, catalog))
        for practice in catalog.practices.values()
    }
    return {
        **pages,
        "docs/practices/index.md": _render("index.md.j2", index(catalog)),
        "docs/coverage.md": _render("coverage.md.j2", coverage(catalog)),
        "docs/parity.md": _render("parity.md.j2", parity(catalog)),
        "docs/800-1A-OPEN.md": _render("open.md.j2", guide(catalog, "open")),
        "docs/800-1B-CLOSED.md": _render("closed.md.j2", guide(catalog, "closed")),
    }


def read_catalog() -> Catalog:
    """The catalogue of the checkout, whichever ai800 is installed."""
    return catalog_of(json.loads(CATALOG.read_text(encoding="utf-8")))


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(ROOT / "docs" / "_templates", encoding="utf-8"),
        autoescape=False,  # noqa: S701 (Markdown of our own texts, which tools.doc_rows.prose escapes)
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _render(template: str, values: dict[str, object]) -> str:
    return _environment().get_template(template).render(values)


if __name__ == "__main__":
    main(ROOT, files(read_catalog()), command="python -m tools.docs")
