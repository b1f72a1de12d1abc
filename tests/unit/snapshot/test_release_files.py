from __future__ import annotations

import os
from hashlib import sha256

import pytest

from ai800.snapshot.release_files import ReleaseFiles
from ai800.snapshot.types import UnreadableError


def test_only_release_data_is_listed_and_what_is_changed_is_read_anew(tmp_path):
    (tmp_path / "ai800.yaml").write_text("ai800: 1\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("# Model\n", encoding="utf-8")
    (tmp_path / ".ai800" / "evaluations").mkdir(parents=True)
    (tmp_path / ".ai800" / "evaluations" / "e.yaml").write_text("id: e\n", encoding="utf-8")
    files = ReleaseFiles(tmp_path, {".ai800/reviews.yaml": b"- id: x\n"})
    assert [*files.entries] == [".ai800/evaluations/e.yaml", ".ai800/reviews.yaml", "ai800.yaml"]
    assert files.read("ai800.yaml") == b"ai800: 1\n"
    assert files.head(".ai800/reviews.yaml", 3) == b"- i"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="links and pipes need rights elsewhere")
def test_links_and_pipes_are_listed_as_what_they_are(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.yaml").write_text("x", encoding="utf-8")
    (tmp_path / ".ai800").symlink_to(tmp_path / "elsewhere")
    os.mkfifo(tmp_path / "ai800.yaml")
    kinds = {path: entry.kind for path, entry in ReleaseFiles(tmp_path).entries.items()}
    assert kinds == {".ai800": "symlink", "ai800.yaml": "special"}


def test_a_file_that_has_gone_is_unreadable(tmp_path):
    (tmp_path / "ai800.yaml").write_text("ai800: 1\n", encoding="utf-8")
    files = ReleaseFiles(tmp_path)
    (tmp_path / "ai800.yaml").unlink()
    with pytest.raises(UnreadableError):
        files.read("ai800.yaml")


def test_what_nobody_has_written_yet_has_a_digest(tmp_path):
    assert ReleaseFiles(tmp_path, {"ai800.yaml": b"x"}).digest("ai800.yaml") == sha256(b"x").hexdigest()
