from __future__ import annotations

import pytest

from ai800.facts.source import Source, key_line
from tests.support.model_files import pointer
from tests.support.snapshots import MemorySnapshot


def source(files, folder=""):
    return Source(MemorySnapshot(files, folder=folder))


@pytest.mark.parametrize(
    "content, text, problem",
    [
        (b"plain", "plain", None),
        ("caf\u00e9 \u6a21\u578b".encode(), "caf\u00e9 \u6a21\u578b", None),
        (b"\xef\xbb\xbfwith a mark", "with a mark", None),
        (b"caf\xe9", "caf\ufffd", None),
        (b"", "", None),
        (b"x" * ((1 << 20) + 1), None, "is larger than is read of a text"),
        ("unreadable", None, "cannot be read: its bytes are not here"),
        (pointer(1000), None, "stands here only as a Git LFS pointer"),
    ],
)
def test_text_is_read_or_noted(content, text, problem):
    found = source({"a.md": content})
    assert found.text("a.md") == text
    assert found.text("a.md") == text
    assert [fact.value for fact in found.problems] == ([problem] if problem else [])


@pytest.mark.parametrize(
    "content, value, problem",
    [
        (b'{"a": 1}', {"a": 1}, None),
        (b"{", None, "is not valid JSON"),
        (b"", None, "is not valid JSON"),
        (b"[" * 100_000, None, "is not valid JSON"),
        (b"[1]", None, "holds no JSON object"),
        (b"null", None, "holds no JSON object"),
        ("unreadable", None, "cannot be read: its bytes are not here"),
    ],
)
def test_json_is_an_object_or_noted(content, value, problem):
    found = source({"a.json": content})
    assert found.json("a.json") == value
    assert [fact.value for fact in found.problems] == ([problem] if problem else [])


def test_head_gives_none_where_nothing_can_be_read():
    found = source({"a": b"abc", "b": "unreadable"})
    assert (found.head("a", 2), found.head("b", 2), found.problems) == (b"ab", None, [])


FILES = {
    "LICENSE": b"root",
    "SECURITY.md": b"root",
    ".github/SECURITY.md": b"github",
    "m/one/LICENSE": b"one",
    "m/one/deep/LICENSE": b"deep",
    "m/one/config.json": b"{}",
    "m/two/config.json": b"{}",
    "link": "symlink",
}
LICENCE, SECURITY = "license".__eq__, "security.md".__eq__


@pytest.mark.parametrize(
    "folder, licence, security",
    [
        ("", ("LICENSE",), ("SECURITY.md", ".github/SECURITY.md")),
        ("m/one", ("m/one/LICENSE",), ("SECURITY.md", ".github/SECURITY.md")),
        ("m/two", ("LICENSE",), ("SECURITY.md", ".github/SECURITY.md")),
    ],
)
def test_a_folder_without_its_own_shares_that_of_the_root(folder, licence, security):
    found = source(FILES, folder)
    assert (found.shared(LICENCE), found.shared(SECURITY, ".github")) == (licence, security)


def test_a_folder_has_its_own_files_by_their_full_path():
    found = source(FILES, "m/one")
    assert found.own == ("m/one/LICENSE", "m/one/config.json", "m/one/deep/LICENSE")
    assert found.top == ("m/one/LICENSE", "m/one/config.json")
    assert found.find(LICENCE) == ("m/one/LICENSE",)
    assert found.inside("m/one/deep/LICENSE") == "deep/LICENSE"


def test_links_are_no_files():
    assert "link" not in source(FILES).own


@pytest.mark.parametrize(
    "names, readmes",
    [
        (["README.md"], ("README.md",)),
        (["readme.MD", "README_zh.md"], ("readme.MD",)),
        (["HUGGINGFACE_README.md", "README.md"], ("README.md", "HUGGINGFACE_README.md")),
        (["README_zh.md", "README_ja.md"], ("README_ja.md",)),
        (["README.rst", "README_WEIGHTS.md"], ("README.rst",)),
        (["docs/README.md", "READMEs.md"], ()),
    ],
)
def test_the_main_readme_comes_first(names, readmes):
    assert source(dict.fromkeys(names, b"x")).readmes == readmes


@pytest.mark.parametrize(
    "path, kind",
    [
        ("MODEL_CARD.md", "model_card"),
        ("MODEL_CARD_VISION.md", "model_card"),
        ("MODEL_CARD_foo_base.md", "model_card"),
        ("model_card.md", "model_card"),
        ("model-card.md", "model_card"),
        ("modelcard.md", "model_card"),
        ("Model Card.pdf", "model_card"),
        ("Foo_v1_Model_Card.md", "model_card"),
        ("system-card.md", "system_card"),
        ("system-card_04062022.md", "system_card"),
        ("docs/SYSTEM_CARD", "system_card"),
        ("model_cards/Foo-1.md", "model_card"),
        ("docs/Model-Cards/foo.md", "model_card"),
        ("system_cards/foo-2.pdf", "system_card"),
        ("docs/cards/model_card.md", "model_card"),
    ],
)
def test_cards_are_known_by_name(path, kind):
    assert source({path: b"x"}).cards == ((path, kind),)


@pytest.mark.parametrize(
    "path",
    [
        "model_card.py",
        "modelcard_template.md",
        "model_cards/README.md",
        "model_cards/foo.py",
        "model_cards/org/foo.md",
        "supermodel_cards/foo.md",
        "templates/model_card.md",
        "tests/MODEL_CARD.md",
        "examples/one/MODEL_CARD.md",
        "a/b/c/MODEL_CARD.md",
        "model_cardinality.md",
        "supermodel_card.md",
        "card.md",
        "postcard.md",
        "model-card.png",
        ".cache/model_card.md",
    ],
)
def test_what_is_no_card_is_not_called_one(path):
    assert source({path: b"x"}).cards == ()


def test_documents_are_the_readmes_and_cards_that_can_be_read():
    files = {"README.md": b"# R", "MODEL_CARD.md": b"# C", "b_model_card.md": "unreadable", "system-card.pdf": b"%PDF"}
    assert [document.path for document in source(files).documents] == ["README.md", "MODEL_CARD.md"]


def test_the_titles_over_a_line_are_those_of_its_sections():
    text = b"intro\n# A\none\n## B\ntwo\n**C**\nthree\n# D\nfour"
    (document,) = source({"README.md": text}).documents
    assert [document.over(line) for line in (1, 3, 5, 7, 9)] == ["", "A", "A / B", "A / B / C", "D"]


@pytest.mark.parametrize(
    "text, key, line",
    [('{"a": 1,\n "b" : 2}', "b", 2), ('{"b": "a",\n"a": 1}', "a", 2), ("{}", "a", None)],
)
def test_the_line_of_a_key(text, key, line):
    assert key_line(text, key) == line
