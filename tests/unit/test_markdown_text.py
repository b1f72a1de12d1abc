from __future__ import annotations

import pytest

from ai800.markdown_lines import front_matter_lines, lines_of, visible_lines
from ai800.markdown_text import LABEL_LEVEL, headings, prose, section, slug, word_count


def outline(text):
    return [(each.level, each.title, each.slug) for each in headings(text)]


@pytest.mark.parametrize(
    "text, found",
    [
        ("# Title", (1, "Title", "title")),
        ("###### Deep ##", (6, "Deep", "deep")),
        ("## C#", (2, "C#", "c")),
        ("# **Model Details**", (1, "Model Details", "model-details")),
        ("## 1. Introduction", (2, "1. Introduction", "1-introduction")),
        ("## Responsibility & Safety", (2, "Responsibility & Safety", "responsibility--safety")),
        ("## Q&amp;A", (2, "Q&A", "qa")),
        ("## Benchmarks \\- English", (2, "Benchmarks - English", "benchmarks---english")),
        ("### [Eval](docs/eval.md) of `max_len` ![x](y.png)", (3, "Eval of max_len", "eval-of-max_len")),
        ("### <span style='a:b'>Cyber </span>", (3, "Cyber", "cyber")),
        ("## 模型 概述", (2, "模型 概述", "模型-概述")),
        ("## हिन्दी भाषा", (2, "हिन्दी भाषा", "हिन्दी-भाषा")),
        ("> ## Quoted", (2, "Quoted", "quoted")),
        ("Title\n=====", (1, "Title", "title")),
        ("Title\n---", (2, "Title", "title")),
        ("text\n\nTitle\n---", (2, "Title", "title")),
        ("**Title**\n---", (2, "Title", "title")),
        ('<h2 align="center">Safe use</h2>', (2, "Safe use", "safe-use")),
        ("<H1>\n  Long\n  name\n</H1>", (1, "Long   name", "long---name")),
        ("**Red teaming**", (LABEL_LEVEL, "Red teaming", "red-teaming")),
        ("**Red teaming:**  ", (LABEL_LEVEL, "Red teaming", "red-teaming")),
        ("**2\\. Child Safety**\\", (LABEL_LEVEL, "2. Child Safety", "2-child-safety")),
        ("__Data__:", (LABEL_LEVEL, "Data", "data")),
        ("***Both***<br>", (LABEL_LEVEL, "Both", "both")),
        ("<b>Limits</b>", (LABEL_LEVEL, "Limits", "limits")),
        ("<strong>Limits</strong><br/>", (LABEL_LEVEL, "Limits", "limits")),
        ("<u>Refusals</u>", (LABEL_LEVEL, "Refusals", "refusals")),
        ('<span style="text-decoration:underline;">CBRNE</span>', (LABEL_LEVEL, "CBRNE", "cbrne")),
        (
            '<span style="text-decoration:underline;">CBRNE</span> (Chemical, Nuclear)',
            (LABEL_LEVEL, "CBRNE (Chemical, Nuclear)", "cbrne-chemical-nuclear"),
        ),
        ("<details><summary>Results</summary>", (LABEL_LEVEL, "Results", "results")),
        ("<summary><b>Results</b></summary>", (LABEL_LEVEL, "Results", "results")),
    ],
)
def test_each_form_of_heading_is_found(text, found):
    assert outline(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "## ",
        "##",
        "# ###",
        "#hashtag",
        "#!/bin/sh",
        "####### seven",
        "    # indented code",
        "```python\n# a comment\n```",
        "~~~\n# a comment\n```\n# still code\n~~~",
        "````\n```\n# a comment\n````",
        "- ```\n  # a comment\n  ```",
        "```\n# never closed",
        "<!-- # hidden -->",
        "<!--\n# hidden\n**hidden**\n-->",
        "---\ntitle: x\n# comment\n---",
        "---\n\n---",
        "**Name:** value",
        "**a** and **b**",
        "text **bold**",
        "| a | b |\n|---|---|",
        "a | b\n---",
        "- item\n---",
        "> quote\n---",
        "first line\nsecond line\n---",
        "first line\nsecond line\nthird line\n===",
        "<h2></h2>",
        "<h2>never closed",
        "***",
        "![badge](b.svg)\n---",
        "**" + "long " * 200 + "**",
    ],
)
def test_what_only_looks_like_a_heading_is_none(text):
    assert outline(text) == []


def test_code_span_with_a_comment_mark_hides_nothing():
    assert outline("write `<!-- p.5` here\n# Shown <!-- not --> all <!-- this\n# no -->\n# Yes") == [
        (1, "Shown  all", "shown--all"),
        (1, "Yes", "yes"),
    ]


def test_backticks_on_one_line_open_no_fence():
    assert outline("```inline```\n# Title") == [(1, "Title", "title")]


def test_two_breaks_with_text_between_are_no_front_matter():
    assert outline("---\n# Title\nSome words\n\n---\n") == [(1, "Title", "title")]


def test_same_titles_are_numbered_as_github_does_and_labels_last():
    text = "**Use**\n# Use\n# Use\n# Use-1\n# Use"
    assert [(each.line, each.slug) for each in headings(text)] == [
        (1, "use-3"),
        (2, "use"),
        (3, "use-1"),
        (4, "use-1-1"),
        (5, "use-2"),
    ]


def test_a_section_ends_at_the_next_heading_of_its_level_and_holds_its_children():
    text = "# A\none\n## B\ntwo\n**C**\nthree\n## \nfour\n**D**\nfive\n## E\n# F\nsix"
    places = {each.title: (each.start, each.end) for each in headings(text)}
    assert places == {"A": (2, 11), "B": (4, 10), "C": (6, 8), "D": (10, 10), "E": (12, 11), "F": (13, 13)}


def test_section_gives_the_text_under_a_heading():
    text = "Title\r\n=====\r\none\r\n\r\n## Sub\r\ntwo"
    found = {each.title: section(text, each) for each in headings(text)}
    assert found == {"Title": "one\n\n## Sub\ntwo", "Sub": "two"}


@pytest.mark.parametrize(
    "text, aliases",
    [
        ('<a name="red"></a>\n## Red teaming', ("red",)),
        ("## <a id=red></a>Red teaming", ("red",)),
        ("## Red teaming {#red}", ("red",)),
        ("<h2 id='red'>Red teaming</h2>", ("red",)),
        ('<a name="red"></a> words\n## Red teaming', ()),
        ("## Red teaming", ()),
    ],
)
def test_anchors_beside_a_heading_name_it_too(text, aliases):
    (found,) = headings(text)
    assert (found.title, found.slug, found.aliases) == ("Red teaming", "red-teaming", aliases)


def test_lines_are_counted_as_an_editor_counts_them():
    assert lines_of("a\rb\r\nc\nd\x0be\u2028f") == ["a", "b", "c", "d\x0be\u2028f"]


@pytest.mark.parametrize(
    "text, count",
    [
        ("---\nlicense: mit\n---\n# T", 3),
        ("\n\n---\r\n# note\r\nlicense: mit\r\n---  \r\n# T", 6),
        ("---\n---\n", 0),
        ("---\n\n---", 3),
        ("---\nlicense: mit\n", 0),
        ("--- a\nlicense: mit\n---\n", 0),
        ("---\nplain words\n---\n", 0),
        ("# T", 0),
    ],
)
def test_front_matter_is_measured_in_lines(text, count):
    assert front_matter_lines(text) == count


def test_visible_lines_keep_their_number():
    text = "---\na: b\n---\none<!--\nx\n-->two\n```sh\ncode\n```\nthree"
    assert visible_lines(text) == ["", "", "", "one", "", "two", "", "", "", "three"]
    assert visible_lines(text, code=True) == ["", "", "", "one", "", "two", "", "code", "", "three"]


@pytest.mark.parametrize(
    "text, plain",
    [
        ("# Title\n\nSome *words* and __more__ of `them`.", "Title\nSome words and more of them."),
        ("[![badge](https://x/b.svg)](https://x) ![img](y.png)", ""),
        ("<!-- nothing -->\n---\n***\n| --- | :-: |", ""),
        ("| Model | Size |\n|---|---|\n| A | 7B |", "Model Size\nA 7B"),
        ("- [x] done\n1. first\n> quoted", "done\nfirst\nquoted"),
        ("<p align='center'><b>Hello</b></p> see <https://example.org>", "Hello see"),
        ("see [the card](docs/card.md) or [this][ref]\n\n[ref]: https://example.org", "see the card or this"),
        ("```sh\nrun it\n```", "run it"),
        ("snake_case_name stays, a \\* star too &amp; so on", "snake_case_name stays, a * star too & so on"),
        ("---\nlicense: mit\n---\nBody", "Body"),
    ],
)
def test_prose_is_what_a_reader_reads(text, plain):
    assert prose(text) == plain


@pytest.mark.parametrize(
    "plain, count",
    [
        ("", 0),
        ("- ... !", 0),
        ("one two-fold don't 3.5", 4),
        ("安全评估", 2),
        ("安全评估报 by us", 5),
        ("हिन्दी भाषा", 2),
    ],
)
def test_words_are_counted_in_every_script(plain, count):
    assert word_count(plain) == count


@pytest.mark.parametrize("title, anchor", [(" A  B ", "a--b"), ("x_y — z!", "x_y--z"), ("ÉTÉ 2²", "été-2")])
def test_slug_is_githubs(title, anchor):
    assert slug(title) == anchor
