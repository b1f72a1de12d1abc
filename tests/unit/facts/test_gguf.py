from __future__ import annotations

import struct

import pytest

from ai800.facts.gguf import HeaderError, header
from tests.support.model_files import gguf

KEYS = {
    "general.architecture": "llama",
    "general.name": "Foo 7B",
    "general.license": "apache-2.0",
    "general.tags": ["text-generation", "en"],
    "general.quantization_version": 2,
    "tokenizer.ggml.tokens": ["a", "b"],
    "tokenizer.ggml.add_bos": True,
}


def read(data):
    return header(lambda count: data[:count])


@pytest.mark.parametrize("version", [2, 3])
def test_keys_and_tensors_are_read(version):
    found = read(gguf(KEYS, {"token_embd.weight": [4, 10], "output_norm.weight": [4]}, version=version))
    assert (found.tensors, found.parameters) == (2, 44)
    assert dict(found.keys) == {name: value for name, value in KEYS.items() if name != "tokenizer.ggml.tokens"}


def test_a_list_of_numbers_is_stepped_over():
    numbers = struct.pack("<IIQ4f", 9, 6, 4, 1, 2, 3, 4)
    nested = struct.pack("<IIQ", 9, 9, 1) + struct.pack("<IQ", 4, 2) + struct.pack("<2I", 7, 8)
    found = read(gguf({"scores": numbers, "nested": nested, "general.name": "x"}, {"w": [2, 3]}))
    assert (dict(found.keys), found.parameters) == ({"general.name": "x"}, 6)


def test_a_head_that_ends_too_soon_keeps_what_was_read():
    whole = gguf(KEYS, {"w": [2]})
    cut = read(whole[: whole.index(b"tokenizer.ggml.tokens") + 30])
    assert (cut.keys["general.name"], cut.parameters, cut.tensors) == ("Foo 7B", None, 1)


def test_a_vocabulary_without_tensors_has_none():
    assert read(gguf({}, {})).tensors == 0


def counts(tensors=0, pairs=0, version=3):
    return b"GGUF" + struct.pack("<IQQ", version, tensors, pairs)


def key(kind, rest=b""):
    return counts(pairs=1) + struct.pack("<Q", 1) + b"k" + struct.pack("<I", kind) + rest


@pytest.mark.parametrize(
    "data, reason",
    [
        (b"", "does not begin as a GGUF file does"),
        (b"GGUF\x03\x00", "does not begin as a GGUF file does"),
        (b"GGML" + counts()[4:], "does not begin as a GGUF file does"),
        (counts(version=1), "is of a version of GGUF that is not read"),
        (counts(version=2**31), "is of a version of GGUF that is not read"),
        (counts(pairs=2**63), "states more keys or tensors than any model has"),
        (counts(tensors=2**63), "states more keys or tensors than any model has"),
        (key(99), "holds a value of a kind that GGUF does not have"),
        (key(9, struct.pack("<IQ", 99, 1)), "holds a value of a kind that GGUF does not have"),
        (key(9, struct.pack("<IQ", 8, 2**62)), "nests or repeats more than any model does"),
        (key(9, struct.pack("<IQ", 9, 1) * 9), "nests or repeats more than any model does"),
        (counts(tensors=1) + struct.pack("<QI", 0, 5), "gives a tensor more dimensions than GGUF has"),
        (gguf({}, {"w": [2**40, 2**40]}), "gives a tensor more elements than any file holds"),
    ],
)
def test_a_header_that_lies_is_refused(data, reason):
    with pytest.raises(HeaderError) as refused:
        read(data)
    assert str(refused.value) == reason


@pytest.mark.parametrize(
    "data",
    [
        counts(pairs=1) + struct.pack("<Q", 2**63) + b"k",
        key(8, struct.pack("<Q", 2**64 - 1)),
        key(9, struct.pack("<IQ", 8, 2**20)),
        key(9, struct.pack("<IQ", 12, 2**20)),
        counts(tensors=1) + struct.pack("<Q", 2**50),
        counts(tensors=1000),
    ],
)
def test_a_length_past_the_end_reads_nothing(data):
    assert read(data).parameters is None
