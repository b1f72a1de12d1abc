"""How the Python code is written: short, few parameters by position, one way for the data, one broad `except`."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("checker/ai800", "tools", ".github/action", "benchmarks")
FILES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
SOURCES = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in FILES}
TREES = {name: ast.parse(text) for name, text in SOURCES.items()}

MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 50
MOST_PARAMETERS = 5
MOST_BY_POSITION = 2

# click calls these with three values by position.
CALLED_BY_CLICK = {
    "checker/ai800/cli/complete.py:every_id",
    "checker/ai800/cli/complete.py:items",
    "checker/ai800/cli/main.py:_version",
    "checker/ai800/cli/options.py:convert",
}

# A module imports nothing of a later line. What only a checker of types reads is free, and so is `types` of any stage:
# a stage knows what it hands on. (What `cli` may import stands in test_package.py.)
STAGES = (
    {"__version__", "errors", "resources", "signals", "text", "patterns", "markdown_lines", "markdown_text"},
    {"snapshot"},
    {"declare"},
    {"facts", "evidence"},
    {"release"},
    {"engines"},
    {"assessment", "catalog"},
    {"reports"},
    {"options", "reading", "judging"},
    {"changes"},  # compares reports
    {"gates"},
    {"persons", "scaffold", "scaffold_full"},
    {"api"},
    {"cli"},
    {"__main__"},
)
RANKS = {name: rank for rank, names in enumerate(STAGES) for name in names}
BACKWARDS = {
    (
        "ai800.snapshot.release_files",
        "ai800.declare.layout",
    ): "where a declaration may lie decides which files a release has",
    ("ai800.evidence.content", "ai800.release.grades"): "one measure of a text, whether it is declared or in a page",
    ("ai800.changes.sources", "ai800.api"): "a commit is compared by its report, which a check makes",
}

BROAD = {"Exception", "BaseException"}


def _functions(name):
    """Every function of a file, with whether it is a method that is given its object."""
    for parent in ast.walk(TREES[name]):
        for node in ast.iter_child_nodes(parent):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                static = any(ast.unparse(each) == "staticmethod" for each in node.decorator_list)
                yield node, isinstance(parent, ast.ClassDef) and not static


def _by_position(node, bound):
    return [*node.args.posonlyargs, *node.args.args][bound:]


def _module(name):
    return name.removeprefix("checker/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _run_time(node):
    """Everything in a tree but what only the type checker reads."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            continue
        yield child
        yield from _run_time(child)


def _imports():
    """(module, what it imports of ours) for every import of the package at run time."""
    for name in SOURCES:
        if name.startswith("checker/"):
            for node in _run_time(TREES[name]):
                if isinstance(node, ast.ImportFrom) and node.module == "ai800":
                    yield from ((_module(name), f"ai800.{each.name}") for each in node.names)
                elif isinstance(node, ast.ImportFrom) and str(node.module).startswith("ai800."):
                    yield _module(name), node.module
                elif isinstance(node, ast.Import):
                    yield from ((_module(name), each.name) for each in node.names if each.name.startswith("ai800."))


def _stage(module):
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("name", SOURCES)
def test_a_file_is_short(name):
    assert len(SOURCES[name].splitlines()) <= MOST_LINES


@pytest.mark.parametrize("name", SOURCES)
def test_a_function_is_short(name):
    lines = {node.name: node.end_lineno - node.lineno + 1 for node, _ in _functions(name)}
    assert {function: count for function, count in lines.items() if count > MOST_LINES_OF_A_FUNCTION} == {}


@pytest.mark.parametrize("name", SOURCES)
def test_a_function_has_few_parameters(name):
    counts = {node.name: len(_by_position(node, bound)) + len(node.args.kwonlyargs) for node, bound in _functions(name)}
    assert {function: count for function, count in counts.items() if count > MOST_PARAMETERS} == {}


def test_a_function_takes_at_most_two_values_by_position():
    found = {
        f"{name}:{node.name}"
        for name in SOURCES
        for node, bound in _functions(name)
        if len(_by_position(node, bound)) > MOST_BY_POSITION
    }
    assert found == CALLED_BY_CLICK


@pytest.mark.parametrize("name", [name for name, tree in TREES.items() if tree.body[1:]])
def test_annotations_are_never_evaluated(name):
    assert "from __future__ import annotations" in SOURCES[name].splitlines()


def test_only_the_top_of_the_command_line_catches_everything():
    found = {
        name
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and _is_broad(node) and not _raises_again(node)
    }
    assert found == {"checker/ai800/cli/main.py"}


def _is_broad(handler):
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(each is None or ast.unparse(each) in BROAD for each in caught)


def _raises_again(handler):
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_every_module_has_its_stage():
    assert {_stage(_module(name)) for name in SOURCES if name.startswith("checker/")} - {"", *RANKS} == set()


def test_data_flows_one_way():
    found = {
        (module, imported)
        for module, imported in _imports()
        if _stage(module) and not imported.endswith(".types") and RANKS[_stage(imported)] > RANKS[_stage(module)]
    }
    assert found == set(BACKWARDS)
