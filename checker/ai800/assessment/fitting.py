"""An example of a rule about one release: its channel, threat profile, name and version in place of made-up ones."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.release.channels import judged_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.assessment.types import Judgement, Verdict

_OPEN: frozenset[Verdict] = frozenset({"unmet", "partial"})
# What the examples of the policies are about.
_CHANNEL = re.compile(r"\b(channel: |channels: \[)(?:hub|api|tuning)\b")
_CHANNEL_RECORD = re.compile(r"^(  - \{?id: )(?:hub|api|tuning)\b")
_ACCESS = re.compile(r"\b(access: )\w+")
_PROFILE = re.compile(r"\b(threat_profile: |threat_profiles: \[|mitigates: \[|risks: \[)bio\b")
_PROFILE_RECORD = re.compile(r"^(  - \{?id: )bio\b")
_VERSION = re.compile(r'\b(version: )"[\d.]+"')
_MODEL = re.compile(r"\b(model: \{name: )Base\b")


class Names(NamedTuple):
    """What stands in place of the made-up names; empty where the release has none."""

    channel: str = ""
    access: str = ""
    profile: str = ""
    name: str = ""
    version: str = ""


def names_for(judgement: Judgement, data: Mapping[str, Any]) -> Names:
    """The channel and the threat profile that a row is open for, or the first of each."""
    channel = next(_channels(judgement, data), {})
    release = data.get("release", {})
    return Names(
        channel.get("id", ""),
        channel.get("access", ""),
        _profile(judgement, data),
        release.get("name", ""),
        release.get("version", ""),
    )


def _channels(judgement: Judgement, data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    gaps = {subject for subject, verdict in judgement.subjects if verdict in _OPEN}
    declared = data.get("channels", ())
    yield from (channel for channel in declared if channel["id"] in gaps)
    yield from (channel for channel in declared if judged_by(channel) == judgement.variant)


def _profile(judgement: Judgement, data: Mapping[str, Any]) -> str:
    told = {word.strip(",;:") for finding in judgement.findings for word in finding.message.split()}
    declared = [profile["id"] for profile in data.get("threat_profiles", ())]
    return next((each for each in declared if each in told), declared[0] if declared else "")


def fitted(example: str, names: Names) -> str:
    """`example` (YAML in the layout of the policies) with names of the release in the places of ids."""
    section, own, lines = "", False, []
    for line in example.split("\n"):
        section = line.partition(":")[0] if line[:1].isalpha() else section
        if section == "channels" and line.startswith("  - "):
            own = bool(_CHANNEL_RECORD.match(line))
        lines.append(_fitted_line(line, section, names=names, own=own))
    return "\n".join(lines)


def _fitted_line(line: str, section: str, *, names: Names, own: bool) -> str:
    line = _put(_CHANNEL, names.channel, line=line)
    line = _put(_PROFILE, names.profile, line=line)
    if section == "channels" and own:
        line = _put(_ACCESS, names.access, line=_put(_CHANNEL_RECORD, names.channel, line=line))
    if section == "threat_profiles":
        line = _put(_PROFILE_RECORD, names.profile, line=line)
    if section in {"release", "transparency", "evaluations"}:
        line = _put(_MODEL, _text(names.name), line=_put(_VERSION, _text(names.version), line=line))
    return line


def _put(place: re.Pattern[str], name: str, *, line: str) -> str:
    return place.sub(lambda found: found[1] + name, line) if name else line


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False) if value else ""
