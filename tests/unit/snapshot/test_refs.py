from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from ai800.errors import SnapshotError, UsageError
from ai800.snapshot import open_snapshot

if TYPE_CHECKING:
    from tests.support.git import Repository


def origin_of(repository: Repository, ref: str | None) -> tuple[str | None, str | None]:
    with open_snapshot(repository.root, ref=ref) as snapshot:
        return snapshot.origin.commit, snapshot.origin.ref


def refusal(repository: Repository, ref: str | None) -> SnapshotError:
    with pytest.raises(SnapshotError) as caught, open_snapshot(repository.root, ref=ref):
        pass
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize("ref", ["v1", "refs/tags/v1", "annotated", "main~1", "HEAD^", "main^{/x}~1", "main@{1}"])
def test_a_ref_that_leads_to_the_first_commit(repository: Repository, ref: str) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.git("tag", "--annotate", "--message", "x", "annotated")
    repository.commit({"README.md": "second"})
    assert origin_of(repository, ref) == (first, ref)


def test_a_full_or_shortened_id(repository: Repository) -> None:
    head = repository.git("rev-parse", "HEAD")
    assert origin_of(repository, head) == (head, head)
    assert origin_of(repository, head[:10]) == (head, head[:10])


def test_a_detached_head(repository: Repository) -> None:
    head = repository.git("rev-parse", "HEAD")
    repository.git("checkout", "--quiet", "--detach")
    assert origin_of(repository, None) == (head, "HEAD")


@pytest.mark.parametrize("ref", ["", "a\nb", "a\0b", "\x1b[2K", "\ud800", ":/x", ":README.md", "x" * 1001])
def test_a_ref_that_git_cannot_have(repository: Repository, ref: str) -> None:
    with pytest.raises(UsageError, match="not a name that git can have"), open_snapshot(repository.root, ref=ref):
        pass


@pytest.mark.parametrize(
    "ref, remedy",
    [
        ("v11", "did you mean `v1`?"),
        ("mian", "did you mean `main`?"),
        ("zzzzzzzz", "`git branch -a` and `git tag` list what there is"),
        ("--batch-all-objects", "`git branch -a` and `git tag` list what there is"),
        ("-h", "`git branch -a` and `git tag` list what there is"),
        ("with space", "`git branch -a` and `git tag` list what there is"),
        ("HEAD:models", "name a branch, a tag or a commit"),
    ],
)
def test_an_unknown_ref_suggests_the_nearest(repository: Repository, ref: str, remedy: str) -> None:
    assert refusal(repository, ref).remedy == remedy


def test_a_remote_branch_is_suggested_by_its_short_name(repository: Repository) -> None:
    repository.git("update-ref", "refs/remotes/origin/release", "HEAD")
    assert refusal(repository, "origin/relaese").remedy == "did you mean `origin/release`?"


@pytest.mark.parametrize(
    "ref, sentence",
    [
        ("HEAD:models", "`HEAD:models` is a tree, not a commit"),
        ("HEAD^{tree}", r"`HEAD\^\{tree\}` is a tree, not a commit"),
        ("HEAD:README.md", "`HEAD:README.md` is a file, not a commit"),
        ("of-tree", "`of-tree` is a tag of something that is no commit"),
        ("0123456789" * 4, "the commit of `0123.*` is not in this repository"),
        ("0123456789abcdef" * 4, "the commit of `0123.*` is not in this repository"),
        ("gone", "the commit of `gone` is not in this repository"),
    ],
)
def test_a_ref_that_leads_to_no_commit(repository: Repository, ref: str, sentence: str) -> None:
    repository.git("tag", "--annotate", "--message", "x", "of-tree", "HEAD^{tree}")
    repository.git("branch", "gone", repository.git("commit-tree", "-m", "gone", "HEAD^{tree}"))
    repository.lose("gone")
    assert refusal(repository, ref).args
    with pytest.raises(SnapshotError, match=sentence), open_snapshot(repository.root, ref=ref):
        pass


def test_a_shortened_id_of_several_objects(repository: Repository) -> None:
    first, second = two_files_alike()
    beginning = repository.store("blob", first)[:4]
    assert repository.store("blob", second).startswith(beginning)
    assert refusal(repository, beginning).sentence == f"`{beginning}` is the beginning of several ids"


def two_files_alike() -> tuple[bytes, bytes]:
    """Two contents whose blob ids begin with the same four digits."""
    seen: dict[str, bytes] = {}
    for number in range(100_000):
        content = str(number).encode()
        beginning = hashlib.sha1(b"blob %d\0%b" % (len(content), content)).hexdigest()[:4]  # noqa: S324 -- git's own
        if beginning in seen:
            return seen[beginning], content
        seen[beginning] = content
    raise AssertionError


def test_a_repository_without_a_commit(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "--orphan", "new")
    assert refusal(repository, None).remedy == "name a branch or tag with `--ref`, such as `main`"
    repository.git("update-ref", "-d", "refs/heads/main")
    repository.git("tag", "--delete", "v1")
    assert "no branch or tag" in refusal(repository, None).sentence
    assert refusal(repository, None).remedy == "commit the release first"


def test_a_damaged_commit(repository: Repository) -> None:
    repository.damage("HEAD")
    assert refusal(repository, None).exit_code == 4
