"""Writes .pre-commit-hooks.yaml: `python -m tools.hooks`, or compares it with `--check`.

What a hook says of itself is what `ai800 --help` says of its command.
"""

from __future__ import annotations

from ai800.cli.group import _COMMANDS
from tools.generated import main
from tools.vocabulary import ROOT

FILE = ".pre-commit-hooks.yaml"
HOOKED = ("check", "validate")

_HEAD = """\
# Hooks for pre-commit (https://pre-commit.com); docs/pre-commit.md describes them. Written by python -m tools.hooks.
# Each runs on every commit: any file can be evidence, and pre-commit does not name files that were deleted or renamed.
"""
# 3.2.0 is the first to know the stages by these names. A push is left out: what it sends is not what is staged.
_HOOK = """
- id: ai800-{name}
  name: ai800 {name}
  description: {about} Reads what is staged.
  entry: ai800 {name} --staged
  language: python
  always_run: true
  pass_filenames: false
  require_serial: true
  stages: [pre-commit, pre-merge-commit, manual]
  minimum_pre_commit_version: 3.2.0
"""


def text() -> str:
    """The whole file."""
    return _HEAD + "".join(_HOOK.format(name=name, about=_COMMANDS[name]) for name in HOOKED)


if __name__ == "__main__":
    main(ROOT, {FILE: text()}, command="python -m tools.hooks")
