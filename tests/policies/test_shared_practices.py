"""7.2.2 counts the practices and documentation lines of the edition, neither more nor fewer."""

from __future__ import annotations

import pytest
import yaml

from ai800.engines.engine import open_engine
from ai800.resources import resource
from tools.case_data import base, changed, document

_EDITION = yaml.safe_load(resource("policies/editions/ipd.yaml").read_text(encoding="utf-8"))
LINES = {
    practice["id"]: [line["id"] for line in practice["documentation"]]
    for objective in _EDITION["objectives"]
    for practice in objective["practices"]
}
DOCUMENTED = {practice: lines for practice, lines in LINES.items() if lines}


@pytest.fixture(scope="module")
def shared():
    """Verdict of 7.2.2 and its findings, as (code, practice), for what the recipients get."""
    with open_engine() as engine:

        def ask(*ids):
            data = changed(base("open"), {"accountability.recipients.0.information": [f"ipd:{each}" for each in ids]})
            answer = engine.evaluate(document(data))["p7_2_disclose_to_promote_accountability"]["both"]
            found = [finding for finding in answer["findings"] if finding["id"] == "7.2.2"]
            said = {(finding["code"], finding["args"].get("practice")) for finding in found}
            return answer["verdicts"]["7.2.2"]["release"]["verdict"], said

        yield ask


def test_every_objective_together_is_all_that_is_asked(shared):
    assert shared(*(objective["id"] for objective in _EDITION["objectives"])) == ("met", set())


def test_every_documentation_line_together_is_all_that_is_asked(shared):
    assert shared(*(line for lines in LINES.values() for line in lines)) == ("met", set())


@pytest.mark.parametrize("practice", DOCUMENTED)
def test_a_practice_that_is_left_out_is_named(shared, practice):
    others = [other for other in LINES if other != practice]
    assert shared(*others) == ("partial", {("not_shared", practice)})


@pytest.mark.parametrize("practice", DOCUMENTED)
def test_a_practice_is_covered_by_all_its_lines_and_by_no_fewer(shared, practice):
    others = [other for other in LINES if other != practice]
    assert shared(*others, *LINES[practice]) == ("met", set())
    for left_out in LINES[practice]:
        kept = [line for line in LINES[practice] if line != left_out]
        assert shared(*others, *kept) == ("partial", {("not_shared", practice)})


@pytest.mark.parametrize("unknown", ["8", "7.4", "5.3.1", "5.3.z", "B1", "B1.1"])
def test_what_is_no_objective_practice_or_line_does_not_count(shared, unknown):
    assert ("not_an_id", None) in shared("1", unknown)[1]
