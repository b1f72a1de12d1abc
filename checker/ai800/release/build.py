"""Puts declared data together into the one document that policies see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.release.channels import Joins
from ai800.release.records import Records
from ai800.release.types import Release, Trouble
from ai800.release.values import LEAVES, days
from ai800.resources import release_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ai800.assessment.types import Variant
    from ai800.evidence.types import Resolver
    from ai800.release.records import Record

_EDITION = "ipd:"
# Sections that are joined to others, or that only the assessment reads.
_ELSEWHERE = frozenset(
    {"ai800", "channels", "deployments", "monitoring", "considered", "alternatives", "reviews", "waivers", "gate"}
)
# No policy reads these, but the assessment asks whether their evidence resolves.
_BY_PERSONS = ("alternatives", "reviews")
_NOTHING_ASSUMED = {"links": False, "borne_out": False, "names": False, "backing": False}
_BY_PROFILE = ("evaluations", "red_teams", "capability_estimates")


def build(
    data: Mapping[str, Any],
    resolver: Resolver,
    *,
    as_of: str,
    considerable: frozenset[str],
    variant: Variant | None = None,
) -> Release:
    """The release for `as_of` (an ISO date).

    `considerable` holds the ids (`ipd:5.1.1`) that a recorded consideration may close; `variant` overrides which
    variant judges each channel.
    """
    schema = release_schema()["properties"]
    records = Records(data, resolver)
    joins = Joins(records, data, schema=schema)
    document = _sections(records, schema, data=data)
    document["channels"] = [joins.channel(i, c, variant=variant) for i, c in enumerate(data.get("channels", ()))]
    document["considered"] = _considered(records, schema, data=data, considerable=considerable)
    for name in _BY_PERSONS:
        records.records(schema[name], data.get(name), at=f"/{name}")
    _add_reverse(document)
    _add_theft_assessments(document, data)
    statuses = {reference.resolution.status for reference in records.references}
    document |= {"as_of": days(as_of), "assume": _NOTHING_ASSUMED, "mentions_links": "external" in statuses}
    variants = {channel["variant"] for channel in document["channels"]}
    return Release(
        document=document,
        references=tuple(records.references),
        troubles=(*records.troubles, *joins.troubles(), *_empty_thresholds(document)),
        as_of=as_of,
        variants=tuple(name for name in ("open", "closed") if name in variants),
    )


def _sections(records: Records, schema: Mapping[str, Any], *, data: Mapping[str, Any]) -> Record:
    section: Record = {"at": ""}
    for name, field in schema.items():
        if name not in _ELSEWHERE:
            records.put(section, name, field=field, value=data.get(name))
    del section["at"]
    return section


def _considered(
    records: Records, schema: Mapping[str, Any], *, data: Mapping[str, Any], considerable: frozenset[str]
) -> dict[str, Record]:
    fields = schema["considered"]["items"]["properties"]
    kept = {"properties": {name: field for name, field in fields.items() if name != "id"}}
    found: dict[str, Record] = {}
    for i, entry in enumerate(data.get("considered", ())):
        if entry["id"] in considerable:
            found[entry["id"].removeprefix(_EDITION)] = records.record(kept, entry, at=f"/considered/{i}")
    return found


def _add_reverse(document: Record) -> None:
    """Gives each threat profile the places of what names it."""
    profiles = document["threat_profiles"]
    for name in (*_BY_PROFILE, "thresholds"):
        for profile in profiles:
            profile[name] = []
    for name in _BY_PROFILE:
        for i, record in enumerate(document[name]):
            for p in record["threat_profiles"]:
                profiles[p][name].append(i)
    for i, threshold in enumerate(document["thresholds"]):
        if threshold["threat_profile"] >= 0:
            profiles[threshold["threat_profile"]]["thresholds"].append(i)


def _add_theft_assessments(document: Record, data: Mapping[str, Any]) -> None:
    """Gives each threat profile the places of the theft assessments that name it, or its kind of actor."""
    found = _by_actor(data)
    for profile, declared in zip(document["threat_profiles"], data.get("threat_profiles", ()), strict=True):
        kind = _compared(declared.get("actor", {}).get("kind"))
        profile["theft_assessments"] = [*found.get(kind, ())] if kind else []
    for a, record in enumerate(document["security"]["theft_assessments"]):
        for p in record["threat_profiles"]:
            document["threat_profiles"][p]["theft_assessments"].append(a)
    for profile in document["threat_profiles"]:
        profile["theft_assessments"] = sorted(set(profile["theft_assessments"]))


def _by_actor(data: Mapping[str, Any]) -> dict[str, list[int]]:
    """The places of the theft assessments that name an actor, by actor."""
    found: dict[str, list[int]] = {}
    for a, declared in enumerate(data.get("security", {}).get("theft_assessments", ())):
        for actor in declared.get("actors", ()):
            found.setdefault(_compared(actor), []).append(a)
    return found


def _compared(text: str | None) -> str:
    """A text as a name is compared, empty where it is a placeholder."""
    name: dict[str, str] = LEAVES["name"](text)
    return name["key"]


def _empty_thresholds(document: Record) -> list[Trouble]:
    """Thresholds that name neither a rating nor a metric, so that nothing can be compared with them."""
    return [
        Trouble("empty_threshold", threshold["at"], {"t": threshold["id"]})
        for threshold in document["thresholds"]
        if not threshold["unacceptable_from"] and not (threshold["metric"]["operator"] and threshold["metric"]["value"])
    ]
