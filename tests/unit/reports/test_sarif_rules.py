from __future__ import annotations

import pytest

from ai800.reports import words
from ai800.reports.sarif_rules import rules
from tests.support import assessments as made


@pytest.fixture(scope="module")
def by_id():
    return {rule["id"]: rule for rule in rules(made.mixed())}


def test_every_item_and_every_disagreement_has_a_rule(by_id):
    assert {row.id for row in made.mixed().rows} <= set(by_id)
    assert {"fact:weights", "fact:licence", "fact:parameters", "fact:base-model", "fact:openness"} <= set(by_id)


def test_a_disagreement_that_is_new_has_a_rule_too():
    found = {rule["id"]: rule for rule in rules(made.assessment(disagreements=(made.disagreement(id="fact:new"),)))}
    assert found["fact:new"]["shortDescription"] == {"text": "fact:new"}


def test_the_help_of_a_rule_quotes_the_draft_and_says_what_is_looked_for(by_id):
    text = by_id["ipd:5.3.1"]["help"]["text"]
    for said in ("page 13", "asked plainly", "Open variant: Each publication", "Closed variant: Each deployment",
                 "Basis: NIST", "To mend a gap: Add `deployments[].decision`", "For a person alone: whether benefits",
                 words.DRAFT, words.VARIANTS):  # fmt: skip
        assert said in text


def test_the_help_in_markdown_escapes_what_is_no_code(by_id):
    shown = by_id["ipd:5.3.1"]["help"]["markdown"]
    assert "**To mend a gap:** Add `deployments[].decision` with `outcome`" in shown
    assert "NIST, TechFreedom (TF-04" in shown


def test_an_item_that_the_catalogue_does_not_have_keeps_its_sentence():
    unknown = made.assessment(made.practice("ipd:5.3", made.row("ipd:5.3.99", "unmet")))
    rule = rules(unknown)[0]
    assert "The organization should do what ipd:5.3.99 asks" in rule["help"]["text"]
    assert "To mend a gap" not in rule["help"]["text"]


@pytest.mark.parametrize(
    "row, level, tags",
    [
        ("ipd:5.3.1", "error", ["nist-ai-800-1", "recommendation", "ask-plain", "practice-5.3"]),
        ("ipd:5.3.a", "warning", ["nist-ai-800-1", "documentation", "ask-can", "practice-5.3"]),
        ("ipd:B1.1", "warning", ["nist-ai-800-1", "safeguard", "ask-consider", "practice-B1"]),
    ],
)
def test_a_rule_has_its_level_and_its_tags(by_id, row, level, tags):
    assert by_id[row]["defaultConfiguration"] == {"level": level}
    assert by_id[row]["properties"] == {"tags": tags}


def test_every_text_is_one_that_code_scanning_takes(by_id):
    for rule in by_id.values():
        for part in ("shortDescription", "fullDescription"):
            assert 0 < len(rule[part]["text"]) <= 1024
        assert rule["help"]["text"]
        assert len(rule["properties"]["tags"]) <= 10
        assert "security-severity" not in rule["properties"]


def test_only_the_address_of_the_draft_itself_is_given(by_id):
    assert {rule.get("helpUri") for rule in by_id.values()} == {"https://doi.org/10.6028/NIST.AI.800-1.ipd", None}
