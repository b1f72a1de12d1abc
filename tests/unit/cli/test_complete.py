"""What a shell offers while an id is typed."""

from __future__ import annotations

import pytest
from click.shell_completion import ShellComplete

from ai800.cli import complete
from ai800.cli.main import ai800
from ai800.errors import EngineError


def offered(*words):
    *arguments, incomplete = words
    return [
        item.value
        for item in ShellComplete(ai800, {}, "ai800", "_AI800_COMPLETE").get_completions(arguments, incomplete)
    ]


@pytest.mark.parametrize(
    "words, found, left_out",
    [
        (("explain", "5.3"), {"5.3", "5.3.1", "5.3.a"}, {"5.2.1", "5"}),
        (("explain", "b3"), {"B3", "B3.1"}, {"B1.1"}),
        (("explain", "ipd:5"), {"ipd:5", "ipd:5.3", "ipd:5.3.1"}, {"5.3"}),
        (("explain", "IPD:B"), {"ipd:B1.1"}, set()),
        (("explain", ""), {"1", "5.3.1", "B1"}, {"ipd:5.3.1"}),
        (("review", "5.3"), {"5.3.1", "5.3.a"}, {"5.3"}),
        (("waive", "B1"), {"B1.1"}, {"B1"}),
        (("check", "--only", "5.3"), {"5.3", "5.3.1"}, {"5.2.1"}),
        (("explain", "x"), set(), {"5"}),
    ],
)
def test_ids_are_offered_where_they_are_taken(words, found, left_out):
    answer = offered(*words)
    assert found <= set(answer)
    assert not left_out & set(answer)
    assert len(answer) == len(set(answer))


def test_an_id_is_offered_with_its_title():
    (item,) = complete.items(None, None, "5.3.1")
    assert item.help


def test_without_a_catalogue_nothing_is_offered(monkeypatch):
    def broken():
        raise EngineError("the catalogue cannot be read", "install ai800 again")

    monkeypatch.setattr("ai800.catalog.load_catalog", broken)
    assert complete.every_id(None, None, "5") == []


def test_words_of_an_option_are_offered():
    assert offered("check", "--format", "js") == ["json"]
