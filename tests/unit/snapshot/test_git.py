from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ai800.errors import SnapshotError
from ai800.snapshot import git as module
from ai800.snapshot import open_snapshot
from ai800.snapshot.git import Git, environment, program
from ai800.snapshot.place import Place, find_repository

if TYPE_CHECKING:
    from tests.support.git import Repository


@pytest.fixture
def place(repository: Repository) -> Place:
    found = find_repository(repository.root)
    assert found is not None
    return found


def test_git_is_taken_from_absolute_folders_of_path_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = program()
    planted = tmp_path / Path(real).name
    planted.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    planted.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", str(Path(real).parent)]))
    assert program() == real


@pytest.mark.parametrize("staged", [True, False])
def test_no_git_program(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, staged: bool
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    refused = pytest.raises(SnapshotError, match="no `git` program")
    with refused as caught, open_snapshot(repository.root, staged=staged):
        pass
    assert "install git" in caught.value.remedy


def test_a_plain_folder_needs_no_git_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with open_snapshot(tmp_path) as snapshot:
        assert not snapshot.entries


def test_a_git_that_does_not_start(repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / Path(program()).name
    broken.write_bytes(b"\0 not a program")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SnapshotError, match="git does not start"), open_snapshot(repository.root):
        pass


def test_variables_of_the_caller_do_not_reach_git(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", "/elsewhere")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "program")
    monkeypatch.setenv("GIT_DIR", "/elsewhere")
    given = environment(place)
    assert {name for name in given if name.startswith("GIT_")} == {*module._FIXED, "GIT_DIR", "GIT_WORK_TREE"}
    assert given["GIT_DIR"] == str(place.git_dir)
    assert given["PATH"] == os.environ["PATH"]


def test_one_process_answers_for_all_objects(place: Place) -> None:
    with Git(place) as git:
        commit = git.content("HEAD^{commit}", 0)
        process = git._batch
        found = git.content("HEAD:README.md", 4)
        assert found is not None
        assert found[1] == b"# Re"
        assert git.content("HEAD:nothing", 4) is None
        assert git.content("HEAD^{commit}", 0) == commit
        assert git._batch is process
    assert git._batch is None
    assert process is not None
    assert process.returncode is not None


@pytest.mark.parametrize("kept", [True, False])
def test_the_rest_of_a_large_file_is_dropped(
    place: Place, repository: Repository, monkeypatch: pytest.MonkeyPatch, *, kept: bool
) -> None:
    monkeypatch.setattr(module, "_SKIP_LIMIT", 1000 if kept else 10)
    repository.commit({"large": b"x" * 500})
    with Git(place) as git:
        for _ in range(2):
            found = git.content("HEAD:large", 3)
            assert found is not None
            assert found[1] == b"xxx"
            assert (git._batch is not None) is kept
        assert git.content("HEAD:README.md", 100) is not None


@pytest.mark.parametrize("size", [0, 1, module.PIECE, module.PIECE + 1])
def test_an_object_is_handed_over_in_pieces(place: Place, repository: Repository, size: int) -> None:
    repository.commit({"large": b"x" * size})
    with Git(place) as git:
        pieces: list[bytes] = []
        for _ in range(2):
            assert git.pour("HEAD:large", pieces.append)
        assert b"".join(pieces) == b"x" * size * 2
        assert max(map(len, pieces), default=0) <= module.PIECE
        process = git._batch
        assert git.pour("HEAD:nothing", pieces.append) is False
        assert git.content("HEAD:README.md", 1) is not None
        assert git._batch is process


def test_an_object_that_ends_early_is_not_whole(place: Place, repository: Repository) -> None:
    repository.commit({"large": bytes(range(256)) * 12_000})
    repository.damage("HEAD:large")
    with Git(place) as git:
        assert git.pour("HEAD:large", lambda _: None) is False
        assert git.content("HEAD:README.md", 1) is not None


def test_a_process_that_has_ended_is_replaced(place: Place) -> None:
    with Git(place) as git:
        assert git.content("HEAD:README.md", 1) is not None
        assert git._batch is not None
        git._batch.kill()
        git._batch.wait()
        assert git.content("HEAD:README.md", 1) is None
        assert git.content("HEAD:README.md", 1) is not None


def test_what_git_prints_has_a_limit(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "OUTPUT_LIMIT", 10)
    with Git(place) as git, pytest.raises(SnapshotError, match="more than 200000 files"):
        git.run("ls-tree", "-r", "HEAD")


def test_a_command_that_fails_prints_nothing(place: Place) -> None:
    with Git(place) as git:
        assert git.run("ls-tree", "nothing") is None


def test_all_questions_are_answered_or_none(place: Place, repository: Repository) -> None:
    with Git(place) as git:
        assert [line.split()[-1] for line in git.check(["HEAD:README.md", "nothing"]) or ()] == [b"10", b"missing"]
        (repository.git_dir / "HEAD").write_bytes(b"")
        assert git.check(["HEAD"]) is None
        with pytest.raises(SnapshotError, match="cannot read this repository") as caught:
            git.sizes(["0" * 40], "HEAD")
    assert "git fsck" in caught.value.remedy


@pytest.mark.skipif(sys.platform == "win32", reason="the program has another name there")
def test_a_file_that_is_no_program_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = program()
    (tmp_path / "git").write_text("", encoding="utf-8")
    (tmp_path / "git").chmod(0o644)
    monkeypatch.setenv("PATH", os.pathsep.join([str(tmp_path), str(Path(real).parent)]))
    assert program() == real
