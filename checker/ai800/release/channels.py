"""Joins what belongs to a channel, so that policies walk down from it and never across lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.release.types import Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ai800.assessment.types import Variant
    from ai800.release.records import Record, Records

RANKS = {
    "internal_only": 0,
    "hosted_interface": 1,
    "api_inference": 2,
    "api_finetuning": 3,
    "gated_weights": 4,
    "widely_available_weights": 5,
    "fully_open": 6,
}
_GATED = 4
# Gates that anyone passes: weights behind them are judged as open (the vocabulary, channels).
_NO_REAL_GATE = frozenset({"none", "click_through", "auto_approve"})


def judged_by(channel: Mapping[str, Any]) -> Variant:
    """The variant that judges a channel of the release data; one that does not say its access is judged closed."""
    rank = RANKS.get(channel.get("access", ""), -1)
    if rank != _GATED:
        return "open" if rank > _GATED else "closed"
    gate = channel.get("gate", {})
    passes = gate.get("kind") in _NO_REAL_GATE or gate.get("redistribution_allowed") is True
    return "open" if passes else "closed"


class Joins:
    """What stands in other sections about channels: deployments, monitoring, safeguards."""

    def __init__(self, records: Records, data: Mapping[str, Any], *, schema: Mapping[str, Any]) -> None:
        self._records = records
        self._schema = schema
        self._profiles = [profile["id"] for profile in data.get("threat_profiles", ())]
        self._deployments = _by_channel(data, "deployments")
        self._monitoring = _by_channel(data, "monitoring")
        self._safeguards = list(data.get("safeguards", ()))
        self._ids = [channel["id"] for channel in data.get("channels", ())]

    def channel(self, index: int, channel: Mapping[str, Any], *, variant: Variant | None) -> Record:
        """One channel with all that carries its id; `variant` overrides which variant judges it."""
        identity, at = channel["id"], f"/channels/{index}"
        declared = self._deployments.get(identity, [])
        # Two records are none that counts, but their place tells them from none at all.
        place = declared[0][0] if declared else at
        deployment = declared[0][1] if len(declared) == 1 else None
        joined = self._records.record(self._schema["channels"]["items"], channel, at=at)
        on_both = self._named_by(deployment)
        recorded = [s for s, safeguard in enumerate(self._safeguards) if identity in safeguard.get("channels", ())]
        return joined | {
            "index": index,
            "variant": variant or judged_by(channel),
            "rank": RANKS.get(channel.get("access", ""), -1),
            "deployment": self._deployment(deployment, place),
            "risks": self._risks(deployment, place),
            "monitoring": [self._watch(value, at) for at, value in self._monitoring.get(identity, [])],
            "safeguards": [s for s in recorded if s in on_both],
            "recorded_safeguards": recorded,
        }

    def _named_by(self, deployment: Mapping[str, Any] | None) -> set[int]:
        named = () if deployment is None else deployment.get("safeguards", ())
        return {s for s, safeguard in enumerate(self._safeguards) if safeguard["id"] in named}

    def _deployment(self, value: Mapping[str, Any] | None, at: str) -> Record:
        return self._without("deployments", {"channel", "risks"}, value=value, at=at)

    def _watch(self, value: Mapping[str, Any], at: str) -> Record:
        return self._without("monitoring", {"channel"}, value=value, at=at)

    def _without(self, section: str, names: set[str], *, value: Mapping[str, Any] | None, at: str) -> Record:
        properties = self._schema[section]["items"]["properties"]
        kept = {name: field for name, field in properties.items() if name not in names}
        return self._records.record({"properties": kept}, value, at=at)

    def _risks(self, deployment: Mapping[str, Any] | None, at: str) -> list[Record]:
        """One entry for each threat profile, in their order."""
        stated = {} if deployment is None else _risks_by_profile(deployment, at)
        schema = self._schema["deployments"]["items"]["properties"]["risks"]["items"]["properties"]
        kept = {"properties": {name: field for name, field in schema.items() if name != "threat_profile"}}
        found = [stated.get(profile, (None, f"{at}/risks")) for profile in self._profiles]
        return [self._records.record(kept, value, at=place) for value, place in found]

    def troubles(self) -> list[Trouble]:
        """Records about channels and threat profiles that do not exist, and channels with two deployments."""
        found = [
            Trouble("two_deployments", at, {"c": identity, "n": len(values)})
            for identity, values in self._deployments.items()
            for at, _ in values[1:]
        ]
        for values in (self._deployments, self._monitoring):
            for identity, entries in values.items():
                if identity not in self._ids:
                    found += [
                        self._unknown(f"{at}/channel", identity, section="channels", known=self._ids)
                        for at, _ in entries
                    ]
        return found + [trouble for entries in self._deployments.values() for trouble in self._unknown_risks(entries)]

    def _unknown_risks(self, entries: list[tuple[str, Mapping[str, Any]]]) -> list[Trouble]:
        return [
            self._unknown(
                f"{at}/risks/{i}/threat_profile",
                risk["threat_profile"],
                section="threat_profiles",
                known=self._profiles,
            )
            for at, deployment in entries
            for i, risk in enumerate(deployment.get("risks", ()))
            if risk["threat_profile"] not in self._profiles
        ]

    @staticmethod
    def _unknown(pointer: str, identity: str, *, section: str, known: list[str]) -> Trouble:
        return Trouble("unknown_reference", pointer, {"id": identity, "sections": [section], "known": known})


def _by_channel(data: Mapping[str, Any], section: str) -> dict[str, list[tuple[str, Mapping[str, Any]]]]:
    found: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
    for i, value in enumerate(data.get(section, ())):
        found.setdefault(value["channel"], []).append((f"/{section}/{i}", value))
    return found


def _risks_by_profile(deployment: Mapping[str, Any], at: str) -> dict[str, tuple[Mapping[str, Any], str]]:
    risks = enumerate(deployment.get("risks", ()))
    return {risk["threat_profile"]: (risk, f"{at}/risks/{i}") for i, risk in risks}
