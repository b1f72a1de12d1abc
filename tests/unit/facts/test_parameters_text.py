from __future__ import annotations

import pytest

from ai800.facts.parameters_text import from_names, from_texts
from ai800.facts.source import Source
from tests.support.snapshots import MemorySnapshot

B = 1_000_000_000


def said(text, path="README.md"):
    found = from_texts(Source(MemorySnapshot({path: text.encode()})))
    return [fact.value for fact in found.total], [fact.value for fact in found.active]


@pytest.mark.parametrize(
    "text, total, active",
    [
        ("| Model | #Total Params | #Activated Params |\n|---|---|---|\n| A | 671B | 37B |", [671 * B], [37 * B]),
        ("| Model | Params |\n|---|---|\n| A | 7B |\n| B | 70B |", [7 * B, 70 * B], []),
        ("| Model | Model sizes |\n|---|---|\n| A | 8B, 70B, 405B |", [8 * B, 70 * B, 405 * B], []),
        ("| Size | Parameters |\n|---|---|\n| tiny | 39 M |\n| large | 1550 M |", [39_000_000, 1_550_000_000], []),
        ("| Size | Parameters |\n|---|---|\n| 3B | 3,638,525,952 |", [3_638_525_952], []),
        ("| Name | Size | Download |\n|---|---|---|\n| A | 7B | here |", [7 * B], []),
        ("| Name | Size |\n|---|---|\n| A | 7B |", [], []),
        ("| | |\n|---|---|\n| **Total Parameters** | 1T |\n| **Activated Parameters** | 32B |", [1000 * B], [32 * B]),
        ("| Params |\n|---|\n| 1B (1.23B) |", [1 * B, 1_230_000_000], []),
        (
            "<table><tr><th>M</th><th>Params</th></tr><tr><td>S</td><td>17B (Active)\n  109B (Total)</td></tr></table>",
            [109 * B],
            [17 * B],
        ),
        ("| Params | Layers |\n|---|---|\n| 8B | 32 |\n| short |", [8 * B], []),
        ("| Params | Context |\n|---|---|\n| about 12 | 8k |", [], []),
        ("| Model | Params |\n|---|---|\n| short |", [], []),
    ],
)
def test_tables_say_how_many(text, total, active):
    assert said(text) == (total, active)


@pytest.mark.parametrize(
    "text",
    [
        # A table of results names other models.
        "| Model | Params | MMLU |\n|---|---|---|\n| Other | 70B | 80 |",
        "| Model | Size | Code | Math |\n|---|---|---|---|\n| Other | 65B | 30 | 10 |",
        "## Evaluation Results\n\n| Model | Params |\n|---|---|\n| Other | 70B |",
        "| | Benchmark | A | B |\n|---|---|---|---|\n| | # Total Params | 236B | 671B |",
        "| Benchmark | Value |\n|---|---|\n| # Total Params | 236B |",
    ],
)
def test_a_table_of_results_says_nothing_of_this_model(text):
    assert said(text) == ([], [])


@pytest.mark.parametrize(
    "text, total, active",
    [
        ("- **Parameters:** 314B", [314 * B], []),
        ("**Model size**: 7B", [7 * B], []),
        ("- Number of parameters: 1.5 billion", [1_500_000_000], []),
        ("* Activation parameters: **36.7B** (including 0.9B for the embedding)", [], [36_700_000_000]),
        ("**Parameters:** 22B active", [], [22 * B]),
        ("- **Parameters:** many", [], []),
        ("- **Layers:** 64B", [], []),
        ("## Benchmarks\n\n- Parameters: 70B", [], []),
    ],
)
def test_labelled_lines_say_how_many(text, total, active):
    assert said(text) == (total, active)


@pytest.mark.parametrize(
    "text, total, active",
    [
        ("Foo is a model with 671B total parameters with 37B activated for each token.", [671 * B], [37 * B]),
        ("It has 32 billion activated parameters and 1 trillion total parameters.", [1000 * B], [32 * B]),
        ("- `foo-120b` for one GPU (117B parameters with 5.1B active parameters)", [117 * B], [5_100_000_000]),
        ("Due to its size (314B parameters), it needs memory.", [314 * B], []),
        ("It ranges from 7 billion to 70 billion parameters.", [70 * B], []),
        ("A 7B-parameter model.", [7 * B], []),
        # Of a mixture a bare number is often the active one.
        ("Scout is a 17 billion parameter model with 16 experts.", [], []),
        ("A mixture of experts with 132B total parameters and 36B live parameters.", [132 * B], [36 * B]),
        # Comparisons speak of others.
        ("It outperforms models with 70B parameters.", [], []),
        ("Larger than 67B parameters.", [], []),
        ("It scores best (top under 3B params).", [], []),
        ("The best of those below 3 billion parameters.", [], []),
        ("Compared to the 175B parameters of another model, it is small.", [], []),
        ("## Comparison\n\nThe 65B parameters model was used.", [], []),
        ("| It has 7B parameters |", [], []),
        ("Llama-7B parameters are not counted by their name.", [], []),
        ("It has 7 parameters.", [], []),
        ("It has 0.1M parameters.", [], []),
        ("```\nmodel with 7B parameters\n```", [], []),
    ],
)
def test_sentences_say_how_many(text, total, active):
    assert said(text) == (total, active)


def test_tables_and_labels_come_before_sentences():
    text = "It has 9B parameters.\n\n- **Parameters:** 8B\n\n| Params | x |\n|---|---|\n| 7B | |"
    found = from_texts(Source(MemorySnapshot({"README.md": text.encode()})))
    assert [(fact.value, fact.line, fact.how) for fact in found.total] == [
        (7 * B, 7, "table"),
        (8 * B, 3, "labelled line"),
        (9 * B, 1, "sentence"),
    ]


def test_a_row_is_named():
    text = "| Model | Params |\n|---|---|\n| Foo Base | 7B |"
    found = from_texts(Source(MemorySnapshot({"README.md": text.encode()})))
    assert found.total[0].how == "table, row Foo Base"


@pytest.mark.parametrize(
    "title, total, active",
    [
        ("Foo-3-8B-Instruct", [8 * B], []),
        ("Foo3 30B-A3B", [30 * B], [3 * B]),
        ("Foo 0.5B", [500_000_000], []),
        ("Foo 8x7B", [], []),
        ("Scout 17B-16E", [], []),
        ("Foo 2.5", [], []),
        ("Foo A3B", [], []),
        ("128K context", [], []),
    ],
)
def test_names_carry_a_size(title, total, active):
    found = from_names(Source(MemorySnapshot({"README.md": f"# {title}\n".encode()})))
    assert ([fact.value for fact in found.total], [fact.value for fact in found.active]) == (total, active)


def test_the_folder_of_a_model_is_a_name_too():
    found = from_names(Source(MemorySnapshot({"models/foo-70B/x": b""}, folder="models/foo-70B")))
    assert [(fact.value, fact.path) for fact in found.total] == [(70 * B, "models/foo-70B")]
