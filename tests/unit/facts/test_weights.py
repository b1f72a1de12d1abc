from __future__ import annotations

from hashlib import sha256

import pytest

from ai800.facts.source import Source
from ai800.facts.types import WeightFile
from ai800.facts.weights import looks_like_weights, weights
from tests.support.model_files import OID, gguf, pointer, safetensors
from tests.support.snapshots import MemorySnapshot

BIG = bytes(11 << 20)
GIB = 1 << 30


def found(files, folder=""):
    source = Source(MemorySnapshot(files, folder=folder))
    return weights(source), source


@pytest.mark.parametrize(
    "path, content, form",
    [
        ("model.safetensors", safetensors({}), "safetensors"),
        ("deep/er/model.safetensors", safetensors({}), "safetensors"),
        ("model-Q4_K_M.gguf", gguf({}, {"w": [2]}), "gguf"),
        ("model.onnx", b"x", "onnx"),
        ("model.onnx_data", b"x", "onnx"),
        ("__0_0.distcp", b"x", "other"),
        ("ckpt-0/tensor00000_000", b"x", "other"),
        ("model.nemo", b"x", "other"),
        ("pytorch_model-00001-of-00002.bin", b"x", "pickle"),
        ("consolidated.00.pth", b"x", "pickle"),
        ("model_v1.ckpt", b"x", "pickle"),
        ("unet.pt", b"x", "pickle"),
        ("model.joblib", b"x", "pickle"),
        ("net.pth", BIG, "pickle"),
        ("net.pth", pointer(GIB), "pickle"),
        ("tf_model.h5", b"x", "other"),
        ("flax_model.msgpack", b"x", "other"),
        ("net.npz", BIG, "other"),
        ("model.safetensors.index.json", b"{}", "index"),
        ("pytorch_model.bin.index.json", b"{}", "index"),
        ("tests/model.safetensors", pointer(GIB), "safetensors"),
    ],
)
def test_weights_are_known_by_name_and_size(path, content, form):
    (file,) = found({path: content})[0].files
    assert (file.path, file.form) == (path, form)


@pytest.mark.parametrize(
    "path, content",
    [
        ("data.bin", b"x"),
        ("net.pth", b"x"),
        ("net.pth", pointer(1000)),
        ("net.pth", "unreadable"),
        ("optimizer.pt", BIG),
        ("scheduler.pt", b"x"),
        ("rng_state_0.pth", b"x"),
        ("training_args.bin", b"x"),
        ("tokenizer.bin", BIG),
        ("vocab.pkl", BIG),
        ("ggml-vocab-llama.gguf", gguf({}, {})),
        ("empty.gguf", gguf({}, {})),
        ("tests/model.safetensors", safetensors({})),
        ("examples/a/model.safetensors", pointer(1000)),
        (".cache/model.safetensors", b"x"),
        ("config.json", b"{}"),
        ("weights.md", b"x"),
        ("report_2024_001", b"x"),
        ("model.safetensors", "symlink"),
        ("model.safetensors", "submodule"),
    ],
)
def test_what_is_no_weights_is_not_listed(path, content):
    assert found({path: content})[0].files == ()


def test_a_pointer_tells_size_and_digest_without_a_download():
    result, source = found({"model.safetensors": pointer(GIB)})
    assert result.files == (
        WeightFile("model.safetensors", "safetensors", GIB, OID, pointer=True, sha256_from="pointer"),
    )
    assert (result.safetensors, source.problems) == ({}, [])


def test_a_file_tells_its_own_size_and_header():
    data = safetensors({"a": ("BF16", [3])})
    result, _ = found({"model.safetensors": data})
    digest = sha256(data).hexdigest()
    assert result.files == (
        WeightFile("model.safetensors", "safetensors", len(data), digest, pointer=False, sha256_from="computed"),
    )
    assert result.safetensors["model.safetensors"].parameters == 3


def test_unreadable_weights_are_listed_and_noted_once():
    names = [f"model-0000{n}-of-00003.safetensors" for n in (1, 2, 3)]
    result, source = found(dict.fromkeys(names, "unreadable") | {"odd.pth": "unreadable"})
    assert [file.path for file in result.files] == names
    (problem,) = source.problems
    assert (problem.path, problem.value) == (
        names[0],
        "this and 2 more files of weights cannot be read: the bytes are not here",
    )


def test_one_unreadable_file_is_noted_as_one():
    _, source = found({"model.gguf": "unreadable"})
    assert source.problems[0].value == "this file of weights cannot be read: the bytes are not here"


class Denied(MemorySnapshot):
    """Lists files with their size, and gives none of their bytes, as a folder without permission does."""

    def head(self, path, size):
        return MemorySnapshot({}).head(path, size)


def test_a_large_file_that_may_not_be_read_is_noted():
    source = Source(Denied({"model.safetensors": BIG, "model.onnx": BIG}))
    assert [file.size for file in weights(source).files] == [len(BIG), len(BIG)]
    assert [(problem.path, problem.value) for problem in source.problems] == [
        ("model.safetensors", "this file of weights cannot be read: the bytes are not here"),
        ("model.onnx", "this file of weights cannot be read to the end, so there is no digest"),
    ]


class Vanishing(MemorySnapshot):
    """The file is there when it is first looked at, and gone when its header is read."""

    def head(self, path, size):
        return super().head(path, size) if size == 1 else MemorySnapshot({}).head(path, size)


def test_a_file_that_vanishes_while_it_is_read_is_noted():
    source = Source(Vanishing({"model.safetensors": BIG}))
    assert len(weights(source).files) == 1
    assert source.problems[0].value == "ends before its header does"


@pytest.mark.parametrize(
    "path, content, reason",
    [
        ("model.safetensors", safetensors({"a": ("F32", [4])})[:-1], "places a tensor outside the file"),
        ("model.gguf", b"GGUF", "does not begin as a GGUF file does"),
    ],
)
def test_a_broken_header_is_a_problem_and_the_file_is_still_weights(path, content, reason):
    result, source = found({path: content})
    assert [file.path for file in result.files] == [path]
    assert [(problem.path, problem.value) for problem in source.problems] == [(path, reason)]


@pytest.mark.parametrize(
    "files, risks",
    [
        ({"model.safetensors": pointer(GIB)}, []),
        ({"pytorch_model.bin": pointer(GIB)}, [("pytorch_model.bin", "1 file that can run code when loaded")]),
        (
            {"a/model.pt": b"x", "b/model.pth": b"x", "c/model.onnx": b"x"},
            [("a/model.pt", "2 files that can run code when loaded")],
        ),
    ],
)
def test_pickled_weights_are_a_risk(files, risks):
    facts = found(files)[0].risks
    assert [(fact.path, fact.how) for fact in facts] == risks
    assert {fact.value for fact in facts} <= {"pickle"}


def test_only_the_models_own_folder_counts():
    files = {"one/model.safetensors": pointer(GIB), "two/model.safetensors": pointer(GIB), "model.gguf": pointer(GIB)}
    assert [file.path for file in found(files, folder="two")[0].files] == ["two/model.safetensors"]


@pytest.mark.parametrize(
    "name, looks", [("model.bin", True), ("a.safetensors", True), ("tokenizer.bin", False), ("a.md", False)]
)
def test_a_name_may_look_like_weights(name, looks):
    assert looks_like_weights(name) is looks
