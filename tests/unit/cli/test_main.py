"""Errors become one line, a remedy and an exit code; nobody sees a traceback."""

from __future__ import annotations

import errno
import gc
import io
import os
import re
import subprocess
import sys
from contextlib import nullcontext

import click
import pytest

from ai800 import api
from ai800.cli import console, entry
from ai800.cli import main as module
from ai800.errors import Ai800Error, InvalidReleaseError, Problem, ReportError, SnapshotError, UsageError
from ai800.reports.layout import Page


def _raising(error):
    def check(*_args, **_options):
        raise error

    return check


@pytest.mark.parametrize(
    "error, code, line",
    [
        (SnapshotError("it cannot be read", "fetch it"), 4, "ai800: it cannot be read; fetch it\n"),
        (UsageError("there is no such day", "give a date"), 2, "ai800: there is no such day; give a date\n"),
        (Ai800Error("a", "b"), 4, "ai800: a; b\n"),
        (KeyboardInterrupt(), 130, "ai800: interrupted\n"),
        (click.Abort(), 130, "ai800: interrupted\n"),
        (click.ClickException("it is off"), 2, "ai800: it is off\n"),
        (
            ZeroDivisionError("secret"),
            70,
            "ai800: this is a bug in ai800 (ZeroDivisionError); report it, AI800_DEBUG=1",
        ),
    ],
)
def test_an_error_is_one_line_and_one_code(run, monkeypatch, error, code, line):
    monkeypatch.setattr(api, "check", _raising(error))
    found, out, err = run("check")
    assert (found, out) == (code, "")
    assert err.lstrip().startswith(line)
    assert "secret" not in err
    assert "Traceback" not in err


def test_every_problem_of_the_release_data_is_a_line(run, monkeypatch):
    problems = (
        Problem("it is no date", "write it as YYYY-MM-DD", "ai800.yaml", 3, 5, "channels[0].opens_on"),
        Problem("it is empty", "fill it", "a\x1b[2K.yaml"),
        Problem("it is gone", "bring it back"),
    )
    monkeypatch.setattr(api, "check", _raising(InvalidReleaseError(problems)))
    code, _, err = run("check")
    assert code == 3
    assert err.splitlines() == [
        "ai800.yaml:3:5: channels[0].opens_on: it is no date; write it as YYYY-MM-DD",
        "a\\x1b[2K.yaml: it is empty; fill it",
        "it is gone; bring it back",
        "ai800: the release data has 3 problems; mend what is listed and run it again",
    ]


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["chek"], "did you mean `ai800 check`?"),
        (["zzz"], "`ai800 --help` lists the commands"),
        (["check", "--variant", "opn"], "'open'"),
        (["check", "--engine", "opaa"], "'opa'"),
        (["check", "--format", "pdf"], "'html'"),
        (["check", "--as-of", "2026-02-30"], "there is no such day"),
        (["check", "--as-of", "20260601"], "there is no such day"),
        (["check", "--as-of", "2026-W23-1"], "there is no such day"),
        (["check", "-o", "a.txt", "-o", "b.txt", "--format", "text"], "more -o than --format"),
        (["check", "--format", "json", "--format", "text"], "two formats go to one place"),
    ],
)
def test_a_wrong_call_is_2_and_names_what_is_near(run, arguments, said):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert said in err


@pytest.mark.parametrize("command", [[], ["check"], ["init"], ["explain"], ["facts"], ["validate"]])
def test_help_has_examples(run, command):
    code, out, _ = run(*command, "--help")
    assert code == 0
    assert "Examples:" in out
    assert max(map(len, out.splitlines())) <= 80


def test_without_a_command_the_help_is_shown_as_it_is(run):
    code, out, err = run()
    assert (code, out) == (2, "")
    assert err.startswith("Usage: ")
    assert "\\x0a" not in err
    assert "Examples:\n" in err


def test_the_version_names_engine_edition_and_policies(run):
    code, out, _ = run("--version")
    assert code == 0
    assert out.startswith("ai800 ")
    assert "wasmtime" in out
    assert re.search(r"policies: sha256 [0-9a-f]{64}\n", out)


def test_a_package_that_is_not_there_is_said():
    from ai800.cli import version

    assert version._installed("there-is-no-such-package") == "not installed"


def test_a_bug_shows_where_when_asked(monkeypatch):
    monkeypatch.setenv("AI800_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        module._bug(ZeroDivisionError())


def test_a_closed_pipe_is_quiet():
    program = (
        "from ai800.cli import main as m\ndef closed(**_): raise BrokenPipeError\nm.ai800.main = closed\n"
        "raise SystemExit(m.run())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (141 if os.name == "posix" else 1, b"", b"")


class _Full(io.StringIO):
    def flush(self):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_output_that_can_not_be_written_is_an_error_of_its_own(monkeypatch):
    monkeypatch.setattr(sys, "stdout", _Full())
    monkeypatch.setattr(console, "forget_output", lambda: None)
    with pytest.raises(ReportError, match="standard output cannot be written: No space left on device"):
        console.say("text")


def test_without_standard_output_nothing_is_said(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    console.say("text")
    assert console.page() == Page(80)


def test_a_stream_that_can_not_be_changed_is_left_alone(monkeypatch):
    monkeypatch.setattr(sys, "stdout", object())
    module._survive_any_console()


def test_help_imports_none_of_the_heavy_packages():
    program = (
        "import sys\nsys.argv = ['ai800', '--help']\nfrom ai800.cli.main import run\n"
        "run()\n"
        "heavy = {'jinja2', 'git', 'opa_client', 'wasmtime', 'jsonschema_rs', 'yaml'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture
def left(monkeypatch):
    """The exit codes with which the process would have been left at once."""
    codes = []
    monkeypatch.setattr(os, "_exit", codes.append)
    monkeypatch.setattr(gc, "disable", lambda: None)
    return codes


def test_an_interruption_before_the_commands_are_read_is_130(monkeypatch, capsys, left):
    def interrupt():
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "run", interrupt)
    entry.main()
    assert (left, capsys.readouterr().err) == ([130], "ai800: interrupted\n")


def test_all_that_was_said_is_out_before_the_process_is_left(monkeypatch, capsys, left):
    monkeypatch.setattr(module, "run", lambda: sys.stdout.write("abc"))
    entry.main()
    assert (left, capsys.readouterr().out) == ([3], "abc")


@pytest.mark.parametrize("stdout", [_Full(), None])
def test_leaving_with_output_that_nobody_reads_keeps_the_code(monkeypatch, left, stdout):
    monkeypatch.setattr(module, "run", lambda: 1)
    monkeypatch.setattr(sys, "stdout", stdout)
    with pytest.raises(SystemExit) if stdout else nullcontext() as ended:
        entry.main()
    assert (left or [ended.value.code]) == [1]


def test_the_module_runs_as_the_command_does():
    done = subprocess.run([sys.executable, "-m", "ai800", "--version"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
