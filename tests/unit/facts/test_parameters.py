from __future__ import annotations

import json

import pytest

from ai800.facts.parameters import configs, exact, parameters
from ai800.facts.source import Source
from ai800.facts.weights import weights
from tests.support.model_files import gguf, pointer, safetensors
from tests.support.snapshots import MemorySnapshot

LLAMA = {
    "model_type": "llama",
    "hidden_size": 4096,
    "num_hidden_layers": 32,
    "num_attention_heads": 32,
    "num_key_value_heads": 8,
    "intermediate_size": 14336,
    "vocab_size": 128256,
}
EIGHT = 8_030_261_248
HEADERS, FORMULA = "sum over the headers of the weights", "formula over the configuration"
GIB = 1 << 30


def js(data):
    return json.dumps(data, indent=1).encode()


def observed(files, folder=""):
    source = Source(MemorySnapshot(files, folder=folder))
    found = configs(source)
    return parameters(source, weights(source), found_configs=found)


def total(files, folder=""):
    return [(fact.value, fact.path, fact.how) for fact in observed(files, folder).total]


def part(*shape, name="w"):
    return safetensors({name: ("BF16", list(shape))})


@pytest.mark.parametrize(
    "files, found",
    [
        ({"model.safetensors": part(10, 2)}, [(20, "model.safetensors", HEADERS)]),
        (
            {"model-00001-of-00002.safetensors": part(10), "model-00002-of-00002.safetensors": part(5)},
            [(15, "model-00001-of-00002.safetensors", HEADERS)],
        ),
        (
            {"model_00001-of-00002.safetensors": part(10), "model_00002-of-00002.safetensors": part(5)},
            [(15, "model_00001-of-00002.safetensors", HEADERS)],
        ),
        # The same model twice, as some vendors ship it, and a copy of half the width.
        (
            {"consolidated.safetensors": part(20), "model.safetensors": part(20), "model.fp16.safetensors": part(20)},
            [(20, "model.safetensors", HEADERS)],
        ),
        ({"foo.safetensors": part(4), "adapter_model.safetensors": part(1)}, [(4, "foo.safetensors", HEADERS)]),
        ({"foo.safetensors": part(4), "bar.safetensors": part(4)}, []),
        ({"original/model.safetensors": part(4)}, []),
        (
            {
                "model_index.json": b"{}",
                "unet/diffusion_pytorch_model.safetensors": part(7),
                "unet/diffusion_pytorch_model.fp16.safetensors": part(7),
                "vae/diffusion_pytorch_model.safetensors": part(2),
                "text_encoder/model.safetensors": part(1),
                "loras/style.safetensors": part(50),
            },
            [(10, "text_encoder/model.safetensors", HEADERS)],
        ),
        # A part that is missing, behind a pointer, broken, or packed: no number.
        ({"model-00001-of-00002.safetensors": part(10)}, []),
        ({"model-00001-of-00002.safetensors": part(10), "model-00002-of-00002.safetensors": pointer(GIB)}, []),
        ({"model.safetensors": b"broken"}, []),
        ({"model.safetensors": safetensors({"w": ("I32", [4])})}, []),
    ],
)
def test_safetensors_headers_are_summed_over_the_parts_of_one_model(files, found):
    assert total(files) == found


@pytest.mark.parametrize("tied, count", [(True, 6), (False, 10), (None, 10)])
def test_a_stored_copy_of_a_tied_output_layer_is_not_counted_twice(tied, count):
    data = safetensors({"lm_head.weight": ("BF16", [2, 2]), "embed.weight": ("BF16", [2, 2]), "n": ("BF16", [2])})
    assert total({"model.safetensors": data, "config.json": js({"tie_word_embeddings": tied})})[0][0] == count


@pytest.mark.parametrize(
    "files, found",
    [
        ({"m-Q4.gguf": gguf({}, {"w": [4, 5]})}, [(20, "m-Q4.gguf", HEADERS)]),
        ({"m-Q4.gguf": gguf({}, {"w": [4, 5]}), "m-Q8.gguf": gguf({}, {"w": [4, 5]})}, [(20, "m-Q4.gguf", HEADERS)]),
        (
            {"m-00001-of-00002.gguf": gguf({}, {"w": [4]}), "m-00002-of-00002.gguf": gguf({}, {"v": [5]})},
            [(9, "m-00001-of-00002.gguf", HEADERS)],
        ),
        ({"m-00001-of-00002.gguf": gguf({}, {"w": [4]})}, []),
        ({"lora-m.gguf": gguf({}, {"w": [4]})}, []),
        ({"m.gguf": b"GGUF"}, []),
    ],
)
def test_gguf_headers_are_summed_whatever_the_quantisation(files, found):
    assert total(files) == found


def test_the_formula_is_used_with_its_place():
    (fact,) = observed({"config.json": js(LLAMA)}).total
    assert (fact.value, fact.path, fact.line, fact.how) == (EIGHT, "config.json", 3, FORMULA)


def test_the_sources_come_in_order_of_trust():
    files = {
        "README.md": b"# Foo 8B\n\nFoo has 8B parameters.\n",
        "config.json": js({**LLAMA, "torch_dtype": "bfloat16"}),
        "model.safetensors.index.json": js({"metadata": {"total_size": 2 * EIGHT}}),
        "model.safetensors": part(9),
    }
    assert [(value, how) for value, _, how in total(files)] == [
        (9, HEADERS),
        (EIGHT, FORMULA),
        (EIGHT, "total_size of the index at 2 bytes a parameter"),
        (len(part(9)) // 2, "size of the files at 2 bytes a parameter"),
        (8_000_000_000, "sentence"),
        (8_000_000_000, "size in the name"),
    ]


INDEX = {"model.safetensors.index.json": js({"metadata": {"total_size": 9_090_000_000}})}


@pytest.mark.parametrize(
    "config, values",
    [
        # total_size is bytes: of int8 with scales it says nothing of the count, of an unknown type neither.
        ({"torch_dtype": "bfloat16", "quantization_config": {"quant_method": "int8"}}, []),
        ({}, []),
        ({"torch_dtype": "int4"}, []),
        ({"torch_dtype": 16}, []),
        ({"torch_dtype": "torch.float16"}, [4_545_000_000]),
        ({"dtype": "float32"}, [2_272_500_000]),
    ],
)
def test_bytes_are_divided_only_where_every_parameter_has_as_many(config, values):
    assert [value for value, _, _ in total({**INDEX, "config.json": js(config)})] == values


@pytest.mark.parametrize("metadata", [{"total_size": 0}, {"total_parameters": 29_000_000_000}])
def test_an_index_that_states_no_size_gives_no_number(metadata):
    files = {"model.safetensors.index.json": js({"metadata": metadata}), "config.json": js({"dtype": "bfloat16"})}
    assert total(files) == []


@pytest.mark.parametrize(
    "files, values",
    [
        ({"model.safetensors": pointer(2 * GIB)}, [GIB]),
        ({"model-00001-of-00002.safetensors": pointer(2 * GIB)}, []),
        ({"model.safetensors": "unreadable"}, []),
        (
            {
                "pytorch_model.bin": pointer(2 * GIB),
                "pytorch_model.bin.index.json": js({"metadata": {"total_size": 8}}),
            },
            [],
        ),
    ],
)
def test_the_sizes_behind_pointers_are_enough(files, values):
    assert [value for value, _, _ in total({**files, "config.json": js({"dtype": "bfloat16"})})] == values


def test_the_text_part_of_a_model_of_several_is_not_its_total():
    config = {"model_type": "gemma3", "text_config": {"model_type": "gemma3_text", "hidden_size": 2560,
              "intermediate_size": 10240, "num_hidden_layers": 34}}  # fmt: skip
    found = observed({"config.json": js(config)})
    assert (found.total, found.active) == ((), ())
    assert [(fact.value, fact.how) for fact in found.part] == [(3_880_263_168, f"{FORMULA}, text part only")]


def test_every_configuration_of_a_vendor_counts_the_largest_first():
    small = {**LLAMA, "num_hidden_layers": 1}
    moe = {"dim": 4096, "n_layers": 32, "head_dim": 128, "hidden_dim": 14336, "n_heads": 32, "n_kv_heads": 8,
           "vocab_size": 32000, "moe": {"num_experts": 8, "num_experts_per_tok": 2}}  # fmt: skip
    files = {
        "inference/configs/config_8B.json": js(LLAMA),
        "inference/configs/config_1B.json": js(small),
        "params.json": js(moe),
        "tests/config.json": js(LLAMA),
        "config_bad.json": b"{",
    }
    found = observed(files)
    assert [fact.path for fact in found.total if fact.how == FORMULA] == [
        "params.json",
        "inference/configs/config_8B.json",
        "inference/configs/config_1B.json",
    ]
    assert [fact.value for fact in found.active] == [12_879_925_248]


def test_the_model_of_a_folder_is_counted_by_its_own_configuration():
    files = {
        "m/one/config.json": js({"torch_dtype": "bfloat16"}),
        "m/one/model.safetensors": pointer(2 * GIB),
        "config.json": js({"torch_dtype": "float32"}),
    }
    assert [value for value, _, _ in total(files, "m/one")] == [GIB]


def test_only_a_whole_count_is_exact():
    files = {"README.md": b"# Foo 8B\n", "config.json": js(LLAMA), "model.safetensors": part(9)}
    assert [(fact.how, exact(fact)) for fact in observed(files).total] == [
        (HEADERS, True),
        (FORMULA, True),
        ("size in the name", False),
    ]


def test_the_same_value_found_in_the_same_way_is_one_fact():
    files = {"README.md": b"# Foo\n\nIt has 8B parameters.\n\nAll 8B parameters are used.\n"}
    assert total(files) == [(8_000_000_000, "README.md", "sentence")]
