from __future__ import annotations

import pytest

from ai800.facts.sentences import compares, denies, evaluates, label, sentences


def split(text, titles=()):
    lines = text.split("\n")
    return list(sentences(lines, [line.strip() for line in lines], titles=titles))


@pytest.mark.parametrize(
    "text, parts",
    [
        ("One. Two! Three? Four", [(1, "One."), (1, "Two!"), (1, "Three?"), (1, "Four")]),
        ("Version 1.5 stays whole.", [(1, "Version 1.5 stays whole.")]),
        ("First\nsecond. Third\nfourth.", [(1, "First second."), (2, "Third fourth.")]),
        ("a\n\n\nb", [(1, "a"), (4, "b")]),
        ("- one\n  two\n- three\n1. four", [(1, "- one two"), (3, "- three"), (4, "1."), (4, "four")]),
        ("a\n| b | c |\nd", [(1, "a"), (2, "| b ."), (2, "c |"), (3, "d")]),
        ("A \u00b7 B", [(1, "A ."), (1, "B")]),
        ("\u4e00\u3002\u4e8c\u3002", [(1, "\u4e00\u3002"), (1, "\u4e8c\u3002")]),
        ("", []),
        ("   ", []),
    ],
)
def test_sentences_know_the_line_they_begin_on(text, parts):
    assert split(text) == parts


def test_headings_belong_to_no_sentence():
    assert split("a\n# T\nb", {2}) == [(1, "a"), (3, "b")]


def test_a_very_long_sentence_is_cut():
    assert [len(sentence) for _, sentence in split("x" * 9000)] == [2000]


@pytest.mark.parametrize(
    "line, parts",
    [
        ("**Label:** value", ("Label", "value")),
        ("**Label**: value", ("Label", "value")),
        ("**Label** value here", ("Label", "value here")),
        ("- **Label:** [v](x)", ("Label", "v")),
        ("* Label: value", ("Label", "value")),
        ("1. Label: value", ("Label", "value")),
        ("Label: value", ("Label", "value")),
        ("> Label\uff1a value", ("Label", "value")),
        ("__Label__: value", ("Label", "value")),
        ("**Label:**", None),
        ("plain words", None),
        ("", None),
        ("| a: b |", None),
        ("L" * 3000 + ": value", None),
        ("x" * 70 + ": value", None),
    ],
)
def test_a_label_and_its_value(line, parts):
    assert label(line) == parts


@pytest.mark.parametrize(
    "words, found",
    [("it outperforms X", True), ("better than X", True), ("other models", True), ("it has two layers", False)],
)
def test_comparisons(words, found):
    assert compares(words) is found


@pytest.mark.parametrize(
    "words, found",
    [("A / Evaluation results", True), ("Benchmarks", True), ("Citation", True), ("Model details", False)],
)
def test_sections_with_other_models(words, found):
    assert evaluates(words) is found


@pytest.mark.parametrize(
    "words, found", [("it is not open", True), ("lacks human feedback", True), ("it is open", False)]
)
def test_denials(words, found):
    assert denies(words) is found
