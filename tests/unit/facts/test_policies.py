from __future__ import annotations

import pytest

from ai800.facts.front_matter import front_matter
from ai800.facts.policies import use_limits, use_policies
from ai800.facts.source import Source
from tests.support.snapshots import MemorySnapshot

LISTED = "# Policy\n\nYou agree you will not use it to:\n\n1. do harm\n2. break law\n* deceive\n"
SHORT = "By using it you agree to obey the law."


def found(files, folder=""):
    source = Source(
        MemorySnapshot({p: t if isinstance(t, bytes) else t.encode() for p, t in files.items()}, folder=folder)
    )
    return [(fact.value, fact.path, fact.line) for fact in use_policies(source, front_matter(source))]


@pytest.mark.parametrize(
    "path, text, words, listed",
    [
        ("USE_POLICY.md", LISTED, 14, True),
        ("USAGE_POLICY", SHORT, 9, False),
        ("usage-policy.txt", "", 0, False),
        ("ACCEPTABLE_USE_POLICY.md", LISTED, 14, True),
        ("AUP.md", LISTED, 14, True),
        ("prohibited-uses.md", "- a\n- b\n- c\n", 3, False),
        ("use-based-restrictions.md", LISTED, 14, True),
        ("USE_POLICY.pdf", "%PDF", 0, False),
    ],
)
def test_a_file_of_its_own(path, text, words, listed):
    assert found({path: text}) == [({"form": "file", "words": words, "lists_uses": listed}, path, 1)]


@pytest.mark.parametrize(
    "path", ["USER_POLICY.md", "USE_POLICY.py", "docs/USE_POLICY.md", "PRIVACY_POLICY.md", "USAGE.md"]
)
def test_other_files_are_none(path):
    assert found({path: LISTED}) == []


def test_what_lists_no_uses_says_so():
    source = Source(MemorySnapshot({"USAGE_POLICY": SHORT.encode(), "one/USE_POLICY.md": LISTED.encode()}))
    (fact,) = use_policies(source, front_matter(source))
    assert fact.how == "name of the file, which lists no uses"


def test_a_folder_shares_the_policy_of_the_root():
    files = {"USE_POLICY.md": LISTED, "one/x": "", "two/USE_POLICY.md": SHORT}
    assert [path for _, path, _ in found(files, "one")] == ["USE_POLICY.md"]
    assert [path for _, path, _ in found(files, "two")] == ["two/USE_POLICY.md"]


def test_an_unreadable_file_is_no_policy_but_a_problem():
    source = Source(MemorySnapshot({"USE_POLICY.md": "unreadable"}))
    assert use_policies(source, front_matter(source)) == ()
    assert [problem.path for problem in source.problems] == ["USE_POLICY.md"]


ATTACHED = "FOO LICENCE\n\nWords.\n\nAttachment A\n\nUse Restrictions\n\nYou agree not to use it:\n\n- a\n- b\n- c\n"


@pytest.mark.parametrize(
    "path, text, line, listed",
    [
        ("LICENSE-MODEL", ATTACHED, 5, True),
        ("LICENSE", "Words\n\nProhibited Uses\n\nYou may not use it:\n- a\n- b\n- c\n", 3, True),
        ("LICENSE.md", "# Licence\n\n## Restricted uses:\n\nNone.\n", 3, False),
        (
            "LICENSE.txt",
            ATTACHED.replace("Attachment", "EXHIBIT").replace("Use Rest", "ACCEPTABLE USE POLICY\n\nRest"),
            5,
            True,
        ),
    ],
)
def test_a_part_of_the_licence(path, text, line, listed):
    ((value, where, at),) = found({path: text})
    assert (value["form"], value["lists_uses"], where, at) == ("licence_attachment", listed, path, line)


@pytest.mark.parametrize(
    "text",
    [
        "5. Use-based restrictions. The restrictions set forth in Attachment A are considered.",
        "Permission to use, without restriction",
        "a. Acceptable Use Policy\n\nshall mean the policy set forth in Exhibit A\n",
        "",
    ],
)
def test_words_inside_a_clause_are_no_attachment(text):
    assert found({"LICENSE": text}) == []


PROMPT = "You agree not to use it for harm. " * 10


@pytest.mark.parametrize(
    "matter, count",
    [
        (f"extra_gated_prompt: {PROMPT}", 1),
        ("extra_gated_prompt: You agree not to use it for harm.", 0),
        ("extra_gated_prompt: " + "Please tell us your name and where you work. " * 10, 0),
        ("extra_gated_prompt: [a]", 0),
    ],
)
def test_the_prompt_of_the_gate(matter, count):
    facts = found({"README.md": f"---\nlicense: mit\n{matter}\n---\n"})
    assert [(value["form"], path, line) for value, path, line in facts] == [("gate_prompt", "README.md", 3)] * count


@pytest.mark.parametrize(
    "text, address",
    [
        ("See our [Acceptable Use Policy](https://x.example/use).", "https://x.example/use"),
        ("Our use policy: https://x.example/use", "https://x.example/use"),
        (
            "The [use policy](USE_POLICY.md) and [blog](https://x.example/" + "y" * 60 + ")",
            "https://x.example/" + "y" * 60,
        ),
        ("A [blog](https://x.example) on use policies", None),
        ("<!-- use policy https://x.example/use -->", None),
    ],
)
def test_a_link(text, address):
    facts = found({"README.md": text})
    assert [value.get("address") for value, _, _ in facts] == ([address] if address else [])


def test_headings_that_rule_uses_out():
    text = "# Uses\n## Out-of-scope use\n## Misuse\n**Prohibited Uses**\n# Use\n"
    source = Source(MemorySnapshot({"MODEL_CARD.md": text.encode()}))
    assert [(fact.value, fact.line) for fact in use_limits(source)] == [
        ("Out-of-scope use", 2),
        ("Misuse", 3),
        ("Prohibited Uses", 4),
    ]
