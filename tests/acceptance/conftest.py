from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.support.runner import Ended, Runner

if TYPE_CHECKING:
    from pathlib import Path


class Installed(NamedTuple):
    """The action's environment: its interpreter, how the step that made it ended, and the folders around it."""

    python: str
    ended: Ended
    workspace: Path
    temporary: Path


@pytest.fixture(scope="session")
def installed(tmp_path_factory):
    """What the action's own install step installs, from the package index and by the lock: once for all tests."""
    workspace, temporary = tmp_path_factory.mktemp("workspace"), tmp_path_factory.mktemp("runner")
    trap(workspace)
    runner = Runner(workspace, temporary, ("push", {}))
    runner.environment |= {
        "PYTHONPATH": str(workspace),
        "PYTHONSTARTUP": str(workspace / "ai800.py"),
        "PIP_CONFIG_FILE": str(workspace / "pip.conf"),
        "PIP_TARGET": str(workspace / "target"),
    }
    ended = runner.run()
    assert "python" in ended.outputs["install"], ended.log
    return Installed(ended.outputs["install"]["python"], ended, workspace, temporary)


def trap(workspace):
    """Files that leave a mark where anything of the workspace is imported, run or taken as a configuration."""
    mark = f"open({str(workspace / 'SPRUNG')!r}, 'a').write(__name__ + '\\n')\n"
    names = ("ai800", "sitecustomize", "usercustomize", "click", "yaml", "json", "venv", "pip", "__main__", "conftest")
    for name in names:
        (workspace / f"{name}.py").write_text(mark, encoding="utf-8")
    (workspace / "pip.conf").write_text("[global]\nindex-url = https://evil.example/\n", encoding="utf-8")
    (workspace / "pyvenv.cfg").write_text("home = /nowhere\n", encoding="utf-8")


def sprung(workspace):
    return (workspace / "SPRUNG").exists()
