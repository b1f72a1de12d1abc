"""What every OSCAL document of ours is made of: ids, properties of our own, and texts as its schemas take them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, UUID, uuid5

from ai800.reports.json_text import clean
from ai800.reports.markup import commonmark
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = "1.2.3"
NAMESPACE = "urn:ai800:oscal"
EMPTY = "(empty)"
_LONGEST = 4000
_ROOT = uuid5(NAMESPACE_URL, NAMESPACE)


def identifier(*names: str | None) -> str:
    """The UUID (version 5) of what `names` name: the same names give the same one, in every run."""
    return _uuid(json.dumps(names))


def _uuid(text: str) -> str:
    made: UUID = uuid5(_ROOT, text)
    return str(made)


def sealed(kind: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """A whole document: its own UUID follows from all that stands in it, as OSCAL asks."""
    return {kind: {"uuid": _uuid(json.dumps([kind, clean(body)], sort_keys=True)), **body}}


def token(identity: str) -> str:
    """An id of the edition as OSCAL writes one: `ipd:5.3.1` is `ipd-5.3.1`."""
    return identity.replace(":", "-")


def statement(identity: str) -> str:
    """The id of the part of a control that holds the standard's sentence: what findings are about."""
    return f"{token(identity)}_smt"


def line(text: object) -> str:
    """Foreign text as one line of markup that is only text, never empty."""
    return commonmark(text).strip() or EMPTY


def paragraphs(*texts: object) -> str:
    """Each text as a paragraph of its own; empty ones are left out."""
    return "\n\n".join(line(text) for text in texts if text) or EMPTY


def plain(text: object) -> str:
    """A string that is no markup: one line, no space around it, never empty."""
    return printable(str(text), _LONGEST).strip() or EMPTY


def prop(name: str, value: object, **more: str) -> dict[str, str]:
    """A property with a name of our own."""
    return {"name": name, "ns": NAMESPACE, "value": plain(value), **more}


def props(values: Mapping[str, object]) -> list[dict[str, str]]:
    """Properties with names of our own; those without a value are left out."""
    return [prop(name, value) for name, value in values.items() if value not in {None, ""}]


def filled(**parts: Any) -> dict[str, Any]:
    """An object without what is empty: OSCAL has no empty lists. `_` in a name stands for `-`."""
    return {name.replace("_", "-"): part for name, part in parts.items() if part not in ("", [], None)}
