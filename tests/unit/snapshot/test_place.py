from __future__ import annotations

from pathlib import Path

import pytest

from ai800.errors import SnapshotError
from ai800.snapshot import open_snapshot
from ai800.snapshot.place import Place, find_repository
from tests.support.git import Repository, make_repository


@pytest.mark.parametrize("folder", ["", "models", "models/large", "not/there"])
def test_the_nearest_git_folder_above_is_found(repository: Repository, folder: str) -> None:
    root = repository.root
    assert find_repository(root / folder) == Place(root, root / ".git", folder)


def test_a_relative_path_with_dots(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository.root / "models" / "small")
    assert find_repository(Path("../large")) == Place(repository.root, repository.root / ".git", "models/large")


def test_no_repository(tmp_path: Path) -> None:
    assert find_repository(tmp_path) is None


def test_a_bare_repository(repository: Repository, tmp_path: Path) -> None:
    bare = tmp_path / "bare.git"
    repository.git("clone", "--quiet", "--bare", ".", str(bare))
    assert find_repository(bare) == Place(bare, bare, "")
    assert find_repository(bare / "models" / "large") == Place(bare, bare, "models/large")
    with open_snapshot(bare / "models" / "large") as snapshot:
        assert list(snapshot.inside()) == ["ai800.yaml", "weights/a.bin"]


def test_a_bare_repository_among_committed_files_is_not_read_instead(repository: Repository) -> None:
    inner = make_repository(repository.root / "models" / "large", "--bare")
    assert find_repository(inner.root) == Place(repository.root, repository.root / ".git", "models/large")


def test_a_work_tree_of_its_own(repository: Repository, tmp_path: Path) -> None:
    repository.git("worktree", "add", "--quiet", str(tmp_path / "other"), "v1")
    assert (tmp_path / "other" / ".git").is_file()
    with open_snapshot(tmp_path / "other") as snapshot:
        assert snapshot.read("README.md") == b"# Release\n"
        assert snapshot.origin.name == "other"
        assert not snapshot.origin.shallow


def test_a_submodule_is_its_own_repository(repository: Repository, tmp_path: Path) -> None:
    outer = make_repository(tmp_path / "outer")
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(repository.root), "inner")
    outer.commit({"README.md": "outer"})
    with open_snapshot(outer.root) as snapshot:
        assert snapshot.entries["inner"].kind == "submodule"
        assert snapshot.entries["inner"].size is None
        assert not any(path.startswith("inner/") for path in snapshot.entries)
    with open_snapshot(outer.root / "inner") as snapshot:
        assert snapshot.read("README.md") == b"# Release\n"


def test_a_link_into_a_repository_does_not_open_its_work_tree(repository: Repository, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(repository.root / "models" / "large")
    repository.write({"models/large/ai800.yaml": "changed"})
    with open_snapshot(link) as snapshot:
        assert snapshot.origin.kind == "commit"
        assert snapshot.read("models/large/ai800.yaml") == b"name: large\n"


@pytest.mark.parametrize("below", ["", "sub"])
def test_a_link_inside_a_repository_does_not_lead_into_another(
    repository: Repository, tmp_path: Path, below: str
) -> None:
    other = make_repository(tmp_path / "other")
    other.commit({"sub/README.md": "secret"})
    (repository.root / "out").symlink_to(other.root)
    place = find_repository(repository.root / "out" / below)
    assert place == Place(repository.root, repository.root / ".git", "/".join(filter(None, ("out", below))))


def test_a_loop_of_links_is_no_repository(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert find_repository(tmp_path / "loop") is None
    with pytest.raises(SnapshotError, match="cannot be read"), open_snapshot(tmp_path / "loop"):
        pass
