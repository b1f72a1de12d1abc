"""What is read for `ai800 validate`: the release file and its references, and nothing beside them."""

from __future__ import annotations

import pytest

from ai800 import facts
from ai800.api import read, stated
from ai800.errors import InvalidReleaseError, NotAReleaseError
from tests.support.releases import write_release


@pytest.mark.parametrize("name", ["open", "closed", "mixed"])
def test_it_reads_what_a_check_reads(tmp_path, name):
    folder = write_release(tmp_path / "r", name)
    whole, found = read(folder), stated(folder)
    assert found.declaration == whole.declaration
    assert found.release == whole.release


def test_nothing_is_observed_beside_a_release_file(tmp_path, monkeypatch):
    folder = write_release(tmp_path / "r")
    monkeypatch.setattr(facts, "observe", None)
    assert stated(folder).declaration.present


def test_an_id_that_is_not_in_the_edition_is_refused(tmp_path):
    folder = write_release(tmp_path / "r", "open", {"reviews": [{"id": "ipd:9.9.9"}]})
    with pytest.raises(InvalidReleaseError):
        stated(folder)


def test_where_nothing_is_declared_there_has_to_be_a_model(tmp_path):
    with pytest.raises(NotAReleaseError):
        stated(tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"")
    assert not stated(tmp_path).declaration.present
