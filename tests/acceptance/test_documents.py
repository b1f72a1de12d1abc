"""What the documents say is there: links lead somewhere, examples are valid, tables and glossary are complete."""

from __future__ import annotations

import re
import tomllib
from typing import get_args

import pytest

from ai800.assessment.types import Verdict
from ai800.declare.declaration import read_declaration
from ai800.evidence.content import find
from ai800.markdown_text import visible_lines
from ai800.release.build import build
from tests.support.snapshots import MemorySnapshot
from tools.case_data import AS_OF, CaseResolver
from tools.readme import filled
from tools.snapshots import ROOT
from tools.vocabulary import vocabulary

TOP = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
DOCUMENTS = [ROOT / name for name in TOP] + sorted([*ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")])
LINK = re.compile(r"\[[^\]]+\]\(([^()\s]+)\)")
ADDRESS = re.compile(r"[a-z]+:")
YAML = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PLACE = re.compile(r"# (\.ai800/[a-z_]+\.yaml)\n")
TERM = re.compile(r"(?<!\S)\*\*([^*]+?)[.:]?\*\*")
MAIN = "ai800.yaml"


def read(path):
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path):
    targets = [target for line in visible_lines(read(path)) for target in LINK.findall(line)]
    assert [target for target in targets if not ADDRESS.match(target) and not leads(path, target)] == []


def leads(path, target):
    name, _, anchor = target.partition("#")
    file = (path.parent / name).resolve() if name else path
    return file.exists() and (not anchor or find(read(file), anchor) is not None)


def test_blocks_of_the_readme_are_what_the_program_says():
    text = read(ROOT / "README.md")
    assert filled(text) == text


def test_readme_says_what_each_dependency_is_for():
    project = tomllib.loads(read(ROOT / "pyproject.toml"))
    wanted = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["opa"]]
    wanted += project["dependency-groups"]["test"]
    names = {re.split(r"[><=\[ ]", name)[0] for name in wanted}
    readme = read(ROOT / "README.md")
    assert (
        sorted(name for name in names if not {f"[{name}]", f"`{name}`"} & set(re.findall(r"[\[`][\w-]+[\]`]", readme)))
        == []
    )


def written():
    """The examples of the page as the files that they belong to."""
    files = {}
    for block in YAML.findall(read(ROOT / "docs" / "writing-ai800-yaml.md")):
        place = PLACE.match(block)
        name = place[1] if place else MAIN
        files[name] = files.get(name, "") + block
    return {name: text.encode() for name, text in files.items()}


def test_examples_of_the_release_file_are_valid_together():
    data = read_declaration(MemorySnapshot(written())).data
    release = build(data, CaseResolver(), as_of=AS_OF, considerable=frozenset({"ipd:B3.4"}))
    assert release.troubles == ()
    assert release.variants == ("open", "closed")


def test_every_section_of_the_release_file_has_an_example():
    sections = set(vocabulary())
    assert sections - set(read_declaration(MemorySnapshot(written())).data) == set()


def test_the_glossary_says_each_word_once():
    terms = TERM.findall(read(ROOT / "docs" / "glossary.md"))
    words = [word.strip().casefold() for term in terms for word in term.split(",")]
    assert sorted(word for word in set(words) if words.count(word) > 1 and word != "safeguard") == []


@pytest.mark.parametrize("verdict", get_args(Verdict))
def test_every_verdict_is_explained(verdict):
    assert f"| `{verdict}` |" in read(ROOT / "docs" / "verdicts.md")
