from __future__ import annotations

import pytest

from ai800.assessment.additions import additions
from ai800.assessment.types import Reason
from ai800.catalog import catalog_of
from tests.support.assessments import assessment, finding, judgement, practice, row

_RULE = {"title": "T", "description": "D", "basis": ["nist"], "remedy": "Add it."}


def _catalog(rests_on):
    """Rows of practice ipd:5.3 that rest on the given fields."""
    rows = {
        identity: {"kind": "recommendation", "practice": "ipd:5.3", "page": 13, "ask": "plain", "conditional": False,
                   "text": "Do it.", "rules": {"open": _RULE | {"rests_on": fields, "example": f"x: {identity}\n"}}}
        for identity, fields in rests_on.items()
    }  # fmt: skip
    found = {"id": "ipd:5.3", "title": "P", "page": 13, "statement": None, "objective": None, "about": {}}
    practices = [{**found, "groups": [], "rows": [*rows]}]
    return catalog_of({"edition": {}, "objectives": [], "practices": practices, "rows": rows, "digest": "d"})


def _open(identity, verdict="unmet", ask="plain", code="not_backed"):
    found = judgement(verdict, findings=(finding(identity, code),), questions=(Reason("q", "Is it so?"),))
    return row(identity, verdict, ask, judgements=(found,))


def _found(rows, rests_on, data, fails=()):
    return additions(assessment(practice("ipd:5.3", *rows), fails=fails), _catalog(rests_on), data=data)


def test_contradictions_then_plain_gaps_then_what_serves_most():
    rows = [
        _open("ipd:5.3.1", ask="consider"),
        _open("ipd:5.3.2"),
        _open("ipd:5.3.3", "needs_review"),
        _open("ipd:5.3.4", "partial"),
        _open("ipd:5.3.5", code="contradicts_it", ask="can"),
        _open("ipd:5.3.6", "met"),
        _open("ipd:5.3.7", "needs_review"),
    ]
    rests_on = {each.id: [] for each in rows} | {"ipd:5.3.1": ["roadmap.approach"], "ipd:5.3.4": ["roadmap.approach"]}
    found = _found(rows, rests_on, {}, fails=("ipd:5.3.3",))
    assert [each.id[-1] for each in found] == ["5", "4", "2", "3", "1"]
    assert found[1].serves == ("ipd:5.3.1", "ipd:5.3.4")
    assert found[1].examples == ("x: ipd:5.3.4\n",)
    assert found[3].examples == ()


@pytest.mark.parametrize(
    "data, missing",
    [
        ({}, True),
        ({"evaluations": []}, True),
        ({"evaluations": [{"id": "e"}]}, True),
        ({"evaluations": [{"model": {}}]}, True),
        ({"evaluations": [{"model": 3}]}, True),
        ({"evaluations": [{"model": {"name": "TODO: name"}}]}, True),
        ({"evaluations": [{"model": {"name": []}}]}, True),
        ({"evaluations": [{"model": {"name": None}}]}, True),
        ({"evaluations": [{"model": {"name": "Lark"}}, {"id": "e"}]}, True),
        ({"evaluations": [{"model": {"name": "Lark"}}]}, False),
        ({"evaluations": [{"model": {"name": 0}}]}, False),
    ],
)
def test_a_field_is_missing_where_nobody_filled_it_in(data, missing):
    field = "evaluations.*.model.name"
    (found,) = _found([_open("ipd:5.3.1")], {"ipd:5.3.1": [field]}, data)
    assert found.missing == ((field,) if missing else ())


def test_a_row_without_a_rule_for_its_variant_has_nothing_to_paste():
    shut = row("ipd:5.3.1", "unmet", judgements=(judgement("unmet", "closed"),))
    (found,) = _found([shut], {"ipd:5.3.1": ["x"]}, {})
    assert (found.examples, found.missing) == ((), ())
