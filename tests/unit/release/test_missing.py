from __future__ import annotations

from types import SimpleNamespace

import pytest

from ai800.evidence.types import Resolution
from ai800.facts.types import Fact
from ai800.release.missing import listed, not_entered, not_in_clone, told
from ai800.snapshot.types import Entry

ID = "1" * 40


def _found(*entries, evidence=(), problems=(), weights=()):
    snapshot = SimpleNamespace(entries={entry.path: entry for entry in entries})
    references = tuple(SimpleNamespace(resolution=Resolution(status, "x", path)) for path, status in evidence)
    facts = SimpleNamespace(
        problems=tuple(Fact("why", path, 1, "how") for path in problems),
        weights=tuple(SimpleNamespace(path=path) for path in weights),
    )
    return not_in_clone(snapshot, facts, release=SimpleNamespace(references=references))


@pytest.mark.parametrize(
    "entry, seen, expected",
    [
        (Entry("a", "file", None, ID), {"evidence": [("a", "unreadable")]}, ("a",)),
        (Entry("a", "file", 5, ID), {"evidence": [("a", "unreadable")]}, ("a",)),  # damaged
        (Entry("a", "file", None, ID), {"evidence": [("a", "missing")]}, ()),
        (Entry("a", "file", None), {"evidence": [("a", "unreadable")]}, ()),  # a plain folder
        (Entry("a", "symlink", None, ID), {"evidence": [("a", "unreadable")]}, ()),
        (Entry("a", "file", None, ID), {"evidence": [(None, "unreadable"), ("b", "unreadable")]}, ()),
        (Entry("a", "file", None, ID), {"problems": ["a"]}, ("a",)),
        (Entry("a", "file", 5, ID), {"problems": ["a"]}, ()),  # it was read, and is no JSON
        (Entry("a", "file", None, ID), {"problems": ["b"]}, ()),
        (Entry("a", "file", None, ID), {"problems": ["a"], "weights": ["a"]}, ()),
    ],
)
def test_files_that_git_lists_and_cannot_show(entry, seen, expected):
    assert _found(entry, **seen) == expected


def test_submodules_of_the_model_are_named_with_their_commits():
    entries = {name: Entry(name, "submodule", None, ID) for name in ("b", "\x1b")} | {
        "c": Entry("c", "submodule", None),
        "d": Entry("d", "file", 1, ID),
    }
    assert not_entered(SimpleNamespace(inside=lambda: entries)) == (
        "\\x1b (commit 111111111111)",
        "b (commit 111111111111)",
    )


def test_of_many_each_still_changes_what_is_told():
    names = tuple("abcdefgh")
    assert listed(names).startswith("a, b, c, d, e and 3 more (")
    assert listed(names) != listed((*names[:-1], "x"))
    assert (listed(()), listed(("a",))) == ("", "a")


def test_they_are_told_in_their_order_and_printable():
    entries = [Entry(name, "file", None, ID) for name in ("c", "\x1b", "b")]
    found = _found(*entries, problems=["c", "b"], evidence=[("\x1b", "unreadable")])
    assert told(found) == "3 files are not in this clone: \\x1b, b, c"
    assert told(("a",)) == "1 file is not in this clone: a"
    assert told(tuple("abcdefg")) == "7 files are not in this clone: a, b, c, d, e and 2 more"
