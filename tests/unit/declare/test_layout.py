from __future__ import annotations

from typing import Any

import pytest

from ai800.declare.layout import Section, Source, sections_of, sources
from ai800.snapshot.types import Entry


def _list(*fields: str) -> dict[str, Any]:
    return {"type": "array", "items": {"properties": {field: {} for field in fields}}}


_SECTIONS = sections_of(
    {
        "properties": {
            "ai800": {},
            "release": {"type": "object"},
            "channels": _list("id", "access"),
            "monitoring": _list("channel"),
            "plain": _list("name"),
            "waivers": _list("id"),
        }
    }
)


def _sources(*paths: str) -> list[Source]:
    return sources({path: Entry(path, "file", 1) for path in paths}, _SECTIONS)


def test_sections_come_from_the_schema() -> None:
    expected = {
        "release": Section("release", many=False, key=""),
        "channels": Section("channels", many=True, key="id"),
        "monitoring": Section("monitoring", many=True, key="channel"),
        "plain": Section("plain", many=True, key=""),
        "waivers": Section("waivers", many=True, key=""),
    }
    assert expected == _SECTIONS


def test_the_main_file_comes_first_then_sections_then_items() -> None:
    found = _sources(
        ".ai800/channels/b.yaml", ".ai800/monitoring.yaml", ".ai800/channels/a.yaml", "ai800.yaml", "README.md",
        ".ai800/channels.yaml", ".ai800/waivers.yaml", ".ai800/channels/v1.0.yaml",
    )  # fmt: skip
    channels = _SECTIONS["channels"]
    assert found == [
        Source("ai800.yaml"),
        Source(".ai800/channels.yaml", channels),
        Source(".ai800/monitoring.yaml", _SECTIONS["monitoring"]),
        Source(".ai800/waivers.yaml", _SECTIONS["waivers"]),
        Source(".ai800/channels/a.yaml", channels, "a"),
        Source(".ai800/channels/b.yaml", channels, "b"),
        Source(".ai800/channels/v1.0.yaml", channels, "v1.0"),
    ]


@pytest.mark.parametrize(
    "path, remedy",
    [
        (".ai800/chanels.yaml", "did you mean .ai800/channels.yaml?"),
        (".ai800/Channels.yaml", "did you mean .ai800/channels.yaml?"),
        (".ai800/channels.yml", "did you mean .ai800/channels.yaml?"),
        (".ai800/channels", "did you mean .ai800/channels.yaml?"),
        (".ai800/channels/a.yml", "did you mean .ai800/channels.yaml?"),
        (".ai800/channels/a/b.yaml", "did you mean .ai800/channels.yaml?"),
        (".ai800/zzz/a.yaml", "known: channels, monitoring, plain, release, waivers"),
        (".ai800/ai800.yaml", "known: channels, monitoring, plain, release, waivers"),
        (".ai800/.DS_Store", "known: channels, monitoring, plain, release, waivers"),
        (".ai800/README.md", "known: channels, monitoring, plain, release, waivers"),
        (".ai800/release/x.yaml", "use .ai800/release.yaml"),
        (".ai800/plain/x.yaml", "use .ai800/plain.yaml"),
        (".ai800/waivers/x.yaml", "use .ai800/waivers.yaml"),
        (".ai800", "make .ai800 a folder with a file for each section, or delete it"),
        ("ai800.yaml/x", "write ai800.yaml as a file"),
        (".AI800/channels.yaml", "rename the folder to .ai800"),
        *(
            (name, "rename it to ai800.yaml, or to a name that is less like it")
            for name in ("ai800.yml", ".ai800.yaml", ".ai800.yml", "AI800.yaml", "ai-800.yaml", "ai_800.yml",
                         "ai800.yaml.txt", "Ai800.YML")
        ),
    ],
)  # fmt: skip
def test_files_that_would_be_overlooked_are_faults(path, remedy) -> None:
    (source,) = _sources(path)
    assert source.fault
    assert source.fault.remedy == remedy


@pytest.mark.parametrize("path", ["README.md", "ai800", "ai800.json", "ai800/x.py", "docs/ai800.yaml", "x-ai800.yaml"])
def test_other_files_are_nobodys_business(path) -> None:
    assert _sources(path) == []
