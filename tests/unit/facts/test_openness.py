from __future__ import annotations

import pytest

from ai800.facts.front_matter import front_matter
from ai800.facts.openness import openness
from ai800.facts.source import Source
from tests.support.snapshots import MemorySnapshot


def found(text, path="README.md"):
    source = Source(MemorySnapshot({path: text.encode()}))
    return [(fact.value, fact.line) for fact in openness(source, front_matter(source))]


@pytest.mark.parametrize(
    "text",
    [
        "Foo is an open-source language model.",
        "Foo is an open source large language model for everyone.",
        "We open-source Foo and its weights.",
        "We are open-sourcing the 7B model.",
        "We have open-sourced Foo.",
        "Our open-source models come in two sizes.",
        "This open source model is small.",
        "Today we release Foo, producing the strongest open-source base model.",
        "The open-sourced weights include one module.",
        "Foo is fully open source.",
        "All of it is open-sourced under a licence.",
        "We introduce an open-source chat model.",
        "- **Foo is open source**",
        "Foo is now\nopen source.",
    ],
)
def test_it_calls_itself_open_source(text):
    assert found(text) == [("open_source", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Welcome to [the maker's open-weight models](https://x.example).",
        "Foo is a family of open-weights Large Language Models.",
        "This holds code for the Foo open-weights model.",
        "Our open-weight models come in two sizes.",
        "Foo is an open weights model.",
    ],
)
def test_it_calls_itself_open_weights(text):
    assert found(text) == [("open_weights", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Foo is an accessible, open large language model.",
        "Foo outperforms other open-source models.",
        "It is better than many of the available open source chat models.",
        "Foo is the best among open-weight thinking models.",
        "It was trained with our open source libraries.",
        "It is built on open-source software.",
        "Thanks to the open-source community.",
        "Foo is not an open-source model.",
        "Foo is released without open-sourcing the data.",
        "Foo is no open source model.",
        "We compared open-source and closed-source models.",
        "Underlined denotes open-source SOTA.",
        "Unlike Foo, existing models are open source.",
        "We open-source libraries for training.",
        "It uses open source data.",
        "## Evaluation\n\nThis open-source model is a baseline.",
        "```\nFoo is an open-source language model.\n```",
        "<!-- Foo is an open-source language model. -->",
        "Open Source Initiative",
        "",
    ],
)
def test_claims_about_others_and_denials_are_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "tags, claims",
    [("[open-source, llm]", ["open_source"]), ("[open-weights]", ["open_weights"]), ("[openness]", [])],
)
def test_tags_are_claims(tags, claims):
    assert [value for value, _ in found(f"---\ntags: {tags}\n---\n")] == claims


def test_a_card_may_make_the_claim():
    assert found("# Card\n\nFoo is open source.\n", "MODEL_CARD.md") == [("open_source", 3)]
