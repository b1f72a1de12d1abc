from __future__ import annotations

import pytest

from ai800.declare.parser_words import in_our_words
from ai800.declare.yaml_core import scan
from tests.support.problems import short


@pytest.mark.parametrize(
    "text, problem",
    [
        ("a: 1\nb\nc: 2", "2:1 -: a key without its colon"),
        ("a: b: c", "1:5 -: a colon where no key can stand"),
        ("a: ? b", "1:4 -: a key where none can stand"),
        ("a: - b", "1:4 -: a list item where none can stand"),
        ("a:\n\tb: 1", "2:1 -: a tab where only spaces can indent"),
        ("a: @b", "1:4 -: a character that no unquoted text can begin with"),
        ("a: `b`", "1:4 -: a character that no unquoted text can begin with"),
        ("a: 'b\nc: d", "1:4 -: a quote that is never closed"),
        ("a: 'b\n---\nc: d", "1:4 -: a quote that is never closed"),
        ("a: [1\nb: 2", "2:2 -: a list in brackets that is not closed"),
        ("a: {b: 1", "1:4 -: a mapping in braces that is not closed"),
        ("a:\n  b: 1\n c: 2", "3:2 -: a line that is indented like nothing above it"),
        ("a: 'b' c", "1:8 -: text after the end of a value"),
        ("[a] b", "1:5 -: text after the end of a value"),
        ("- 'a' b", "1:7 -: text after the end of a value"),
        (": a", "1:1 -: a line that is indented like nothing above it"),
        ("a: ]", "1:4 -: a value is missing"),
        ("a: | b\n  c", "1:6 -: text after the mark of a block"),
        ("a: |0\n  c", "1:5 -: text after the mark of a block"),
        ("%YAML x\n---\na: 1", "1:7 -: directives are not accepted"),
        ("%YAML 2.0\n---\na: 1", "1:1 -: directives are not accepted"),
        ("a: !<x", "1:4 -: tags are not accepted"),
        ("a: !h!x 1", "1:4 -: tags are not accepted"),
        ("a: &", "1:4 -: anchors and aliases are not accepted"),
        ("a: *", "1:4 -: anchors and aliases are not accepted"),
        ("a: 1\n...\n'b': 1", "3:1 -: text that belongs to nothing above it"),
    ],
)
@pytest.mark.usefixtures("parser")
def test_syntax_is_refused_in_words_of_our_own(text, problem) -> None:
    assert [short(found) for found in scan(text.encode(), "f").problems] == [problem]


@pytest.mark.parametrize("escape", ["\\q", "\\x1", "\\u12", "\\U00110000"])
def test_bad_escapes(escape) -> None:
    found = scan(f'a: "{escape}"'.encode(), "f").problems
    assert [problem.reason for problem in found] == ["an unknown escape in a quoted text"]


@pytest.mark.parametrize(
    "complaint, before, after, reason",
    [
        ("did not find expected '-' indicator", " ", "b: 1", "a line between list items that is no item"),
        ("did not find expected '-' indicator", "- 'a' ", "b", "text after the end of a value"),
        ("found character that cannot start any token", "", "\t", "a tab where only spaces can indent"),
        ("found a tab character that violates indentation", "", "", "a tab where only spaces can indent"),
        ("a complaint of a later version", "", "", "the YAML cannot be read here"),
    ],
)
def test_complaints_have_reasons(complaint, before, after, reason) -> None:
    assert in_our_words(complaint, before, after=after).reason == reason


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text",
    [
        'a: "SECRET \\q"', "a: SECRET: SECRET: x", "SECRET\nSECRET: 1\n", "@SECRET", "a: !SECRET!x 1", "a: *SECRET",
        "SECRET: 1\nSECRET: 2", "a: &SECRET 1", "%SECRET\n---\nx: [", "a: |SECRET", "a: [SECRET", "a: SECRET\u202e",
    ],
)  # fmt: skip
def test_nothing_of_the_file_is_in_a_reason(text) -> None:
    found = scan(f"{text}\n: [".encode(), "f").problems
    assert found
    assert "SECRET" not in "".join(problem.reason + problem.remedy for problem in found)
