from __future__ import annotations

import sys

import pytest

from ai800.cli import main as module


@pytest.fixture
def run(capsys, monkeypatch):
    """Runs `ai800` with arguments in this process: exit code, standard output, standard error."""

    def _run(*arguments):
        monkeypatch.setattr(sys, "argv", ["ai800", *map(str, arguments)])
        code = module.run()
        said = capsys.readouterr()
        return code, said.out, said.err

    return _run
