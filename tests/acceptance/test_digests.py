"""The digests of weights, as somebody sees them who replaces the weights of a release and not what is declared."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256

import pytest

from tests.support.git import make_repository
from tests.support.model_files import safetensors
from tools.snapshots import AS_OF, EXAMPLES

WEIGHTS = safetensors({"w": ("F32", [64])})
PATH = "model.safetensors"
LARGE = 257 << 20  # more than a check reads by default


def _run(command, folder, *options, form="json"):
    said = [sys.executable, "-m", "ai800", command, str(folder), "--format", form, *options]
    done = subprocess.run(said, capture_output=True, check=False, encoding="utf-8")
    return json.loads(done.stdout), done.returncode


def _report(folder, *options, form="json"):
    return _run("check", folder, "--as-of", AS_OF, *options, form=form)


def _codes(report):
    return [each["code"] for each in report["disagreements"] if each["id"] == "fact:weights"]


def _notes(report):
    return [each["code"] for each in report["notes"] if each["code"].startswith("artifact")]


@pytest.fixture
def release(tmp_path):
    """A copy of an example with real weights, whose digest is the declared one."""
    repository = make_repository(shutil.copytree(EXAMPLES / "mixed", tmp_path / "mixed"))
    declared = (repository.root / "ai800.yaml").read_text(encoding="utf-8")
    declared = re.sub(r"sha256: \w{64}", f'sha256: "{sha256(WEIGHTS).hexdigest()}"', declared)
    repository.commit({"ai800.yaml": declared, PATH: WEIGHTS})
    return repository


def _folder(repository):
    shutil.rmtree(repository.root / ".git")


@pytest.mark.parametrize("kind", ["commit", "index", "folder"])
def test_one_byte_of_the_weights_is_a_disagreement(release, kind):
    options = ["--staged"] if kind == "index" else []
    if kind == "folder":
        _folder(release)
    report, _ = _report(release.root, *options)
    assert (report["run"]["kind"], _codes(report)) == (kind, [])
    (file,) = report["facts"]["weights"]
    assert (file["sha256"], file["sha256_from"]) == (sha256(WEIGHTS).hexdigest(), "computed")
    (release.root / PATH).write_bytes(WEIGHTS[:-1] + b"\1")
    if kind == "index":
        release.git("add", PATH)
    if kind == "commit":
        release.commit({})
    report, code = _report(release.root, *options)
    (found,) = (each for each in report["disagreements"] if each["id"] == "fact:weights")
    assert (found["code"], found["other"]["path"], code) == ("weights_digest", PATH, 1)
    assert found["place"]["path"] == "ai800.yaml"


def test_a_statement_is_about_the_weights_that_were_read(release):
    _folder(release)
    statement, _ = _report(release.root, form="in-toto")
    assert statement["subject"] == [
        {
            "name": PATH,
            "digest": {"sha256": sha256(WEIGHTS).hexdigest()},
            "annotations": {"digestFrom": "computed from the bytes that were read"},
        }
    ]


@pytest.mark.skipif(os.name == "nt", reason="files are not sparse there")
def test_large_weights_are_digested_where_it_is_asked_for(release):
    _folder(release)
    os.truncate(release.root / PATH, LARGE)
    report, _ = _report(release.root)
    assert (_codes(report), _notes(report)) == ([], ["artifact_not_digested"])
    report, code = _report(release.root, "--digest-weights")
    assert (_codes(report), _notes(report), code) == (["weights_digest"], [], 1)
    facts, _ = _run("facts", release.root)
    assert facts["weights"][0]["sha256"] is None
    facts, _ = _run("facts", release.root, "--digest-weights")
    assert facts["weights"][0]["sha256_from"] == "computed"


def test_an_artifact_that_is_not_there_is_a_note_and_fails_nothing(release):
    declared = (release.root / "ai800.yaml").read_text(encoding="utf-8")
    release.commit({"ai800.yaml": declared.replace(f"path: {PATH}", "path: other/model.gguf")})
    report, _ = _report(release.root)
    assert (_codes(report), _notes(report)) == ([], ["artifact_not_found"])
    release.git("rm", "--quiet", PATH)
    release.git("commit", "--quiet", "--message", "x")
    report, _ = _report(release.root)
    assert _notes(report) == []
