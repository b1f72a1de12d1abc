from __future__ import annotations

import pytest

from ai800.facts.links import addresses, card_links, weight_links
from ai800.facts.source import Source
from tests.support.snapshots import MemorySnapshot

HUB = "https://huggingface.co"


def source(text, folder="", **files):
    return Source(MemorySnapshot({"README.md": text.encode(), **files}, folder=folder))


def links(text):
    return [fact.value for fact in weight_links(source(text))]


@pytest.mark.parametrize(
    "text, found",
    [
        (f"Download [foo]({HUB}/org/foo) on Hugging Face.", [f"{HUB}/org/foo"]),
        (f'<strong>Download <a href="{HUB}/org/foo">foo</a></strong>', [f"{HUB}/org/foo"]),
        (f"| Model | Download |\n|---|---|\n| foo | [hub]({HUB}/org/foo) |", [f"{HUB}/org/foo"]),
        (
            f"## Model downloads\n\n[foo]({HUB}/org/foo)\n\n## Weights\n\n{HUB}/org/bar .",
            [f"{HUB}/org/foo", f"{HUB}/org/bar"],
        ),
        (f"🤗 [org]({HUB}/org)", [f"{HUB}/org"]),
        (f"See the [collection]({HUB}/collections/org/foo-1234).", [f"{HUB}/collections/org/foo-1234"]),
        (f"Weights: {HUB}/org/foo/resolve/main/model.safetensors", [f"{HUB}/org/foo/resolve/main/model.safetensors"]),
        ("Weights on https://modelscope.cn/models/org/foo", ["https://modelscope.cn/models/org/foo"]),
        ("Checkpoints: https://www.kaggle.com/models/org/foo.", ["https://www.kaggle.com/models/org/foo"]),
        ("## Download\n```\nwget https://files.example/foo-7B.tar\n```", ["https://files.example/foo-7B.tar"]),
        ("Weights: https://x.example/a.pth?download=1", ["https://x.example/a.pth?download=1"]),
        (
            "# Downloading the weights\n```\nmagnet:?xt=urn:btih:0123456789abcdef&tr=http%3A%2F%2Fx\n```",
            ["magnet:?xt=urn:btih:0123456789abcdef&tr=http%3A%2F%2Fx"],
        ),
        (
            "```\nhuggingface-cli download org/foo --local-dir x\nhf download org/bar\n```",
            [f"{HUB}/org/foo", f"{HUB}/org/bar"],
        ),
        ('```\nsnapshot_download(repo_id="org/foo")\n```', [f"{HUB}/org/foo"]),
        ("Run: `llama download --source meta --model-id X`", ["llama download"]),
        (f"Download {HUB}/org/foo and {HUB}/org/foo again.", [f"{HUB}/org/foo"]),
        (f"[[\U0001f4ca Models]({HUB}/org/foo)]", [f"{HUB}/org/foo"]),
        ("## Models and Datasets\n\nDownload https://x.example/models/a.pt", ["https://x.example/models/a.pt"]),
    ],
)
def test_where_the_weights_can_be_had(text, found):
    assert links(text) == found


@pytest.mark.parametrize(
    "text",
    [
        f"[docs]({HUB}/docs/transformers) on Hugging Face",
        f"Download the [data]({HUB}/datasets/org/d)",
        f"Try it on [Hugging Face]({HUB}/spaces/org/demo)",
        f"The [paper]({HUB}/papers/1234) on Hugging Face",
        f"Read [this]({HUB}/org/foo).",
        f"Our [models of others]({HUB}/org/foo).",
        "Download the code from https://github.com/org/foo",
        "Weights of https://x.example/a.html",
        # Someone else's.
        f"It is a fine-tune of [base]({HUB}/org/base) weights.",
        f"The weights are based on [base]({HUB}/org/base).",
        f"A quantized version is in [the community]({HUB}/other/foo-4bit), download it.",
        f"Download the tokenizer from [base]({HUB}/org/base).",
        f"## Evaluation\n\nDownload [rival]({HUB}/org/rival).",
        f"## Integrations\n\nDownload [foo]({HUB}/other/foo).",
        f"## Acknowledgements\n\nWeights of [base]({HUB}/org/base).",
        f"## Datasets\n\nDownload {HUB}/org/foo",
        "Download the embeddings: https://x.example/foo/examples/P1_out.tar.gz",
        "Download the inputs: https://x.example/data/images.tgz",
        f"<!-- Download {HUB}/org/foo -->",
        f"`{HUB}`",
    ],
)
def test_other_links_offer_no_weights(text):
    assert links(text) == []


@pytest.mark.parametrize(
    "row, found",
    [
        (f"[base]({HUB}/them/base) | [hub]({HUB}/us/foo)", [f"{HUB}/us/foo"]),
        (f"[base]({HUB}/US/base) | [hub]({HUB}/us/foo)", [f"{HUB}/US/base", f"{HUB}/us/foo"]),
        (f"[base]({HUB}/us/base) |", [f"{HUB}/us/base"]),
        (f"them | [hub]({HUB}/us/foo)", [f"{HUB}/us/foo"]),
        ("", []),
    ],
)
def test_the_base_of_others_in_a_table_is_not_offered(row, found):
    text = f"| Model | Base Model | Download |\n|---|---|---|\n| foo | {row} |\n| x |\n"
    assert links(text) == found


def test_a_download_script_offers_them():
    found = source("# Foo\n", **{"download.sh": b"x", "download_weights.py": b"x", "downloads.sh": b"x"})
    assert [(fact.value, fact.line) for fact in weight_links(found)] == [
        ("download.sh", None),
        ("download_weights.py", None),
    ]


def test_a_folder_without_a_readme_is_offered_in_that_of_the_root():
    files = {"m/one/MODEL_CARD.md": b"# One\n", "m/two/README.md": b"# Two\n"}
    text = f"Download {HUB}/org/foo\n"
    assert [fact.path for fact in weight_links(source(text, "m/one", **files))] == ["README.md"]
    assert weight_links(source(text, "m/two", **files)) == ()


def test_a_link_has_its_line():
    (fact,) = weight_links(source(f"# Foo\n\n## Download\n\n[foo]({HUB}/org/foo)\n"))
    assert (fact.path, fact.line) == ("README.md", 5)


@pytest.mark.parametrize(
    "text, found",
    [
        ("See the [model card](https://x.example/card).", ["https://x.example/card"]),
        ("[[Model card]](https://x.example/card)", ["https://x.example/card"]),
        ("[Foo System Card v2](https://x.example/card)", ["https://x.example/card"]),
        ('<a href="https://arxiv.org/abs/1"><strong>Model card</strong></a> ·', ["https://arxiv.org/abs/1"]),
        ('<a href="https://a"><b>Blog</b></a> <a href="https://x.example/c">Model card</a>', ["https://x.example/c"]),
        ("See the [model card](MODEL_CARD.md).", []),
        ("The model card is at https://x.example", []),
        ("[cardinality](https://x.example)", []),
        # The paper that model cards come from is the card of no model.
        ("After [Model Cards for Model Reporting](https://x.example/paper), some words.", []),
        ("A [model card](https://arxiv.org/abs/1810.03993) says more.", []),
    ],
)
def test_cards_elsewhere_are_links(text, found):
    assert [fact.value for fact in card_links(source(text))] == found


@pytest.mark.parametrize(
    "line, found",
    [
        ("at https://x.example/a_b.", [("https://x.example/a_b", "at ")]),
        (
            "[x](https://x.example) a@b.example",
            [("https://x.example", "[x]("), ("a@b.example", "[x](https://x.example) ")],
        ),
        ("write to a.b+c@mail.x.example, please", [("a.b+c@mail.x.example", "write to ")]),
        ("@handle and a@b", []),
        ("", []),
    ],
)
def test_addresses_come_with_the_words_before_them(line, found):
    assert list(addresses(line)) == found
