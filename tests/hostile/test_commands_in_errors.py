"""A repository whose names are commands for a CI runner: what ai800 prints of it commands nothing."""

from __future__ import annotations

import sys

import pytest

from ai800.cli import main as module
from tests.support.workflow_commands import command_in

NAMES = ("::error::x", "##[add-mask]x", "a ##[error]y", "::add-mask::x ##[warning]y")


@pytest.fixture
def said(capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    def _said(*arguments):
        monkeypatch.setattr(sys, "argv", ["ai800", *map(str, arguments)])
        code = module.run()
        found = capsys.readouterr()
        return code, [*found.out.splitlines(), *found.err.splitlines()]

    return _said


@pytest.mark.parametrize("command", ["check", "validate", "facts", "next"])
@pytest.mark.parametrize("text", ["release: {name: 7}\n", "a: [1\n", "a: 1\na: 2\n", "\x00"])
@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_folder_commands_no_runner(said, tmp_path, name, text, command):
    (tmp_path / name).mkdir()
    (tmp_path / name / "ai800.yaml").write_text(text, encoding="utf-8")
    code, lines = said(command, name)
    assert code in {0, 3, 4}
    assert [line for line in lines if command_in(line)] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "{}"),
        ("check", "--ref", "{}"),
        ("check", "--only", "{}"),
        ("check", "--format", "{}"),
        ("{}",),
        ("explain", "{}"),
    ],
)
@pytest.mark.parametrize("name", NAMES)
def test_an_argument_commands_no_runner(said, name, arguments):
    code, lines = said(*(each.format(name) for each in arguments))
    assert code
    assert [line for line in lines if command_in(line)] == []
