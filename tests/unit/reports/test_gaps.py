from __future__ import annotations

import pytest

from ai800.declare.types import Place
from ai800.facts.types import Fact
from ai800.reports.gaps import best_place, gaps
from tests.support import assessments as made

SAID = made.judgement("needs_review", findings=(made.finding("ipd:5.3.1", "links_only"),))


def _one(row, **changes):
    return list(gaps(made.assessment(made.practice("ipd:5.3", row), **changes)))


def test_disagreements_come_first_then_gaps_in_the_order_of_the_edition():
    found = [(gap.finding.id, gap.finding.code, gap.variants) for gap in gaps(made.mixed())]
    assert found == [
        ("fact:weights", "fact_weights", ()),
        ("ipd:5.3.1", "no_decision", ("open", "closed")),
        ("ipd:5.3.1", "evidence_old", ("open",)),
        ("ipd:5.3.1", "evidence_shared", ("open",)),
        ("ipd:5.3.2", "partial", ()),
        ("ipd:5.3.a", "not_backed", ("open",)),
    ]


@pytest.mark.parametrize("verdict", ["met", "needs_review", "not_applicable", "alternative", "waived", "error"])
def test_what_is_no_gap_is_left_out(verdict):
    assert _one(made.row("ipd:5.3.1", verdict, judgements=(SAID,))) == []


def test_the_heaviest_weight_of_two_variants_counts():
    light = made.judgement("unmet", findings=(made.finding("ipd:5.3.1", weight="advice"),))
    heavy = made.judgement("unmet", "closed", subjects=(), findings=(made.finding("ipd:5.3.1", variant="closed"),))
    (gap,) = _one(made.row("ipd:5.3.1", "unmet", judgements=(light, heavy)))
    assert gap.finding.weight == "fails"
    assert gap.variants == ("open", "closed")


def test_findings_of_a_subject_without_a_gap_are_left_out():
    findings = (made.finding("ipd:5.3.1"), made.finding("ipd:5.3.1", subject="mirror"))
    judged = made.judgement("unmet", subjects=(("hub", "unmet"), ("mirror", "needs_review")), findings=findings)
    assert [gap.finding.subject for gap in _one(made.row("ipd:5.3.1", "unmet", judgements=(judged,)))] == ["hub"]


@pytest.mark.parametrize(
    "overrides, evidence, place",
    [
        ((made.override(),), (made.place(40, "docs/a.md"),), made.place(300)),
        ((made.override(counts=False),), (made.place(40, "docs/a.md"),), made.place(40, "docs/a.md")),
        ((), (), Place("ai800.yaml", 1, 1)),
    ],
)
def test_a_gap_that_only_a_review_found_stands_where_it_was_decided(overrides, evidence, place):
    row = made.row("ipd:5.3.1", "unmet", judgements=(SAID,), overrides=overrides, evidence=evidence)
    (gap,) = _one(row)
    assert (gap.finding.code, gap.finding.weight, gap.place) == ("unmet", "fails", place)


def test_a_gap_without_findings_that_fails_nothing_is_advice():
    (gap,) = _one(made.row("ipd:5.3.a", "unmet", "can"))
    assert gap.finding.weight == "advice"


@pytest.mark.parametrize(
    "changes, place",
    [
        ({"place": made.place(3), "other": made.place(4, "README.md")}, made.place(3)),
        ({"place": None, "other": made.place(4, "README.md")}, made.place(4, "README.md")),
        ({"place": None, "other": None}, Place("ai800.yaml", 1, 1)),
    ],
)
def test_a_disagreement_stands_at_the_first_place_that_is_known(changes, place):
    (gap,) = gaps(made.assessment(disagreements=(made.disagreement(**changes),)))
    assert gap.place == place


CARD, README, LICENCE = (Fact("x", name, line, "") for name, line in (("card.md", 2), ("m/ReadMe.txt", 5), ("LIC", 1)))


@pytest.mark.parametrize(
    "facts, place",
    [
        ({"cards": (CARD,), "name": (README,)}, Place("card.md", 2)),
        ({"licence_weights": (LICENCE,), "architecture": (README,)}, Place("m/ReadMe.txt", 5)),
        ({"licence_weights": (LICENCE,)}, Place("LIC", 1)),
        ({}, Place("model-00001.safetensors", None)),
        ({"weights": ()}, Place("models/m/ai800.yaml", 1, 1)),
    ],
)
def test_where_nothing_is_declared_a_gap_stands_where_the_repository_speaks_of_its_model(facts, place):
    bare = dict.fromkeys(("name", "parameters_total", "base_models", "gate", "openness"), ()) | facts
    changes = {"facts": made.facts(**bare), "release": made.release(folder="models/m")}
    assert best_place(made.undeclared()._replace(**changes)) == place
    assert best_place(made.mixed()._replace(**changes)) == Place("models/m/ai800.yaml", 1, 1)
