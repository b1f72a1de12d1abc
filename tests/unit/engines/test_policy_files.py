from __future__ import annotations

import pytest

from ai800.engines.policy_files import policies_folder, policy_digest, policy_sources
from ai800.errors import EngineError

SOURCES = {"lib/a.rego": b"package a\n", "main/main.rego": b"package main\n"}


@pytest.fixture
def folder(tmp_path):
    for name, content in {**SOURCES, "lib/a_test.rego": b"package a_test\n", "lib/notes.yaml": b"a: 1\n"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def test_sources_are_the_policies_without_their_tests(folder):
    assert list(policy_sources(folder).items()) == list(SOURCES.items())


def test_sources_that_cannot_be_read(folder):
    (folder / "main" / "folder.rego").mkdir()
    with pytest.raises(EngineError, match="cannot be read"):
        policy_sources(folder)


def test_digest_does_not_depend_on_order():
    backwards = dict(reversed(SOURCES.items()))
    assert policy_digest(SOURCES, b"edition") == policy_digest(backwards, b"edition")
    assert policy_digest(SOURCES, b"edition").startswith("sha256:")


@pytest.mark.parametrize(
    "sources, edition",
    [
        ({**SOURCES, "lib/a.rego": b"package b\n"}, b"edition"),
        ({**SOURCES, "lib/b.rego": b""}, b"edition"),
        ({"lib/a.rego": SOURCES["main/main.rego"], "main/main.rego": SOURCES["lib/a.rego"]}, b"edition"),
        (SOURCES, b"another"),
    ],
)
def test_digest_changes_with_anything_that_judges(sources, edition):
    assert policy_digest(sources, edition) != policy_digest(SOURCES, b"edition")


def test_the_policies_ship():
    assert (policies_folder() / "editions" / "ipd.yaml").is_file()
