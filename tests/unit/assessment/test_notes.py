from __future__ import annotations

import pytest

from ai800.assessment.ids import unknown_ids
from ai800.assessment.notes import MOST_FILES, notes, unread
from ai800.declare.types import Declaration, Place
from ai800.evidence.types import Resolution
from ai800.facts.types import Fact
from ai800.release.build import build
from tests.support.edition import small_catalog
from tools.case_data import CaseResolver


def _codes(data, forced="auto"):
    declaration = Declaration(data, {"": Place("ai800.yaml", 1)})
    release = build(data, CaseResolver(), as_of="2026-06-01", considerable=frozenset())
    return [note.code for note in notes(declaration, release, catalog=small_catalog(), forced=forced)]


WAIVER = {
    "id": "ipd:1.1.1", "scope": "release", "reason": "The audit is booked", "approver": "Ada Love",
    "created_on": "2026-05-01",
}  # fmt: skip
REVIEW = {"id": "ipd:1.1.1", "verdict": "met", "by": "Kim Roe", "on": "2026-05-01"}
TRAINED = {"training": {"started_on": "2025-06-02"}}
LARK = {"name": "Lark", "version": "2"}
GATED = {"id": "c", "access": "gated_weights", "gate": {"kind": "contract"}}


@pytest.mark.parametrize(
    "data, forced, expected",
    [
        ({"channels": [{"id": "c", "access": "fully_open"}]}, "auto", []),
        ({"channels": [{"id": "c", "access": "fully_open"}]}, "open", []),
        ({"channels": [{"id": "c", "access": "fully_open"}]}, "closed", ["variant_forced"]),
        ({"channels": [GATED]}, "auto", ["gated_as_closed"]),
        ({"channels": [GATED | {"gate": {"kind": "none"}}]}, "auto", []),
        ({"considered": [{"id": "ipd:1.1.1"}]}, "auto", ["considered_closes_nothing"]),
        ({"considered": [{"id": "ipd:1.1.2"}]}, "auto", []),
        ({"waivers": [WAIVER | {"expires_on": "2026-07-01"}]}, "auto", ["lapses_soon"]),
        ({"waivers": [WAIVER | {"expires_on": "2026-07-02"}]}, "auto", []),
        ({"waivers": [WAIVER | {"expires_on": "2026-07-01", "reason": "TBD"}]}, "auto", []),
        ({"reviews": [REVIEW | {"valid_until": "2026-06-01"}]}, "auto", ["lapses_soon"]),
        ({"reviews": [REVIEW | {"valid_until": "2026-05-31"}]}, "auto", []),
        ({"reviews": [{"id": "ipd:1.1.1", "valid_until": "2026-06-01"}]}, "auto", []),
        ({"reviews": [REVIEW | {"valid_until": "2026-06-20", "on": "2026-06-02"}]}, "auto", []),
        ({"monitoring": [{"channel": "c", "review_on": "2026-06-20"}]}, "auto", ["lapses_soon"]),
        ({"monitoring": [{"channel": "c", "review_on": "2026-05-31"}]}, "auto", []),
        ({"evaluations": [{"id": "e", "performed_on": "2026-06-01"}]}, "auto", []),
        ({"evaluations": [{"id": "e", "performed_on": "2026-06-02"}]}, "auto", ["history"]),
        ({"evaluations": [{"id": "e", "valid_until": "2026-05-31"}]}, "auto", ["history"]),
        ({"red_teams": [{"id": "r", "invalidated_on": "2026-06-01"}]}, "auto", ["history"]),
        ({"red_teams": [{"id": "r", "invalidated_on": "2026-06-02"}]}, "auto", ["lapses_soon"]),
        ({"model": TRAINED}, "auto", []),
        ({"model": TRAINED, "release": {"released_on": "2025-06-02"}}, "auto", []),
        ({"model": TRAINED, "release": {"released_on": "2025-06-01"}}, "auto", ["before_training"]),
        (
            {"model": {"training": {"started_on": "2025-06-02", "completed_on": "2024-06-02"}}},
            "auto",
            [
                "before_training",
            ],
        ),
        (
            {
                "model": TRAINED,
                "deployments": [{"channel": "c", "decision": {"decided_on": "2001-01-01"}}],
                "channels": [{"id": "c"}],
            },
            "auto",
            ["before_training"],
        ),
        (
            {"model": TRAINED, "transparency": {"reports": [{"published_on": "2001-01-01"}, {}]}},
            "auto",
            [
                "before_training",
            ],
        ),
        ({"release": {"released_on": "2001-01-01"}}, "auto", []),
        ({"model": TRAINED, "reviews": [{"id": "ipd:5.3.1", "on": "2025-06-01"}]}, "auto", ["before_training"]),
        ({"model": TRAINED, "reviews": [{"id": "ipd:5.3.1", "on": "2025-06-02"}, {"id": "ipd:7.1.1"}]}, "auto", []),
        ({"model": TRAINED, "reviews": [{"id": "ipd:1.1.1", "on": "2025-06-01"}]}, "auto", []),
        ({"release": {"released_on": "2026-06-02", "status": "released"}}, "auto", ["released_ahead"]),
        ({"release": {"released_on": "2026-06-01", "status": "released"}}, "auto", []),
        ({"release": {"released_on": "2026-06-02", "status": "planned"}}, "auto", []),
        ({"release": LARK, "model": {"base_models": [{"name": "LARK"}]}}, "auto", ["own_base"]),
        ({"release": LARK, "model": {"base_models": [{"name": "Lark", "revision": "2"}]}}, "auto", ["own_base"]),
        ({"release": LARK, "model": {"base_models": [{"name": "Lark", "revision": "1"}]}}, "auto", []),
        ({"release": LARK, "model": {"base_models": [{"name": "lab/lark"}]}}, "auto", []),
    ],
)
def test_a_reader_is_told_what_is_no_gap(data, forced, expected):
    assert _codes(data, forced) == expected


@pytest.mark.parametrize("section", ["considered", "alternatives", "reviews", "waivers"])
@pytest.mark.parametrize(
    "identity, remedy", [("ipd:1.1.3", "did you mean ipd:1.1."), ("ipd:B9", "lists the ids"), ("ipd:1.1.1", None)]
)
def test_an_id_that_the_edition_does_not_have_is_a_problem(section, identity, remedy):
    places = {f"/{section}/0/id": Place("ai800.yaml", 7, 9)}
    problems = unknown_ids(Declaration({section: [{"id": identity}]}, places), small_catalog())
    assert [(p.path, p.line, p.column, p.field) for p in problems] == (
        [("ai800.yaml", 7, 9, f"{section}[0].id")] if remedy else []
    )
    assert all(remedy in problem.remedy for problem in problems)


def test_a_problem_without_a_place_is_still_a_problem():
    (problem,) = unknown_ids(Declaration({"reviews": [{"id": "ipd:9"}]}), small_catalog())
    assert (problem.path, problem.line) == (None, None)


_REVIEW = {"id": "ipd:1.1.1", "verdict": "met", "by": " ada  LOVE ", "on": "2026-05-01"}
_BY_ADA = {
    "deployments": [{"channel": "c", "decision": {"decided_by": "Ada Love"}}],
    "evaluations": [{"id": "e", "evaluator": {"name": "Ada Love"}}],
    "red_teams": [{"id": "r", "team": {"name": "Ada Love"}}],
}


@pytest.mark.parametrize("section", [*_BY_ADA])
@pytest.mark.parametrize(
    "change, expected",
    [
        ({}, ["own_review"]),
        ({"by": "Love, Ada"}, ["own_review"]),
        ({"by": "Dr. Ada Love (chair)"}, ["own_review"]),
        ({"by": "ADA-LOVE"}, ["own_review"]),
        ({"by": "Ada"}, []),
        ({"by": "Ada Lovelace"}, []),
        ({"by": "Someone else"}, []),
        ({"on": "2026-07-01"}, []),
    ],
)
def test_a_review_by_whoever_decided_or_tested_is_noted(section, change, expected):
    data = {section: _BY_ADA[section], "reviews": [_REVIEW | change], "channels": [{"id": "c"}]}
    assert _codes(data) == expected


def test_what_is_no_review_is_nobodys_own():
    alternative = {"id": "ipd:1.1.1", "practice": "Something else", "rationale": "It does as much here"}
    data = _BY_ADA | {"reviews": [_REVIEW | {"by": "Someone else"}], "alternatives": [alternative]}
    assert "own_review" not in _codes(data)


def _backed_by(evidence, count):
    return {"evaluations": [{"id": f"e{i}", "evidence": [evidence]} for i in range(count)]}


@pytest.mark.parametrize(
    "evidence, count, expected",
    [
        ("docs/a.md#one", 10, []),
        ("docs/a.md#one", 11, ["the section at this place is the evidence of 11 statements"]),
        ("docs/a.md", 11, ["the file at this place, named without a heading, is the evidence of 11 statements"]),
        ("docs/missing.md", 11, []),
        ("https://example.com", 11, []),
    ],
)
def test_one_section_that_carries_many_statements_is_noted(evidence, count, expected):
    data = _backed_by(evidence, count)
    release = build(data, CaseResolver(), as_of="2026-06-01", considerable=frozenset())
    found = notes(Declaration(data), release, catalog=small_catalog(), forced="auto")
    assert [note.message for note in found] == expected


def test_a_heading_and_its_whole_file_are_two_sections():
    data = _backed_by("docs/a.md#one", 6)["evaluations"] + _backed_by("docs/a.md", 6)["evaluations"]
    data = {"evaluations": [record | {"id": f"x{i}"} for i, record in enumerate(data)]}
    assert _codes(data) == []


class _Refusing:
    def resolve(self, reference):
        return Resolution("refused", str(reference), detail="the path leaves the repository")


def test_evidence_that_is_not_followed_is_noted_even_where_no_rule_reads_it():
    data = {"release": {"dual_use": {"claim": True, "evidence": ["../a\x1b.md"]}}, "channels": []}
    release = build(data, _Refusing(), as_of="2026-06-01", considerable=frozenset())
    found = notes(Declaration(data), release, catalog=small_catalog(), forced="auto")
    assert [note.message for note in found] == ["evidence ../a\\x1b.md does not count: the path leaves the repository"]


@pytest.mark.parametrize("count, more", [(0, 0), (MOST_FILES, 0), (MOST_FILES + 2, 1)])
def test_a_file_that_could_not_be_read_is_noted(count, more):
    found = [*unread([Fact("is not valid JSON", "config.json", 3, "reading the repository")] * count)]
    said = "config.json is not valid JSON; what it would have shown is not known"
    assert [note.message for note in found] == [said] * min(count, MOST_FILES) + [
        "2 more files could not be read: `ai800 facts`"
    ] * more
    assert all(note.place == Place("config.json", 3) for note in found[:MOST_FILES])
