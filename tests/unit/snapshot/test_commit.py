from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from ai800.errors import SnapshotError
from ai800.snapshot import listing, open_snapshot
from ai800.snapshot.commit import kind_of, name_of
from ai800.snapshot.place import Place
from ai800.snapshot.types import Entry, UnreadableError
from tests.support.git import Repository, make_repository, run_git


def test_entries_have_kind_size_and_id(repository: Repository) -> None:
    head = repository.git("rev-parse", "HEAD")
    link = repository.store("blob", b"models/large")
    repository.git("update-index", "--add", "--cacheinfo", f"120000,{link},a link")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{head},module")
    repository.git("update-index", "--chmod=+x", "README.md")
    repository.git("commit", "--quiet", "--message", "x")
    with open_snapshot(repository.root) as snapshot:
        readme = repository.git("rev-parse", "HEAD:README.md")
        assert snapshot.entries["README.md"] == Entry("README.md", "file", 10, readme)
        assert snapshot.entries["a link"] == Entry("a link", "symlink", 12, link)
        assert snapshot.entries["module"] == Entry("module", "submodule", None, head)
        assert list(snapshot.entries) == sorted(snapshot.entries)


@pytest.mark.parametrize(
    "path, sentence",
    [
        ("link", "`link` is a symbolic link"),
        ("module", "`module` is another repository"),
        ("models", "there is no file `models`"),
        ("../outside", "there is no file `../outside`"),
        ("new\nline", r"there is no file `new\\x0aline`"),
    ],
)
def test_what_is_no_file_is_unreadable(repository: Repository, path: str, sentence: str) -> None:
    head = repository.git("rev-parse", "HEAD")
    link = repository.store("blob", b"README.md")
    repository.git("update-index", "--add", "--cacheinfo", f"120000,{link},link")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{head},module")
    repository.git("commit", "--quiet", "--message", "x")
    with open_snapshot(repository.root) as snapshot, pytest.raises(UnreadableError, match=sentence) as caught:
        snapshot.read(path)
    assert caught.value.remedy


@pytest.mark.parametrize("size, expected", [(0, b""), (3, b"\0\1\2"), (2, b"\0\1"), (1000, b"\0\1\2")])
def test_the_head_of_a_file(repository: Repository, size: int, expected: bytes) -> None:
    with open_snapshot(repository.root) as snapshot:
        assert snapshot.head("models/large/weights/a.bin", size) == expected


def test_a_missing_file_is_listed_and_unreadable(repository: Repository) -> None:
    repository.lose("HEAD:README.md")
    with open_snapshot(repository.root) as snapshot:
        assert snapshot.entries["README.md"].size is None
        with pytest.raises(UnreadableError, match="is not in this repository") as caught:
            snapshot.read("README.md")
        assert "git fetch" in caught.value.remedy
        assert snapshot.read("models/small/config.json") == b"{}\n"


@pytest.mark.parametrize("size", [50, 3_000_000])
def test_a_damaged_file_is_unreadable_and_the_others_are_not(repository: Repository, size: int) -> None:
    repository.commit({"large": bytes(range(256)) * (size // 256), "small": "x"})
    repository.damage("HEAD:large")
    with open_snapshot(repository.root) as snapshot:
        with pytest.raises(UnreadableError):
            snapshot.head("large", size)
        assert snapshot.read("small") == b"x"


@pytest.mark.parametrize("size", [50, 3_000_000])
@pytest.mark.parametrize("staged", [True, False])
def test_the_digest_of_a_file(repository: Repository, size: int, *, staged: bool) -> None:
    content = bytes(range(256)) * (size // 256) + b"end"
    odd = 'odd \n "name" \u202e.bin'
    repository.commit({"large": content, odd: content, "lost": b"lost" + content, "cut": b"cut" + content})
    repository.lose("HEAD:lost")
    repository.damage("HEAD:cut")
    with open_snapshot(repository.root, staged=staged) as snapshot:
        assert snapshot.digest("large") == snapshot.digest(odd) == sha256(content).hexdigest()
        for name in ("lost", "cut"):
            with pytest.raises(UnreadableError, match="is not in this repository"):
                snapshot.digest(name)
        with pytest.raises(UnreadableError, match="there is no file"):
            snapshot.digest("models")


@pytest.mark.parametrize("revision", ["HEAD^{tree}", "HEAD:models", "HEAD:models/large"])
@pytest.mark.parametrize("harm", ["lose", "damage"])
def test_a_folder_of_the_commit_that_is_not_here(repository: Repository, revision: str, harm: str) -> None:
    getattr(repository, harm)(revision)
    with pytest.raises(SnapshotError, match="missing or damaged") as caught, open_snapshot(repository.root):
        pass
    assert "git fetch" in caught.value.remedy


def test_an_empty_commit_has_no_entries(tmp_path: Path) -> None:
    empty = make_repository(tmp_path / "empty")
    empty.commit({})
    with open_snapshot(empty.root) as snapshot:
        assert not snapshot.entries


def test_a_sha256_repository(tmp_path: Path) -> None:
    made = make_repository(tmp_path / "new", "--object-format=sha256")
    commit = made.commit({"README.md": "x", "empty": ""})
    for staged in (False, True):
        with open_snapshot(made.root, staged=staged) as snapshot:
            assert snapshot.read("README.md") == b"x"
            assert snapshot.origin.commit == (None if staged else commit)


def test_a_packed_repository(repository: Repository) -> None:
    repository.commit({"large": b"x" * 3_000_000})
    repository.git("gc", "--quiet")
    with open_snapshot(repository.root) as snapshot:
        assert snapshot.head("large", 2) == b"xx"
        assert snapshot.read("README.md") == b"# Release\n"


@pytest.mark.parametrize("worktree", [False, True])
def test_a_shallow_clone_works_and_says_so(repository: Repository, tmp_path: Path, *, worktree: bool) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.commit({"README.md": "second"})
    clone = Repository(tmp_path / "clone")
    run_git(tmp_path, "clone", "--quiet", "--depth=1", repository.root.as_uri(), "clone")
    if worktree:
        clone.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "other"))
        clone = Repository(tmp_path / "other")
    with open_snapshot(clone.root) as snapshot:
        assert snapshot.origin.shallow
        assert snapshot.read("README.md") == b"second"
    missing = pytest.raises(SnapshotError, match="is not in this repository")
    with missing as caught, open_snapshot(clone.root, ref=first):
        pass
    assert "--unshallow" in caught.value.remedy


def test_a_tree_without_end_is_refused(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "ENTRY_LIMIT", 3)
    with pytest.raises(SnapshotError, match="more than 3 files"), open_snapshot(repository.root):
        pass


@pytest.mark.parametrize(
    "mode, kind",
    [
        (b"100644", "file"),
        (b"100755", "file"),
        (b"120000", "symlink"),
        (b"160000", "submodule"),
        (b"040000", "special"),
    ],
)
def test_the_kind_of_a_mode(mode: bytes, kind: str) -> None:
    assert kind_of(mode) == kind


def test_the_root_of_the_disk_has_a_name() -> None:
    root = Path(Path.cwd().anchor)
    assert name_of(Place(root, root / ".git", "")) == str(root)
