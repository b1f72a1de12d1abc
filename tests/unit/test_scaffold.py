"""The artifacts that `ai800 init` writes: every file of weights whose digest is known, and how many are left."""

from __future__ import annotations

from hashlib import sha256

import pytest
import yaml

from ai800.api import check, start
from ai800.facts import digests as module
from ai800.facts import observe
from ai800.scaffold import first_release_file
from tests.support.model_files import OID, pointer, safetensors
from tests.support.snapshots import MemorySnapshot

DATA = safetensors({"w": ("F32", [4])})
DIGEST = sha256(DATA).hexdigest()
INDEX = "model.safetensors.index.json"


def _written(files):
    text = first_release_file(observe(MemorySnapshot(files)))
    model = yaml.safe_load(text).get("model", {})
    return [(each["path"], each["sha256"]) for each in model.get("artifacts", ())], text


@pytest.mark.parametrize(
    "files, expected",
    [
        ({"a.safetensors": DATA, "b.onnx": pointer(5)}, [("a.safetensors", DIGEST), ("b.onnx", OID)]),
        ({"a.safetensors": DATA, INDEX: b"{}"}, [("a.safetensors", DIGEST)]),
        ({INDEX: b"{}"}, []),
        ({"README.md": b"# A"}, []),
    ],
)
def test_artifacts_have_the_digest_of_their_file_wherever_it_is_from(files, expected):
    found, text = _written(files)
    assert found == expected
    assert "not digested" not in text


@pytest.mark.parametrize(
    "files, known, left",
    [
        ({"a.onnx": b"x", "b.safetensors": DATA, "c.safetensors": DATA}, ["a.onnx"], "2 files of weights"),
        ({"a.safetensors": DATA}, [], "1 file of weights"),
    ],
)
def test_weights_without_a_digest_are_counted(monkeypatch, files, known, left):
    monkeypatch.setattr(module, "BUDGET", 1)
    found, text = _written(files)
    assert [path for path, _ in found] == known
    assert f"# {left} not digested: `ai800 facts --digest-weights`" in text


@pytest.mark.parametrize("name", ['odd "name": #.onnx', "new\nline.onnx", "\u202eright to left.onnx", "caf\u00e9.onnx"])
def test_what_init_writes_agrees_with_the_file(tmp_path, name):
    (tmp_path / name).write_bytes(b"x")
    start(tmp_path)
    found = check(tmp_path, as_of="2026-06-01")
    assert [each.code for each in found.disagreements if each.id == "fact:weights"] == []
    assert {note.code for note in found.notes}.isdisjoint({"artifact_not_found", "artifact_not_digested"})
    (tmp_path / name).write_bytes(b"y")
    changed = check(tmp_path, as_of="2026-06-01").disagreements
    assert [each.code for each in changed if each.id == "fact:weights"] == ["weights_digest"]


SIZES = b"""# Foo

| Model | Params | Active params |
|---|---|---|
| tiny | 39M | 9M |
| large | 109B | 30B |
| huge | 400B | 17B |
"""


@pytest.mark.parametrize(
    "text, total, active, sizes",
    [
        (SIZES, 400_000_000_000, 17_000_000_000, "the largest of 3 sizes"),
        (b"# Foo\n\n- **Parameters:** 8B\n", 8_000_000_000, None, None),
        (b"# Foo\n\n- **Parameters:** 80B\n- **Active parameters:** 3B\n", 80_000_000_000, 3_000_000_000, None),
        (b"# Foo\n", None, None, None),
    ],
)
def test_of_several_sizes_the_largest_is_written_with_what_is_active_in_it(text, total, active, sizes):
    written = first_release_file(observe(MemorySnapshot({"README.md": text, "MODEL_CARD.md": b"x"})))
    model = yaml.safe_load(written).get("model", {})
    assert (model.get("parameters_total"), model.get("parameters_active")) == (total, active)
    assert ("sizes that are listed there" in written) == bool(sizes)
    assert (sizes or "") in written


def test_every_licence_that_was_seen_is_named():
    notice = b"Licensed under the Apache License, Version 2.0 (the License); you may not use this file except in"
    files = {
        "README.md": b"# Foo\n",
        "model_licenses/LICENSE-A": b"Foo Model License\n\nWords.\n",
        "model_licenses/LICENSE-B": notice + b" compliance\n",
        "model_licenses/LICENSE-C": notice + b" compliance\n",
    }
    text = first_release_file(observe(MemorySnapshot(files)))
    assert yaml.safe_load(text)["model"]["licence"] == {"weights": "LicenseRef-foo-model-license"}
    assert text.count("    # also Apache-2.0 (observed: model_licenses/LICENSE-B:1)\n") == 1
    assert "LICENSE-C" not in text
