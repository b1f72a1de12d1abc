from __future__ import annotations

import pytest

from ai800.facts.front_matter import front_matter
from ai800.facts.gate import gate
from ai800.facts.source import Source
from tests.support.snapshots import MemorySnapshot


def found(text, folder="", **files):
    source = Source(MemorySnapshot({"README.md": text.encode(), **files}, folder=folder))
    return [(fact.value, fact.line) for fact in gate(source, front_matter(source))]


@pytest.mark.parametrize(
    "matter, facts",
    [
        ("gated: true", [("gated", 2)]),
        ("gated: manual", [("gated", 2)]),
        ("gated: false", [("not_gated", 2)]),
        ('gated: "no"', [("not_gated", 2)]),
        ("gated: 7", []),
        ("license: mit\nextra_gated_prompt: Agree", [("likely_gated", 3)]),
        ("gated: auto\nextra_gated_fields: {Name: text}", [("gated", 2), ("likely_gated", 3)]),
        ("license: mit", []),
    ],
)
def test_front_matter_makes_a_gate_likely(matter, facts):
    assert found(f"---\n{matter}\n---\n") == facts


@pytest.mark.parametrize(
    "line, asks",
    [
        ("Once your request is approved you will get a link.", True),
        ("Read and accept the license.", True),
        ("Please accept the Foo licence first.", True),
        ("Access to the base model requires manual approval.", True),
        ("Request access on the hub.", True),
        ("Access is given from a waitlist.", True),
        ("Fill in the form to download the weights.", True),
        ("Open access for everyone.", False),
        ("Make a pull request.", False),
        ("`requests` is used for access to the API", False),
        ("```\nrequest access\n```", False),
    ],
)
def test_lines_of_the_readme_say_how_access_is_asked_for(line, asks):
    assert found(line) == ([("request_access", 1)] if asks else [])


def test_a_folder_without_a_readme_has_the_gate_of_the_root():
    files = {"one/MODEL_CARD.md": b"# One\n\nRequest access.\n", "two/README.md": b"# Two\n"}
    assert found("Request access.\n", "one", **files) == [("request_access", 1), ("request_access", 3)]
    assert found("Request access.\n", "two", **files) == []


def test_an_unreadable_readme_has_no_gate():
    source = Source(MemorySnapshot({"README.md": "unreadable", "one/x": b""}, folder="one"))
    assert gate(source, front_matter(source)) == ()
