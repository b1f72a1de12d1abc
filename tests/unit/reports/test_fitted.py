from __future__ import annotations

import pytest

from ai800.reports.fitted import Block, fitted

BLOCKS = (
    Block("To mend", "gap", ["- a\n", "- b\n", "- c\n"]),
    Block("Notes", "note", ["- d\n"]),
    Block("None", "x", []),
)


def test_what_fits_is_whole():
    assert fitted("head\n", BLOCKS, foot="foot\n", limit=5000) == (
        "head\n\n## To mend\n\n- a\n- b\n- c\n\n## Notes\n\n- d\nfoot\n"
    )


@pytest.mark.parametrize(
    "more, shown, said",
    [
        (0, "", "3 gaps, 1 note more"),
        (16, "", "3 gaps, 1 note more"),
        (17, "- a\n", "2 gaps, 1 note more"),
        (21, "- a\n- b\n", "1 gap, 1 note more"),
        (25, "- a\n- b\n- c\n", "1 note more"),
        (39, "- a\n- b\n- c\n", "1 note more"),
    ],
)
def test_it_is_cut_between_elements_and_the_rest_is_counted(more, shown, said):
    limit = len("head\nfoot\n") + 1000 + more
    text = fitted("head\n", BLOCKS, foot="foot\n", limit=limit)
    assert f"**Cut to fit:** {said};" in text
    assert text.endswith("foot\n")
    assert shown in text
    assert text.count("\n- ") == shown.count("- ")
    assert len(text) <= limit


@pytest.mark.parametrize(
    "unfolded, shown",
    [
        (0, "<details><summary>3 gaps</summary>\n\n- a\n- b\n- c\n\n</details>\n"),
        (2, "- a\n- b\n\n<details><summary>1 gap more</summary>\n\n- c\n\n</details>\n"),
        (3, "- a\n- b\n- c\n"),
        (None, "- a\n- b\n- c\n"),
    ],
)
def test_what_is_less_important_is_folded(unfolded, shown):
    block = BLOCKS[0]._replace(unfolded=unfolded)
    assert shown in fitted("head\n", [block], foot="foot\n", limit=5000)


def test_bytes_count_not_characters():
    wide = [Block("T", "gap", ["é" * 600, "é" * 600])]
    text = fitted("", wide, foot="", limit=2210)
    assert text.count("é") == 600
    assert "1 gap more" in text


def test_nothing_that_is_less_important_stands_where_something_more_important_was_cut():
    blocks = (Block("A", "gap", ["x" * 5000]), Block("B", "note", ["small"]))
    text = fitted("", blocks, foot="", limit=2000)
    assert "small" not in text
    assert "1 gap, 1 note more" in text
