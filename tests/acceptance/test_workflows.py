"""Our workflows and those of the examples: two linters report nothing, and what they rest on is asked here again."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.support.opa import ROOT

EXAMPLES = sorted((ROOT / "examples" / "workflows").glob("*.yml"))
WORKFLOWS = [*EXAMPLES, *sorted((ROOT / ".github" / "workflows").glob("*.yml"))]
ACTIONS = [ROOT / "action.yml", ROOT / "comment" / "action.yml"]
NAMES = [path.relative_to(ROOT).as_posix() for path in WORKFLOWS]
ACTIONLINT = next(filter(None, map(shutil.which, (str(ROOT / ".tools" / "bin" / "actionlint"), "actionlint"))), None)
ZIZMOR = Path(sys.executable).parent / ("zizmor.exe" if sys.platform == "win32" else "zizmor")


def _loaded(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.skipif(ACTIONLINT is None, reason="there is no actionlint in .tools/bin or on PATH")
def test_actionlint_reports_nothing():
    command = [ACTIONLINT, "-no-color", "-shellcheck=", "-pyflakes=", *map(str, WORKFLOWS)]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_zizmor_reports_nothing():
    told = ["--offline", "--no-progress", "--quiet", "--color=never", "--format=plain"]
    command = [ZIZMOR, *told, *map(str, (*WORKFLOWS, *ACTIONS))]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("No findings to report.")


def test_there_is_an_example_for_each_kind_of_repository():
    assert [path.stem for path in EXAMPLES] == ["comment", "hosted", "mono-repository", "open-weights"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_a_workflow_gives_no_rights_but_those_of_a_job_and_every_action_is_pinned(path):
    workflow, text = _loaded(path), path.read_text(encoding="utf-8")
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]["group"]
    assert all(job["permissions"] and job["timeout-minutes"] for job in workflow["jobs"].values())
    used = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert [name for name in used if name != "./" and not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", name)] == []
    assert text.count("persist-credentials: false") == text.count("actions/checkout@")
    assert "pull_request_target" not in text


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_an_example_asks_only_for_inputs_that_the_action_has(path):
    for step in (step for job in _loaded(path)["jobs"].values() for step in job["steps"]):
        name = step["uses"].partition("@")[0]
        if name.startswith("OWNER/ai800"):
            action = _loaded(ROOT / name.removeprefix("OWNER/ai800").strip("/") / "action.yml")
            assert set(step.get("with", {})) <= set(action["inputs"])


@pytest.mark.parametrize("path", [path for path in EXAMPLES if path.stem != "comment"], ids=lambda path: path.stem)
def test_a_check_of_a_pull_request_may_write_nothing_but_code_scanning(path):
    workflow = _loaded(path)
    assert {"pull_request", "merge_group", "push"} <= set(workflow[True])
    rights = [right for job in workflow["jobs"].values() for right in job["permissions"].items()]
    assert {right for right in rights if right[1] == "write"} <= {("security-events", "write")}


def test_the_comment_workflow_checks_nothing_out_and_runs_no_script():
    (job,) = _loaded(ROOT / "examples" / "workflows" / "comment.yml")["jobs"].values()
    assert job["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert [step["uses"].partition("@")[0] for step in job["steps"]] == ["OWNER/ai800/comment"]


def test_the_same_version_of_an_action_is_used_everywhere():
    pins = {}
    for path in (*WORKFLOWS, *ACTIONS):
        for name, pin in re.findall(r"uses: ([\w/-]+)@(.+)", path.read_text(encoding="utf-8")):
            pins.setdefault(name, set()).add(pin)
    assert {name: found for name, found in pins.items() if len(found) > 1} == {}
