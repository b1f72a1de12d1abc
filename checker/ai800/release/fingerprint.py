"""What is declared, in short and with digests, so that two reports can be compared without the two repositories."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.facts.licence import LICENCE_FILE
from ai800.snapshot.types import TooLargeError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.declare.types import Declaration
    from ai800.facts.types import Facts, WeightFile
    from ai800.release.types import Release
    from ai800.snapshot.types import Snapshot

Data = dict[str, Any]


class Section(NamedTuple):
    """Where records of one kind stand, what names one, and the field of its date (both dotted paths)."""

    path: str
    identity: str
    day: str


SECTIONS = (
    Section("evaluations", "id", "performed_on"),
    Section("red_teams", "id", "performed_on"),
    Section("security.theft_assessments", "id", "assessed_on"),
    Section("deployments", "channel", "decision.decided_on"),
)
# What may be renewed without doing the work again: dates, the name of what was tested, and where the work is shown.
_LABELS = (
    "performed_on", "assessed_on", "valid_until", "invalidated_on", "decision.decided_on",
    "model.version", "model.sha256", "evidence", "log", "task.sample",
)  # fmt: skip


def fingerprint(snapshot: Snapshot, declaration: Declaration, *, facts: Facts, release: Release) -> Data:
    """JSON-ready data, valid as `fingerprint` in schemas/report.schema.json; digests are SHA-256 as hex."""
    data = declaration.data
    return {
        "model": _model(data.get("model", {})),
        "channels": [
            {"id": channel["id"], "gate": channel.get("gate", {}).get("kind")} for channel in data.get("channels", ())
        ],
        "records": [record for section in SECTIONS for record in _records(section, data, release=release)],
        "weights": [_weights(snapshot, each) for each in facts.weights if each.form != "index"],
        "files": [{"path": path, "sha256": _file(snapshot, path)} for path in _texts(facts)],
    }


def _model(model: Mapping[str, Any]) -> Data:
    licence = model.get("licence", {})
    return {
        "licence_weights": _licence(licence.get("weights")),
        "licence_code": _licence(licence.get("code")),
        "licence_data": _licence(licence.get("data")),
        "base_models": [_base(base) for base in model.get("base_models", ())],
        "parameters_total": model.get("parameters_total"),
        "parameters_active": model.get("parameters_active"),
        "artifacts": [digest.lower() for artifact in model.get("artifacts", ()) if (digest := artifact.get("sha256"))],
    }


def _licence(value: str | Mapping[str, str] | None) -> str | None:
    return value if value is None or isinstance(value, str) else value["id"]


def _base(base: Mapping[str, Any]) -> str:
    return " ".join(filter(None, (base["name"], base.get("revision"))))


def _records(section: Section, data: Mapping[str, Any], *, release: Release) -> Iterator[Data]:
    for i, record in enumerate(_at(data, section.path) or ()):
        at = f"/{section.path.replace('.', '/')}/{i}/"
        yield {
            "section": section.path,
            "id": _at(record, section.identity),
            "date": _at(record, section.day),
            "model_version": _at(record, "model.version"),
            "model_sha256": _at(record, "model.sha256"),
            "content": _digest(_canonical(_stripped(record))),
            "evidence": _evidence(release, at),
        }


def _evidence(release: Release, at: str) -> list[Data]:
    """What the record refers to, each once; null where nothing of it was read."""
    found = [each.resolution for each in release.references if each.pointer.startswith(at)]
    shown = {each.shown: each.sha256 or None for each in found}
    return [{"reference": reference, "sha256": shown[reference]} for reference in sorted(shown)]


def _at(data: Any, path: str) -> Any:
    for name in path.split("."):
        data = data.get(name) if isinstance(data, Mapping) else None
    return data


def _stripped(record: Mapping[str, Any]) -> Data:
    """The record without its labels, so that a new date on the old work is seen as that."""
    kept = {name: value for name, value in record.items() if name not in _LABELS}
    for outer, _, inner in (label.partition(".") for label in _LABELS):
        if inner and isinstance(kept.get(outer), Mapping):
            kept[outer] = {name: value for name, value in kept[outer].items() if name != inner}
    return kept


def _canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":")).encode()


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _weights(snapshot: Snapshot, file: WeightFile) -> Data:
    """What git names the content itself, it names whatever its size: so two commits can always be compared."""
    blob = snapshot.entries[file.path].object_id
    if blob and not file.pointer:
        return {"path": file.path, "digest": f"git:{blob}"}
    return {"path": file.path, "digest": f"sha256:{file.sha256}" if file.sha256 else None}


def _texts(facts: Facts) -> list[str]:
    """The files that hold a licence or a use policy."""
    policies = [fact.path for fact in facts.use_policies if fact.value["form"] in {"file", "licence_attachment"}]
    licences = [fact.path for fact in (*facts.licence_weights, *facts.licence_code) if _is_licence(fact.path)]
    return sorted({*policies, *licences})


def _is_licence(path: str) -> bool:
    return LICENCE_FILE.fullmatch(path.rpartition("/")[2].lower()) is not None


def _file(snapshot: Snapshot, path: str) -> str | None:
    try:
        return _digest(snapshot.read(path))
    except (TooLargeError, UnreadableError):
        return None
