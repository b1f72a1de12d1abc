from __future__ import annotations

import pytest

from ai800.facts.front_matter import front_matter
from ai800.facts.source import Source
from tests.support.snapshots import MemorySnapshot


def read(text, path="README.md"):
    source = Source(MemorySnapshot({path: text if isinstance(text, bytes) else text.encode()}))
    return front_matter(source), source.problems


@pytest.mark.parametrize(
    "text, data, lines",
    [
        (
            "---\nlicense: mit\nlanguage:\n- en\n- no\n---\n# T",
            {"license": "mit", "language": ["en", "no"]},
            {"license": 2, "language": 3},
        ),
        (
            "\n\n---\r\nlicense: mit\r\ntags: [a]\r\n---\r\n",
            {"license": "mit", "tags": ["a"]},
            {"license": 4, "tags": 5},
        ),
        ("\ufeff---\nlicense: mit\n---\n", {"license": "mit"}, {"license": 2}),
        (
            "---\nco2_eq_emissions: 24_700_000\nday: 2024-07-23\n---\n",
            {"co2_eq_emissions": "24_700_000", "day": "2024-07-23"},
            {"co2_eq_emissions": 2, "day": 3},
        ),
        ("---\n\n---\n", {}, {}),
        ("# Title\n", {}, {}),
        ("---\n# Title\n\nwords\n\n---\n", {}, {}),
        ("", {}, {}),
    ],
)
def test_the_block_is_read_with_the_lines_of_the_file(text, data, lines):
    found, problems = read(text)
    assert (dict(found.data), dict(found.lines), problems) == (data, lines, [])


def test_a_card_may_have_the_block():
    found, _ = read("---\nlicense: mit\n---\n", path="MODEL_CARD.md")
    assert (found.path, found.data) == ("MODEL_CARD.md", {"license": "mit"})


@pytest.mark.parametrize(
    "text, data, line",
    [
        # What can be read is used, the rest is noted.
        ("---\nlicense: mit\nlicense: gpl-3.0\n---\n", {"license": "mit"}, 3),
        ("---\nlicense: mit\nbase: &b x\n---\n", {"license": "mit", "base": "x"}, 3),
        # Nothing of it is YAML: texts that stand once are still read.
        ("---\nlicense: mit\nname: 'x y'\nbad: [1\n---\n", {"license": "mit", "name": "x y"}, None),
        ("---\nlicense: mit\nlicense: apache-2.0\ntags: [\n---\n", {}, None),
        ("---\nlicense: mit\n\tx: 1\n---\n", {"license": "mit"}, 3),
        ('---\nlicense: "mit"\n\x00: x\n---\n', {"license": "mit"}, 3),
    ],
)
def test_a_block_that_is_no_good_yaml_is_a_problem_and_no_failure(text, data, line):
    found, problems = read(text)
    assert dict(found.data) == data
    assert [problem.path for problem in problems] == ["README.md"]
    assert problems[0].value.startswith("front matter: ")
    assert line in {None, problems[0].line}


def test_bytes_that_are_not_utf8_are_read_as_far_as_they_are():
    found, _ = read(b"---\nlicense: mit\nname: caf\xe9\n---\n")
    assert found.data["license"] == "mit"


@pytest.mark.parametrize(
    "value, texts",
    [
        ("mit", ("mit",)),
        ("' '", ()),
        ("[mit, apache-2.0]", ("mit", "apache-2.0")),
        ("[mit, [x], 7, ~]", ("mit",)),
        ("{a: b}", ()),
        ("true", ()),
    ],
)
def test_texts_are_the_texts_of_a_value(value, texts):
    found, _ = read(f"---\nlicense: {value}\n---\n")
    assert found.texts("license") == texts
    assert found.texts("other") == ()


def test_a_fact_says_which_key_and_where():
    found, _ = read("---\nlicense: mit\n---\n")
    fact = found.fact("license", "MIT")
    assert (fact.value, fact.path, fact.line, fact.how) == ("MIT", "README.md", 2, "front matter, license")
