"""The action's own steps, run as a runner runs them, for every event that they are meant for."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from ai800.reports import words
from ai800.reports.formats import FORMATS
from tests.acceptance.conftest import sprung, trap
from tests.support.git import Repository
from tests.support.hostile_texts import HOSTILE
from tests.support.opa import ROOT
from tests.support.releases import write_release
from tests.support.runner import Runner
from tests.support.workflow_commands import command_in

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
NUMBERS = {
    "exit-code", "met", "partial", "unmet", "needs-review", "not-applicable", "alternative", "waived", "error",
    "not-built",
}  # fmt: skip
ANNOTATIONS = {"error", "warning", "notice"}


def with_a_gap(folder):
    write_release(folder)
    file = folder / "ai800.yaml"
    data = json.loads(file.read_text(encoding="utf-8"))
    del data["roadmap"]
    file.write_text(json.dumps(data), encoding="utf-8")


@pytest.fixture
def repository(tmp_path):
    made = Repository(tmp_path / "workspace")
    with_a_gap(made.root)
    made.git("init", "--quiet", "--initial-branch", "main")
    made.commit({})
    return made


@pytest.fixture
def runner(tmp_path, repository):
    (tmp_path / "temp").mkdir()

    def _runner(name="push", event=None):
        return Runner(repository.root, tmp_path / "temp", (name, event or {}))

    return _runner


def _pull_request(base, head="OWNER/model"):
    return {
        "pull_request": {"base": {"sha": base}, "head": {"repo": head and {"full_name": head}}, "number": 7},
        "repository": {"full_name": "OWNER/model"},
    }


def test_the_install_step_takes_nothing_from_the_workspace(installed):
    assert not sprung(installed.workspace)
    python = Path(installed.python)
    assert python.is_file()
    assert python.parts[-3] == "venv"
    assert python.is_relative_to(installed.temporary)
    assert list(installed.ended.outputs["install"]) == ["python"]


def test_a_push_is_judged_and_reported(installed, runner, tmp_path):
    ended = runner().run(python=installed.python, formats="html, junit")
    found = ended.outputs["check"]
    assert ended.code == int(found["exit-code"]) == 1
    assert set(found) == NUMBERS | {"reports", "report-json"}
    assert all(found[name].isdecimal() for name in NUMBERS)
    assert sum(int(found[name]) for name in NUMBERS - {"exit-code"}) == 129
    folder = Path(found["reports"])
    assert folder.parent == tmp_path / "temp"
    assert found["report-json"] == str(folder / "ai800-report.json")
    assert sorted(path.name for path in folder.iterdir()) == [
        "ai800-annotations.txt", "ai800-report.html", "ai800-report.json", "ai800-report.junit.xml", "ai800-summary.md",
    ]  # fmt: skip
    assert ended.summary.startswith("# ai800\n\n**")
    assert words.MET in ended.summary
    assert {each.name for each in ended.commands} <= ANNOTATIONS
    assert ended.used == {
        "actions/upload-artifact": {"name": "ai800", "path": str(folder), "if-no-files-found": "error"}
    }


def test_true_is_true_in_any_case_as_for_the_runner(installed, runner):
    assert "sarif" in runner().run(python=installed.python, **{"upload-sarif": "TRUE"}).outputs["check"]


@pytest.mark.parametrize("missing", ["RUNNER_TEMP", "GITHUB_WORKSPACE"])
def test_a_variable_that_is_not_set_is_said(installed, runner, missing):
    made = runner()
    made.environment[missing] = ""
    ended = made.run(python=installed.python)
    assert ended.code == 2
    assert [each.data for each in ended.commands] == [f"{missing} is not set; run this step in a workflow of GitHub"]
    assert "Traceback" not in ended.log


def test_a_folder_for_temporary_files_that_is_not_there_is_said(installed, runner, tmp_path):
    made = runner()
    made.environment["RUNNER_TEMP"] = str(tmp_path / "gone")
    ended = made.run(python=installed.python)
    assert ended.code == 4
    assert "a file of the runner cannot be written" in ended.commands[0].data


@pytest.mark.parametrize("head, uploads", [("OWNER/model", True), ("STRANGER/model", False), (None, False)])
def test_a_pull_request_is_judged_by_its_base_and_uploads_sarif_only_where_its_token_may(
    installed, runner, repository, head, uploads
):
    base = repository.git("rev-parse", "HEAD")
    repository.commit({"docs/more.md": "more\n"})
    event = _pull_request(base, head)
    ended = runner("pull_request", event).run(python=installed.python, **{"upload-sarif": "true"})
    assert ended.code == 1
    assert base in Path(ended.outputs["check"]["report-json"]).read_text(encoding="utf-8")
    assert ("github/codeql-action/upload-sarif" in ended.used) is uploads


def test_a_merge_group_is_judged_by_its_base(installed, runner, repository):
    base = repository.git("rev-parse", "HEAD")
    repository.commit({"docs/more.md": "more\n"})
    ended = runner("merge_group", {"merge_group": {"base_sha": base}}).run(
        python=installed.python, **{"fail-on": "regression"}
    )
    assert ended.code == 0
    assert ended.outputs["check"]["exit-code"] == "0"


@pytest.mark.parametrize(
    "event",
    [
        {},
        [],
        "text",
        _pull_request("main; touch SPRUNG"),
        _pull_request("--upload-pack=touch"),
        _pull_request("a" * 40 + "\nexit-code=0"),
        _pull_request(7),
    ],
)
def test_an_event_without_a_commit_as_its_base_is_refused(installed, runner, repository, event):
    ended = runner("pull_request", event).run(python=installed.python)
    assert ended.code == 4
    assert ended.outputs["check"] == {"exit-code": "4"}
    assert [each.name for each in ended.commands] == ["error"]
    assert not sprung(repository.root)


def test_a_base_that_is_not_in_the_clone_is_said_and_nothing_passes(installed, runner):
    ended = runner("pull_request", _pull_request("a" * 40)).run(python=installed.python)
    assert ended.code == 4
    assert ended.outputs["check"] == {"exit-code": "4"}
    assert "**The release was not judged (exit code 4).**" in ended.summary
    assert ended.used == {}


def test_invalid_release_data_is_annotated(installed, runner, repository):
    repository.commit({"ai800.yaml": "release: {name: 7}\n"})
    ended = runner().run(python=installed.python)
    assert ended.code == 3
    assert {each.name for each in ended.commands} == {"error"}
    *problems, last = ended.commands
    assert {(each.properties["file"], each.properties["line"]) for each in problems} == {("ai800.yaml", "1")}
    assert [each.data.partition(":")[0] for each in problems].count("release.name") == 1
    assert last.properties == {"title": "ai800"}
    assert "(exit code 3)" in ended.summary


def test_of_many_problems_ten_are_annotated_once_and_the_others_are_in_the_log(installed, runner, repository):
    keys = "".join(f"  key{number}: 1\n" for number in range(25))
    repository.commit({"model/ai800.yaml": f"release:\n{keys}"})
    ended = runner().run(python=installed.python, path="model")
    assert ended.code == 3
    *problems, last = ended.commands
    keyed = [each.properties["line"] for each in problems if ": is no known key" in each.data]
    assert keyed == [str(2 + number) for number in range(len(keyed))]
    assert {each.properties["file"] for each in problems} == {"model/ai800.yaml"}
    assert "problems; mend what is listed" in last.data
    assert [ended.log.count(f"release.key{number}:") for number in range(25)] == [1] * 25
    assert len(problems) == 9
    assert " more, in the log\n" in ended.summary


@pytest.mark.parametrize(
    "inputs, said",
    [
        ({"formats": "html,exe"}, "`formats` knows only"),
        ({"path": "../.."}, "`path` leads out of the workspace"),
        ({"fail-on": "never"}, "Invalid value for '--fail-on'"),
        ({"variant": "--help"}, "Invalid value for '--variant'"),
        ({"ref": "--output=SPRUNG"}, ""),
        ({"upload-sarif": "yes"}, "`upload-sarif` knows only true and false"),
        ({"path": "a" * 5000}, "a name is too long"),
        ({"path": "a/../round"}, "`path` cannot be followed"),
    ],
)
def test_an_input_that_does_not_fit_fails_the_step(installed, runner, repository, inputs, said):
    (repository.root / "round").symlink_to("round")
    ended = runner().run(python=installed.python, **inputs)
    assert ended.code in {2, 4}
    assert said in ended.log
    assert "Traceback" not in ended.log
    assert len(ended.commands) == 1
    assert not sprung(repository.root)


def test_a_link_that_a_change_put_in_the_path_is_not_followed(installed, runner, repository, tmp_path):
    outside = write_release(tmp_path / "outside")
    (repository.root / "model").symlink_to(outside)
    ended = runner().run(python=installed.python, path="model")
    assert ended.code == 2
    assert "leads out of the workspace" in ended.log


@pytest.mark.parametrize(
    "name", ["$(touch SPRUNG)", "`touch SPRUNG`", '"; touch SPRUNG; #', "a\n::error::x", "-n", "##[add-mask]x"]
)
def test_the_name_of_a_folder_runs_nothing(installed, runner, repository, name):
    with_a_gap(repository.root / name)
    repository.commit({})
    ended = runner().run(python=installed.python, path=name)
    assert not sprung(repository.root)
    assert ended.outputs["check"]["exit-code"] == "1"
    assert {each.name for each in ended.commands} <= ANNOTATIONS
    assert all(each.properties.get("file", "").count("\n") == 0 for each in ended.commands)


@pytest.mark.parametrize("branch", ["x$(touch${IFS}SPRUNG)", "x`id`", "x';id;'", "--help", "x||id"])
def test_the_name_of_a_branch_runs_nothing(installed, runner, repository, branch):
    repository.git("update-ref", f"refs/heads/{branch}", "HEAD")
    ended = runner().run(python=installed.python, ref=branch)
    assert not sprung(repository.root)
    assert ended.code in {1, 4}


def test_nothing_of_the_workspace_is_imported_run_or_read_as_a_configuration(installed, runner, repository):
    trap(repository.root)
    repository.commit({})
    made = runner()
    made.environment |= {"PYTHONPATH": str(repository.root), "PYTHONHOME": "", "PYTHONINSPECT": "1"}
    ended = made.run(python=installed.python)
    assert ended.code == 1
    assert not sprung(repository.root)


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip() and "\udcff" not in text][::2])
def test_no_text_of_a_release_becomes_a_command_or_an_output(installed, runner, repository, text):
    data = json.loads((repository.root / "ai800.yaml").read_text(encoding="utf-8"))
    data["release"]["name"] = data["release"]["developer"] = text
    repository.commit({"ai800.yaml": json.dumps(data), "docs/%0A::error::x": "x\n"})
    ended = runner().run(python=installed.python)
    assert {each.name for each in ended.commands} <= ANNOTATIONS
    others = [line for line in ended.log.splitlines() if command_in(line) is None]
    assert [line for line in others if line and not line.startswith("ai800: ")] == []
    assert set(ended.outputs["check"]) - {"reports", "report-json"} <= NUMBERS


def test_the_reports_of_two_runs_do_not_mix(installed, runner, repository):
    first = Path(runner().run(python=installed.python).outputs["check"]["report-json"])
    before = first.read_bytes()
    repository.commit({"ai800.yaml": "release: {name: 7}\n"})
    ended = runner().run(python=installed.python)
    assert (ended.code, ended.outputs["check"]) == (3, {"exit-code": "3"})
    assert first.read_bytes() == before


def _failing(ended):
    return json.loads(Path(ended.outputs["check"]["report-json"]).read_text(encoding="utf-8"))["outcome"]["fails"]


def test_gates_that_a_change_loosens_stay_those_of_the_base(installed, runner, repository):
    base = repository.git("rev-parse", "HEAD")
    waiver = {
        "scope": "release", "reason": "because we say so", "approver": "A. Person",
        "created_on": "2026-01-01", "expires_on": "2026-12-31",
    }  # fmt: skip
    waived = [{**waiver, "id": item} for item in _failing(runner().run(python=installed.python))]
    repository.commit({".ai800/waivers.yaml": json.dumps(waived), ".ai800/gate.yaml": "fail_on: unmet\n"})
    judged = runner("pull_request", _pull_request(base)).run(python=installed.python)
    alone = runner("pull_request", _pull_request(base)).run(python=installed.python, base="none")
    assert (judged.code, alone.code) == (1, 0), judged.log + alone.log
    assert judged.outputs["check"]["waived"] == "0"
    assert int(alone.outputs["check"]["waived"]) == len(waived)
    assert "By its own: exit code 0" in judged.summary.replace("\\", "")


def test_every_format_has_a_file_of_its_own():
    text = (ROOT / ".github" / "action" / "check.py").read_text(encoding="utf-8")
    files = dict(re.findall(r'"([\w-]+)": "(ai800-[\w.-]+)"', text))
    assert set(files) == set(FORMATS)
    assert len(set(files.values())) == len(files)


def test_nothing_is_uploaded_without_a_name(installed, runner):
    assert runner().run(python=installed.python, artifact="").used == {}


@pytest.mark.parametrize("path", ["action.yml", "comment/action.yml"])
def test_inputs_reach_a_script_only_through_the_environment_and_actions_are_pinned(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["runs"]["steps"]
    assert [step for step in steps if "${{" in step.get("run", "")] == []
    used = re.findall(r"uses: (\S+)(.*)", text)
    assert all(
        re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", name) and re.fullmatch(r" # v\d+\.\d+\.\d+", at) for name, at in used
    )
    assert len(used) == sum("uses" in step for step in steps)


def test_every_input_and_output_is_described_and_used():
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert {"path", "ref", "base", "variant", "fail-on", "formats", "upload-sarif"} <= set(ACTION["inputs"])
    for name, each in {**ACTION["inputs"], **ACTION["outputs"]}.items():
        assert each["description"]
        assert f"inputs.{name}" in text or f"outputs.{name}" in text
