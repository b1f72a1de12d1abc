"""`ai800 diff` between releases made of the examples: what a team would change from one version to the next."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys

import jsonschema
import pytest

from ai800.api import diff
from ai800.reports.changes_data import changes_data
from ai800.resources import resource
from tests.support.git import make_repository
from tools.snapshots import EXAMPLES

DAY = "2026-06-01"
SCHEMA = json.loads((resource("schemas") / "changes.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def example(tmp_path):
    """A repository of an example at the tag v1, and what makes v2 of it."""

    def _example(name):
        repository = make_repository(tmp_path / name)
        shutil.copytree(EXAMPLES / name, repository.root, dirs_exist_ok=True)
        repository.commit({})
        repository.git("tag", "v1")
        return repository

    return _example


def edited(repository, *edits):
    """Each edit is a file, a pattern in it, and what to write instead; committed as v2."""
    for name, pattern, instead in edits:
        path = repository.root / name
        text, count = re.subn(pattern, instead, path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert count, (name, pattern)
        path.write_text(text, encoding="utf-8")
    repository.commit({})
    repository.git("tag", "v2")


def changes(repository, old="v1", new="v2"):
    found = diff(repository.root, old=old, new=new, as_of=DAY)
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(json.dumps(changes_data(found))))
    return found


NEW_WEIGHTS = (("ai800.yaml", r"b9178cf7", "c9178cf7"), ("model.safetensors", r"b9178cf7", "c9178cf7"))
NEW_VERSION = ("ai800.yaml", r'version: "2.0"', 'version: "2.1"')


def codes(found):
    return {(each.code, each.subject) for each in found.cautions}


def test_new_weights_with_the_evidence_of_before(example):
    repository = example("mixed")
    edited(repository, *NEW_WEIGHTS, NEW_VERSION)
    found = changes(repository)
    assert found.exit_code == 0
    assert {code for code, _ in codes(found)} == {"not_renewed"}
    declared = {each.stem for each in (repository.root / ".ai800" / "evaluations").iterdir()}
    assert declared < {subject for _, subject in codes(found)}
    assert [fact.what for fact in found.facts] == ["weights"]


def test_evidence_that_was_renewed_or_names_the_new_version_is_no_alarm(example):
    repository = example("mixed")
    page = ("docs/evaluations.md", r"\Z", "\nThe last part was read again for this version.\n")
    edited(
        repository, *NEW_WEIGHTS, NEW_VERSION, page,
        (".ai800/evaluations/rated-messages.yaml", r'version: "2.0"', 'version: "2.1"'),
        (".ai800/evaluations/rated-messages.yaml", r"value: 0.47", "value: 0.46"),
        (".ai800/evaluations/rated-plans.yaml", r'performed_on: "2026-02-16"', 'performed_on: "2026-05-16"'),
    )  # fmt: skip
    found = codes(changes(repository))
    assert ("relabelled", "rated-plans") in found
    assert "rated-messages" not in {subject for _, subject in found}


def test_the_same_weights_ask_for_no_new_evidence(example):
    repository = example("mixed")
    repository.git("mv", "model.safetensors", "weights.safetensors")
    edited(repository, ("ai800.yaml", r"path: model.safetensors", "path: weights.safetensors"), NEW_VERSION)
    found = changes(repository)
    assert found.cautions == ()
    assert found.facts == ()


RAISED = ("ai800.yaml", r"id: api\n    access: api_inference", "id: api\n    access: api_finetuning")


def test_more_access_under_the_old_decision(example):
    repository = example("hosted-api")
    edited(repository, RAISED)
    found = changes(repository)
    assert codes(found) == {("access_raised", "api")}
    assert [(fact.what, fact.subject) for fact in found.facts] == [("access", "api")]


def test_a_decision_that_was_taken_again(example):
    repository = example("hosted-api")
    edited(repository, RAISED, ("ai800.yaml", r'decided_on: "2026-02-19"', 'decided_on: "2026-05-20"'))
    assert codes(changes(repository)) == set()


def test_facts_and_waivers(example):
    repository = example("open-weights-gaps")
    edited(
        repository,
        ("ai800.yaml", r"weights: MIT", "weights: Apache-2.0"),
        (".ai800/waivers.yaml", r"2025-12-31", "2026-09-30"),
        (".ai800/waivers.yaml", r"2025-03-18", "2026-03-18"),
        (".ai800/waivers.yaml", r"\Z", '- {id: "ipd:1.3.2", scope: release, reason: A plan, approver: Founders}\n'),
    )
    found = changes(repository)
    assert ("licence_weights", ("MIT",), ("Apache-2.0",)) in [
        (each.what, each.before, each.after) for each in found.facts
    ]
    assert [(each.id, each.step, each.until, each.counts) for each in found.entries] == [
        ("ipd:1.3.2", "came", None, False),
        ("ipd:4.2.1", "counts_now", "2026-09-30", True),
    ]
    assert [row.id for row in found.directed("closed")] == ["ipd:4.2.1"]
    assert found.regressions == ()
    back = changes(repository, "v2", "v1")
    assert [(each.id, each.step) for each in back.entries] == [("ipd:1.3.2", "went"), ("ipd:4.2.1", "lapsed")]
    assert "ipd:4.2.1" in back.regressions


def test_the_command_writes_what_the_function_finds(example):
    repository = example("open-weights")
    edited(repository, ("ai800.yaml", r'^    performed_on: "2026-01-(19|26)"\n', ""))
    command = [sys.executable, "-m", "ai800", "diff", "v1", "v2", "--as-of", DAY, "--format", "json"]
    done = subprocess.run(command, cwd=repository.root, capture_output=True, check=False, encoding="utf-8")
    assert done.stderr == ""
    written = json.loads(done.stdout)
    assert done.returncode == written["outcome"]["exit_code"] == 1
    assert written["outcome"]["regressions"] == list(changes(repository).regressions)
