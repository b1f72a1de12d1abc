from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ai800.errors import Ai800Error, SnapshotError, UsageError
from ai800.snapshot import open_snapshot
from ai800.snapshot.types import TooLargeError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.git import Repository


def test_a_commit_is_read_by_default(repository: Repository) -> None:
    with open_snapshot(repository.root) as snapshot:
        assert list(snapshot.entries) == [
            "README.md",
            "models/large/ai800.yaml",
            "models/large/weights/a.bin",
            "models/small/config.json",
        ]
        assert snapshot.read("README.md") == b"# Release\n"
        assert snapshot.origin.kind == "commit"
        assert snapshot.origin.name == "release"
        assert snapshot.origin.commit == repository.git("rev-parse", "HEAD")
        assert (snapshot.origin.ref, snapshot.origin.shallow) == ("HEAD", False)


def test_the_work_tree_is_not_read(repository: Repository) -> None:
    repository.write({"README.md": "changed", "new.md": "new"})
    with open_snapshot(repository.root) as snapshot:
        assert snapshot.read("README.md") == b"# Release\n"
        assert "new.md" not in snapshot.entries


def test_what_is_staged_is_read_from_the_index(repository: Repository) -> None:
    repository.write({"README.md": "staged"})
    repository.git("add", "README.md")
    repository.write({"README.md": "not staged"})
    with open_snapshot(repository.root, staged=True) as snapshot:
        assert snapshot.read("README.md") == b"staged"
        assert (snapshot.origin.kind, snapshot.origin.commit) == ("index", None)


def test_a_folder_without_git_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "card.md").write_text("x", encoding="utf-8")
    with open_snapshot(tmp_path) as snapshot:
        assert snapshot.read("card.md") == b"x"
        assert (snapshot.origin.kind, snapshot.origin.commit, snapshot.origin.ref) == ("folder", None, None)


@pytest.mark.parametrize("staged", [True, False])
def test_a_folder_inside_is_the_place_of_the_model(repository: Repository, staged: bool) -> None:  # noqa: FBT001 -- a column
    with open_snapshot(repository.root / "models" / "large", staged=staged) as snapshot:
        assert snapshot.folder == "models/large"
        assert list(snapshot.inside()) == ["ai800.yaml", "weights/a.bin"]
        assert "README.md" in snapshot.entries


def test_the_root_is_the_place_of_the_model_where_no_folder_is_named(repository: Repository) -> None:
    with open_snapshot(repository.root) as snapshot:
        assert snapshot.inside() == snapshot.entries


def test_a_folder_that_only_the_commit_has_is_read(repository: Repository) -> None:
    repository.git("rm", "-rq", "models/small")
    with open_snapshot(repository.root / "models" / "small", ref="v1") as snapshot:
        assert list(snapshot.inside()) == ["config.json"]


def test_a_file_over_the_limit_is_refused(repository: Repository) -> None:
    with open_snapshot(repository.root) as snapshot, pytest.raises(TooLargeError):
        snapshot.read("README.md", limit=3)


@pytest.mark.parametrize(
    "folder, error, sentence, remedy",
    [
        ("models/lrage", UsageError, "there is no folder `models/lrage`", "did you mean `models/large`?"),
        ("modles", UsageError, "there is no folder `modles`", "did you mean `models`?"),
        ("zzzz", UsageError, "there is no folder `zzzz`", "commit it first"),
        ("untracked", SnapshotError, "there is no folder `untracked`", "move it out"),
        ("README.md", SnapshotError, "`README.md` is a file, not a folder", "the folder that holds it"),
        ("link", SnapshotError, "`link` is a symbolic link", "the folder that it points to"),
        ("link/weights", SnapshotError, "`link` is a symbolic link", "the folder that it points to"),
        ("module", SnapshotError, "`module` is another repository", "by its own path"),
    ],
)
def test_a_folder_that_the_commit_has_not(
    repository: Repository, folder: str, error: type[Ai800Error], sentence: str, remedy: str
) -> None:
    head = repository.git("rev-parse", "HEAD")
    repository.write({"link": "models/large", "untracked/x": ""})
    link = repository.git("hash-object", "-w", "link")
    for row in (f"120000,{link},link", f"160000,{head},module"):
        repository.git("update-index", "--add", "--cacheinfo", row)
    repository.git("commit", "--quiet", "--message", "x")
    with pytest.raises(error) as caught, open_snapshot(repository.root / folder):
        pass
    assert type(caught.value) is error
    assert sentence in caught.value.sentence
    assert remedy in caught.value.remedy


@pytest.mark.parametrize(
    "options, sentence",
    [
        ({"ref": "HEAD"}, "has no commits"),
        ({"staged": True}, "has no commits"),
        ({"staged": True, "ref": "HEAD"}, "cannot both be checked"),
    ],
)
def test_options_that_do_not_fit_a_folder(tmp_path: Path, options: dict[str, object], sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence), open_snapshot(tmp_path, **options):  # type: ignore[arg-type]
        pass


@pytest.mark.parametrize("name", ["nothing", "file/below", "nul\0byte"])
def test_a_path_that_is_not_there(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="there is no folder") as caught, open_snapshot(tmp_path / name):
        pass
    assert caught.value.exit_code == 2
    assert caught.value.remedy
