"""The whole of it: that every collector is asked, and that no file can make it fail."""

from __future__ import annotations

import json

import pytest

from ai800.facts import observe
from ai800.facts.types import as_data
from tests.support.model_files import gguf, pointer, safetensors
from tests.support.snapshots import MemorySnapshot

CONFIG = {
    "model_type": "mixtral",
    "architectures": ["FooForCausalLM"],
    "auto_map": {"AutoModel": "m.Foo"},
    "hidden_size": 4096,
    "num_hidden_layers": 32,
    "num_attention_heads": 32,
    "num_key_value_heads": 8,
    "intermediate_size": 14336,
    "vocab_size": 32000,
    "num_local_experts": 8,
    "num_experts_per_tok": 2,
    "_name_or_path": "org/base",
}
README = """---
license: other
license_name: foo-licence
license_link: LICENSE
base_model: org/base
language: [en, no]
datasets: [org/data]
tags: [open-weights, uncensored]
co2_eq_emissions: {emissions: 24_700_000}
extra_gated_prompt: agree
---
# Foo 47B

Foo is an open-weights language model. See the [model card](https://x.example/card).

## Uses

[More Information Needed]

### Misuse

Report misuse to report@x.example, see the [use policy](https://x.example/use).

**Supported languages:** English
**Last updated:** May 2024

It was trained on 2 trillion tokens. Download it from [the hub](https://huggingface.co/org/foo).
"""
RELEASE = {
    "README.md": README.encode(),
    "LICENSE": b"FOO LICENCE\n\nUse Restrictions\n\nYou may not:\n- a\n- b\n- c\n",
    "LICENSE-CODE": b"Attribution 4.0 International\n",
    "config.json": json.dumps(CONFIG).encode(),
    "model_card_04062022.md": b"# Card\n",
    "model.safetensors": pointer(1 << 33),
    "model.safetensors.index.json": b'{"metadata": {"total_size": 8}}',
    "pytorch_model.bin": b"x",
    "SECURITY.md": b"Report to security@x.example",
    "USE_POLICY.md": b"- a\n- b\n",
    "broken.gguf": b"GGUF",
}


def test_every_field_is_filled():
    facts = observe(MemorySnapshot(RELEASE))
    assert facts.kind.value == "hugging_face"
    assert [name for name, value in as_data(facts).items() if not value] == ["models"]
    assert sorted(facts.extra) == [
        "card_dates", "card_links", "co2_grams", "datasets", "languages", "licence_links", "name_or_path", "tags",
        "training_tokens", "use_limits", "weight_bytes",
    ]  # fmt: skip
    assert [fact.value for fact in facts.extra["languages"]] == [["en", "no"], "English"]
    assert facts.extra["co2_grams"][0].value == "24_700_000"


@pytest.mark.parametrize(
    "matter, grams",
    [("co2_eq_emissions: 12.5", 12.5), ("co2_eq_emissions: {source: x}", None), ("co2_eq_emissions: true", None)],
)
def test_emissions_are_given_in_two_forms(matter, grams):
    facts = observe(MemorySnapshot({"README.md": f"---\nlicense: mit\n{matter}\n---\n".encode()}))
    assert [fact.value for fact in facts.extra.get("co2_grams", ())] == ([] if grams is None else [grams])


def test_all_of_it_is_json_and_the_same_each_time():
    once, again = (json.dumps(as_data(observe(MemorySnapshot(RELEASE)))) for _ in range(2))
    assert once == again


@pytest.mark.parametrize(
    "content", ["unreadable", "symlink", "submodule", "special", b"", b"\x00\xff" * 99, b"{" * 9999]
)
def test_no_content_makes_it_fail(content):
    facts = observe(MemorySnapshot(dict.fromkeys(RELEASE, content)))
    assert json.dumps(as_data(facts))


def test_what_cannot_be_read_is_a_problem_and_not_missing():
    facts = observe(MemorySnapshot(dict.fromkeys(RELEASE, "unreadable")))
    assert {problem.path for problem in facts.problems} == {
        "LICENSE", "LICENSE-CODE", "README.md", "SECURITY.md", "USE_POLICY.md", "broken.gguf", "config.json",
        "model.safetensors.index.json", "model_card_04062022.md",
    }  # fmt: skip
    assert len(facts.weights) == 4


def test_nothing_at_all():
    facts = observe(MemorySnapshot({}))
    assert (facts.kind.value, facts.problems) == ("not_a_release", ())


def test_a_problem_is_told_once():
    facts = observe(MemorySnapshot({"README.md": "unreadable"}))
    assert [problem.path for problem in facts.problems] == ["README.md"]


def test_names_that_are_not_utf8_stay_as_they_are():
    name = "weights-\udcff/model.safetensors"
    facts = observe(MemorySnapshot({name: safetensors({"w": ("F32", [2])}), "m.gguf": gguf({}, {"w": [2]})}))
    assert [file.path for file in facts.weights] == ["m.gguf", name]
