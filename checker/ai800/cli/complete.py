"""What a shell offers for an id, without its edition: most shells end a word at a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import click
    from click.shell_completion import CompletionItem

    from ai800.catalog import Catalog

_EDITION = "ipd:"


def every_id(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Objectives, practices, the groups of Appendix B, and items."""
    return _offered(incomplete, rows_only=False)


def items(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What gets a verdict."""
    return _offered(incomplete, rows_only=True)


def _offered(incomplete: str, *, rows_only: bool) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from ai800.api import catalog as load
    from ai800.errors import EngineError

    try:
        catalog = load()
    except EngineError:  # a shell that completes is no place for an error
        return []
    known: Mapping[str, str] = dict(_rows(catalog) if rows_only else _all(catalog))
    edition = _EDITION if incomplete.casefold().startswith(_EDITION) else ""
    wanted = incomplete[len(edition) :].casefold()
    return [
        CompletionItem(edition + name, help=title)
        for name, title in known.items()
        if name.casefold().startswith(wanted)
    ]


def _all(catalog: Catalog) -> Iterator[tuple[str, str]]:
    yield from ((_bare(each.id), each.title) for each in catalog.objectives.values())
    for practice in catalog.practices.values():
        yield _bare(practice.id), practice.title
        yield from ((_bare(group), title) for group, title in practice.groups.items())
    yield from _rows(catalog)


def _rows(catalog: Catalog) -> Iterator[tuple[str, str]]:
    yield from ((_bare(row.id), row.title) for row in catalog.rows.values())


def _bare(identity: str) -> str:
    return identity.removeprefix(_EDITION)
