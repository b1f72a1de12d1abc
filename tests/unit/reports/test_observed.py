from __future__ import annotations

import json

import pytest

from ai800.facts.types import Fact, Facts, WeightFile
from ai800.reports.facts_table import facts_json, facts_table
from ai800.reports.layout import Page
from ai800.reports.observed import Observed, observed, observed_lines, shown_value
from tests.support import assessments as made

KIND = Fact("hugging_face", "", None, "its layout")


@pytest.mark.parametrize(
    "value, expected",
    [
        ("not_gated", "not gated"),
        ("my_model", "my_model"),
        (7_241_732_096, "7,241,732,096"),
        (True, "yes"),
        (False, "no"),
        (0.5, "0.5"),
        (["en", "fr"], "en, fr"),
        (("a", 2), "a, 2"),
        ({"name": "base", "relation": None}, "base"),
        ({"name": "base", "relation": "finetune"}, "base, relation finetune"),
        ({"form": "file", "lists_uses": True, "address": ""}, "form file, lists uses yes"),
        ("\x1b[31m", "\\x1b[31m"),
        (None, "None"),
    ],
)
def test_a_value_is_shown_to_a_reader(value, expected):
    assert shown_value(value) == expected


def test_the_best_of_each_kind_is_shown_with_its_place():
    found = {fact.name: fact for fact in observed(made.facts())}
    assert found["kind"] == Observed("kind", "hugging face", "", "config.json and a model card stand at the root")
    assert found["weights"].value == "2 files: gguf, safetensors"
    assert found["parameters"] == Observed(
        "parameters", "7,241,732,096", "config.json", "formula of its architecture", 1
    )
    assert found["name"].where == "README.md:1"
    assert "security contact" not in found


def test_without_weights_none_are_shown():
    assert [fact.name for fact in observed(made.facts(weights=()))][:2] == ["kind", "name"]


def test_a_terminal_shows_place_way_and_number():
    lines = observed_lines(made.mixed(), Page(100))
    assert "  kind: hugging face (config.json and a model card stand at the root)" in lines
    assert "  parameters: 7,241,732,096 (config.json; formula of its architecture, and 1 more)" in lines


def test_the_table_shows_every_fact():
    facts = Facts(
        kind=KIND,
        name=(Fact("Aurora", "README.md", 1, "first heading"), Fact("aurora-7b", "", None, "folder")),
        weights=(
            WeightFile("a.safetensors", "safetensors", 1234, "a" * 64, pointer=True, sha256_from="pointer"),
            WeightFile("b", "other", None, None, pointer=False),
            WeightFile("c", "other", 5, "c" * 64, pointer=False, sha256_from="computed"),
        ),
        extra={"languages": (Fact(["en"], "README.md", 2, "front matter"),), "\x1b": ()},
    )
    assert facts_table(facts, Page()).splitlines() == [
        "kind",
        "  hugging face (its layout)",
        "",
        "weights (3 files)",
        "  a.safetensors (safetensors, 1,234 bytes, behind an LFS pointer, which states",
        "    the digest)",
        f"    sha256 {'a' * 64}",
        "  b (other, size unknown, not digested)",
        "  c (other, 5 bytes, digest computed)",
        f"    sha256 {'c' * 64}",
        "",
        "name",
        "  Aurora (README.md:1; first heading)",
        "  aurora-7b (folder)",
        "",
        "\\x1b",
        "",
        "languages",
        "  en (README.md:2; front matter)",
    ]


def test_a_table_without_weights_begins_with_the_kind():
    assert facts_table(Facts(kind=KIND), Page()) == "kind\n  hugging face (its layout)\n"


def test_the_facts_are_json_that_a_strict_reader_takes():
    found = json.loads(facts_json(Facts(kind=KIND, name=(Fact("n\udcff", "p\udcff", 1, "x"),))))
    assert found["name"][0]["path"] == "p\\udcff"
    assert found["kind"]["value"] == "hugging_face"
