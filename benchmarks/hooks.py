"""The hooks under pre-commit beside the commands that they run, and beside a hook that does nothing."""

from __future__ import annotations

import os
import shutil
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from benchmarks.timing import in_turn, script
from tests.support.hooks import CONFIG, DAY, cloned, fresh
from tools.vocabulary import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.hooks import Hooks

EXAMPLE = ROOT / "examples" / "open-weights"
_OPTIONS = {"id": "ai800-check", "args": ["--as-of", DAY]}
_NOTHING = """\
- repo: local
  hooks:
  - {id: nothing, name: nothing, entry: git --version, language: system, always_run: true, pass_filenames: false}
"""


def measure(folder: Path, *, runs: int) -> dict[str, Any]:
    """Medians of whole processes on the example of open weights, and their ratios to `ai800 check`."""
    folder.mkdir()
    hooks = cloned(folder)
    repository = fresh(folder / "release")
    shutil.copytree(EXAMPLE, repository.root, dirs_exist_ok=True)
    repository.commit({CONFIG: hooks.configured(_OPTIONS, {"id": "ai800-validate"}) + _NOTHING})
    ended = hooks.pre_commit(repository.root, "run", "--all-files")
    if ended.code:
        raise RuntimeError(ended.said)
    os.environ["PRE_COMMIT_HOME"] = str(hooks.home)
    figures = in_turn(_commands(hooks), runs=runs, folder=repository.root)
    ours = figures["ai800 check"]
    return {
        "medians": {name: asdict(figure) for name, figure in figures.items()},
        "wall ratio to ai800 check": {name: round(found.wall / ours.wall, 3) for name, found in figures.items()},
    }


def _commands(hooks: Hooks) -> dict[str, list[str]]:
    """`ai800` is that of the hook's own environment, so that both sides start the same Python."""
    (ai800,) = hooks.home.glob("repo*/py_env-*/*/ai800*")
    run = [script("pre-commit"), "run", "--all-files"]
    return {
        "ai800 check": [str(ai800), "check", "--staged", "--as-of", DAY],
        "ai800 validate": [str(ai800), "validate", "--staged"],
        "hook ai800-check": [*run, "ai800-check"],
        "hook ai800-validate": [*run, "ai800-validate"],
        "hook that does nothing": [*run, "nothing"],
    }
