from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ai800.declare import declaration
from ai800.declare.declaration import read_declaration
from ai800.declare.types import Place
from tests.support.problems import refused, short
from tests.support.snapshots import MemorySnapshot

if TYPE_CHECKING:
    from collections.abc import Mapping

_RELEASE = b"ai800: 1\nrelease: {name: Model, developer: Team}\n"
_MAIN = _RELEASE + b"channels:\n- id: hub\n  access: fully_open\n"
_NOT_READ = "is not read: release data is read from ai800.yaml and the folder .ai800 only"
_NO_FILE = "is no file of the vocabulary (.ai800/<section>.yaml or .ai800/<section>/<id>.yaml)"
_BEGIN = "begin with `ai800: 1`, then write the sections `release` and `channels`; `ai800 init` writes a first version"


def _problems(files: Mapping[str, bytes], folder: str = "") -> list[str]:
    found = refused(lambda: read_declaration(MemorySnapshot(files, folder=folder)))
    return [f"{problem.path} {short(problem)}" for problem in found]


@pytest.mark.parametrize("files", [{}, {"README.md": b"x", "sub/ai800.yaml": _MAIN}])
def test_nothing_is_declared(files) -> None:
    found = read_declaration(MemorySnapshot(files))
    assert (found.present, dict(found.data), found.files) == (False, {}, ())


def test_one_file() -> None:
    found = read_declaration(MemorySnapshot({"ai800.yaml": _MAIN}))
    assert found.present
    assert found.files == ("ai800.yaml",)
    assert found.data == {
        "ai800": 1,
        "release": {"name": "Model", "developer": "Team"},
        "channels": [{"id": "hub", "access": "fully_open"}],
    }
    assert found.place("/channels/0/access") == Place("ai800.yaml", 5, 3)
    assert found.place("/channels/0/gate/kind") == Place("ai800.yaml", 4, 3)
    assert found.place("") == Place("ai800.yaml", 1, 1)


def test_a_model_in_a_folder_has_places_from_the_root() -> None:
    files = {"m/large/ai800.yaml": _RELEASE, "m/large/.ai800/channels.yaml": b"[{id: a}]", "ai800.yaml": b"not: [read"}
    found = read_declaration(MemorySnapshot(files, folder="m/large"))
    assert found.files == ("m/large/ai800.yaml", "m/large/.ai800/channels.yaml")
    assert found.place("/channels/0/id") == Place("m/large/.ai800/channels.yaml", 1, 3)


def test_sections_and_items_of_other_files_are_merged() -> None:
    files = {
        "ai800.yaml": _MAIN,
        ".ai800/channels/api.yaml": b"id: api\naccess: api_inference\n",
        ".ai800/channels/app.yaml": b"access: hosted_interface\nid: app\n",
        ".ai800/monitoring/api.yaml": b"channel: api\n",
        ".ai800/roadmap.yaml": b"approach: Slow.\n",
        ".ai800/waivers.yaml": b"- id: ipd:5.3.1\n",
    }
    found = read_declaration(MemorySnapshot(files))
    assert [channel["id"] for channel in found.data["channels"]] == ["hub", "api", "app"]
    assert found.data["monitoring"] == [{"channel": "api"}]
    assert found.data["roadmap"] == {"approach": "Slow."}
    assert found.data["waivers"] == [{"id": "ipd:5.3.1"}]
    assert found.place("/channels") == Place("ai800.yaml", 3, 1)
    assert found.place("/channels/2/id") == Place(".ai800/channels/app.yaml", 2, 1)
    assert found.place("/monitoring") == Place(".ai800/monitoring/api.yaml", 1, 1)
    assert found.place("/roadmap/approach") == Place(".ai800/roadmap.yaml", 1, 1)
    assert found.place("/waivers/0") == Place(".ai800/waivers.yaml", 1, 3)
    assert len(found.files) == 6


@pytest.mark.parametrize(
    "files, problems",
    [
        ({"ai800.yaml": b""}, ["ai800.yaml 1:1 -: the file is empty"]),
        ({"ai800.yaml": b"# soon\n"}, ["ai800.yaml 1:1 -: the file is empty"]),
        ({"ai800.yaml": b"- ai800: 1"}, ["ai800.yaml 1:1 -: the file must be a mapping of sections"]),
        ({"ai800.yaml": b"ai800"}, ["ai800.yaml 1:1 -: the file must be a mapping of sections"]),
        ({"ai800.yaml": "symlink"}, ["ai800.yaml - -: is a symbolic link, which is never followed"]),
        ({"ai800.yaml": "unreadable"}, ["ai800.yaml - -: cannot be read: its bytes are not here"]),
        ({"ai800.yaml": b"ai800: [1"}, ["ai800.yaml 1:8 -: a list in brackets that is not closed"]),
        ({"ai800.yaml/x": b""}, ["ai800.yaml/x - -: is a folder where a file is expected"]),
        ({"ai800.yml": _MAIN}, [f"ai800.yml - -: {_NOT_READ}"]),
        ({"ai800.yaml": _MAIN + b"rele: 1\n", "AI800.yaml": _MAIN}, [
            f"AI800.yaml - -: {_NOT_READ}",
            "ai800.yaml 6:1 rele: is no known key",
        ]),
        ({".ai800": "submodule"}, [".ai800 - -: is not a folder"]),
        ({".ai800/roadmap.yaml": b"approch: x\n"}, [
            ".ai800 - -: has no ai800.yaml beside it",
            ".ai800/roadmap.yaml 1:1 roadmap.approch: is no known key",
        ]),
        ({"ai800.yaml": _MAIN, ".ai800/chanels.yaml": b"", ".ai800/a/b.yaml": b""}, [
            f".ai800/a/b.yaml - -: {_NO_FILE}",
            f".ai800/chanels.yaml - -: {_NO_FILE}",
        ]),
        ({"ai800.yaml": _MAIN + b"waivers: []\n", ".ai800/waivers.yaml": b"[]"}, [
            "ai800.yaml 6:1 waivers: is no section of this file",
        ]),
        ({"ai800.yaml": _MAIN + b"gate: {fail_on: unmet}\n"}, [
            "ai800.yaml 6:1 gate: is no section of this file",
        ]),
        ({"ai800.yaml": _MAIN, ".ai800/gate.yaml": b"fail_on: unmet\nfail-on: review\nvariant: both\n"}, [
            ".ai800/gate.yaml 2:1 gate.fail-on: is no known key",
            ".ai800/gate.yaml 3:1 gate.variant: is none of the known values",
        ]),
        ({"ai800.yaml": _MAIN, ".ai800/channels.yaml": b"\n[{id: .nan}]"}, [
            ".ai800/channels.yaml 1:1 channels: the section is stated twice, here and in ai800.yaml line 3",
            ".ai800/channels.yaml 2:7 channels[0].id: infinity and NaN are no numbers here",
        ]),
        ({"ai800.yaml": _MAIN, ".ai800/users.yaml": b"# later"}, [".ai800/users.yaml 1:1 users: the file is empty"]),
        ({"ai800.yaml": _RELEASE, ".ai800/channels.yaml": b"channels: [{id: a}]"}, [
            ".ai800/channels.yaml 1:1 channels: the file begins with the name of its section",
        ]),
        ({"ai800.yaml": _RELEASE, ".ai800/channels.yaml": b"- id: [a"}, [
            ".ai800/channels.yaml 1:7 channels: a list in brackets that is not closed",
        ]),
        ({"ai800.yaml": _RELEASE, ".ai800/channels.yaml": "symlink"}, [
            ".ai800/channels.yaml - -: is a symbolic link, which is never followed",
        ]),
        ({"ai800.yaml": _MAIN, ".ai800/channels/hub.yaml": b"id: hub"}, [
            ".ai800/channels/hub.yaml 1:1 channels[1].id: the entry in ai800.yaml line 4 has the same `id`",
        ]),
        ({"ai800.yaml": _MAIN, ".ai800/channels/api.yaml": b"\nid: other"}, [
            ".ai800/channels/api.yaml 2:1 channels[1].id: is not the name of its file",
        ]),
        ({"ai800.yaml": _MAIN, ".ai800/channels/5.yaml": b"id: 5"}, [
            ".ai800/channels/5.yaml 1:1 channels[1].id: is not the name of its file",
        ]),
        ({"ai800.yaml": _MAIN, ".ai800/channels/api.yaml": b"access: fully_open"}, [
            ".ai800/channels/api.yaml 1:1 channels[1].id: is missing: it must be the name of the file",
        ]),
        ({"ai800.yaml": _MAIN, ".ai800/channels/api.yaml": b"[{id: api}]", ".ai800/channels/b.yaml": b""}, [
            ".ai800/channels/api.yaml 1:1 channels[1]: the file must hold one entry: a mapping",
            ".ai800/channels/b.yaml 1:1 channels[1]: the file is empty",
        ]),
        ({"ai800.yaml": _RELEASE + b"channels: all\n", ".ai800/channels/api.yaml": b"id: other"}, [
            "ai800.yaml 3:1 channels: must be a list, not a text",
        ]),
        ({"ai800.yaml": _RELEASE}, ["ai800.yaml 1:1 channels: is missing: `channels` is required"]),
        ({"ai800.yaml": b"ai800: 2"}, [
            "ai800.yaml 1:1 ai800: names a version of the vocabulary that this ai800 does not know",
            "ai800.yaml 1:1 channels: is missing: `channels` is required",
            "ai800.yaml 1:1 release: is missing: `release` is required",
        ]),
        ({"ai800.yaml": _MAIN.replace(b"hub", b"release") + b"  opens_on: 2024-02-30\n  acces: x\n"}, [
            "ai800.yaml 4:3 channels[0].id: `release` stands for the whole release and cannot name a channel",
            "ai800.yaml 6:3 channels[0].opens_on: is no day of the calendar",
            "ai800.yaml 7:3 channels[0].acces: is no known key",
        ]),
    ],
)  # fmt: skip
def test_every_problem_of_every_file_is_found(files, problems) -> None:
    assert _problems(files) == problems


def test_a_value_that_cannot_be_read_is_one_problem() -> None:
    compute = b"model: {training: {compute: {flop: .nan, method: 5}}}\n"
    assert _problems({"ai800.yaml": _MAIN + compute}) == [
        "ai800.yaml 6:36 model.training.compute.flop: infinity and NaN are no numbers here",
        "ai800.yaml 6:42 model.training.compute.method: must be a text, not a number",
    ]


@pytest.mark.parametrize(
    "flop, value",
    [
        ("1e25", 10**25), ("1.0e25", 10**25), ("1.0e+25", 10**25), ("10000000000000000000000000", 10**25),
        ("9999999999999999999999999", 10**25 - 1), ("10000000000000000000000001", 10**25 + 1),
        ("9.99e24", 999 * 10**22),
    ],
)  # fmt: skip
def test_compute_is_exact(flop, value) -> None:
    compute = f"model: {{training: {{compute: {{flop: {flop}}}}}}}\n".encode()
    found = read_declaration(MemorySnapshot({"ai800.yaml": _MAIN + compute}))
    assert found.data["model"]["training"]["compute"]["flop"] == value
    assert isinstance(found.data["model"]["training"]["compute"]["flop"], int)


def test_all_files_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(declaration, "TOTAL", len(_MAIN) + 3)
    files = {"ai800.yaml": _MAIN, ".ai800/roadmap.yaml": b"# more", ".ai800/users.yaml": b"{}"}
    assert [problem.split(":")[0] for problem in _problems(files)] == [
        ".ai800/roadmap.yaml - -",
        ".ai800/users.yaml - -",
    ]


def test_a_first_file_says_how_to_begin() -> None:
    (problem,) = refused(lambda: read_declaration(MemorySnapshot({"ai800.yaml": b""})))
    assert problem.remedy == _BEGIN
