from __future__ import annotations

import shlex

import pytest
import yaml
from click.testing import CliRunner

from ai800.cli.main import ai800
from tools.generate import STEPS
from tools.hooks import FILE, HOOKED, text
from tools.vocabulary import ROOT

HOOKS = yaml.safe_load(text())


def test_what_is_committed_is_what_is_written():
    assert (ROOT / FILE).read_text(encoding="utf-8") == text()
    assert "tools.hooks" in STEPS


def test_each_hook_is_described():
    assert [hook["id"] for hook in HOOKS] == [f"ai800-{name}" for name in HOOKED]
    assert all(hook["description"].endswith("Reads what is staged.") for hook in HOOKS)


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_each_entry_is_a_command_with_its_options(hook):
    _, *arguments = shlex.split(hook["entry"])
    done = CliRunner().invoke(ai800, [*arguments, "--help"])
    assert done.exit_code == 0
    assert "--staged" in done.output


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_no_commit_goes_past_a_hook(hook):
    assert (hook["always_run"], hook["pass_filenames"]) == (True, False)
    assert "pre-push" not in hook["stages"]
