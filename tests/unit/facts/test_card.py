from __future__ import annotations

import pytest

from ai800.facts.card import cards, dates, placeholders
from ai800.facts.front_matter import front_matter
from ai800.facts.source import Source
from tests.support.snapshots import MemorySnapshot

FRONT = "---\nlicense: mit\n---\n"


def source(files):
    return Source(MemorySnapshot({path: text.encode() for path, text in files.items()}))


@pytest.mark.parametrize(
    "files, found",
    [
        ({"README.md": FRONT}, [("front_matter", "README.md", 1)]),
        ({"README.md": "# T"}, []),
        ({"MODEL_CARD.md": "# C"}, [("model_card", "MODEL_CARD.md", None)]),
        ({"MODEL_CARD.md": FRONT}, [("model_card", "MODEL_CARD.md", None)]),
        (
            {"system-card.md": "", "README.md": FRONT},
            [("system_card", "system-card.md", None), ("front_matter", "README.md", 1)],
        ),
    ],
)
def test_cards_are_listed_with_their_kind(files, found):
    read = source(files)
    assert [(fact.value, fact.path, fact.line) for fact in cards(read, front_matter(read))] == found


@pytest.mark.parametrize(
    "path, text, found",
    [
        ("system-card_04062022.md", "", ["2022-04-06"]),
        ("system-card_20220406.md", "", ["2022-04-06"]),
        ("model-card-2022-04-06.md", "", ["2022-04-06"]),
        ("model-card_99999999.md", "", ["99999999"]),
        ("model_card.md", "", []),
        ("model_card.md", "**Last updated:** May 2024\n**Updated on**: 2024-06-01\n", ["May 2024", "2024-06-01"]),
        ("model_card.md", "Model card date: " + "x" * 200, ["x" * 80]),
        ("model_card.md", "We updated: the model.", []),
    ],
)
def test_cards_say_how_old_they_are(path, text, found):
    assert [fact.value for fact in dates(source({path: text}))] == found


@pytest.mark.parametrize(
    "text, found",
    [
        ("# A\n\n[More Information Needed]\n", [("A", 1)]),
        ("# A\n\n(Forthcoming.)\n", [("A", 1)]),
        ("# A\n\nTBD\n\n# B\n\nComing soon!\n\n# C\n\nTODO\n", [("A", 1), ("B", 5), ("C", 9)]),
        ("# A\n\n<!-- what to write here -->\n\n# B\n\nwords\n", [("A", 1)]),
        ("# A\n\nNone known.\n", [("A", 1)]),
        ("# A\n\nLorem ipsum dolor sit amet\n", [("A", 1)]),
        ("# A\n\n- [More Information Needed]\n- TBD\n", [("A", 1)]),
        ("# A\n", [("A", 1)]),
        ("# A\n## B\n\nTBD\n", [("A", 1), ("B", 2)]),
        ("# A\n## B\n\nwords\n## C\n", [("C", 5)]),
        ("# A\n\nwords\n\n**Label:** [More Information Needed]\n", [("Label", 5)]),
        ("# A\n\nwords\n\n- **Hours used:** (Forthcoming.)\n", [("Hours used", 5)]),
        ("# A\n\n**Label:** TBD\n", [("A", 1), ("Label", 3)]),
        ("# A\n\n- **By [optional]:** [More Information Needed]\n", [("A", 1), ("By [optional]", 3)]),
        # These say something.
        ("# A\n\nThe training data is to be announced in May.\n", []),
        ("# A\n\n```\nrun it\n```\n", []),
        ("# A\n\n![figure](x.png)\n", []),
        ("# A\n\n| a |\n|---|\n", []),
        ("# A\n\n<table><tr><td>1</td></tr></table>\n", []),
        ("# A\n\n\u5b89\u5168\u8bc4\u4f30\n", []),
        ("# A\n\nwords\n\n**GQA:** Yes\n", []),
        ("**Bold**\n\n# A\n\nwords\n", []),
        ("", []),
    ],
)
def test_headings_and_labels_under_which_nothing_is_said(text, found):
    read = source({"MODEL_CARD.md": text})
    assert [(fact.value, fact.line) for fact in placeholders(read, front_matter(read))] == found


def test_how_says_whether_there_is_a_placeholder_or_nothing():
    read = source({"MODEL_CARD.md": "# A\n\nTBD\n\n# B\n\n# C\n\n**Data:** TBD\n"})
    assert [fact.how for fact in placeholders(read, front_matter(read))] == [
        "only a placeholder stands under it",
        "nothing stands under it",
        "only a placeholder stands under it",
        "only a placeholder stands after it",
    ]


@pytest.mark.parametrize("text, count", [("# A\n\nTBD\n", 0), (FRONT + "# A\n\nTBD\n", 1)])
def test_a_readme_counts_where_its_front_matter_makes_it_a_card(text, count):
    read = source({"README.md": text})
    assert len(placeholders(read, front_matter(read))) == count
