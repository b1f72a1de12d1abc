"""What was declared where a change began."""

from __future__ import annotations

import pytest

from ai800.catalog import load_catalog
from ai800.gates.before import read_before
from ai800.snapshot import open_snapshot
from tests.support.changes import WAIVERS, begun, waivers

_VALID = "ai800: 1\nrelease: {name: a, developer: b}\nchannels: []\n"


@pytest.mark.parametrize(
    "files, why_not",
    [
        ({"ai800.yaml": _VALID}, ""),
        ({}, "there is no ai800.yaml"),
        ({"ai800.yaml": "ai800: 2\n"}, "is not valid"),
        ({"ai800.yaml": _VALID, WAIVERS: "- {id: ipd:9.9.9}\n"}, "is not valid"),
        ({"ai800.yaml": _VALID, ".ai800/wavers.yaml": "[]"}, "is not valid"),
    ],
)
def test_what_cannot_be_read_as_a_release_counts_as_none(tmp_path, files, why_not):
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    with open_snapshot(tmp_path) as snapshot:
        found = read_before(snapshot, load_catalog())
    assert (why_not in found.why_not, found.declaration.present) == (True, not why_not)
    assert bool(found.declaration.data) != bool(why_not)


def test_gates_in_the_folder_of_a_model_are_read(tmp_path):
    repository = begun(tmp_path)
    repository.commit({"models/a/ai800.yaml": _VALID, **{f"models/a/{name}": text for name, text in waivers().items()}})
    with open_snapshot(repository.root / "models" / "a") as snapshot:
        assert len(read_before(snapshot, load_catalog()).declaration.data["waivers"]) == 1
