"""What the check step of the action does where a run ends badly."""

from __future__ import annotations

import importlib.util
import signal
import subprocess

import pytest

from ai800.reports.formats import FORMATS
from tests.support import assessments as made
from tests.support.opa import ROOT
from tests.support.workflow_commands import command_in


def _module(name):
    found = importlib.util.spec_from_file_location(f"action_{name}", ROOT / ".github" / "action" / f"{name}.py")
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


check = _module("check")


@pytest.fixture
def files(tmp_path, monkeypatch):
    for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"):
        monkeypatch.setenv(name, str(tmp_path / name))
    return tmp_path


def _reports(folder, assessment):
    for form in ("json", "github", "summary", "sarif"):
        (folder / check.REPORTS[form]).write_text(FORMATS[form](assessment), encoding="utf-8")


def _ended(code, stderr=""):
    return subprocess.CompletedProcess([], code, "", stderr)


@pytest.mark.parametrize(
    "assessment, foreign, uploads",
    [
        (made.mixed(), False, True),
        (made.passing(), False, True),
        (made.mixed(), True, False),
        (made.failed(), False, False),
    ],
)
def test_code_scanning_gets_only_what_was_evaluated_and_may_be_written(files, assessment, foreign, uploads):
    _reports(files, assessment)
    check.publish(files, ("json", "sarif"), event=check.Event("", foreign), done=_ended(assessment.exit_code))
    outputs = (files / "GITHUB_OUTPUT").read_text(encoding="utf-8")
    assert f"exit-code={assessment.exit_code}\n" in outputs
    assert ("\nsarif=" in outputs) is uploads


@pytest.mark.parametrize("said", ["##[add-mask]x", "::add-mask::x", "a\x1b[2K", "``` @org/team", "%0A::add-mask::x"])
def test_what_ai800_said_is_shown_and_is_no_command(files, capsys, said):
    check.publish(files, ("json",), event=check.Event(), done=_ended(4, f"{said}\nai800: no result\n"))
    commands = [command_in(line) for line in capsys.readouterr().out.splitlines()]
    assert [each.name for each in commands] == ["error", "error"]
    assert commands[1].data == "no result"
    summary = (files / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8")
    assert "(exit code 4)" in summary
    assert summary.replace("\n", "").isprintable()
    assert (files / "GITHUB_OUTPUT").read_text(encoding="utf-8") == "exit-code=4\n"


def test_a_report_that_could_not_be_written_is_an_error_beside_the_verdict(files, capsys):
    _reports(files, made.passing())
    check.publish(files, ("json", "html"), event=check.Event(), done=_ended(4, "ai800: the disk is full\n"))
    commands = [command_in(line) for line in capsys.readouterr().out.splitlines()]
    assert [each.data for each in commands if each and each.name == "error"] == ["the disk is full"]
    assert "exit-code=4\n" in (files / "GITHUB_OUTPUT").read_text(encoding="utf-8")
    summary = (files / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8")
    assert summary.endswith("\n**Not every report could be written (exit code 4).**\n\n- `the disk is full`\n")


@pytest.mark.parametrize("code, command", [(0, False), (4, True)])
def test_a_warning_beside_a_verdict_is_a_line_of_the_log(files, capsys, code, command):
    _reports(files, made.passing())
    check.publish(files, ("json",), event=check.Event(), done=_ended(code, "ai800: a word\n"))
    assert ("::error title=ai800::a word\n" in capsys.readouterr().out) is command


def test_reports_of_which_the_summary_is_missing_are_no_result(files, capsys):
    _reports(files, made.passing())
    (files / check.REPORTS["summary"]).unlink()
    check.publish(files, ("json",), event=check.Event(), done=_ended(4, "ai800: the disk is full\n"))
    assert capsys.readouterr().out == "::error title=ai800::the disk is full\n"
    assert (files / "GITHUB_OUTPUT").read_text(encoding="utf-8") == "exit-code=4\n"


def test_a_summary_that_cannot_be_written_takes_no_result_away(files, capsys, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(files))
    _reports(files, made.passing())
    check.publish(files, ("json",), event=check.Event(), done=_ended(0))
    assert capsys.readouterr().out.endswith("ai800: the job summary cannot be written\n")
    assert "exit-code=0\n" in (files / "GITHUB_OUTPUT").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "fault, ends",
    [
        (KeyboardInterrupt(), (130, "the run was cancelled; nothing was judged")),
        (OSError(28, "full"), (4, "a file of the runner cannot be written (full)")),
    ],
)
def test_a_run_that_cannot_end_says_so_in_one_line(files, capsys, monkeypatch, fault, ends):
    def fail(*_given, **_named):
        raise fault

    for name in ("RUNNER_TEMP", "GITHUB_WORKSPACE"):
        monkeypatch.setenv(name, str(files))
    monkeypatch.setattr(subprocess, "run", fail)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    assert (check.main(), command_in(capsys.readouterr().out.strip()).data) == ends
    assert (files / "GITHUB_OUTPUT").read_text(encoding="utf-8") == f"exit-code={ends[0]}\n"


def test_a_hint_of_the_command_line_is_no_annotation(files, capsys):
    check.publish(
        files, ("json",), event=check.Event(), done=_ended(2, "ai800: no\nai800: See `python -m ai800 check --help`.\n")
    )
    assert capsys.readouterr().out == "::error title=ai800::no\n"


def test_a_run_that_was_killed_is_said_and_is_no_result(files, capsys, monkeypatch):
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: _ended(-9))
    done = check.run([], (), folder=files)
    assert done.returncode == 4
    check.publish(files, (), event=check.Event(), done=done)
    assert command_in(capsys.readouterr().out.strip()).data == "the run was killed before it ended; nothing was judged"
    assert (files / "GITHUB_OUTPUT").read_text(encoding="utf-8") == "exit-code=4\n"
