from __future__ import annotations

from pathlib import Path

import pytest

from ai800.errors import SnapshotError
from ai800.snapshot import open_snapshot
from ai800.snapshot.types import Entry, UnreadableError
from tests.support.git import Repository, make_repository


def refusal(repository: Repository) -> str:
    with pytest.raises(SnapshotError) as caught, open_snapshot(repository.root, staged=True):
        pass
    assert caught.value.remedy
    return caught.value.sentence


def test_entries_are_those_of_the_next_commit(repository: Repository) -> None:
    repository.write({"empty": "", "not added": ""})
    repository.git("add", "empty")
    repository.git("rm", "--quiet", "--cached", "README.md")
    with open_snapshot(repository.root, staged=True) as snapshot:
        assert list(snapshot.entries) == [
            "empty",
            "models/large/ai800.yaml",
            "models/large/weights/a.bin",
            "models/small/config.json",
        ]
        assert snapshot.entries["empty"] == Entry("empty", "file", 0, "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
        assert snapshot.read("empty") == b""


def test_a_repository_without_a_commit_can_be_checked(tmp_path: Path) -> None:
    made = make_repository(tmp_path / "new")
    made.write({"ai800.yaml": "x"})
    made.git("add", "ai800.yaml")
    with open_snapshot(made.root, staged=True) as snapshot:
        assert snapshot.read("ai800.yaml") == b"x"


def test_a_missing_file_is_listed_and_unreadable(repository: Repository) -> None:
    repository.lose("HEAD:README.md")
    with open_snapshot(repository.root, staged=True) as snapshot:
        assert snapshot.entries["README.md"].size is None
        with pytest.raises(UnreadableError):
            snapshot.read("README.md")


@pytest.mark.parametrize("options", [(), ("--object-format=sha256",)])
def test_a_file_only_intended_to_be_added(tmp_path: Path, options: tuple[str, ...]) -> None:
    made = make_repository(tmp_path / "new", *options)
    made.write({"ai800.yaml": "x", "really empty": ""})
    made.git("add", "--intent-to-add", "ai800.yaml")
    made.git("add", "really empty")
    assert refusal(made) == "`ai800.yaml` is only intended to be added"


def test_a_merge_conflict(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "other")
    repository.commit({"README.md": "other"})
    repository.git("checkout", "--quiet", "main")
    repository.commit({"README.md": "main"})
    repository.git("merge-tree", "main", "other", "main")
    with pytest.raises(Exception, match="merge"):
        repository.git("merge", "--quiet", "other")
    assert refusal(repository) == "`README.md` has a merge conflict"


@pytest.mark.parametrize("options", [(), ("--bare",)])
def test_nothing_is_staged(tmp_path: Path, options: tuple[str, ...]) -> None:
    assert refusal(make_repository(tmp_path / "new", *options)) == "nothing is staged"


def test_a_damaged_index(repository: Repository) -> None:
    (repository.git_dir / "index").write_bytes(b"DIRC no index")
    assert refusal(repository) == "git cannot read this repository"


@pytest.mark.parametrize("version", ["2", "3", "4"])
def test_every_version_of_the_index(repository: Repository, version: str) -> None:
    repository.git("update-index", "--index-version", version)
    with open_snapshot(repository.root / "models" / "large", staged=True) as snapshot:
        assert list(snapshot.inside()) == ["ai800.yaml", "weights/a.bin"]


@pytest.mark.parametrize("command", [("commit", "--all"), ("commit", "README.md")])
def test_the_index_that_git_gives_its_hook(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: tuple[str, ...]
) -> None:
    hook = repository.git_dir / "hooks" / "pre-commit"
    hook.parent.mkdir()
    hook.write_text(
        f'#!/bin/sh\nprintf %s "$GIT_INDEX_FILE" > "{tmp_path}/name"\ncp "$GIT_INDEX_FILE" "{tmp_path}/index"\n',
        encoding="utf-8",
    )
    hook.chmod(0o755)
    before = (repository.git_dir / "index").read_bytes()
    repository.write({"README.md": "for this commit"})
    repository.git(*command, "--quiet", "--message", "x")
    (repository.git_dir / "index").write_bytes(before)
    named = Path(repository.root, (tmp_path / "name").read_text(encoding="utf-8"))
    named.write_bytes((tmp_path / "index").read_bytes())
    monkeypatch.setenv("GIT_INDEX_FILE", str(named))
    with open_snapshot(repository.root, staged=True) as snapshot:
        assert snapshot.read("README.md") == b"for this commit"


def test_the_index_of_another_repository_is_not_taken(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = make_repository(tmp_path / "other")
    other.write({"README.md": "other"})
    other.git("add", "README.md")
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.git_dir / "index"))
    with open_snapshot(repository.root, staged=True) as snapshot:
        assert snapshot.read("README.md") == b"# Release\n"
