from __future__ import annotations

import pytest

from ai800.facts.front_matter import front_matter
from ai800.facts.identity import architecture, names, risks
from ai800.facts.source import Source
from ai800.facts.weights import weights
from tests.support.model_files import gguf
from tests.support.snapshots import MemorySnapshot


def sourced(files, folder=""):
    return Source(
        MemorySnapshot({p: t if isinstance(t, bytes) else t.encode() for p, t in files.items()}, folder=folder)
    )


@pytest.mark.parametrize(
    "files, found",
    [
        ({"README.md": "# Foo 7B\n\n# Uses\n"}, ["Foo 7B"]),
        ({"README.md": '<h1 align="center">Foo</h1>\n'}, ["Foo"]),
        ({"README.md": "## Table of Contents\n"}, []),
        ({"README.md": "# Model Card\n\n# Foo\n"}, []),
        ({"README.md": "no title", "MODEL_CARD.md": "# Foo\n"}, ["Foo"]),
        ({"README.md": "---\nmodel-index:\n- name: foo-7b\n- name: bar\n---\n# Foo\n"}, ["foo-7b", "Foo"]),
        ({"README.md": "---\nmodel-index: foo\n---\n"}, []),
        ({"README.md": "---\nmodel-index: [foo, {name: 7}]\n---\n"}, []),
        ({"m.gguf": gguf({"general.name": "Foo"}, {"w": [1]})}, ["Foo"]),
        ({"m.gguf": gguf({"general.name": 7}, {"w": [1]})}, []),
        ({"README.md": "## News\n\n* **Model name**: Foo 8x2B\n* **Model name**: Bar\n"}, ["Foo 8x2B"]),
        ({"README.md": "# Foo\n\n* **Model name**: Foo 8x2B\n"}, ["Foo"]),
        ({}, []),
    ],
)
def test_names_in_order_of_trust(files, found):
    source = sourced(files)
    assert [fact.value for fact in names(source, front_matter(source), weights=weights(source))] == found


def test_a_folder_is_a_name():
    source = sourced({"models/foo/x": ""}, "models/foo")
    assert [(fact.value, fact.path) for fact in names(source, front_matter(source), weights=weights(source))] == [
        ("foo", "models/foo")
    ]


@pytest.mark.parametrize(
    "config, keys, found",
    [
        ({"architectures": ["FooForCausalLM"], "model_type": "foo"}, {}, ["FooForCausalLM"]),
        ({"architectures": [], "model_type": "foo"}, {}, ["foo"]),
        ({"architectures": "Foo"}, {}, []),
        ({"architectures": [7]}, {"general.architecture": "llama"}, ["llama"]),
        ({}, {"general.architecture": 7}, []),
        ({}, {}, []),
    ],
)
def test_architectures(config, keys, found):
    source = sourced({"m.gguf": gguf(keys, {"w": [1]})})
    assert [fact.value for fact in architecture({"config.json": config}, weights(source))] == found


def test_an_architecture_without_weights():
    assert architecture({}, weights(sourced({}))) == ()


@pytest.mark.parametrize(
    "config, matter, found",
    [
        ({"auto_map": {"AutoModel": "modeling.Foo"}}, "tags: [x]", ["code_on_load"]),
        ({"auto_map": {}}, "tags: [Uncensored, abliterated]", ["uncensored", "abliterated"]),
        ({}, "tags: [not-for-all-audiences]", ["not-for-all-audiences"]),
        ({}, "license: mit", []),
    ],
)
def test_risks(config, matter, found):
    source = sourced({"README.md": f"---\n{matter}\n---\n"})
    assert [fact.value for fact in risks({"config.json": config}, front_matter(source))] == found
