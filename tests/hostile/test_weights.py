"""Files of weights and what stands beside them, made to mislead or to exhaust the reader."""

from __future__ import annotations

import json
import struct
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai800.facts import observe
from ai800.facts.types import as_data
from tests.support.model_files import gguf, pointer, safetensors, safetensors_head
from tests.support.snapshots import MemorySnapshot

MIB = 1 << 20
SIZE = 1 << 16  # of a text: what takes more than linear time is felt here already


def tensor(shape, offsets=(0, 8), dtype="F32"):
    return json.dumps({"w": {"dtype": dtype, "shape": shape, "data_offsets": list(offsets)}}).encode()


def gguf_key(kind, rest):
    return b"GGUF" + struct.pack("<IQQ", 3, 0, 1) + struct.pack("<Q", 1) + b"k" + struct.pack("<I", kind) + rest


LIES = {
    "header longer than the file": safetensors_head(b"{}", length=4096),
    "header of 2^63 bytes": safetensors_head(b"{}", length=2**63),
    "header of 2^64 - 1 bytes": safetensors_head(b"{}", length=2**64 - 1),
    "header over the limit": safetensors_head(b"{}", length=25_000_001),
    "nested lists": safetensors_head(b'{"w":' + b"[" * 200_000),
    "nested objects": safetensors_head(b'{"w":' * 100_000),
    "negative shape": safetensors_head(tensor([-4, -1])),
    "negative offsets": safetensors_head(tensor([2], (-8, 0))),
    "product that overflows 64 bits": safetensors_head(tensor([2**40, 2**40])),
    "huge product of small numbers": safetensors_head(tensor([2**31] * 32)),
    "a number of a million digits": safetensors_head(b'{"w": ' + b"9" * 1_000_000 + b"}"),
    "tensors outside the file": safetensors_head(tensor([2**20], (0, 2**22))),
    "overlong name": safetensors_head(json.dumps({"w" * MIB: 1}).encode()),
    "shape that does not fit": safetensors_head(tensor([1000])) + bytes(8),
    "not a number": safetensors_head(b'{"w": {"dtype": "F32", "shape": [NaN], "data_offsets": [0, Infinity]}}'),
}


@pytest.mark.parametrize("name", LIES)
def test_a_safetensors_file_that_lies_gives_a_problem_and_no_number(name):
    facts = observe(MemorySnapshot({"model.safetensors": LIES[name], "config.json": b"{}"}))
    assert [problem.path for problem in facts.problems] == ["model.safetensors"]
    assert (facts.parameters_total, len(facts.weights)) == ((), 1)


GGUF_LIES = {
    "counts of 2^63": b"GGUF" + struct.pack("<IQQ", 3, 2**63, 2**63),
    "string of 2^63 bytes": gguf_key(8, struct.pack("<Q", 2**63)),
    "list of 2^62 texts": gguf_key(9, struct.pack("<IQ", 8, 2**62)),
    "lists in lists": gguf_key(9, struct.pack("<IQ", 9, 1) * 10_000),
    "list of a million lists": gguf_key(9, struct.pack("<IQ", 9, 2**20) + struct.pack("<IQ", 9, 2**20)),
    "key of 2^60 bytes": b"GGUF" + struct.pack("<IQQQ", 3, 0, 1, 2**60),
    "unknown kind": gguf_key(77, b""),
    "dimensions": b"GGUF" + struct.pack("<IQQQI", 3, 1, 0, 0, 2**31),
    "product": gguf({}, {"w": [2**60, 2**60, 2**60, 2**60]}),
    "version": b"GGUF" + struct.pack("<IQQ", 2**32 - 1, 0, 0),
    "short": b"GGUF\x03",
}


@pytest.mark.parametrize("name", GGUF_LIES)
def test_a_gguf_file_that_lies_gives_no_number(name):
    facts = observe(MemorySnapshot({"model.gguf": GGUF_LIES[name]}))
    assert facts.parameters_total == ()


def test_a_header_over_the_limit_is_not_read():
    read = []

    class Counted(MemorySnapshot):
        def head(self, path, size):
            read.append(size)
            return super().head(path, size)

        def pour(self, _path, take):
            take(b"")

    observe(Counted({"model.safetensors": LIES["header of 2^63 bytes"] + bytes(2000)}))
    assert max(read) <= 1025


def test_an_index_of_a_million_entries_costs_little():
    entries = ",".join(f'"{number}.weight": "model-00001-of-00002.safetensors"' for number in range(1_000_000))
    data = b'{"metadata": {"total_size": 16}, "weight_map": {' + entries.encode() + b"}}"
    snapshot = MemorySnapshot({"model.safetensors.index.json": data, "config.json": b'{"dtype": "float16"}'})
    tracemalloc.start()
    facts = observe(snapshot)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [fact.value for fact in facts.parameters_total] == [8]
    assert peak < 8 * MIB


def test_many_shards_are_one_problem():
    names = [f"model-{number:05}-of-02000.safetensors" for number in range(2_000)]
    facts = observe(MemorySnapshot(dict.fromkeys(names, "unreadable")))
    assert (len(facts.weights), len(facts.problems)) == (2_000, 1)


@pytest.mark.parametrize(
    "config",
    [
        {"hidden_size": 2**62, "num_hidden_layers": 2**62},
        {"hidden_size": -1},
        {"hidden_size": 0, "num_attention_heads": 0, "num_hidden_layers": 0, "intermediate_size": 0, "vocab_size": 0},
        {"hidden_size": 1e308},
        {"hidden_size": [4096]},
        {"text_config": {"text_config": {"text_config": {}}}},
        {"quantization_config": 7, "dtype": {"a": 1}, "auto_map": 7, "architectures": {"a": 1}},
        {"_name_or_path": "a/" + "b" * MIB},
    ],
)
def test_a_configuration_that_no_model_has_gives_no_failure(config):
    data = json.dumps({"model_type": "llama", **config}).encode()
    facts = observe(MemorySnapshot({"config.json": data, "model.safetensors": pointer(2**40)}))
    assert facts.parameters_total == ()


TEXTS = {
    "spaces": " " * SIZE,
    "hashes": "# " * (SIZE // 2),
    "pipes": "| a " * (SIZE // 4),
    "cells": "<table><tr>" + "<td rowspan=9999 colspan=9999>" * 3_000,
    "brackets": "[" * SIZE,
    "images": "![a](" * (SIZE // 5),
    "tags": "<a href=" * (SIZE // 8),
    "hyphens": "an open-source " + "a-" * (SIZE // 2),
    "open source": "is an open source " * (SIZE // 18),
    "is": "is " * (SIZE // 3),
    "report": "report a a a a a " * (SIZE // 17),
    "urls": "download https://huggingface.co/a/b " * (SIZE // 37),
    "params": "1B parameters\n\n" * (SIZE // 16),
    "headings": "# a\n" * (SIZE // 4),
    "labels": "**a b:** c\n" * (SIZE // 11),
    "licence": "licensed under the MIT licence and model " * (SIZE // 41),
    "badges": "shields.io/badge/" + "a--" * (SIZE // 3),
    "numbers": "1," * (SIZE // 2),
    "backticks": "`" * SIZE,
    "comments": "<!--" * (SIZE // 4),
    "underscores": "a" + "_" * (SIZE - 2) + "b",
    "front matter": "---\n" + "a: [\n" * 5_000 + "---\n",
    "trained": "trained on " * (SIZE // 11),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_long_text_of_anything_is_read(name):
    text = TEXTS[name].encode()
    facts = observe(MemorySnapshot({"README.md": text, "LICENSE": text, "USE_POLICY.md": text, "SECURITY.md": text}))
    assert facts.kind.value == "vendor"


@given(st.binary(max_size=400))
def test_any_bytes_are_observed(data):
    names = ("README.md", "model.safetensors", "model.gguf", "config.json", "LICENSE", "model.safetensors.index.json")
    assert json.dumps(as_data(observe(MemorySnapshot(dict.fromkeys(names, data)))))


@given(st.integers(0, 300), st.binary(min_size=1, max_size=9))
def test_a_good_file_with_any_change_is_observed(at, change):
    good = safetensors({"a": ("BF16", [3, 4]), "b": ("F32", [5])})
    other = gguf({"general.name": "x", "general.tags": ["a", "b"]}, {"w": [2, 3]})
    files = {
        "model.safetensors": good[:at] + change + good[at + len(change) :],
        "model.gguf": other[:at] + change + other[at + len(change) :],
    }
    assert len(observe(MemorySnapshot(files)).weights) in {1, 2}
