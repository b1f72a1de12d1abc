"""How the policies are written: small, without prose, and never negating what may be undefined."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from tests.support.opa import ROOT, needs_opa
from tools.metadata import blocks
from tools.policies import policy_sources

FOLDER = ROOT / "policies"
SOURCES = {name: source.decode() for name, source in policy_sources(FOLDER).items()}
JUDGING = {name: text for name, text in SOURCES.items() if name.startswith("ipd/")}
MOST_LINES = 300
MOST_LINES_OF_A_BODY = 12

TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
COMPARED = re.compile(r"[=!<>]=|[<>]")
CALLED = re.compile(r"^([a-z_]+(?:\.[a-z_]+)?)\(")


@pytest.fixture(scope="module")
def found():
    return [block for block in blocks(FOLDER) if block.where.rsplit(":", 1)[0] in SOURCES]


def _code(text):
    """The lines of a policy without comments, numbered from 1."""
    return [(number, line) for number, line in enumerate(text.splitlines(), 1) if not line.lstrip().startswith("#")]


def _package(text):
    return next(line for _, line in _code(text) if line.startswith("package "))


def _bodies(text):
    """Where each rule's body begins, and how many lines it has."""
    opened = None
    for number, line in _code(text):
        if line.startswith("}") and opened is not None:
            yield opened, number - opened - 1
            opened = None
        if line and not line[0].isspace() and line.rstrip().endswith("if {"):
            opened = number


@pytest.mark.parametrize("name", SOURCES)
def test_a_file_is_short(name):
    assert len(SOURCES[name].splitlines()) < MOST_LINES


@pytest.mark.parametrize("name", SOURCES)
def test_a_body_is_short(name):
    assert [where for where, lines in _bodies(SOURCES[name]) if lines >= MOST_LINES_OF_A_BODY] == []


@pytest.mark.parametrize("name", SOURCES)
def test_a_policy_holds_no_prose(name):
    texts = [(number, text) for number, line in _code(SOURCES[name]) for text in TEXT.findall(line)]
    assert [place for place in texts if " " in place[1].strip('"').strip()] == []


@pytest.mark.parametrize("name", SOURCES)
def test_not_stands_before_a_lookup_or_a_helper(name):
    """`not f(x.missing)` and `not x.missing == 1` are undefined, not true, and a finding vanishes."""
    builtins = {each["name"] for each in json.loads((FOLDER / "capabilities.json").read_text())["builtins"]}
    wrong = []
    for number, line in _code(SOURCES[name]):
        for negated in re.findall(r"\bnot (.+)", TEXT.sub('""', line)):
            called = CALLED.match(negated)
            if COMPARED.search(negated) or (called and called[1] in builtins):
                wrong.append((number, line.strip()))
    assert wrong == []


@pytest.mark.parametrize("name", SOURCES)
def test_a_policy_stands_where_its_package_says(name):
    """lib/<topic>/, and ipd/…/<practice>/<file> where the file's name begins with the variant it judges."""
    package = _package(SOURCES[name]).removeprefix("package ai800.").split(".")
    *folders, file = name.removesuffix(".rego").split("/")
    assert folders[0] == package[0]
    if package[0] == "ipd":
        assert [folders[-1], file.split("_")[0]] == package[1:]
    else:
        assert folders[-1] == package[-1]


def test_every_package_says_what_it_is_for(found):
    said = Counter(".".join(("ai800", *block.path[1:])) for block in found if block.found["scope"] == "package")
    packages = {_package(text).removeprefix("package ") for text in SOURCES.values()}
    assert set(said) == packages
    assert max(said.values()) == 1


def test_every_metadata_block_is_attached(found):
    """A blank line below a block detaches it, and nobody notices."""
    written = Counter({name: len(re.findall(r"^# METADATA$", text, re.MULTILINE)) for name, text in SOURCES.items()})
    read = Counter(block.where.rsplit(":", 1)[0] for block in found)
    assert +written == read


@needs_opa
def test_there_is_one_entrypoint(found):
    entries = [block.path for block in found if block.found.get("entrypoint")]
    assert entries == [("ai800", "main", "answers")]


@pytest.mark.parametrize("name", JUDGING)
def test_every_row_is_a_rule_of_its_own(name, found):
    written = re.findall(r'^subjects\["([^"]+)"\]', JUDGING[name], re.MULTILINE)
    named = [block.row for block in found if block.row and block.where.startswith(f"{name}:")]
    assert written == named
    assert len(set(written)) == len(written)
    assert "subjects contains" not in JUDGING[name]
    assert not re.search(r"^subjects\[[^\"]", JUDGING[name], re.MULTILINE)


@pytest.mark.parametrize("name", JUDGING)
def test_input_is_typed(name, found):
    package = tuple(_package(JUDGING[name]).removeprefix("package ").split("."))
    schemas = [
        block.found.get("schemas") for block in found if block.path == package and block.found["scope"] == "package"
    ]
    assert "input" not in JUDGING[name] or all(schemas)
