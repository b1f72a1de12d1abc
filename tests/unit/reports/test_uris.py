from __future__ import annotations

from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai800.reports.uris import relative_uri

ROOT = "file:///srv/repository/"


@pytest.mark.parametrize(
    "path, uri",
    [
        ("docs/safety/plan.md", "docs/safety/plan.md"),
        ("a b/c\td\ne", "a%20b/c%09d%0Ae"),
        ("50% #1?.md", "50%25%20%231%3F.md"),
        ("C:/odd", "C%3A/odd"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("back\\slash", "back%5Cslash"),
        ("modèle/日本.md", "mod%C3%A8le/%E6%97%A5%E6%9C%AC.md"),
        ("bad\udcff", "bad%EF%BF%BD"),
    ],
)
def test_a_path_is_percent_encoded(path, uri):
    assert relative_uri(path) == uri


SEGMENT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\0"), min_size=1, max_size=20)
PATHS = st.lists(SEGMENT.filter(lambda part: part not in {".", ".."}), min_size=1, max_size=4).map("/".join)


@given(PATHS)
def test_every_path_comes_back_and_stays_below_the_root(path):
    uri = relative_uri(path)
    assert unquote(uri, errors="strict") == path
    joined = urlsplit(urljoin(ROOT, uri))
    assert (joined.scheme, joined.query, joined.fragment) == ("file", "", "")
    assert unquote(joined.path) == f"/srv/repository/{path}"


@given(st.text(max_size=40))
def test_readers_that_decode_strictly_take_every_uri(path):
    assert relative_uri(path).isascii()
    unquote(relative_uri(path), errors="strict").encode("utf-8")
