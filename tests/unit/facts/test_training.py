from __future__ import annotations

import pytest

from ai800.facts.source import Source
from ai800.facts.training import training
from tests.support.snapshots import MemorySnapshot

T = 10**12


def found(text):
    facts = training(Source(MemorySnapshot({"README.md": text.encode()})))
    return {name: [fact.value for fact in values] for name, values in facts.items()}


@pytest.mark.parametrize(
    "text, values",
    [
        ("| Model | Tokens |\n|---|---|\n| A | 2.0T |\n| B | ~22T |", {"training_tokens": [2 * T, 22 * T]}),
        ("| Model | Token count |\n|---|---|\n| A | 15T+ |", {"training_tokens": [15 * T]}),
        ("| | Time (GPU hours) |\n|---|---|\n| A | 1720320 |\n| Total | 5.0M |", {"gpu_hours": [1_720_320, 5_000_000]}),
        ("| Model | Training Time (GPU hours) |\n|---|---|\n| A | none |", {}),
        (
            "| Model | Knowledge cutoff |\n|---|---|\n| A | December, 2023 |\n| B | soon |",
            {"data_cutoff": ["December, 2023"]},
        ),
        ("| Model | Tokens |\n|---|---|\n| A | 128 |\n| B |", {}),
    ],
)
def test_tables(text, values):
    assert found(text) == values


@pytest.mark.parametrize(
    "text, values",
    [
        ("Total seen tokens: **366B**", {"training_tokens": [366_000_000_000]}),
        ("**Training tokens:** ~15T", {"training_tokens": [15 * T]}),
        ("**Tokens:** 128", {}),
        ("**Tokens:** many", {}),
        ("- **Hours used:** 150000", {"gpu_hours": [150_000]}),
        ("**Model Release Date:** July 23, 2024.", {"released_on": ["July 23, 2024"]}),
        ("**Release date:** 2024-07-23", {"released_on": ["2024-07-23"]}),
        ("**Release date:** soon", {}),
        ("**Knowledge cutoff:** Sept 2022", {"data_cutoff": ["Sept 2022"]}),
        ("**Supported languages:** English, German.", {"languages": ["English, German."]}),
        ("- **Hardware Type:** A100 80GB", {"hardware": ["A100 80GB"]}),
    ],
)
def test_labelled_lines(text, values):
    assert found(text) == values


@pytest.mark.parametrize(
    "text, values",
    [
        ("It was pretrained on ~15 trillion tokens of data.", {"training_tokens": [15 * T]}),
        (
            "We pre-train it on 14.8 trillion diverse and high-quality tokens.",
            {"training_tokens": [14_800_000_000_000]},
        ),
        ("It was trained with a batch size of 4M tokens.", {}),
        ("It requires only 2.788M H800 GPU hours for its training.", {"gpu_hours": [2_788_000]}),
        ("A cumulative of **39.3M** GPU hours of computation was used.", {"gpu_hours": [39_300_000]}),
        ("The pretraining data has a cutoff of August 2024.", {"data_cutoff": ["August 2024"]}),
        ("It has 128K tokens of context and 8 GPUs.", {}),
        ("The data is up to July 2023.", {}),
        ("## Benchmarks\n\nCompared to X, which was trained on 9 trillion tokens, it is small.", {}),
        ("| trained on 2 trillion tokens |", {}),
    ],
)
def test_sentences(text, values):
    assert found(text) == values


def test_a_fact_found_twice_at_one_place_is_one():
    text = "**Data Freshness:** The data has a cutoff of August 2024."
    assert found(text) == {"data_cutoff": ["August 2024"]}
