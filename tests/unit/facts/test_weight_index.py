from __future__ import annotations

import json

import pytest

from ai800.facts.source import Source
from ai800.facts.weight_index import total_size, weight_bytes
from ai800.facts.weights import weights
from tests.support.model_files import pointer
from tests.support.snapshots import MemorySnapshot

NAME = "model.safetensors.index.json"
LARGE = "x" * (1 << 20)


def index(metadata):
    return json.dumps({"metadata": metadata, "weight_map": {"a": "b"}}).encode()


@pytest.mark.parametrize(
    "content, size, problems",
    [
        (index({"total_size": 352_494_542_848}), 352_494_542_848, 0),
        (index({"total_size": 16.0e9}), 16_000_000_000, 0),
        (index({"total_size": 0}), None, 0),
        (index({"total_size": -5}), None, 0),
        (index({"total_size": True}), None, 0),
        (index({"total_size": "16"}), None, 0),
        (index({"total_size": 1e300}), None, 0),
        (index({"total_parameters": 5}), None, 0),
        (index([]), None, 0),
        (b"{}", None, 0),
        (b"nothing", None, 1),
        # Two indexes glued together, as a mirror has them: no JSON, but the size can still be read.
        (index({"total_size": 7}) * 2, 7, 1),
        (json.dumps({"metadata": {"total_size": 9}, "pad": LARGE}).encode(), 9, 0),
        (json.dumps({"metadata": {"total_size": 1.5}, "pad": LARGE}).encode(), None, 0),
        (json.dumps({"pad": LARGE, "metadata": {"total_size": 9}}).encode(), None, 0),
        (pointer(9), None, 1),
    ],
)
def test_the_size_that_an_index_states(content, size, problems):
    source = Source(MemorySnapshot({NAME: content}))
    assert total_size(source, NAME) == size
    assert len(source.problems) == problems


def test_an_unreadable_index_states_nothing():
    source = Source(MemorySnapshot({NAME: "unreadable"}))
    assert total_size(source, NAME) is None


def test_sizes_are_facts():
    source = Source(MemorySnapshot({NAME: index({"total_size": 8}), "pytorch_model.bin.index.json": index({})}))
    (fact,) = weight_bytes(source, weights(source).files)
    assert (fact.value, fact.path, fact.line) == (8, NAME, 1)
