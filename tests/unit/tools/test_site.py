from __future__ import annotations

import importlib.util
import subprocess
import sys
from types import SimpleNamespace

import pytest

from tools.site import on_page_markdown
from tools.snapshots import ROOT


@pytest.mark.parametrize(
    "page, text, expected",
    [
        ("a.md", "see [b](b.md)", "see [b](b.md)"),
        ("a.md", "see [b](b.md#c) and [d](../d.md).", "see [b](b.md#c) and d."),
        ("folder/a.md", "[b](../b.md) [c](../../c.md#d)", "[b](../b.md) c"),
        ("folder/a.md", "[b](../folder/../../b.md)", "b"),
        ("a.md", "[site](https://example.org/../a)", "[site](https://example.org/../a)"),
        ("a.md", "[here](#there)", "[here](#there)"),
    ],
)
def test_links_out_of_the_documents_become_words(page, text, expected):
    assert on_page_markdown(text, page=SimpleNamespace(file=SimpleNamespace(src_uri=page)), config=None) == expected


@pytest.mark.skipif(importlib.util.find_spec("mkdocs") is None, reason="MkDocs is not installed (`make docs` does)")
def test_the_site_builds_with_search_and_without_a_broken_link(tmp_path):
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (built.returncode, built.stdout, built.stderr) == (0, "", "")
    assert (tmp_path / "site" / "search" / "search_index.json").is_file()
    assert not (tmp_path / "site" / "_templates").exists()
    assert not (tmp_path / "site" / "_data").exists()
