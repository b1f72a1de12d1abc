from __future__ import annotations

import re
import sys

import pytest
import yaml

from ai800.api import check, start
from ai800.catalog import load_catalog
from ai800.cli import main as module
from ai800.resources import release_schema
from tests.support.releases import POINTER

_TEMPLATE = re.compile(r"^( *)# ((?: *- )? *\w+:(?: .*)?)$")
_ON = {True: "on"}  # what an older version of YAML makes of the word
_CARD = """---
license: mit
base_model: lab/base
base_model_relation: finetune
extra_gated_prompt: Do no harm
---
# Lark 7B

A language model with 7B parameters.
"""


@pytest.fixture(params=["weights", "card"])
def repository(request, tmp_path):
    (tmp_path / "model.safetensors").write_text(POINTER, encoding="utf-8")
    if request.param == "card":
        (tmp_path / "README.md").write_text(_CARD, encoding="utf-8")
    return tmp_path


def _full(folder):
    return start(folder, full=True).read_text(encoding="utf-8")


def _gaps(folder):
    return {row.id: row.verdict for row in check(folder, as_of="2026-06-01").rows}


def test_nothing_it_writes_closes_a_gap(repository):
    before = _gaps(repository)
    _full(repository)
    assert _gaps(repository) == before


def _named(node, path=""):
    """Every field below a node of the schema, dotted."""
    for name, field in node.get("items", node).get("properties", {}).items():
        yield f"{path}.{name}"
        yield from _named(field, f"{path}.{name}")


def _written(value, path=""):
    if isinstance(value, list):
        for item in value:
            yield from _written(item, path)
    elif isinstance(value, dict):
        for name, below in value.items():
            here = f"{path}.{_ON.get(name, name)}"
            yield here
            yield from _written(below, here)


def _unmarked(text):
    """The template with its marks taken away, as an editor would."""
    lines = (_TEMPLATE.sub(r"\1\2", line) for line in text.split("\n"))
    return "\n".join(line for line in lines if not re.match(r" *#", line))


def test_every_field_of_the_vocabulary_is_there_once_the_marks_are_gone(repository):
    data = yaml.safe_load(_unmarked(_full(repository)))
    sections = release_schema()["properties"].items()
    wanted = {path for name, node in sections for path in (f".{name}", *_named(node, f".{name}"))}
    kept = {path for path in wanted if not path.startswith((".waivers", ".gate"))}
    told = set(_written(data))
    assert kept - told == set()
    assert told - wanted <= {".channels.seen"}  # a remark on what was observed


def test_each_section_says_which_ids_rest_on_it(tmp_path):
    text = _full(tmp_path)
    told = {
        row for line in re.findall(r"Serves ((?:.|\n *# )*?)\.\n", text) for row in re.findall(r"[\dB][\w.]+", line)
    }
    rows = load_catalog().rows.items()
    wanted = {row.removeprefix("ipd:") for row, record in rows for rule in record.rules.values() if rule.rests_on}
    assert wanted <= {row.rstrip(".") for row in told}


def test_a_field_that_was_observed_is_not_offered_again(repository):
    text = _full(repository)
    model = text[text.index("model:") : text.index("# Every way")]
    names = re.findall(r"^(?:# )?  (?:# )?(\w+):", model, re.MULTILINE)
    assert len(names) == len(set(names))


def test_full_goes_through_the_command(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["ai800", "init", "--full", str(tmp_path)])
    assert module.run() == 0
    assert "wrote" in capsys.readouterr().out
    assert "# evaluations:" in (tmp_path / "ai800.yaml").read_text(encoding="utf-8")
