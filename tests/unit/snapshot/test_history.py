from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from ai800.errors import SnapshotError
from ai800.snapshot.history import commit_date, previous_release
from tests.support.git import Repository, make_repository

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("ref", ["v1", "annotated", "refs/tags/v1", "release/1.0", "id", "short id"])
def test_the_commit_of_the_previous_release(repository: Repository, ref: str) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.git("tag", "--annotate", "--message", "x", "annotated")
    repository.git("branch", "release/1.0")
    repository.commit({"README.md": "second"})
    asked = {"id": first, "short id": first[:12]}.get(ref, ref)
    assert previous_release(repository.root / "models", asked) == first


@pytest.mark.parametrize(
    "ref", ["v2", "", "-x", "--output=x", "HEAD~1", "v1^", ":/x", "v1..main", "$HOME", "a\nb", "main@{0}", "x" * 300]
)
def test_a_name_that_is_not_there(repository: Repository, ref: str) -> None:
    assert previous_release(repository.root, ref) is None


def test_a_plain_folder_has_no_history(tmp_path: Path) -> None:
    assert previous_release(tmp_path, "v1") is None
    with pytest.raises(SnapshotError):
        commit_date(tmp_path, "0" * 40)


@pytest.mark.parametrize(
    "written, expected",
    [
        ("2025-08-02T10:00:00+00:00", "2025-08-02"),
        ("2025-08-02T23:30:00-02:00", "2025-08-02"),
        ("2025-08-02T00:30:00+09:00", "2025-08-02"),
    ],
)
def test_the_day_of_a_commit(repository: Repository, written: str, expected: str) -> None:
    commit = repository.commit({"README.md": written}, GIT_COMMITTER_DATE=written)
    assert commit_date(repository.root, commit) == expected


@pytest.mark.parametrize(
    "committer",
    [
        "A <a@example.org> 253402300800 +0000",
        "A <a@example.org> 99999999999999999999 +0000",
        "A <a@example.org> -5 +0000",
        "A <a@example.org> 0 +0000",
        "A <a@example.org>",
        "",
    ],
)
def test_a_day_that_no_calendar_has(repository: Repository, committer: str) -> None:
    tree = repository.git("rev-parse", "HEAD^{tree}")
    text = f"tree {tree}\nauthor A <a@example.org> 1754128800 +0000\ncommitter {committer}\n\nx\n"
    commit = repository.store("commit", text.encode())
    with pytest.raises(SnapshotError, match="cannot be read") as caught:
        commit_date(repository.root, commit)
    assert caught.value.remedy


@pytest.mark.parametrize("commit", ["HEAD", "--all", "0" * 40, "0" * 64, ""])
def test_a_day_of_what_is_no_commit(repository: Repository, commit: str) -> None:
    with pytest.raises(SnapshotError):
        commit_date(repository.root, commit)


def test_a_release_that_is_not_here(repository: Repository) -> None:
    repository.commit({"README.md": "second"})
    repository.lose("v1")
    with pytest.raises(SnapshotError):
        previous_release(repository.root, "v1")


def test_a_sha256_repository_is_not_read(tmp_path: Path) -> None:
    made = make_repository(tmp_path / "new", "--object-format=sha256")
    commit = made.commit({"README.md": "x"})
    made.git("tag", "v1")
    with pytest.raises(SnapshotError, match="cannot be read"):
        previous_release(made.root, "v1")
    with pytest.raises(SnapshotError, match="cannot be read"):
        commit_date(made.root, commit)


@pytest.mark.parametrize("settings", ["no section", "[core\n", "[core]\n\trepositoryformatversion = x\n"])
def test_settings_that_cannot_be_read(repository: Repository, settings: str) -> None:
    first = repository.git("rev-parse", "HEAD")
    (repository.git_dir / "config").write_text(settings, encoding="utf-8")
    with pytest.raises(SnapshotError, match="cannot be read"):
        commit_date(repository.root, first)


def test_variables_of_the_caller_do_not_count_and_come_back(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(tmp_path))
    monkeypatch.setenv("GIT_DIR", str(tmp_path))
    before = dict(os.environ)
    assert previous_release(repository.root, "v1") is not None
    assert dict(os.environ) == before


def test_gitpython_is_not_imported_to_read_a_commit(repository: Repository) -> None:
    code = (
        "import sys, pathlib, ai800.snapshot as s\n"
        "with s.open_snapshot(pathlib.Path(sys.argv[1])) as read: read.read('README.md')\n"
        "sys.exit('git' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(repository.root)], check=False)
    assert done.returncode == 0
