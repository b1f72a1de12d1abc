"""Every example: its whole report is the one that is committed, as `python -m tools.snapshots` wrote it."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from ai800.api import check, read
from ai800.evidence.content import find, under
from ai800.markdown_text import prose, word_count
from tests.support.git import make_repository
from tools.snapshots import AS_OF, EXAMPLES, examples, shown, snapshot_path

EXIT_CODES = {"hosted-api": 0, "mixed": 0, "open-weights": 0, "open-weights-gaps": 1}
VARIANTS = {
    "hosted-api": ["closed"],
    "mixed": ["open", "closed"],
    "open-weights": ["open"],
    "open-weights-gaps": ["open"],
}
PASSING = [example for example, code in EXIT_CODES.items() if code == 0]
WORDS_OF_A_SECTION = 30

each_example = pytest.mark.parametrize("example", EXIT_CODES)


@pytest.fixture(scope="module")
def folder_of_all(tmp_path_factory):
    """A copy outside this repository: inside it, the commit would be read and not what stands in the work tree."""
    return shutil.copytree(EXAMPLES, tmp_path_factory.mktemp("copy") / "examples")


def copied(example, folder):
    return shutil.copytree(EXAMPLES / example, folder / example)


def committed(example, folder):
    repository = make_repository(copied(example, folder))
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "x")
    return repository


def test_every_example_is_tried():
    assert list(examples()) == sorted(EXIT_CODES)


@each_example
def test_report_is_the_committed_one(example, tmp_path):
    command = [sys.executable, "-m", "ai800", "check", "--as-of", AS_OF, str(copied(example, tmp_path))]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert done.stdout == snapshot_path(example).read_text(encoding="utf-8")
    assert (done.stderr, done.returncode) == ("", EXIT_CODES[example])


@each_example
def test_a_commit_is_judged_like_the_folder(example, tmp_path):
    repository = committed(example, tmp_path)
    found = check(repository.root, as_of=AS_OF)
    assert found.run["commit"] == repository.git("rev-parse", "HEAD")
    as_folder = found._replace(run=found.run | {"kind": "folder", "commit": None, "ref": None})
    assert shown(as_folder) == snapshot_path(example).read_text(encoding="utf-8")


@each_example
def test_one_example_among_others_is_judged_alone(example, tmp_path, folder_of_all):
    repository = make_repository(shutil.copytree(EXAMPLES, tmp_path / "examples"))
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "x")
    among, alone = (check(path / example, as_of=AS_OF) for path in (repository.root, folder_of_all))
    assert among.release["folder"] == example
    assert (among.exit_code, among.fails, among.counts) == (alone.exit_code, alone.fails, alone.counts)


@each_example
@pytest.mark.usefixtures("opa_on_path")
def test_both_engines_answer_the_same(example, tmp_path):
    folder = copied(example, tmp_path)
    embedded, opa = (check(folder, as_of=AS_OF, engine=engine) for engine in ("wasm", "opa"))
    assert opa.run["engine"].startswith("opa")
    assert opa._replace(run=embedded.run) == embedded


@each_example
def test_variants(example, folder_of_all):
    assert check(folder_of_all / example, as_of=AS_OF).release["variants"] == VARIANTS[example]


@pytest.mark.parametrize("example", PASSING)
def test_nothing_disagrees_and_all_evidence_says_something(example, folder_of_all):
    reading = read(folder_of_all / example, as_of=AS_OF)
    assert reading.disagreements == ()
    found = [reference.resolution for reference in reading.release.references]
    assert {resolution.status for resolution in found} == {"resolved"}
    assert [resolution.shown for resolution in found if is_short(folder_of_all / example, resolution.shown)] == []


def is_short(folder, shown):
    path, _, anchor = shown.partition("#")
    text = (folder / path).read_text(encoding="utf-8")
    part = under(text, find(text, anchor)) if anchor else text
    return word_count(prose(part)) < WORDS_OF_A_SECTION


def test_the_parameters_declared_are_those_that_the_files_show(folder_of_all):
    reading = read(folder_of_all / "open-weights", as_of=AS_OF)
    first, second = reading.facts.parameters_total[:2]
    assert reading.declaration.data["model"]["parameters_total"] == first.value == second.value
    assert first.how == "formula over the configuration"


def test_gaps_hold_one_of_each_kind(folder_of_all):
    found = check(folder_of_all / "open-weights-gaps", as_of=AS_OF)
    assert {finding.id for finding in found.disagreements} >= {
        "fact:weights",
        "fact:licence",
        "fact:parameters",
        "fact:base-model",
        "fact:openness",
    }
    codes = {one.code for row in found.rows for judgement in row.judgements for one in judgement.findings}
    assert codes >= {"decided_late", "links_only", "late_estimate", "contradicts_derived_access"}
    assert {row.verdict for row in found.rows} >= {"unmet", "partial", "needs_review", "met", "not_applicable"}
    assert [entry.why_not for row in found.rows for entry in row.overrides if not entry.counts]
