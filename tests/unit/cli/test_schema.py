"""`ai800 schema`."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from ai800.resources import release_schema


@pytest.mark.parametrize("name, about", [([], "ai800.yaml"), (["release"], "ai800.yaml"), (["report"], "report")])
def test_it_prints_a_schema(run, name, about):
    code, out, err = run("schema", *name)
    assert (code, err) == (0, "")
    Draft202012Validator.check_schema(json.loads(out))
    assert about in json.loads(out)["title"]


def test_it_writes_the_schema_that_the_release_file_is_held_against(run, tmp_path):
    code, out, _ = run("schema", "-o", tmp_path / "ai800.schema.json")
    assert (code, out) == (0, "")
    assert json.loads((tmp_path / "ai800.schema.json").read_bytes()) == release_schema()


@pytest.mark.parametrize(
    "arguments, code, said",
    [(["documents"], 2, "release"), (["-o", "/"], 4, "is a folder"), (["release", "x"], 2, "x")],
)
def test_it_refuses_what_it_cannot_do(run, arguments, code, said):
    found, out, err = run("schema", *arguments)
    assert (found, out) == (code, "")
    assert said in err


def test_a_release_beside_its_schema_is_judged_as_without(run, tmp_path):
    run("init", tmp_path)
    before = run("check", tmp_path, "--as-of", "2026-06-01")
    run("schema", "-o", tmp_path / "ai800.schema.json")
    assert run("check", tmp_path, "--as-of", "2026-06-01") == before
