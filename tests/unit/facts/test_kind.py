"""Layouts of real repositories, with texts written fresh: what is a release, and of what kind."""

from __future__ import annotations

import pytest

from ai800.facts import observe
from tests.support.snapshots import MemorySnapshot

POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"a" * 64 + b"\nsize 4976698672\n"
CARD = b"# Card\n\nWhat the model does, and what it must not be used for.\n"
CONFIG = b'{"architectures": ["LlamaForCausalLM"], "model_type": "llama"}'
APACHE_STUB = b"Licensed under the Apache License, Version 2.0\n"
HUB = "https://huggingface.co"


def front(extra="pipeline_tag: text-generation"):
    return f"---\nlicense: apache-2.0\n{extra}\n---\n# Model\n\nWords.\n".encode()


RELEASES = {
    "hub: weights behind pointers": (
        {"README.md": front(), "config.json": CONFIG, "model-00001-of-00002.safetensors": POINTER},
        "hugging_face",
    ),
    "hub: downloaded without its card": (
        {"config.json": CONFIG, "model.safetensors": POINTER, "tokenizer.json": b"{}"},
        "hugging_face",
    ),
    "hub: card only": ({"README.md": front()}, "hugging_face"),
    "hub: diffusion pipeline of several folders": (
        {
            "README.md": front("library_name: diffusers"),
            "model_index.json": b"{}",
            "unet/config.json": b"{}",
            "unet/diffusion_pytorch_model.safetensors": POINTER,
            "vae/config.json": b"{}",
            "vae/diffusion_pytorch_model.safetensors": POINTER,
        },
        "hugging_face",
    ),
    "hub: adapter": (
        {
            "README.md": front("base_model: org/base"),
            "adapter_config.json": b"{}",
            "adapter_model.safetensors": POINTER,
        },
        "hugging_face",
    ),
    "hub: quantised files": ({"README.md": front("tags:\n- gguf"), "model-Q4_K_M.gguf": POINTER}, "hugging_face"),
    "vendor: torrent, code of the model and no packaging": (
        {
            "README.md": (
                b"# Foo-1\n\nThis repository contains JAX example code for the Foo-1 open-weights model.\n\n"
                b"# Specifications\n\n- **Parameters:** 300B\n\n# Downloading the weights\n\n"
                b"Use this magnet link:\n\n```\nmagnet:?xt=urn:btih:0123456789abcdef0123456789abcdef&tr=x\n```\n"
            ),
            "LICENSE.txt": APACHE_STUB,
            "model.py": b"",
            "pyproject.toml": b"",
            "tokenizer.model": b"x",
        },
        "vendor",
    ),
    "vendor: cards of two variants at the root": (
        {"README.md": b"# Bar\n", "MODEL_CARD_bar_base.md": CARD, "MODEL_CARD_bar_instruct.md": CARD},
        "vendor",
    ),
    "vendor: table of sizes with links, no packaging": (
        {
            "README.md": (
                "# Baz\n\nBaz is a mixture-of-experts language model with 32 billion activated parameters.\n\n"
                "| | |\n|:---:|:---:|\n| **Total Parameters** | 1T |\n\n## Deployment\n\n"
                f"The weights are on [Hugging Face]({HUB}/baz/baz-base).\n"
            ).encode(),
            "LICENSE": b"Modified MIT License\n",
            "figures/logo.png": b"",
        },
        "vendor",
    ),
    "vendor: collection of models in news": (
        {
            "README.md": (
                "# Qux3\n\nVisit our Hugging Face organization and the "
                f"[Qux3 collection]({HUB}/collections/Qux/qux3-67dd).\n\n"
                "## Introduction\n\nWe are excited to introduce Qux3, a family of large language models.\n"
            ).encode(),
            "docs/source/index.rst": b"",
        },
        "vendor",
    ),
    "vendor: several models of one owner, presented in no line": (
        {
            "README.md": (
                f"# Quux\n\nVisit our Hugging Face organization, or the [collection]({HUB}/collections/Quux/q-1).\n\n"
                f"## News\n\n- Quux-2 is out! Check the [model card]({HUB}/Quux/Quux-2) for more details.\n"
            ).encode(),
        },
        "vendor",
    ),
    "vendor: code to train and use models, with their checkpoints": (
        {
            "README.md": (
                "# OLM\n\nOLM is a repository for training and using open language models of Y.\n\n## Checkpoints\n\n"
                f"| Name | Checkpoint |\n|---|---|\n| 7B | [link]({HUB}/y/olm-7b) |\n"
            ).encode(),
            "pyproject.toml": b"",
        },
        "vendor",
    ),
    "vendor: package of a model that it offers": (
        {
            "README.md": (
                b"# Gem\n\n[Gem](https://x.example) is a family of open-weights Large Language Model (LLM) by Y.\n\n"
                b"## Installation\n\npip install gem\n\n### Downloading the models\n\n"
                b"The checkpoints are at https://www.kaggle.com/models/y/gem .\n"
            ),
            "pyproject.toml": b"",
            "gem/__init__.py": b"",
        },
        "vendor",
    ),
    "vendor: packaged speech model with a card": (
        {"README.md": b"# Hear\n", "model-card.md": CARD, "setup.py": b"", "hear/model.py": b""},
        "vendor",
    ),
    "vendor: card in a folder of its own": ({"README.md": b"# X\n", "docs/model_card.md": CARD}, "vendor"),
    "vendor: image model with a long card name": (
        {"README.md": b"# Paint\n", "Paint_v1_Model_Card.md": CARD, "setup.py": b"", "LICENSE": b"x"},
        "vendor",
    ),
    "vendor: hosted, only system cards": (
        {"system-card.md": CARD, "system-card_04062022.md": CARD, "assets/a b.png": b""},
        "vendor",
    ),
    "vendor: use policy beside a package": (
        {"README.md": b"# oss\n", "USAGE_POLICY": b"Comply with the law.", "pyproject.toml": b""},
        "vendor",
    ),
    "vendor: licence of the model apart": (
        {"README.md": b"# V3\n", "LICENSE-CODE": b"x", "LICENSE-MODEL": b"x"},
        "vendor",
    ),
    "vendor: download script, card and policy": (
        {"MODEL_CARD.md": CARD, "USE_POLICY.md": CARD, "download.sh": b"", "setup.py": b"", "llama/model.py": b""},
        "vendor",
    ),
    "vendor: minimal code and an archive": (
        {
            "README.md": (
                b"# Wind\n\nThis repository contains minimal code to run our 7B model.\n\n## Download the model\n"
                b"```\nwget https://files.wind.example/wind-7B-v0.1.tar\n```\n"
            ),
            "setup.py": b"",
        },
        "vendor",
    ),
    "vendor: declared, with nothing else to see": ({"ai800.yaml": b"ai800: 1\n", "README.md": b"# API\n"}, "vendor"),
    "vendor: package with checkpoints and what they are under": (
        {
            "README.md": (
                b"# Cut Out\n\nThe **Cut Out Model (COM)** produces masks of high quality from points.\n\n"
                b"## Model checkpoints\n\n* `large`: [download](https://dl.example/com/com_large.pth)\n\n"
                b"## Licence\n\nThe model is licensed under the [Apache 2.0 license](LICENSE).\n"
            ),
            "setup.py": b"",
        },
        "vendor",
    ),
    "vendor: package that fetches the weights itself and says what they are under": (
        {
            "README.md": (
                b"# Fold\n\nFold is a new foundation model for the shapes of molecules, by Y.\n\n"
                b"All the code and weights are provided under MIT license, for every use.\n"
            ),
            "setup.py": b"",
        },
        "vendor",
    ),
    "vendor: presented over two lines": (
        {
            "README.md": (
                "# Times\n\nTimes (Series Foundation Model) is a pretrained time-series foundation\n"
                "model developed by Y for forecasts of many kinds.\n\n"
                f"* Checkpoints:\n  [Times collection]({HUB}/collections/y/times-1).\n"
            ).encode(),
            "setup.py": b"",
        },
        "vendor",
    ),
    "vendor: weights of a vision model": ({"README.md": b"# V\n", "weights/net.pth": POINTER}, "vendor"),
}


@pytest.mark.parametrize("name", RELEASES)
def test_a_release_is_recognised(name):
    files, kind = RELEASES[name]
    facts = observe(MemorySnapshot(files))
    assert (facts.kind.value, facts.models) == (kind, ())


OTHERS = {
    "empty": ({}, "not_a_release"),
    "documentation only": (
        {"README.md": b"# Notes\n\nNotes on language models.\n", "docs/a.md": b"x"},
        "not_a_release",
    ),
    "client of an API": (
        {
            "README.md": b"# SDK\n\nThe SDK gives access to the API of a large language model from Python.\n",
            "SECURITY.md": b"# Security\n\nSee https://hackerone.com/x for our bug bounty.\n",
            "pyproject.toml": b"",
            "src/sdk/types/model_card.py": b"",
        },
        "library",
    ),
    "evaluation harness": (
        {
            "README.md": (
                "# Harness\n\nThis project provides a unified framework to test generative language models.\n\n"
                f"```bash\nharness --model hf --model_args pretrained=o/m\n```\n\nModels: [hub]({HUB}/models).\n"
            ).encode(),
            "pyproject.toml": b"",
            "tests/fixtures/tiny/config.json": CONFIG,
            "tests/fixtures/tiny/model.safetensors": b"x",
        },
        "library",
    ),
    "inference engine that lists everybody's models": (
        {
            "README.md": (
                "# fast\n\nfast is a quick engine for serving large language models.\n\n## Supported models\n\n"
                f"Download weights: [a]({HUB}/one/a), [b]({HUB}/two/b), [c]({HUB}/three/c)\n"
            ).encode(),
            "setup.py": b"",
            "models/ggml-vocab-llama.gguf": b"x",
        },
        "library",
    ),
    "package that works with models of one owner under their licences": (
        {
            "README.md": (
                "# Quick\n\nQuick makes embeddings fast.\n\n"
                f"Download the [model]({HUB}/one/a), [b]({HUB}/one/b).\n\n"
                "The models are released under their own licenses.\n\nQuick is under the MIT license.\n"
            ).encode(),
            "setup.py": b"",
        },
        "library",
    ),
    "list of models": (
        {
            "README.md": (
                "# Awesome models\n\nThere are many open language models to choose from, these for example.\n\n"
                f"| Model | Download |\n|---|---|\n| A | [hub]({HUB}/one/a) |\n| B | [hub]({HUB}/two/b) |\n"
                f"| C | [hub]({HUB}/three/c) |\n"
            ).encode(),
        },
        "not_a_release",
    ),
    "data set of the hub": (
        {"README.md": b"---\nlicense: mit\ntask_categories: [qa]\n---\n# Data\n", "data/train.parquet": b"x"},
        "not_a_release",
    ),
    "app of the hub": (
        {"README.md": b"---\ntitle: App\nsdk: gradio\nlicense: mit\n---\n", "app.py": b"", "requirements.txt": b""},
        "not_a_release",
    ),
    "course with one link": (
        {"README.md": f"# Course\n\nFirst download the [model]({HUB}/one/a).\n".encode()},
        "not_a_release",
    ),
    "training code": (
        {"README.md": b"# nano\n\nThe simplest repository for training GPTs.\n", "train.py": b"", "LICENSE": b"x"},
        "not_a_release",
    ),
    "test data that looks like a release": (
        {
            "README.md": b"# Checker\n\nChecks releases.\n",
            "pyproject.toml": b"",
            "examples/open/ai800.yaml": b"ai800: 1\n",
            "examples/open/MODEL_CARD.md": CARD,
            "tests/data/model.safetensors": b"x",
            "src/templates/model_card.md": CARD,
        },
        "library",
    ),
    "offers nothing, says it is a model": (
        {"README.md": b"# Soon\n\nSoon is a large language model that we will describe later.\n"},
        "not_a_release",
    ),
    "package that offers no weights of its own in the readme": (
        {"README.md": b"# Gem\n\nGem is a family of language models by Y.\n", "setup.py": b"", "download.sh": b"x"},
        "library",
    ),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_release_is_not_called_one(name):
    files, kind = OTHERS[name]
    facts = observe(MemorySnapshot(files))
    assert (facts.kind.value, facts.models) == (kind, ())


def test_every_kind_says_why():
    for files, _ in (*RELEASES.values(), *OTHERS.values()):
        assert observe(MemorySnapshot(files)).kind.how


MONOREPO = {
    "README.md": b"# Family\n",
    "LICENSE": b"https://example.org/licence\n",
    "docs/model_card.md": CARD,
    "models/one/MODEL_CARD.md": CARD,
    "models/one/sub/MODEL_CARD.md": CARD,
    "models/two/config.json": CONFIG,
    "models/two/model.safetensors": POINTER,
    "models/three/ai800.yaml": b"ai800: 1\n",
    "models/four/config.json": CONFIG,
    "examples/five/MODEL_CARD.md": CARD,
}


def test_folders_of_several_models_are_listed():
    facts = observe(MemorySnapshot(MONOREPO))
    assert facts.kind.value == "monorepo"
    assert [(fact.value, fact.path) for fact in facts.models] == [
        ("models/one", "models/one/MODEL_CARD.md"),
        ("models/three", "models/three/ai800.yaml"),
        ("models/two", "models/two/config.json"),
    ]


def test_one_folder_with_a_model_is_the_model_of_the_repository():
    files = {"README.md": b"# One\n", "one/MODEL_CARD.md": CARD}
    facts = observe(MemorySnapshot(files))
    assert (facts.kind.value, facts.models) == ("vendor", ())


@pytest.mark.parametrize(
    "folder, kind",
    [
        ("models/one", "vendor"),
        ("models/two", "hugging_face"),
        ("models/four", "not_a_release"),
        ("empty", "not_a_release"),
    ],
)
def test_a_folder_is_judged_by_what_is_in_it(folder, kind):
    assert observe(MemorySnapshot(MONOREPO, folder=folder)).kind.value == kind


def test_folders_inside_a_folder_are_named_from_the_root():
    facts = observe(MemorySnapshot({f"all/{path}": content for path, content in MONOREPO.items()}, folder="all"))
    assert [fact.value for fact in facts.models] == ["all/models/one", "all/models/three", "all/models/two"]
