from __future__ import annotations

import json

import pytest

from ai800.facts.base_model import base_models, names_or_paths
from ai800.facts.front_matter import front_matter
from ai800.facts.source import Source
from ai800.facts.types import Fact
from ai800.facts.weights import weights
from tests.support.model_files import gguf
from tests.support.snapshots import MemorySnapshot


def found(files):
    source = Source(MemorySnapshot({p: t.encode() if isinstance(t, str) else t for p, t in files.items()}))
    facts = base_models(source, front_matter(source), weights=weights(source))
    return [(fact.value["name"], fact.value["relation"]) for fact in facts]


HUB = "https://huggingface.co"
KEYS = {"general.base_model.count": 1, "general.base_model.0.name": "Foo 8B"}


@pytest.mark.parametrize(
    "files, bases",
    [
        ({"README.md": "---\nbase_model: org/foo\n---\n"}, [("org/foo", None)]),
        (
            {"README.md": "---\nbase_model: [org/a, org/b]\nbase_model_relation: merge\n---\n"},
            [("org/a", "merge"), ("org/b", "merge")],
        ),
        ({"README.md": "---\nbase_model: org/foo\nbase_model_relation: cousin\n---\n"}, [("org/foo", None)]),
        ({"README.md": "---\nbase_model: {a: b}\n---\n"}, []),
        ({"adapter_config.json": '{"base_model_name_or_path": "org/foo"}'}, [("org/foo", "adapter")]),
        ({"adapter_config.json": '{"base_model_name_or_path": " "}'}, []),
        ({"adapter_config.json": '{"base_model_name_or_path": 7}'}, []),
        ({"adapter_config.json": "{"}, []),
        (
            {
                "README.md": "---\nbase_model: org/foo\n---\n",
                "adapter_config.json": '{"base_model_name_or_path": "ORG/foo"}',
            },
            [("org/foo", None)],
        ),
        (
            {"m.gguf": gguf({**KEYS, "general.base_model.0.repo_url": f"{HUB}/org/foo-8b"}, {"w": [1]})},
            [("org/foo-8b", None)],
        ),
        (
            {"m.gguf": gguf({**KEYS, "general.base_model.0.repo_url": "https://x.example"}, {"w": [1]})},
            [("Foo 8B", None)],
        ),
        ({"m.gguf": gguf({"general.base_model.count": 2}, {"w": [1]})}, []),
        ({"m.gguf": gguf({"general.base_model.count": "2"}, {"w": [1]})}, []),
        ({"m.gguf": gguf({}, {"w": [1]})}, []),
        ({"README.md": "- **Finetuned from model:** org/foo\n"}, [("org/foo", None)]),
        ({"README.md": f"**Base model:** [Foo]({HUB}/org/foo)\n"}, [("org/foo", None)]),
        ({"README.md": "- **Finetuned from model [optional]:** [More Information Needed]\n"}, []),
        ({"README.md": "**Base model:** Foo 8B\n"}, []),
        ({"README.md": "The base model is org/foo.\n"}, []),
        ({"README.md": "---\nbase_model: org/foo\n---\n**Base model:** org/other\n"}, [("org/foo", None)]),
    ],
)
def test_structured_places_name_the_base(files, bases):
    assert found(files) == bases


@pytest.mark.parametrize(
    "line, bases",
    [
        ("- base model: https://huggingface.co/org/foo-base-1.0/", []),
        ("- base model: https://huggingface.co/ORG/foo-base-1.0", []),
        ("- base model: https://huggingface.co/other/bar", ["other/bar"]),
    ],
)
def test_a_base_model_that_is_offered_here_is_one_of_the_release(line, bases):
    source = Source(MemorySnapshot({"README.md": line.encode()}))
    offered = (
        Fact("https://huggingface.co/org/foo-base-1.0/", "README.md", 1, "offered for download"),
        Fact("download.sh", "download.sh", None, "download script"),
    )
    facts = base_models(source, front_matter(source), weights=weights(source), offered=offered)
    assert [fact.value["name"] for fact in facts] == bases


def test_at_most_a_hundred_are_read():
    names = ", ".join(f"org/m{number}" for number in range(300))
    assert len(found({"README.md": f"---\nbase_model: [{names}]\n---\n"})) == 100


@pytest.mark.parametrize(
    "name, value",
    [("org/foo", ["org/foo"]), ("/home/x/checkpoint", []), ("./out", []), ("foo", []), (7, []), (None, [])],
)
def test_a_path_of_the_machine_names_no_model(name, value):
    data = json.loads(json.dumps({"_name_or_path": name}))
    assert [fact.value for fact in names_or_paths({"config.json": data})] == value
