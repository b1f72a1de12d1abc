"""What other programs import of ai800, and that the command line imports no more of it than they can."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import ai800
from ai800 import api, errors
from ai800.assessment import types
from tests.support.changes import begun

ROOT = Path(__file__).resolve().parents[2]
_COMMANDS = sorted((ROOT / "checker" / "ai800" / "cli").glob("*.py"))
# `resources` finds the files that ship with ai800; the package itself is its version.
_FOR_COMMANDS = {"ai800", "api", "reports", "errors", "text", "cli", "resources"}


@pytest.mark.parametrize("name", sorted(set(ai800.__all__) - {"__version__"}))
def test_every_name_that_is_offered_is_there(name):
    stands_in = next(module for module in (api, errors, types) if hasattr(module, name))
    assert getattr(ai800, name) is getattr(stands_in, name)


def test_nothing_else_is_offered():
    assert dir(ai800) == ai800.__all__
    with pytest.raises(AttributeError, match="no attribute 'judge'"):
        ai800.judge  # noqa: B018 (asking is the test)


def test_a_checker_of_types_sees_no_name_that_is_not_there():
    tree = ast.parse(Path(ai800.__file__).read_text(encoding="utf-8"))
    assert "__getattr__" not in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    with pytest.raises(ImportError, match="chekc"):
        from ai800 import chekc  # noqa: F401 (asking is the test)


def test_importing_ai800_imports_nothing_else():
    code = "import sys, ai800; print(sorted(n for n in sys.modules if n.startswith('ai800.') or n == 'typing'))"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}; {code}"],
                          capture_output=True, text=True, check=True)  # fmt: skip
    assert done.stdout == "[]\n"


def _imported(path):
    """The modules of ai800 that a file imports when it runs; what only a type checker sees is left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {
        id(node) for block in ast.walk(tree) if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.dump(block.test)
        for node in ast.walk(block)
    }  # fmt: skip
    for node in ast.walk(tree):
        if id(node) not in for_types and isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif id(node) not in for_types and isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", _COMMANDS, ids=lambda path: path.stem)
def test_the_command_line_uses_only_what_other_programs_can(path):
    ours = [module.split(".") for module in _imported(path) if module.split(".")[0] == "ai800"]
    assert {(parts + parts)[1] for parts in ours} <= _FOR_COMMANDS


@pytest.mark.parametrize("page", ["docs/python.md", "README.md"])
def test_what_is_shown_of_python_runs(tmp_path, monkeypatch, page):
    text = (ROOT / page).read_text(encoding="utf-8")
    snippets = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(begun(tmp_path).root)
    assert snippets
    for snippet in snippets:
        exec(compile(snippet, page, "exec"), {})  # noqa: S102 (our own page)
