from __future__ import annotations

import pytest

from ai800.assessment.ids import unknown_ids
from ai800.assessment.notes import notes
from ai800.declare.types import Declaration, Place
from ai800.release.build import build
from tests.support.edition import small_catalog
from tools.case_data import CaseResolver


def _codes(data, forced="auto"):
    declaration = Declaration(data, {"": Place("ai800.yaml", 1)})
    release = build(data, CaseResolver(), as_of="2026-06-01", considerable=frozenset())
    return [note.code for note in notes(declaration, release, small_catalog(), forced=forced)]


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
        ({"waivers": [{"id": "ipd:1.1.1", "expires_on": "2026-07-01"}]}, "auto", ["lapses_soon"]),
        ({"waivers": [{"id": "ipd:1.1.1", "expires_on": "2026-07-02"}]}, "auto", []),
        ({"reviews": [{"id": "ipd:1.1.1", "valid_until": "2026-06-01"}]}, "auto", ["lapses_soon"]),
        ({"reviews": [{"id": "ipd:1.1.1", "valid_until": "2026-05-31"}]}, "auto", []),
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
        [("ai800.yaml", 7, 9, f"{section}.0.id")] if remedy else []
    )
    assert all(remedy in problem.remedy for problem in problems)


def test_a_problem_without_a_place_is_still_a_problem():
    (problem,) = unknown_ids(Declaration({"reviews": [{"id": "ipd:9"}]}), small_catalog())
    assert (problem.path, problem.line) == (None, None)
