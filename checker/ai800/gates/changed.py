"""What a change does to its own gates, and which judgements of persons came with it: one note each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.assessment.types import Note
from ai800.declare.layout import GATE, WAIVERS
from ai800.gates.merge import THRESHOLDS
from ai800.text import plural, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.declare.types import Declaration
    from ai800.gates.types import Before

    Entry = Mapping[str, Any]

_RATINGS = ("low", "moderate", "high", "severe")
_COUNTED = ("reviews", "alternatives")
_MOST = 10
_TAKEN_AWAY = "this change takes ai800.yaml away, so nothing is declared, and no waiver of the base covers that"


def changed_gates(head: Declaration, before: Before) -> tuple[Note, ...]:
    """Every difference between the gates of the change and those of its base."""
    base = before.declaration
    first = [Note("gate_base_unread", _unread(before))] if before.why_not else []
    if base.present and not head.present:
        first.append(Note("release_taken_away", _TAKEN_AWAY))
    return (*first, *_settings(head, base), *_waivers(head, base), *_thresholds(head, base))


def counted(head: Declaration, before: Before) -> tuple[Note, ...]:
    """Reviews and alternatives that came with the change: they count, and whoever merges it should see them."""
    return tuple(_counted(head, before.declaration))


def _unread(before: Before) -> str:
    return f"{before.why_not}: no waiver counts, every threshold is new, and the gate is the strictest"


def _settings(head: Declaration, base: Declaration) -> Iterator[Note]:
    now, then = head.data.get(GATE, {}), base.data.get(GATE, {})
    for name in ("fail_on", "variant"):
        new, old = now.get(name), then.get(name)
        if new != old:
            text = f"{name} in .ai800/gate.yaml goes from {old or 'not set'} to {new or 'not set'}: the base's counts"
            yield Note("gate_setting_changed", text, head.place(f"/{GATE}/{name}"))


def _waivers(head: Declaration, base: Declaration) -> Iterator[Note]:
    now, then = list(head.data.get(WAIVERS, ())), list(base.data.get(WAIVERS, ()))
    for i, entry in enumerate(now):
        if entry not in then:
            text = f"the waiver for {_of(entry)} came or changed with this change, so it does not count here"
            yield Note("gate_waiver_added", text, head.place(f"/{WAIVERS}/{i}"))
    for entry in then if head.present else ():
        if entry not in now:
            text = f"the waiver for {_of(entry)} as the base has it was changed or taken away, and still counts here"
            yield Note("gate_waiver_removed", text, head.place(f"/{WAIVERS}"))


def _of(entry: Entry) -> str:
    scope = entry.get("scope")
    return printable(entry["id"]) + (f" ({printable(scope)})" if scope else "")


def _thresholds(head: Declaration, base: Declaration) -> Iterator[Note]:
    now = {entry["id"]: (i, entry) for i, entry in enumerate(head.data.get(THRESHOLDS, ()))}
    then = {entry["id"]: entry for entry in base.data.get(THRESHOLDS, ())}
    for name, (i, entry) in now.items():
        place = head.place(f"/{THRESHOLDS}/{i}")
        if name not in then:
            yield Note("gate_threshold_added", f"threshold {printable(name)} is new in this change, and counts", place)
        elif entry != then[name]:
            text = f"threshold {printable(name)} was {_moved(then[name], entry)} in this change: the base's counts"
            yield Note("gate_threshold_changed", text, place)
    for name in [name for name in then if name not in now] if head.present else ():
        text = f"threshold {printable(name)} was taken away in this change, and still counts here"
        yield Note("gate_threshold_removed", text, head.place(f"/{THRESHOLDS}"))


def _moved(old: Entry, new: Entry) -> str:
    before, after = old.get("unacceptable_from"), new.get("unacceptable_from")
    if before != after:
        way = "raised" if _rank(after) > _rank(before) else "lowered"
        return f"{way} (unacceptable_from: {before or 'not set'}, then {after or 'not set'})"
    names = sorted(name for name in {*old, *new} if old.get(name) != new.get(name))
    return f"changed ({', '.join(names)})"


def _rank(rating: str | None) -> int:
    """A threshold without a rating lets every rating pass."""
    return _RATINGS.index(rating) if rating else len(_RATINGS)


def _counted(head: Declaration, base: Declaration) -> Iterator[Note]:
    for section in _COUNTED:
        known = list(base.data.get(section, ()))
        new = [(i, entry["id"]) for i, entry in enumerate(head.data.get(section, ())) if entry not in known]
        if new:
            names = ", ".join(printable(row) for _, row in new[:_MOST])
            more = f" and {len(new) - _MOST} more" if len(new) > _MOST else ""
            text = f"{plural(len(new), section.removesuffix('s'))} came with this change and may count: {names}{more}"
            yield Note("added_in_this_change", text, head.place(f"/{section}/{new[0][0]}"))
