"""Repositories made to run a program, to show other content than their commit has, or to exhaust the reader."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from ai800.errors import Ai800Error, SnapshotError
from ai800.snapshot import git as git_module
from ai800.snapshot import open_snapshot
from ai800.snapshot.history import commit_date, previous_release
from ai800.snapshot.types import UnreadableError
from tests.support.git import Repository, make_repository, run_git

if TYPE_CHECKING:
    from pathlib import Path

posix = pytest.mark.skipif(sys.platform == "win32", reason="the canary is a shell script")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = make_repository(tmp_path / "release")
    made.commit({"README.md": "true\n", ".gitattributes": "* filter=evil diff=evil\n"})
    made.git("tag", "v1")
    return made


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A program that leaves a file `sung` beside itself."""
    program = tmp_path / "canary"
    program.write_text(f'#!/bin/sh\ntouch "{tmp_path}/sung"\n', encoding="utf-8")
    program.chmod(0o755)
    return program


def sung(canary: Path) -> bool:
    return (canary.parent / "sung").exists()


def read_all(root: Path, **options: object) -> dict[str, bytes]:
    with open_snapshot(root, **options) as snapshot:  # type: ignore[arg-type]
        return {path: snapshot.read(path) for path in snapshot.entries}


def set_traps(repository: Repository, canary: Path) -> None:
    hooks = repository.git_dir / "evil-hooks"
    hooks.mkdir()
    names = ("post-index-change", "pre-commit", "reference-transaction", "post-checkout", "fsmonitor-watchman")
    for name in names:
        (hooks / name).write_bytes(canary.read_bytes())
        (hooks / name).chmod(0o755)
    program = str(canary)
    settings = {
        "core.fsmonitor": program,
        "core.hooksPath": str(hooks),
        "core.pager": program,
        "core.editor": program,
        "core.sshCommand": program,
        "core.askPass": program,
        "core.alternateRefsCommand": program,
        "credential.helper": f"!{program}",
        "diff.external": program,
        "diff.evil.textconv": program,
        "diff.evil.command": program,
        "filter.evil.process": program,
        "filter.evil.clean": program,
        "filter.evil.smudge": program,
        "filter.evil.required": "true",
        "gpg.program": program,
        "pager.cat-file": program,
        "pager.ls-tree": program,
        "alias.cat-file": f"!{program}",
        "alias.ls-tree": f"!{program}",
        "core.worktree": str(repository.root.parent),
        "log.showSignature": "true",
    }
    for name, value in settings.items():
        repository.git("config", name, value)
    included = repository.git_dir / "more"
    included.write_text(f"[core]\n\tfsmonitor = {program}\n", encoding="utf-8")
    repository.git("config", "include.path", str(included))


@posix
@pytest.mark.parametrize("staged", [False, True])
def test_programs_named_in_the_settings_are_not_run(repository: Repository, canary: Path, *, staged: bool) -> None:
    repository.write({"README.md": "changed"})
    set_traps(repository, canary)
    assert read_all(repository.root, staged=staged)["README.md"] == b"true\n"
    assert not sung(canary)


@posix
def test_programs_named_in_the_settings_are_not_run_for_the_history(repository: Repository, canary: Path) -> None:
    set_traps(repository, canary)
    commit = previous_release(repository.root, "v1")
    assert commit is not None
    assert commit_date(repository.root, commit) == "2025-08-02"
    assert not sung(canary)


@posix
def test_the_canary_sings_for_an_ordinary_git(repository: Repository, canary: Path) -> None:
    set_traps(repository, canary)
    repository.git("-c", f"core.worktree={repository.root}", "status")
    assert sung(canary)


@posix
@pytest.mark.parametrize("name", ["GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_SSH", "GIT_ASKPASS", "GIT_PROXY_COMMAND"])
def test_programs_named_in_variables_are_not_run(
    repository: Repository, canary: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, str(canary))
    assert read_all(repository.root)["README.md"] == b"true\n"
    assert not sung(canary)


def test_settings_in_variables_do_not_reach_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.repositoryFormatVersion",
        "GIT_CONFIG_VALUE_0": "99",
        "GIT_CONFIG_PARAMETERS": "broken",
        "GIT_INDEX_FILE": "/nowhere",
        "GIT_OBJECT_DIRECTORY": "/nowhere",
        "GIT_NAMESPACE": "x",
    }.items():
        monkeypatch.setenv(name, value)
    for staged in (False, True):
        assert read_all(repository.root, staged=staged)["README.md"] == b"true\n"


def partial_clone(repository: Repository, *options: str) -> Repository:
    repository.git("config", "uploadpack.allowFilter", "true")
    run_git(repository.root.parent, "clone", "--quiet", "--no-checkout", *options, repository.root.as_uri(), "partial")
    return Repository(repository.root.parent / "partial")


@posix
@pytest.mark.parametrize("remote", ["file", "ext", "ssh"])
@pytest.mark.parametrize("staged", [False, True])
@pytest.mark.parametrize("old_git", [False, True])
def test_a_partial_clone_asks_no_remote(  # noqa: PLR0917 -- a table of three columns and three fixtures
    repository: Repository,
    canary: Path,
    monkeypatch: pytest.MonkeyPatch,
    remote: str,
    staged: bool,  # noqa: FBT001 -- a column
    old_git: bool,  # noqa: FBT001 -- a column
) -> None:
    if old_git:  # before 2.39.4 git did not know the variable
        monkeypatch.delitem(git_module._FIXED, "GIT_NO_LAZY_FETCH")
    clone = partial_clone(repository, "--filter=blob:none")
    clone.git("read-tree", "HEAD", GIT_NO_LAZY_FETCH="1")
    addresses = {"file": repository.root.as_uri(), "ext": f"ext::{canary} %S", "ssh": "ssh://example.invalid/x"}
    clone.git("config", "remote.origin.url", addresses[remote])
    clone.git("config", "remote.origin.uploadpack", str(canary))
    clone.git("config", "protocol.ext.allow", "always")
    clone.git("config", "protocol.file.allow", "always")
    clone.git("config", "core.sshCommand", str(canary))
    with open_snapshot(clone.root, staged=staged) as snapshot:
        assert [entry.size for entry in snapshot.entries.values()] == [None, None]
        with pytest.raises(UnreadableError, match="is not in this repository"):
            snapshot.read("README.md")
    assert not sung(canary)
    missing = repository.git("rev-parse", "HEAD:README.md")
    assert f"?{missing}" in clone.git("rev-list", "--objects", "--missing=print", "HEAD").split()


def test_a_partial_clone_with_some_files(repository: Repository) -> None:
    repository.commit({"models/card.md": "x" * 5000, "empty": ""})
    clone = partial_clone(repository, "--filter=blob:limit=1k")
    with open_snapshot(clone.root / "models") as snapshot:
        sizes = {path: entry.size for path, entry in snapshot.entries.items()}
        assert sizes == {".gitattributes": 24, "README.md": 5, "empty": 0, "models/card.md": None}
        assert snapshot.read("README.md") == b"true\n"


def test_a_partial_clone_without_folders(repository: Repository) -> None:
    clone = partial_clone(repository, "--filter=tree:0")
    with pytest.raises(SnapshotError, match="missing or damaged") as caught, open_snapshot(clone.root):
        pass
    assert "git fetch --refetch" in caught.value.remedy


def test_a_ref_to_a_file_that_a_partial_clone_lacks(repository: Repository) -> None:
    clone = partial_clone(repository, "--filter=blob:none")
    with (
        pytest.raises(SnapshotError, match="no branch, tag or commit"),
        open_snapshot(clone.root, ref="HEAD:README.md"),
    ):
        pass


def test_a_partial_and_shallow_clone(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.commit({"README.md": "second"})
    clone = partial_clone(repository, "--filter=blob:none", "--depth=1")
    with open_snapshot(clone.root) as snapshot:
        assert snapshot.origin.shallow
        assert snapshot.entries["README.md"].size is None
    with pytest.raises(SnapshotError, match="is not in this repository"), open_snapshot(clone.root, ref=first):
        pass


def test_replacements_and_grafts_are_not_followed(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD")
    second = repository.commit({"README.md": "false\n"})
    false_file, true_file = repository.git("rev-parse", f"{second}:README.md", f"{first}:README.md").split()
    repository.git("replace", second, first)
    repository.git("replace", false_file, true_file)
    info = repository.git_dir / "info"
    info.mkdir(exist_ok=True)
    (info / "grafts").write_text(f"{second}\n", encoding="utf-8")
    with open_snapshot(repository.root) as snapshot:
        assert snapshot.origin.commit == second
        assert snapshot.read("README.md") == b"false\n"
    with open_snapshot(repository.root, ref="HEAD~1") as snapshot:
        assert snapshot.origin.commit == first


def test_a_commit_graph_does_not_speak_for_a_commit(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD")
    second = repository.commit({"README.md": "false\n"})
    repository.git("commit-graph", "write", "--reachable")
    graph = repository.git_dir / "objects" / "info" / "commit-graph"
    one, other = (bytes.fromhex(repository.git("rev-parse", f"{name}^{{tree}}")) for name in (first, second))
    swapped = graph.read_bytes().replace(one, b"?" * 20).replace(other, one).replace(b"?" * 20, other)
    graph.chmod(0o600)
    graph.write_bytes(swapped)
    assert read_all(repository.root)["README.md"] == b"false\n"


@posix
@pytest.mark.parametrize(
    "name",
    [
        b"new\nline.yaml",
        b"\x1b[2K[ok]",
        b"::error::x",
        b"--output=x",
        b"-n",
        b"$(touch pwn)",
        b"caf\xe9 \xff",
        b'"quoted"',
        b"back\\slash",
        b"tab\there",
        "\u202egnp.exe".encode(),
        b" leading and trailing ",
    ],
)
@pytest.mark.parametrize("staged", [False, True])
def test_names_are_bytes_and_never_commands(tmp_path: Path, name: bytes, *, staged: bool) -> None:
    made = make_repository(tmp_path / "release")
    made.commit({os.fsdecode(name): "x", os.fsdecode(b"folder " + name + b"/sub/a"): "y"})
    path = name.decode("utf-8", "surrogateescape")
    assert read_all(made.root, staged=staged) == {path: b"x", f"folder {path}/sub/a": b"y"}
    with open_snapshot(made.root / f"folder {os.fsdecode(name)}" / "sub", staged=staged) as snapshot:
        assert list(snapshot.inside()) == ["a"]
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["release"]


@pytest.mark.parametrize("names", [("readme.md", "README.md"), ("caf\u00e9", "cafe\u0301")])
def test_names_that_some_disks_cannot_tell_apart(tmp_path: Path, names: tuple[str, str]) -> None:
    made = make_repository(tmp_path / "release")
    blobs = [made.store("blob", name.encode()) for name in names]
    pairs = zip(names, blobs, strict=True)
    made.commit_tree(made.store_tree(*sorted(("100644", name.encode(), blob) for name, blob in pairs)))
    assert read_all(made.root) == {name: name.encode() for name in names}


@pytest.mark.parametrize(
    "names, sentence",
    [
        ((b"ai800.yaml", b"ai800.yaml"), "`ai800.yaml` is listed twice"),
        ((b"..",), "a name that git forbids"),
        ((b".",), "a name that git forbids"),
        ((b"../../etc/passwd",), "a name that git forbids"),
        ((b"/etc/passwd",), "a name that git forbids"),
        ((b"a//b",), "a name that git forbids"),
        ((b"a/",), "a name that git forbids"),
        ((b"",), "missing or damaged"),
    ],
)
def test_a_tree_that_git_would_not_make(tmp_path: Path, names: tuple[bytes, ...], sentence: str) -> None:
    made = make_repository(tmp_path / "release")
    blobs = [made.store("blob", b"%d" % number) for number in range(len(names))]
    made.commit_tree(made.store_tree(*(("100644", name, blob) for name, blob in zip(names, blobs, strict=True))))
    with pytest.raises(SnapshotError, match=sentence) as caught, open_snapshot(made.root):
        pass
    assert caught.value.remedy


def test_a_tree_that_repeats_itself_ten_times_at_ten_levels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git_module, "OUTPUT_LIMIT", 1 << 20)
    made = make_repository(tmp_path / "release")
    mode, inner = "100644", made.store("blob", b"x")
    for _ in range(10):
        inner = made.store_tree(*((mode, b"%d" % number, inner) for number in range(10)))
        mode = "40000"
    made.commit_tree(inner)
    with pytest.raises(SnapshotError, match="more than 200000 files"), open_snapshot(made.root):
        pass


def test_a_tree_of_three_thousand_levels(tmp_path: Path) -> None:
    made = make_repository(tmp_path / "release")
    path = "a/" * 3000 + "card.md"
    head = "commit refs/heads/main\ncommitter A <a@example.org> 1754128800 +0000\ndata 0\n"
    stream = f"{head}M 644 inline {path}\ndata 1\nx\n"
    made.git("fast-import", "--quiet", send=stream.encode())
    try:
        assert read_all(made.root) == {path: b"x"}
    except SnapshotError as error:  # git of 2024 and later refuses more than 2,048 levels
        assert "missing or damaged" in error.sentence  # noqa: PT017 -- either answer is right


@pytest.mark.parametrize(
    "harm",
    [
        {".git": "garbage"},
        {".git": "gitdir: ../nowhere"},
        {".git": "gitdir: .git"},
        {".git/HEAD": "ref: ../../secret"},
        {".git/HEAD": "\0" * 5000},
        {".git/config": "[core\n"},
        {".git/config": "[core]\n\trepositoryformatversion = 99\n"},
        {".git/config": "[include]\n\tpath = config\n"},
        {".git/refs/heads/main": "garbage"},
        {".git/refs/heads/main": "ref: refs/heads/main"},
    ],
    ids=str,
)
def test_a_git_folder_that_is_not_one(repository: Repository, tmp_path: Path, harm: dict[str, str]) -> None:
    if ".git" in harm:
        repository.git_dir.rename(tmp_path / "kept")
    repository.write(dict(harm))
    with pytest.raises(Ai800Error) as caught, open_snapshot(repository.root):
        pass
    assert isinstance(caught.value, SnapshotError)
    assert caught.value.remedy
    assert "secret" not in caught.value.sentence


def test_an_empty_git_folder(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for staged in (False, True):
        with pytest.raises(SnapshotError, match="git cannot read"), open_snapshot(tmp_path, staged=staged):
            pass


def test_a_commit_with_escape_codes_and_an_impossible_date_is_read_raw(repository: Repository) -> None:
    tree = repository.git("rev-parse", "HEAD^{tree}")
    person = "\x1b[2J\u202e <::error::@x> 99999999999999999999 +9999"
    commit = repository.store("commit", f"tree {tree}\nauthor {person}\ncommitter {person}\n\n\xff\n".encode())
    with open_snapshot(repository.root, ref=commit) as snapshot:
        assert snapshot.origin.commit == commit
        assert snapshot.read("README.md") == b"true\n"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give a folder away")
@pytest.mark.parametrize("staged", [False, True])
def test_a_repository_of_another_owner_is_read(repository: Repository, *, staged: bool) -> None:
    for path in (repository.root, repository.git_dir):
        os.chown(path, 12345, 12345)
    assert read_all(repository.root, staged=staged)["README.md"] == b"true\n"


def test_a_damaged_pack(repository: Repository) -> None:
    repository.git("gc", "--quiet")
    (pack,) = (repository.git_dir / "objects" / "pack").glob("*.pack")
    pack.chmod(0o600)
    content = pack.read_bytes()
    pack.write_bytes(content[:20] + b"\xff" * (len(content) - 40) + content[-20:])
    with pytest.raises(SnapshotError) as caught, open_snapshot(repository.root):
        pass
    assert caught.value.exit_code == 4
