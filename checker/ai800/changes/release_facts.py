"""What changed of the release itself, declared and observed: access, weights, licences, use policy, base models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.changes.types import FactChange

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.changes.types import Source
    from ai800.changes.weights import Replaced, Weights

Data = dict[str, Any]
Texts = tuple[str, ...]

_DECLARED = ("licence_weights", "licence_code", "licence_data", "base_models", "parameters_total", "parameters_active")
# All that is seen of these; of the others, what is seen best: texts round numbers, each in its own way.
_ALL_SEEN = ("licence_weights", "licence_code", "base_models", "openness")
_BEST_SEEN = ("parameters_total", "parameters_active", "architecture", "gate")
_SHORT = 12


def compare_facts(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[FactChange]:
    """Everything but the weights, the heaviest first."""
    yield from _channels(old, new)
    if old["fingerprint"] and new["fingerprint"]:
        for name in _DECLARED:
            before, after = (_texts(each["fingerprint"]["model"][name]) for each in (old, new))
            yield from _differing(name, "declared", before=before, after=after)
        yield from _differing("licence_text", "observed", before=_licence_texts(old), after=_licence_texts(new))
    yield from _differing("use_policy", "observed", before=_use_policies(old), after=_use_policies(new))
    for name in _ALL_SEEN:
        yield from _differing(name, "observed", before=_seen(old, name), after=_seen(new, name))
    for name in _BEST_SEEN:
        yield from _differing(name, "observed", before=_seen(old, name)[:1], after=_seen(new, name)[:1])


def weights_change(old: Weights, new: Weights, *, change: Replaced) -> Iterator[FactChange]:
    """The files of weights that came and went, each with its digest."""
    if change.came or change.gone:
        yield FactChange("weights", "observed", "", _files(old, change.gone), _files(new, change.came))


def _files(weights: Weights, digests: frozenset[str]) -> Texts:
    return tuple(sorted(f"{weights.files.get(digest, 'declared')} {_shortened(digest)}" for digest in digests))


def _shortened(digest: str) -> str:
    scheme, _, value = digest.rpartition(":")
    return f"{scheme}:{value[:_SHORT]}" if scheme else value[:_SHORT]


def _differing(what: str, source: Source, *, before: Texts, after: Texts) -> Iterator[FactChange]:
    if set(before) != set(after):
        yield FactChange(what, source, "", before, after)


def _channels(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[FactChange]:
    before, after = _by_channel(old), _by_channel(new)
    for channel in dict.fromkeys((*before, *after)):
        first, then = before.get(channel), after.get(channel)
        if first is None or then is None:
            yield FactChange("channel", "declared", channel, _given(first), _given(then))
            continue
        for what in ("access", "gate"):
            if first[what] != then[what]:
                yield FactChange(what, "declared", channel, first[what], then[what])


def _given(channel: Mapping[str, Texts] | None) -> Texts:
    return channel["access"] if channel else ()


def _by_channel(report: Mapping[str, Any]) -> dict[str, dict[str, Texts]]:
    gates = {each["id"]: each["gate"] for each in (report["fingerprint"] or {"channels": ()})["channels"]}
    return {
        channel["id"]: {"access": (channel["access"] or "access not stated",), "gate": _texts(gates.get(channel["id"]))}
        for channel in report["release"]["channels"]
    }


def _texts(value: Any) -> Texts:
    values = value if isinstance(value, list) else [] if value is None else [value]
    return tuple(str(each) for each in values)


def _seen(report: Mapping[str, Any], name: str) -> Texts:
    """What the repository shows of a fact, each value once, the most trustworthy first."""
    return tuple(dict.fromkeys(_shown(fact["value"]) for fact in report["facts"][name]))


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(str(part) for part in value.values() if part is not None)
    return str(value)


def _use_policies(report: Mapping[str, Any]) -> Texts:
    digests = _digests(report)
    folder = report["release"]["folder"]
    return tuple(dict.fromkeys(_policy(fact, digests, folder=folder) for fact in report["facts"]["use_policies"]))


def _policy(fact: Data, digests: Mapping[str, str], *, folder: str) -> str:
    value = fact["value"] if isinstance(fact["value"], dict) else {}
    where = value.get("address") or _inside(fact["path"], folder)
    listed = "" if value.get("lists_uses") else ", lists no uses"
    digest = f", {digests[fact['path']]}" if value.get("form") != "link" and fact["path"] in digests else ""
    return f"{where} ({value.get('words', 0)} words{listed}{digest})"


def _licence_texts(report: Mapping[str, Any]) -> Texts:
    policies = {fact["path"] for fact in report["facts"]["use_policies"]}
    folder = report["release"]["folder"]
    found = _digests(report).items()
    return tuple(f"{_inside(path, folder)} {digest}" for path, digest in found if path not in policies)


def _inside(path: str, folder: str) -> str:
    """The path from the model's folder: a model that only moved has the files that it had."""
    return path.removeprefix(f"{folder}/") if folder else path


def _digests(report: Mapping[str, Any]) -> dict[str, str]:
    files = (report["fingerprint"] or {"files": ()})["files"]
    return {each["path"]: _shortened(each["sha256"] or "not read") for each in files}
