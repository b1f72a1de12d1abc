"""The first ai800.yaml with the whole vocabulary in it: every field with its description, as a comment.

What is written as text is what `ai800 init` writes without `--full`, so nothing more can close a gap. Whoever takes a
mark away finds a TODO, an empty list or no value at all, none of which states anything.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ai800.reports.words import short
from ai800.resources import release_schema
from ai800.scaffold import HEAD, observed_sections

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ai800.catalog import Catalog
    from ai800.facts.types import Facts

_TEXTS = frozenset({"text", "name", "measure", "licence", "id"})
_LISTS = frozenset({"texts", "refs", "enums", "edition_texts", "evidence"})
_HINTS = {
    "date": "A day, YYYY-MM-DD.",
    "boolean": "Either true or false.",
}
_DESCRIBED_AT = 44
_LONGEST_COMMENT = 110
_ELSEWHERE = {
    "waivers": "`ai800 waive ID` writes one there.",
    "gate": "Write them there, such as `fail_on: unmet`.",
}


def full_release_file(facts: Facts, catalog: Catalog) -> str:
    """The text of an ai800.yaml with every section of the vocabulary; valid under the release schema."""
    begun = observed_sections(facts)
    schema = {name: node for name, node in release_schema()["properties"].items() if name != "ai800"}
    served = _served(catalog)
    return "".join(
        [HEAD, *(_section(name, node, begun=begun.get(name, ""), served=served) for name, node in schema.items())]
    )


def _served(catalog: Catalog) -> dict[str, list[str]]:
    """The ids that rest on some field of a section, by section, in the order of the edition."""
    found: dict[str, dict[str, None]] = {}
    for row, record in catalog.rows.items():
        for rule in record.rules.values():
            for field in rule.rests_on:
                found.setdefault(field.partition(".")[0], {})[row] = None
    return {section: [*rows] for section, rows in found.items()}


def _section(name: str, node: Mapping[str, Any], *, begun: str, served: Mapping[str, list[str]]) -> str:
    serves = f" Serves {', '.join(map(short, served[name]))}." if name in served else ""
    if begun:
        column = 4 if "items" in node else 2
        about = _marked(_wrapped(f"Further fields.{serves}"), column)
        begun = _completed(node, begun.rstrip("\n"), column=column)
        return "".join([begun, "\n", *about, *_marked(_more(node, begun, column=column), column)])
    about = _marked(_wrapped(f"{node['description']}{serves}"), 0)
    if name in _ELSEWHERE:
        return "".join(["\n", *about, f"# {_ELSEWHERE[name]}\n"])
    _, *fields = _field(name, node, indent=0)
    return "".join(["\n", *about, *_marked([f"{name}:", *fields], 0)])


def _completed(node: Mapping[str, Any], begun: str, *, column: int) -> str:
    """The text begun for a section, with the other fields of each record that stands in it below the record."""
    for name, field in node.get("items", node)["properties"].items():
        record = re.search(rf"^ {{{column}}}{name}:\n(?: {{{column + 1},}}\S.*\n?)+", begun, re.MULTILINE)
        if record and "- {" not in record[0] and field["x-kind"] in {"record", "records"}:
            inner = column + (2 if field["x-kind"] == "record" else 4)
            written = record[0].rstrip("\n")
            more = "".join(_marked(_more(field, written, column=inner), inner)).rstrip("\n")
            begun = begun.replace(written, f"{written}\n{more}", 1) if more else begun
    return begun


def _wrapped(text: str) -> list[str]:
    import textwrap

    return textwrap.wrap(text, _LONGEST_COMMENT, break_on_hyphens=False)


def _more(node: Mapping[str, Any], begun: str, *, column: int) -> Iterator[str]:
    """The fields of a section that the text begun for it does not name yet."""
    named = set(re.findall(rf"^(?: {{{column}}}| {{{column - 2}}}- )(?:# )?(\w+):", begun, re.MULTILINE))
    for name, field in node.get("items", node)["properties"].items():
        if name not in named:
            yield from _field(name, field, indent=0)


def _marked(lines: Iterable[str], column: int) -> Iterator[str]:
    for line in lines:
        yield f"{' ' * column}# {line}\n"


def _field(name: str, node: Mapping[str, Any], *, indent: int) -> Iterator[str]:
    """One field and all below it, as lines of YAML."""
    kind = node["x-kind"]
    yield _described(f"{' ' * indent}{name}:{_value(kind)}", _about(kind, node))
    if kind == "record":
        yield from _fields(node, indent + 2)
    elif kind == "records":
        first, *rest = _fields(node["items"], indent + 4)
        yield f"{' ' * (indent + 2)}- {first.lstrip()}"
        yield from rest


def _fields(node: Mapping[str, Any], indent: int) -> Iterator[str]:
    for name, field in node["properties"].items():
        yield from _field(name, field, indent=indent)


def _value(kind: str) -> str:
    if kind in _TEXTS:
        return " TODO"
    return " []" if kind in _LISTS else ""


def _about(kind: str, node: Mapping[str, Any]) -> str:
    values = node.get("enum") or node.get("items", {}).get("enum")
    choice = f"One of {', '.join(values)}." if values and kind == "enum" else ""
    several = f"Any of {', '.join(values)}." if values and kind == "enums" else ""
    return " ".join(filter(None, [node["description"], choice, several, _HINTS.get(kind, "")]))


def _described(line: str, about: str) -> str:
    return f"{line.ljust(_DESCRIBED_AT)}# {about}" if about else line
