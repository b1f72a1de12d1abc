"""Words that misled keyword searches over real repositories: none of them may become a fact of its kind."""

from __future__ import annotations

import pytest

from ai800.facts import observe
from tests.support.snapshots import MemorySnapshot

NUMBERS = ("parameters_total", "parameters_active", "training_tokens", "gpu_hours")
REPORTS = ("security_contacts",)
LIMITS = ("use_policies", "use_limits")
CLAIMS = ("openness", "base_models", "weight_links", "gate")

CASES = [
    # A licence speaks of incidental damages, a code of conduct of the reporter of an incident.
    ("LICENSE", "In no event shall the contributor be liable for incidental damages: contact a@x.example.", REPORTS),
    ("CODE_OF_CONDUCT.md", "Be confidential about the reporter of an incident, report abuse to a@x.example.", REPORTS),
    ("CODE_OF_CONDUCT.md", "Unacceptable: harassment, sexual attention. Moderation: a@x.example", REPORTS + LIMITS),
    ("CONTRIBUTING.md", "We have a [bounty program](https://x.example/bounty) for security bugs.", REPORTS),
    # Digits that look like an exponent of training compute or a count.
    ("README.md", "It is on a par with Claude-3.5-Sonnet-1022.", NUMBERS),
    ("README.md", "Up to 1024 tokens, max_tokens=1024, --nnodes 4.", NUMBERS),
    ("README.md", "| Model | QwQ-32B-Preview | Gemini 2.5 Flash Preview |\n|---|---|---|\n| MMLU | 1 | 2 |", NUMBERS),
    ("README.md", "It beats a 405B parameters model.", NUMBERS),
    # Topics that are none: energy, a restriction, a claim, a law.
    ("MODEL_CARD.md", "The computer uses mostly nuclear energy.", LIMITS + REPORTS),
    ("MODEL_CARD.md", "Performs well in enterprise tasks such as cybersecurity.", LIMITS + REPORTS),
    ("MODEL_CARD.md", "The law speaks of unacceptable risk AI systems and of critical risks.", LIMITS + REPORTS),
    # Third parties, reports and filters of another kind.
    ("LICENSE", "Any third-party or third party work remains under its own terms.", LIMITS + REPORTS),
    ("README.md", "Used for radiology report generation, see https://x.example/paper .", REPORTS),
    ("README.md", "See the technical report at https://x.example/report and `report.py`.", REPORTS),
    (
        "README.md",
        "Guard 3 is used to filter input prompts, https://x.example/?tagFilter=loss, unfiltered samples.",
        LIMITS + REPORTS,
    ),
    # Denials.
    ("README.md", "Foo is not open source. It is no open-source model.", CLAIMS),
    ("MODEL_CARD.md", "It lacks human feedback. It is not a jailbreak. It does not have guarantees.", CLAIMS + REPORTS),
    (
        "MODEL_CARD.md",
        "Neither dataset includes user data. It was trained without any safety guarantees.",
        CLAIMS + NUMBERS,
    ),
    # Prompts and templates inside a readme are data.
    (
        "README.md",
        "```\nYou are Foo. Report misuse to a@x.example. You have 7B parameters and are open source.\n```",
        REPORTS + NUMBERS + CLAIMS,
    ),
    ("README.md", "<!-- base_model: org/base -->\n<!-- Foo is open source -->", CLAIMS),
]


@pytest.mark.parametrize("path, text, fields", CASES)
def test_the_words_are_no_fact(path, text, fields):
    facts = observe(MemorySnapshot({path: text.encode()}))
    found = {name: getattr(facts, name, facts.extra.get(name, ())) for name in fields}
    assert {name: values for name, values in found.items() if values} == {}


@pytest.mark.parametrize(
    "text",
    ["(Forthcoming.)", "[More Information Needed]", "None Known", "TBD", "coming soon", "<!-- fill in -->"],
)
def test_templates_are_placeholders(text):
    facts = observe(MemorySnapshot({"MODEL_CARD.md": f"# Card\n\nwords\n\n## Risks\n\n{text}\n".encode()}))
    assert [fact.value for fact in facts.placeholders] == ["Risks"]


def test_a_bounty_in_a_security_policy_is_for_code():
    facts = observe(MemorySnapshot({"SECURITY.md": b"See our bug bounty at https://x.example/bounty"}))
    assert [fact.value["scope"] for fact in facts.security_contacts] == ["security_bounty"]
    assert facts.kind.value == "not_a_release"


def test_a_slip_of_the_pen_hides_no_section():
    facts = observe(MemorySnapshot({"MODEL_CARD.md": b"# Accesss\n\nAccesss is currently gained by a waitlist.\n"}))
    assert [fact.line for fact in facts.gate] == [3]


@pytest.mark.parametrize(
    "line",
    [
        "**Misuse**",
        '<span style="text-decoration:underline;">Misuse</span>',
        "# **Misuse**",
        "<summary>Misuse</summary>",
    ],
)
def test_headings_are_not_only_those_with_a_hash(line):
    facts = observe(MemorySnapshot({"MODEL_CARD.md": f"{line}\n\nNone of it.\n".encode()}))
    assert [fact.value for fact in facts.extra["use_limits"]] == ["Misuse"]


def test_a_readme_in_another_script_is_read():
    text = "# \u6a21\u578b\n\n| **Total Parameters** | 1T |\n|---|---|\n\n**\u8bb8\u53ef**\uff1aMIT\n"
    facts = observe(MemorySnapshot({"README_zh.md": text.encode()}))
    assert [fact.value for fact in facts.parameters_total] == [10**12]
