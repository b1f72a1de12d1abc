from __future__ import annotations

import json

import pytest

from ai800.facts.safetensors import HEADER_LIMIT, Header, HeaderError, header
from tests.support.model_files import safetensors, safetensors_head


def read(data, size=None):
    return header(lambda count: data[:count], len(data) if size is None else size)


@pytest.mark.parametrize(
    "tensors, found",
    [
        ({}, Header(0, 0, ())),
        ({"a": ("BF16", [3, 4]), "b": ("F32", [5])}, Header(17, 0, ("BF16", "F32"))),
        ({"a": ("F16", []), "empty": ("F16", [0, 9])}, Header(1, 0, ("F16",))),
        ({"lm_head.weight": ("BF16", [7, 2]), "a": ("BF16", [2])}, Header(16, 14, ("BF16",))),
        ({"logit_scale": ("F32", [1]), "a": ("F32", [2])}, Header(3, 0, ("F32",))),
        # What is computed, not learnt.
        ({"rotary_emb.inv_freq": ("F32", [8]), "h.0.attn.bias": ("F32", [1, 1, 4, 4])}, Header(0, 0, ("F32",))),
        ({"h.0.attn.bias": ("F32", [4]), "position_ids": ("I64", [1, 4])}, Header(4, 0, ("F32", "I64"))),
        # FP8 with its scales, MXFP4 with two values in a byte.
        ({"w.weight": ("F8_E4M3", [4, 4]), "w.weight_scale_inv": ("F32", [1, 1])}, Header(16, 0, ("F32", "F8_E4M3"))),
        ({"w_blocks": ("U8", [2, 8]), "w_scales": ("U8", [2]), "n": ("BF16", [3])}, Header(35, 0, ("BF16", "U8"))),
        # Packed in a way that shapes do not tell.
        ({"w.qweight": ("I32", [4, 4]), "w.scales": ("F16", [4])}, Header(None, 0, ("F16", "I32"))),
        ({"w.weight": ("I8", [4, 4])}, Header(None, 0, ("I8",))),
    ],
)
def test_parameters_are_the_sum_over_shapes(tensors, found):
    assert read(safetensors(tensors, metadata=True)) == found


def test_an_unknown_type_is_listed_and_not_counted():
    entry = {"w": {"dtype": "Q99", "shape": [4], "data_offsets": [0, 3]}}
    data = safetensors_head(json.dumps(entry).encode()) + b"abc"
    assert read(data) == Header(None, 0, ("Q99",))


def test_a_file_of_unknown_size_is_believed_about_its_places():
    data = safetensors({"a": ("F32", [1000])})
    assert header(lambda count: data[:count], None).parameters == 1000


TENSOR = {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}


def entry(**changes):
    return json.dumps({"a": {**TENSOR, **changes}}).encode()


@pytest.mark.parametrize(
    "data, reason",
    [
        (b"", "ends before its header does"),
        (b"\x02\x00", "ends before its header does"),
        (safetensors_head(b"{}", length=3), "ends before its header does"),
        (safetensors_head(b"{}", length=HEADER_LIMIT + 1), "states a header of more than 25000000 bytes"),
        (safetensors_head(b"{}", length=2**63), "states a header of more than 25000000 bytes"),
        (safetensors_head(b""), "has a header that is no JSON object"),
        (safetensors_head(b"[]"), "has a header that is no JSON object"),
        (safetensors_head(b"{"), "has a header that is no JSON object"),
        (safetensors_head(b"\xff\xfe"), "has a header that is no JSON object"),
        (safetensors_head(b'{"a": 1}'), "describes a tensor without a type"),
        (safetensors_head(b'{"a": {"shape": []}}'), "describes a tensor without a type"),
        (safetensors_head(entry(shape="2")) + bytes(8), "gives a tensor a shape that is none"),
        (safetensors_head(entry(shape=[-2, -1])) + bytes(8), "gives a tensor a shape that is none"),
        (safetensors_head(entry(shape=[2.0])) + bytes(8), "gives a tensor a shape that is none"),
        (safetensors_head(entry(shape=[True, 2])) + bytes(8), "gives a tensor a shape that is none"),
        (safetensors_head(entry(shape=[1] * 40)) + bytes(8), "gives a tensor a shape that is none"),
        (safetensors_head(entry(shape=[2**60, 2**60])) + bytes(8), "gives a tensor more elements than any file holds"),
        (safetensors_head(entry(data_offsets=[0])) + bytes(8), "does not say where a tensor stands"),
        (safetensors_head(entry(data_offsets=[0, None])) + bytes(8), "does not say where a tensor stands"),
        (safetensors_head(entry(data_offsets=[8, 0])) + bytes(8), "places a tensor outside the file"),
        (safetensors_head(entry()) + bytes(7), "places a tensor outside the file"),
        (safetensors_head(entry(shape=[3])) + bytes(8), "gives a tensor a shape that does not fit its place"),
    ],
)
def test_a_header_that_lies_is_refused(data, reason):
    with pytest.raises(HeaderError) as refused:
        read(data)
    assert str(refused.value) == reason
