from __future__ import annotations

import json

import pytest
from google.protobuf import json_format
from in_toto_attestation.predicates.test_result.v0.test_result_pb2 import TestResult
from in_toto_attestation.v1 import statement_pb2
from in_toto_attestation.v1.statement import Statement

from ai800.assessment.gate_types import Base, Gate
from ai800.assessment.types import WORST_FIRST
from ai800.errors import ReportError
from ai800.facts.types import WeightFile
from ai800.reports.in_toto import in_toto_report, statement
from tests.support import assessments as made
from tests.support.hostile_texts import HOSTILE

TestResult.__test__ = False  # pytest takes a class of this name for tests
COMMIT = {"name": "aurora", "digest": {"gitCommit": "1a2b3c4d5e6f" + "0" * 28}}
POLICIES = "ab" * 32
SINCE = Gate("regression", base=Base("main", "e" * 40), regressions=())


def _only(verdict, ask="plain", **changes):
    return made.assessment(made.practice("ipd:5.3", made.row("ipd:5.3.1", verdict, ask)), **changes)


def _predicate(assessment):
    return statement(assessment)["predicate"]


def _outcome(assessment):
    told = _predicate(assessment)
    return told["result"], [name for name in ("passedTests", "warnedTests", "failedTests") if told[name]]


@pytest.mark.parametrize("assessment", [*(each() for each in made.EVERY.values()), *map(made.hostile, HOSTILE)])
def test_every_statement_is_read_by_somebody_elses_reader(assessment):
    text = in_toto_report(assessment)
    read = json_format.Parse(text, statement_pb2.Statement())
    Statement.copy_from_pb(read).validate()
    assert json_format.MessageToDict(read) == json.loads(text)
    predicate = json_format.ParseDict(json.loads(text)["predicate"], TestResult())
    assert predicate.result == json.loads(text)["predicate"]["result"]


@pytest.mark.parametrize("verdict", WORST_FIRST)
@pytest.mark.parametrize("ask", ["plain", "consider"])
def test_a_test_passes_only_where_its_item_is_met(verdict, ask):
    result, lists = _outcome(_only(verdict, ask=ask))
    light = ask == "consider"
    failed = verdict == "error" or (not light and verdict in {"unmet", "partial", "needs_review", "alternative"})
    none = verdict in {"not_applicable", "not_built"}
    assert lists == (
        [] if none else ["failedTests"] if failed else ["passedTests" if verdict == "met" else "warnedTests"]
    )
    assert (result == "PASSED") == (verdict in {"met", "not_applicable"})
    assert (result == "FAILED") == failed


@pytest.mark.parametrize("name", made.EVERY)
def test_no_run_that_fails_passed_and_every_item_is_in_one_list(name):
    assessment = made.EVERY[name]()
    told = _predicate(assessment)
    assert (told["result"] == "FAILED") == (assessment.exit_code != 0)
    listed = [*told["passedTests"], *told["warnedTests"], *told["failedTests"]]
    assert len(listed) == len(set(listed))
    judged = {row.id for row in assessment.rows if row.verdict not in {"not_applicable", "not_built"}}
    assert set(listed) == judged | {each.id for each in assessment.disagreements}


@pytest.mark.parametrize(
    "assessment, result",
    [
        (_only("met"), "PASSED"),
        (_only("met", only=("ipd:5.3",)), "WARNED"),
        (_only("met", not_built=("ipd:1.1",)), "WARNED"),
        (_only("met", disagreements=(made.disagreement(weight="advice"),)), "WARNED"),
        (_only("met", disagreements=(made.disagreement(),)), "FAILED"),
        (_only("needs_review", fails=(), exit_code=0), "WARNED"),
        (_only("unmet", exit_code=0), "WARNED"),  # gated on regressions alone
        (_only("met", exit_code=4), "FAILED"),
        (_only("met", exit_code=1, gate=SINCE._replace(regressions=("ipd:5.3.1",))), "FAILED"),
        (_only("unmet", exit_code=0, gate=SINCE), "WARNED"),
    ],
)
def test_the_result_is_never_better_than_the_run(assessment, result):
    assert _predicate(assessment)["result"] == result


def test_what_is_spoken_of_is_the_commit_and_the_weights_whose_digest_is_in_it():
    commit, weights = statement(made.mixed())["subject"]
    assert commit == COMMIT
    assert (weights["name"], weights["digest"]) == ("model-00001.safetensors", {"sha256": "0" * 64})
    assert weights["annotations"]["digestFrom"].startswith("Git LFS pointer")


def test_weights_that_were_read_are_spoken_of_and_their_index_is_not():
    seen = (
        WeightFile("a.gguf", "gguf", 5, "a" * 64, pointer=False, sha256_from="computed"),
        WeightFile("b.gguf", "gguf", 5, None, pointer=False),
        WeightFile("c.safetensors.index.json", "index", 5, "c" * 64, pointer=False, sha256_from="computed"),
    )
    _, *weights = statement(made.mixed()._replace(facts=made.facts(weights=seen)))["subject"]
    (only,) = weights
    assert (only["name"], only["digest"]) == ("a.gguf", {"sha256": "a" * 64})
    assert only["annotations"]["digestFrom"].startswith("computed")


@pytest.mark.parametrize("kind", ["index", "folder"])
def test_what_is_not_in_a_commit_is_no_statement_about_one(kind):
    found = statement(made.mixed()._replace(run=made.run(kind=kind)))["subject"]
    assert [each["name"] for each in found] == ["model-00001.safetensors"]


@pytest.mark.parametrize("kind", ["index", "folder"])
def test_without_a_digest_there_is_nothing_to_speak_of(kind):
    bare = made.mixed()._replace(run=made.run(kind=kind), facts=made.facts(weights=()))
    with pytest.raises(ReportError, match="needs a commit") as refused:
        in_toto_report(bare)
    assert refused.value.exit_code == 4
    assert "--digest-weights" in refused.value.remedy


def test_the_configuration_names_the_policies_the_edition_and_what_was_asked():
    found = _predicate(made.left_open()._replace(run=made.run(policies=f"sha256:{POLICIES}", fail_on="unmet")))
    policies, edition = found["configuration"]
    assert policies["digest"] == {"sha256": POLICIES}
    assert policies["annotations"]["only"] == ["ipd:5.2"]
    assert policies["annotations"]["failOn"] == "unmet"
    assert edition["uri"] == "https://doi.org/10.6028/NIST.AI.800-1.ipd"
    assert "never final" in edition["annotations"]["draft"]


def test_what_was_there_before_is_still_a_failed_test():
    told = _predicate(_only("unmet", exit_code=0, gate=SINCE))
    assert (told["failedTests"], told["result"]) == (["ipd:5.3.1"], "WARNED")
    assert told["configuration"][0]["annotations"]["base"] == "e" * 40
    worse = _predicate(_only("met", exit_code=1, gate=SINCE._replace(regressions=("ipd:5.3.1",))))
    assert worse["failedTests"] == ["ipd:5.3.1"]
    assert worse["configuration"][0]["annotations"]["regressions"] == ["ipd:5.3.1"]
