"""The release of a change under the gates of its base. Nothing is written."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ai800.declare.layout import GATE, WAIVERS
from ai800.declare.types import Declaration

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ai800.declare.types import Place

    Entries = Sequence[Mapping[str, Any]]

THRESHOLDS = "thresholds"


def under(head: Declaration, base: Declaration) -> Declaration:
    """`head` with the settings and waivers of `base`, and with its thresholds: of one id the base's, and none is lost.

    An entry that stands in `head` too keeps its place there; of others the nearest place above is known. The same
    object comes back where nothing differs. Of a head that declares nothing only the settings are replaced.
    """
    replaced = {name: _of(name, head, base=base) for name in (GATE, WAIVERS)}
    if not head.present:
        replaced[WAIVERS] = None
    elif thresholds := merged(head.data.get(THRESHOLDS, ()), base.data.get(THRESHOLDS, ())):
        replaced[THRESHOLDS] = thresholds
    kept = {name: value for name, value in head.data.items() if name not in {GATE, WAIVERS, THRESHOLDS}}
    data = kept | {name: value for name, value in replaced.items() if value is not None}
    if data == dict(head.data):
        return head
    places = MappingProxyType(dict(_places(head, data.get(WAIVERS, ()))))
    return Declaration(MappingProxyType(data), places, head.files, head.present)


def _of(name: str, head: Declaration, *, base: Declaration) -> Any:
    """As `head` writes it where it says the same as `base`: another order, or an entry twice, alters nothing."""
    now, then = head.data.get(name), base.data.get(name)
    return now if _is_same(now or (), then or ()) else then


def _is_same(one: Any, other: Any) -> bool:
    if isinstance(one, dict) or isinstance(other, dict):
        return bool(one == other)
    return all(each in other for each in one) and all(each in one for each in other)


def merged(head: Entries, base: Entries) -> list[Mapping[str, Any]]:
    """Thresholds in the order of `head`, each as `base` has it where it does, then those that `head` has no more."""
    before = {entry["id"]: entry for entry in base}
    now = {entry["id"] for entry in head}
    return [*(before.get(entry["id"], entry) for entry in head), *(e for e in base if e["id"] not in now)]


def _places(head: Declaration, waivers: Entries) -> Iterator[tuple[str, Place]]:
    prefix = f"/{WAIVERS}/"
    yield from ((pointer, place) for pointer, place in head.places.items() if not pointer.startswith(prefix))
    written = list(head.data.get(WAIVERS, ()))
    for i, entry in enumerate(waivers):
        if entry in written:
            place = head.place(f"{prefix}{written.index(entry)}")
            if place:
                yield f"{prefix}{i}", place
