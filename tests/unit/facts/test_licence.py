from __future__ import annotations

from pathlib import Path

import pytest

from ai800.facts.front_matter import front_matter
from ai800.facts.licence import licences
from ai800.facts.source import Source
from ai800.facts.weights import weights
from tests.support.model_files import gguf, pointer
from tests.support.snapshots import MemorySnapshot

APACHE = (Path(__file__).parents[3] / "LICENSE").read_bytes()
LLAMA = b"LLAMA 3.1 COMMUNITY LICENSE AGREEMENT\n\nWords.\n"
CARD = b"---\nlicense: %s\n---\n# M\n"
MODEL = {"model.safetensors": pointer(1 << 30)}


def found(files, folder=""):
    source = Source(MemorySnapshot(files, folder=folder))
    return licences(source, front_matter(source), weights=weights(source))


def shown(files, folder=""):
    result = found(files, folder)
    return [[(fact.value, fact.path, fact.line) for fact in facts] for facts in (result.weights, result.code)]


@pytest.mark.parametrize(
    "files, of_weights, of_code",
    [
        # The file of a repository of code covers the code.
        ({"LICENSE": APACHE}, [], [("Apache-2.0", "LICENSE", 2)]),
        ({"LICENSE.txt": APACHE, "README.md": b"# M\n"}, [], [("Apache-2.0", "LICENSE.txt", 2)]),
        # Beside weights or a card of the hub it covers the weights.
        ({"LICENSE": APACHE, **MODEL}, [("Apache-2.0", "LICENSE", 2)], []),
        (
            {"LICENSE.md": APACHE, "README.md": CARD % b"mit"},
            [("MIT", "README.md", 2), ("Apache-2.0", "LICENSE.md", 2)],
            [],
        ),
        # A licence made for models covers the weights wherever it is.
        ({"LICENSE": LLAMA}, [("LicenseRef-llama3.1", "LICENSE", 1)], []),
        # Named apart.
        (
            {"LICENSE-CODE": APACHE, "LICENSE-MODEL": LLAMA},
            [("LicenseRef-llama3.1", "LICENSE-MODEL", 1)],
            [("Apache-2.0", "LICENSE-CODE", 2)],
        ),
        ({"MODEL_LICENSE": APACHE}, [("Apache-2.0", "MODEL_LICENSE", 2)], []),
        ({"LICENSE-CODE": APACHE, **MODEL}, [], [("Apache-2.0", "LICENSE-CODE", 2)]),
        ({"LICENSE-MODEL": b"CC licence\n"}, [("LicenseRef-cc-licence", "LICENSE-MODEL", 1)], []),
        ({"COPYING": APACHE}, [], [("Apache-2.0", "COPYING", 2)]),
        # Under the name of a licence of code nothing shows that it is for a model.
        ({"LICENSE": b"Apache License\n\nOther words.\n"}, [], [("LicenseRef-apache-license", "LICENSE", 1)]),
        ({"LICENSE": b"Foo Model License\n\nWords.\n"}, [("LicenseRef-foo-model-license", "LICENSE", 1)], []),
        # A folder of licences of models.
        (
            {"model_licenses/LICENSE-FOO1": LLAMA, "model_licenses/LICENCE-BAR2.0": APACHE, "LICENSE": APACHE},
            [
                ("Apache-2.0", "model_licenses/LICENCE-BAR2.0", 2),
                ("LicenseRef-llama3.1", "model_licenses/LICENSE-FOO1", 1),
            ],
            [("Apache-2.0", "LICENSE", 2)],
        ),
        ({"model_licenses/notes.md": LLAMA, "licenses/LICENSE-FOO": LLAMA}, [], []),
        ({"LICENSE": b"  \n"}, [], []),
        ({"LICENSE": "unreadable"}, [], []),
        ({"LICENSES.md": APACHE, "docs/LICENSE": APACHE}, [], []),
    ],
)
def test_a_file_covers_code_or_weights(files, of_weights, of_code):
    assert shown(files) == [of_weights, of_code]


@pytest.mark.parametrize(
    "matter, values",
    [
        (b"license: apache-2.0", ["Apache-2.0"]),
        (b"license: [mit, cc-by-4.0]", ["MIT AND CC-BY-4.0"]),
        (b"license: other\nlicense_name: foo-licence", ["LicenseRef-foo-licence"]),
        (b"license: other", ["LicenseRef-other"]),
        (b"license: unknown", []),
        (b"license: [1]", []),
        (b"tags: [x]", []),
    ],
)
def test_front_matter_covers_the_weights(matter, values):
    result = found({"README.md": b"---\n" + matter + b"\n---\n"})
    assert [fact.value for fact in result.weights] == values


def test_a_licence_by_name_comes_before_one_without():
    files = {"README.md": CARD % b"other", "LICENSE": LLAMA}
    assert [value for value, _, _ in shown(files)[0]] == ["LicenseRef-llama3.1", "LicenseRef-other"]


@pytest.mark.parametrize(
    "keys, values",
    [
        ({"general.license": "apache-2.0"}, ["Apache-2.0"]),
        ({"general.license": "other", "general.license.name": "foo"}, ["LicenseRef-foo"]),
        ({"general.license": "other", "general.license.name": 7}, ["LicenseRef-other"]),
        ({"general.license": 7}, []),
        ({"general.license": "unknown"}, []),
        ({}, []),
    ],
)
def test_gguf_covers_the_weights(keys, values):
    result = found({"m.gguf": gguf(keys, {"w": [1]})})
    assert [fact.value for fact in result.weights] == values


def test_addresses_are_links_and_no_licence():
    files = {
        "LICENSE": b"https://example.org/licence\n",
        "README.md": b"---\nlicense: other\nlicense_name: x\nlicense_link: LICENSE\n---\n",
    }
    assert [(fact.value, fact.path) for fact in found(files).links] == [
        ("LICENSE", "README.md"),
        ("https://example.org/licence", "LICENSE"),
    ]


@pytest.mark.parametrize(
    "text, of_weights, of_code",
    [
        (
            "The code and associated weights in this release are licensed under the\nApache 2.0 license.",
            ["Apache-2.0"],
            ["Apache-2.0"],
        ),
        ("Foo's code and model weights are released under the MIT License.", ["MIT"], ["MIT"]),
        ("This code repository is licensed under [the MIT License](LICENSE-CODE).", [], ["MIT"]),
        ("All our open-weight models are licensed under Apache 2.0 licence terms.", ["Apache-2.0"], []),
        ("Base model checkpoints are licensed under the CC BY-SA-4.0 licence.", ["CC-BY-SA-4.0"], []),
        (
            "Both the code repository and the model weights are released under the [Modified MIT License](LICENSE).",
            ["LicenseRef-modified-mit"],
            ["LicenseRef-modified-mit"],
        ),
        ("The models are released under\nthe Apache 2.0 license.", ["Apache-2.0"], []),
        # Of what the sentence before names.
        (
            "We release the base models. They are released under the MIT open-source license.",
            ["MIT"],
            [],
        ),
        ("They are released under the MIT license.", [], []),
        ("We release the models.\n\nThey are released under the MIT license.", [], []),
        ("We release the dataset of the models. They are released under the MIT license.", [], []),
        # Of a part of the models, or of a licence with more in it.
        (
            "The code is licensed under Apache-2.0 and weights up to version 2 remain Apache-2.0, a free license.",
            [],
            ["Apache-2.0"],
        ),
        (
            "The Foo-2 model weights are licensed under the Foo License (Apache 2.0 with an additional requirement).",
            [],
            [],
        ),
        # Without saying for what, of something else, denied, or more than one.
        ("- **Permissive Apache 2.0 license:** Build freely.", [], []),
        ("The dataset of the model is licensed under the MIT License.", [], []),
        ("The model is not released under the MIT License.", [], []),
        ("The model code is under the MIT or the Apache 2.0 license.", [], []),
        ("The model weights are licensed for researchers.", [], []),
        ("Apache 2.0 license and model are words.", [], []),
        ("## The model uses the MIT License", [], []),
        ("```\nThe model is licensed under the MIT License.\n```", [], []),
    ],
)
def test_a_sentence_covers_what_it_names(text, of_weights, of_code):
    result = found({"README.md": text.encode()})
    assert [[fact.value for fact in facts][:1] for facts in (result.weights, result.code)] == [of_weights, of_code]


@pytest.mark.parametrize(
    "badge, of_weights, of_code",
    [
        ("Code_License-MIT-f5de53", [], ["MIT"]),
        ("Model_License-Apache_2.0-blue", ["Apache-2.0"], []),
        ("Model_License-Model_Agreement-f5de53", [], []),
        ("License-Apache%202.0-blue", [], []),
        ("Code_Coverage-MIT-blue", [], []),
    ],
)
def test_a_badge_covers_what_it_names(badge, of_weights, of_code):
    text = f'<a href="x"><img alt="L"\n  src="https://img.shields.io/badge/{badge}?&color=x"/></a>'
    result = found({"README.md": text.encode()})
    assert [[fact.value for fact in facts] for facts in (result.weights, result.code)] == [of_weights, of_code]


def test_a_folder_takes_the_licence_of_the_root_only_where_it_has_none():
    files = {"LICENSE": APACHE, "one/LICENSE": LLAMA, "one/x": b"", "two/x": b""}
    assert shown(files, "one")[0] == [("LicenseRef-llama3.1", "one/LICENSE", 1)]
    assert shown(files, "two")[1] == [("Apache-2.0", "LICENSE", 2)]
