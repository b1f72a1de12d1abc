"""Which file a declared artifact is, and whether its digest is that of the file."""

from __future__ import annotations

from hashlib import sha256

import pytest

from ai800.declare.types import Declaration, Place
from ai800.facts import digests as digests_module
from ai800.facts import observe
from ai800.release.artifacts import Artifact, artifact_notes, artifacts
from tests.support.model_files import OID, pointer
from tests.support.snapshots import MemorySnapshot

ONE, TWO = b"one", b"two"
OF_ONE, OF_TWO, OTHER = sha256(ONE).hexdigest(), sha256(TWO).hexdigest(), "0" * 64
BOTH = {"small/model.onnx": ONE, "large/model.onnx": TWO}


def _artifact(path, digest=None):
    return {"path": path} | ({"sha256": digest} if digest else {})


def _found(files, *declared, folder="", **options):
    snapshot = MemorySnapshot(files, folder=folder)
    return artifacts(snapshot, Declaration({"model": {"artifacts": [*declared]}}), facts=observe(snapshot), **options)


@pytest.mark.parametrize(
    "files, path, digest, state, file",
    [
        ({"model.onnx": ONE}, "model.onnx", OF_ONE, "agrees", ""),
        ({"model.onnx": ONE}, "model.onnx", OTHER, "differs", "model.onnx"),
        ({"model.onnx": ONE}, "./model.onnx", OTHER, "differs", "model.onnx"),
        ({"model.onnx": ONE}, "x/../model.onnx", OTHER, "differs", "model.onnx"),
        ({"model.onnx": ONE}, "model.onnx", None, "agrees", ""),
        ({"model.onnx": ONE}, "weights/model.onnx", OTHER, "differs", "model.onnx"),
        ({"model.onnx": ONE}, "weights/model.onnx", OF_ONE, "agrees", ""),
        ({"model.onnx": ONE}, "weights/model.onnx", None, "agrees", ""),
        ({"model.onnx": ONE}, "other.onnx", OTHER, "not_found", ""),
        ({"model.onnx": ONE}, "other.onnx", None, "not_found", ""),
        ({"model.onnx": ONE}, "https://hub.example/model.onnx", OTHER, "elsewhere", ""),
        ({"model.onnx": ONE}, "/model.onnx", OTHER, "differs", "model.onnx"),
        ({"model.onnx": ONE}, "../../etc/passwd", OTHER, "not_found", ""),
        ({"model.onnx": pointer(5)}, "model.onnx", OID, "agrees", ""),
        ({"model.onnx": pointer(5)}, "model.onnx", OTHER, "differs", "model.onnx"),
        ({"README.md": b"x"}, "model.onnx", OTHER, "elsewhere", ""),
        ({"model.safetensors.index.json": b"{}"}, "model.safetensors", OTHER, "elsewhere", ""),
        ({"model.safetensors.index.json": b"{}"}, "model.safetensors.index.json", OTHER, "differs", None),
        # An end of the declared path, any file of a bare name, and nothing that stands in another folder.
        ({"weights/model.onnx": ONE}, "org/hub/weights/model.onnx", OTHER, "differs", "weights/model.onnx"),
        ({"weights/model.onnx": ONE}, "model.onnx", OTHER, "differs", "weights/model.onnx"),
        ({"small/model.onnx": ONE}, "large/model.onnx", OTHER, "not_found", ""),
        ({"small/model.onnx": ONE}, "large/model.onnx", OF_ONE, "agrees", ""),
        ({"small/model.onnx": ONE}, "x/" * 40 + "small/model.onnx", OTHER, "not_found", ""),
        # A folder is there, and has no digest.
        ({"small/model.onnx": ONE}, "small/", OTHER, "not_digested", ""),
        ({"small/model.onnx": ONE}, "./small", None, "agrees", ""),
        ({"small/model.onnx": ONE}, "zzz/", None, "not_found", ""),
        (BOTH, "small/model.onnx", OF_ONE, "agrees", ""),
        (BOTH, "small/model.onnx", OF_TWO, "differs", "small/model.onnx"),
        (BOTH, "model.onnx", OF_TWO, "agrees", ""),
        (BOTH, "model.onnx", OTHER, "differs", "large/model.onnx"),
        ({"a.onnx": ONE, "weights.zip": TWO}, "weights.zip", OF_TWO, "agrees", ""),
        ({"a.onnx": ONE, "weights.zip": TWO}, "weights.zip", OTHER, "differs", "weights.zip"),
        ({"weights.zip": pointer(5)}, "weights.zip", OID, "agrees", ""),
        ({"weights.zip": pointer(5)}, "weights.zip", OTHER, "differs", "weights.zip"),
        ({"weights.zip": "unreadable"}, "weights.zip", OTHER, "not_digested", ""),
        ({"weights.zip": "symlink"}, "weights.zip", OTHER, "not_digested", ""),
        ({"weights.zip": "symlink"}, "weights.zip", None, "agrees", ""),
        ({"model.onnx": "unreadable"}, "model.onnx", OTHER, "not_digested", ""),
        ({"a/model.onnx": "unreadable", "b/model.onnx": ONE}, "model.onnx", OTHER, "not_digested", ""),
        ({"a/model.onnx": "unreadable", "b/model.onnx": ONE}, "model.onnx", OF_ONE, "agrees", ""),
    ],
)
def test_an_artifact_is_found_by_its_path_and_else_by_its_name(files, path, digest, state, file):
    (found,) = _found(files, _artifact(path, digest))
    assert found == Artifact(0, path, state, path if file is None else file)


@pytest.mark.parametrize(
    "declared, states",
    [
        # The file of that name is another artifact, by its path or by its digest: this one is elsewhere.
        ([_artifact("small/model.onnx", OF_ONE), _artifact("large/model.onnx", OTHER)], ["agrees", "not_found"]),
        ([_artifact("a/model.onnx", OF_ONE), _artifact("model.onnx", OTHER)], ["agrees", "not_found"]),
        ([_artifact("model.onnx", OTHER), _artifact("model.onnx", OF_TWO)], ["differs", "differs"]),
        ([_artifact("a/model.onnx", OTHER), _artifact("b/model.onnx", OF_TWO)], ["not_found", "not_found"]),
        ([_artifact("small/model.onnx", OF_ONE), _artifact("small/model.onnx", OTHER)], ["agrees", "differs"]),
    ],
)
def test_two_artifacts_of_one_name_are_not_confused(declared, states):
    assert [each.state for each in _found({"small/model.onnx": ONE}, *declared)] == states


@pytest.mark.parametrize(
    "path, state",
    [("model.onnx", "agrees"), ("one/model.onnx", "agrees"), ("hub/model.onnx", "agrees"), ("x.onnx", "not_found")],
)
def test_a_path_is_from_the_models_folder_or_from_the_root(path, state):
    files = {"model.onnx": TWO, "one/model.onnx": ONE}
    (found,) = _found(files, _artifact(path, OF_ONE), folder="one")
    assert found.state == state


@pytest.mark.parametrize("name", ["new\nline.onnx", "caf\udce9.onnx", "\x1b[2K.onnx", 'quo"te.onnx', "\u202e.onnx"])
@pytest.mark.parametrize("digest, state", [(OF_ONE, "agrees"), (OTHER, "differs")])
def test_an_odd_name_as_init_writes_it(name, digest, state):
    from ai800.text import printable

    (found,) = _found({name: ONE}, _artifact(printable(name), digest))
    assert found.state == state


@pytest.mark.parametrize("every, state", [(False, "not_digested"), (True, "differs")])
def test_what_is_no_weights_until_it_is_declared_shares_the_budget(monkeypatch, every, state):
    monkeypatch.setattr(digests_module, "BUDGET", 6)
    declared = [_artifact("one.zip", OTHER), _artifact("two.zip", OTHER), _artifact("two.zip", OTHER)]
    files = {"a.onnx": ONE, "one.zip": ONE, "two.zip": TWO}
    found = _found(files, *declared, digest_weights=every)
    assert [each.state for each in found] == ["differs", state, state]


def test_nothing_declared_is_nothing_to_compare():
    assert _found({"model.onnx": ONE}) == ()


def test_thousands_of_artifacts_of_one_name_are_looked_up_once():
    files = {f"{number}/model.onnx": b"" for number in range(2000)}
    declared = [*[_artifact("model.onnx", OTHER)] * 2000, *[_artifact("x/" * 8000 + "model.onnx", OTHER)] * 50]
    assert {each.state for each in _found(files, *declared)} == {"differs", "not_found"}


PLACES = {f"/model/artifacts/{i}/path": Place("ai800.yaml", i + 3) for i in range(4)}


def _notes(*found):
    return [(note.code, note.message, note.place.line) for note in artifact_notes(Declaration({}, PLACES), found)]


def test_what_was_not_found_or_not_compared_is_said_once_for_all():
    unread = (
        "not compared with the declared sha256: the bytes were not read "
        "(`ai800 check --digest-weights` reads large files too)"
    )
    assert _notes(Artifact(0, "a", "agrees"), Artifact(1, "b", "differs", "b"), Artifact(2, "c", "elsewhere")) == []
    assert _notes(Artifact(0, "a", "agrees"), Artifact(1, "\x1b", "not_found")) == [
        ("artifact_not_found", "\\x1b is not in the repository, which holds other weights", 4)
    ]
    assert _notes(
        Artifact(0, "a", "not_digested"), Artifact(1, "b", "not_found"), Artifact(2, "c", "not_digested"),
        Artifact(3, "d", "not_digested"),
    ) == [
        ("artifact_not_found", "b is not in the repository, which holds other weights", 4),
        ("artifact_not_digested", f"a and 2 more artifacts are {unread}", 3),
    ]  # fmt: skip
