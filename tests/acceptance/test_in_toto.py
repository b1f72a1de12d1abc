"""Statements about the examples, from a commit as a release job would make them, read by somebody else's reader."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys

import pytest
from google.protobuf import json_format
from in_toto_attestation.v1 import statement_pb2
from in_toto_attestation.v1.statement import Statement

from ai800.api import check
from ai800.reports.formats import FORMATS
from tests.support.git import make_repository
from tools.snapshots import AS_OF, EXAMPLES, ROOT, examples

SNAPSHOTS = ROOT / "tests" / "acceptance" / "snapshots"
RESULTS = {"hosted-api": "WARNED", "mixed": "PASSED", "open-weights": "PASSED", "open-weights-gaps": "FAILED"}


def _digests(example):
    """What the LFS pointers of an example say, by the name of the file."""
    files = (EXAMPLES / example).glob("*.safetensors")
    found = {each.name: re.search(r"sha256:(\w+)", each.read_text(encoding="utf-8")) for each in files}
    return {name: digest[1] for name, digest in found.items()}


@pytest.fixture
def repository(tmp_path):
    return make_repository(shutil.copytree(EXAMPLES / "open-weights", tmp_path / "open-weights"))


@pytest.mark.parametrize("example", examples())
def test_the_statement_of_each_example_is_read_by_somebody_elses_reader(example):
    text = (SNAPSHOTS / f"{example}.intoto.json").read_text(encoding="utf-8")
    read = json_format.Parse(text, statement_pb2.Statement())
    Statement.copy_from_pb(read).validate()
    assert json_format.MessageToDict(read) == json.loads(text)
    assert read.predicate["result"] == RESULTS[example]
    commit, *weights = read.subject
    assert (commit.name, [*commit.digest]) == (example, ["gitCommit"])
    assert {each.name: each.digest["sha256"] for each in weights} == _digests(example)


def test_a_statement_is_about_the_commit_that_was_read(repository):
    first = repository.commit({})
    repository.commit({"NEWS.md": "# News\n"})
    statement = json.loads(FORMATS["in-toto"](check(repository.root, ref=first, as_of=AS_OF)))
    assert statement["subject"][0]["digest"] == {"gitCommit": first}


def test_what_is_staged_is_no_statement_about_the_commit_before_it(repository):
    repository.commit({})
    statement = json.loads(FORMATS["in-toto"](check(repository.root, staged=True, as_of=AS_OF)))
    assert {name for each in statement["subject"] for name in each["digest"]} == {"sha256"}


def test_a_plain_folder_without_weights_is_4_and_says_what_to_do(tmp_path):
    folder = shutil.copytree(EXAMPLES / "hosted-api", tmp_path / "hosted-api")
    out = tmp_path / "statement.intoto.json"
    command = [sys.executable, "-m", "ai800", "check", folder, "--as-of", AS_OF, "-o", out]
    done = subprocess.run(command, capture_output=True, check=False, text=True, encoding="utf-8")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (4, "", 1)
    assert "check a commit of a git repository" in done.stderr
    assert not out.exists()
