from __future__ import annotations

import hashlib

import pytest

from ai800.assessment.gate_types import Gate
from ai800.reports import words
from ai800.reports.junit import junit_report
from tests.support import assessments as made
from tests.support.readers import SCHEMAS, junit_tree


def _tree(assessment):
    return junit_tree(junit_report(assessment))


def _case(tree, begin):
    (case,) = [each for each in tree.iter("testcase") if each.get("name").split()[0] == begin]
    return case


def _outcome(case):
    return next((each.tag for each in case), "passed")


@pytest.mark.parametrize("name", made.EVERY)
def test_failures_and_errors_are_what_fails_the_run(name):
    found = made.EVERY[name]()
    tree = _tree(found)
    silent = sum(row.verdict == "error" for row in found.rows)
    regressions = found.gate.regressions
    assert int(tree.get("failures")) == len(found.fails if regressions is None else regressions) - silent
    assert int(tree.get("errors")) == silent + (found.exit_code == 4)
    assert len(tree.findall(".//testcase")) == len(found.rows) + 1 + len({each.id for each in found.disagreements})
    for suite in tree:
        tags = ("testcase", "failure", "error", "skipped")
        counts = [str(len(suite.findall(f".//{tag}"))) for tag in tags]
        assert [suite.get(name) for name in ("tests", "failures", "errors", "skipped")] == counts


def test_the_schema_is_the_one_of_jenkins():
    digest = hashlib.sha256((SCHEMAS / "junit/junit-10.xsd").read_bytes()).hexdigest()
    assert digest in (SCHEMAS / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "row, outcome, message",
    [
        ("ipd:1.1.1", "skipped", "not built yet"),
        ("ipd:4.1.1", "skipped", "waived; waiver by R. Viewer, until 2026-12-31: the audit is booked"),
        ("ipd:4.1.3", "skipped", "not applicable; the weights are published (see ipd:B3.1)"),
        ("ipd:5.2.1", "failure", "needs review: Do the addresses given record the decision?"),
        ("ipd:5.2.2", "skipped", f"needs review (advice, which fails nothing): {words.ANY_QUESTION}"),
        ("ipd:5.2.3", "failure", f"alternative: {words.ALTERNATIVE_QUESTION}"),
        ("ipd:5.3.1", "failure", "unmet: channel hub does not show no decision"),
        ("ipd:5.3.2", "failure", "partial: Title of ipd:5.3.2"),
        ("ipd:5.3.a", "skipped", "unmet (advice, which fails nothing): channel hub does not show not backed"),
        ("fact:weights", "failure", "channel hub gives no weights, but weights are tracked"),
    ],
)
def test_what_does_not_pass_says_why(row, outcome, message):
    (found,) = _case(_tree(made.mixed()), row)
    assert (found.tag, found.get("message")) == (outcome, message)


def test_only_what_is_met_passes():
    tree = _tree(made.mixed())
    passed = {case.get("name").split()[0] for case in tree.iter("testcase") if _outcome(case) == "passed"}
    assert passed == {"the", *(row.id for row in made.mixed().rows if row.verdict == "met")}


def test_a_failure_holds_the_draft_the_findings_and_the_way_out():
    (failure,) = _case(_tree(made.mixed()), "ipd:5.3.1")
    lines = failure.text.split("\n")
    assert lines[0].startswith("page 13, asked plainly: The organization should")
    assert lines[1] == "- channel hub does not show no decision [fails the run] (ai800.yaml:12)"
    assert lines[-1] == "fix: Add `deployments[].decision` with `outcome`, `decided_on` and `evidence`."


def test_a_question_holds_what_persons_added():
    (failure,) = _case(_tree(made.mixed()), "ipd:5.2.1")
    assert "asks: Do the addresses given record the decision?" in failure.text
    assert "it does not count: it expired on 2026-01-01" in failure.text


@pytest.mark.parametrize(
    "row, message",
    [
        ("ipd:5.2.1", f"needs review (it does not fail this run): {words.ANY_QUESTION}"),
        ("ipd:5.2.3", "alternative; review by R. Viewer, until 2026-12-31: read the whole record"),
    ],
)
def test_a_question_that_fails_nothing_is_skipped_with_its_reason(row, message):
    (skipped,) = _case(_tree(made.left_open()), row)
    assert (skipped.tag, skipped.get("message")) == ("skipped", message)


def test_a_run_that_is_not_complete_is_an_error_even_where_no_item_is():
    (error,) = _case(_tree(made.nothing()), "the")
    assert error.get("message") == "could not evaluate: nothing was judged"
    assert _outcome(_case(_tree(made.silent()), "ipd:5.3.1")) == "error"


@pytest.mark.parametrize("heavy, outcome", [("fails", "failure"), ("advice", "skipped")])
def test_disagreements_of_one_id_are_one_case(heavy, outcome):
    found = (made.disagreement(weight="advice", message="first"), made.disagreement(weight=heavy, message="second"))
    fails = ("fact:weights",) if heavy == "fails" else ()
    tree = _tree(made.assessment(disagreements=found, fails=fails, exit_code=len(fails)))
    (only,) = _case(tree, "fact:weights")
    assert only.tag == outcome
    assert only.text.count("- ") == 2
    assert only.get("message") == ("second" if heavy == "fails" else "first (it does not fail this run)")


@pytest.mark.parametrize(
    "regressions, failing",
    [
        (None, ["fact:weights", "ipd:5.2.1", "ipd:5.2.3", "ipd:5.3.1", "ipd:5.3.2"]),
        (("ipd:5.3.2",), ["ipd:5.3.2"]),
        ((), []),
    ],
)
def test_where_only_regressions_fail_the_rest_is_skipped(regressions, failing):
    tree = _tree(made.mixed()._replace(gate=Gate(regressions=regressions)))
    cases = list(tree.iter("testcase"))
    assert [case.get("name").split()[0] for case in cases if _outcome(case) == "failure"] == failing
    assert _outcome(_case(tree, "ipd:5.3.1")) == ("failure" if regressions is None else "skipped")


def test_nothing_in_it_moves_with_the_clock():
    tree = _tree(made.mixed())
    assert {element.get("time") for element in tree.iter("testsuites", "testsuite", "testcase")} == {"0"}
    assert not [element for element in tree.iter() if "timestamp" in element.attrib or "hostname" in element.attrib]


def test_the_run_says_whose_the_draft_and_the_variants_are():
    said = {each.get("name"): each.get("value") for each in _tree(made.mixed()).iter("property")}
    assert (said["draft"], said["variants"], said["met"]) == (words.DRAFT, words.VARIANTS, words.MET)
    assert said["outcome"].startswith("2 gaps to mend")
