"""The merge base where git gives up half-way; whole repositories are tried in tests/acceptance/test_base.py."""

from __future__ import annotations

import pytest

from ai800.errors import SnapshotError
from ai800.snapshot import base as module
from ai800.snapshot.place import Place

ONE, OTHER, FOUND = "1" * 40, "2" * 40, "3" * 40


class _Git:
    """Answers `merge-base` and `rev-list` with what it is given, and has the content of one kind of commit."""

    def __init__(self, bases, ends, header=None):
        self._answers = {"merge-base": bases, "rev-list": ends}
        self._header = header

    def run(self, command, *_arguments, **_more):
        return self._answers[command]

    def content(self, name, _size):
        return None if self._header is None else (name, self._header)


def _place(tmp_path):
    return Place(tmp_path, tmp_path / ".git", "")


@pytest.mark.parametrize(
    "bases, ends, header, said",
    [
        (None, None, None, "damaged, or a part of it is not here"),
        (None, b"", None, "have no commit in common"),
        (f"{FOUND}\n".encode(), None, None, "damaged, or a part of it is not here"),
        (f"{FOUND}\n".encode(), b"4444\n", None, "its history ends before it tells"),
        (f"{FOUND}\n".encode(), b"4444\n", b"tree 5\nparent 6\n", "its history ends before it tells"),
        (f"{FOUND}\n{ONE}\n".encode(), b"", None, r"2 merge bases \(111111111111, 333333333333\)"),
    ],
)
def test_what_git_does_not_tell_is_an_error(tmp_path, bases, ends, header, said):
    (tmp_path / ".git").mkdir()
    with pytest.raises(SnapshotError, match=said):
        module._merge_base(_Git(bases, ends, header), _place(tmp_path), base=ONE, head=OTHER)


def test_a_root_that_was_merged_is_no_cut(tmp_path):
    git = _Git(f"{FOUND}\n".encode(), b"4444\n", b"tree 5\nauthor a\n\nparent of nothing\n")
    assert module._merge_base(git, _place(tmp_path), base=ONE, head=OTHER) == FOUND
