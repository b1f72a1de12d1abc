"""SARIF and JUnit of whole runs: places that are there, fingerprints that stay, verdicts that agree."""

from __future__ import annotations

import shutil
from urllib.parse import unquote

import pytest
from click.testing import CliRunner

from ai800.api import check
from ai800.cli.check import check as command
from ai800.reports.formats import FORMATS
from ai800.resources import resource
from tests.support.git import Repository
from tests.support.readers import junit_tree, sarif_run
from tools.snapshots import examples

EXAMPLES = resource("examples")
GAPS = EXAMPLES / "open-weights-gaps"
AS_OF = "2026-06-01"
FOLDERS = ["", "models/a", "näme with #1 50% [x](y)", "two\nlines", "שלום", "-rf", "a:b", "%41"]


def _repository(root, folder):
    shutil.copytree(GAPS, root / folder if folder else root, dirs_exist_ok=True)
    repository = Repository(root)
    repository.git("init", "--quiet")
    repository.commit({})
    return repository


def _run(path, **options):
    return sarif_run(FORMATS["sarif"](check(path, as_of=AS_OF, **options)))


def _fingerprints(run):
    return [(each["ruleId"], each["partialFingerprints"]["primaryLocationLineHash"]) for each in run["results"]]


def _locations(run):
    for result in run["results"]:
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            found = location["physicalLocation"]
            yield unquote(found["artifactLocation"]["uri"], errors="strict"), found["region"]["startLine"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_place_is_a_line_of_a_file_from_the_root_of_the_repository(tmp_path, folder):
    _repository(tmp_path, folder)
    run = _run(tmp_path / folder)
    for path, line in _locations(run):
        assert (tmp_path / path).is_file()
        assert line <= max(1, (tmp_path / path).read_bytes().count(b"\n") + 1)
    assert len(run["results"]) > 100
    assert run["automationDetails"]["id"].count("/") == 3 + bool(folder) + folder.count("/")


@pytest.mark.parametrize("example", examples())
def test_both_formats_agree_with_the_verdict_of_the_run(example):
    found = check(EXAMPLES / example, as_of=AS_OF)
    run, tree = sarif_run(FORMATS["sarif"](found)), junit_tree(FORMATS["junit"](found))
    assert int(tree.get("failures")) == len(found.fails)
    assert int(tree.get("errors")) == 0
    failing = {result["ruleId"] for result in run["results"] if result["level"] == "error"}
    waiting = {row.id for row in found.rows if row.verdict in {"needs_review", "alternative"}}
    assert failing == set(found.fails) - waiting
    assert run["invocations"][0]["exitCode"] == found.exit_code


def test_fingerprints_stay_when_lines_move_and_days_pass(tmp_path):
    repository = _repository(tmp_path, "models/a")
    before = _run(tmp_path / "models/a")
    file = tmp_path / "models/a/ai800.yaml"
    repository.commit({"models/a/ai800.yaml": "# one\n# two\n\n" + file.read_text(encoding="utf-8")})
    after = sarif_run(FORMATS["sarif"](check(tmp_path / "models/a", as_of="2026-06-02")))
    assert _fingerprints(after) == _fingerprints(before)
    assert [*_locations(after)] != [*_locations(before)]


def test_two_models_of_one_repository_share_no_fingerprint(tmp_path):
    for folder in ("models/a", "models/b"):
        _repository(tmp_path, folder)
    found = [each for folder in ("a", "b") for each in _fingerprints(_run(tmp_path / "models" / folder))]
    assert len(set(found)) == len(found)


def test_a_repository_that_declares_nothing_has_its_gaps_at_the_model_card(tmp_path):
    (tmp_path / "README.md").write_text("---\nlicense: mit\n---\n# Aurora\n", encoding="utf-8")
    (tmp_path / "model.safetensors").write_bytes(b"")
    run = _run(tmp_path)
    assert {path for path, _ in _locations(run)} == {"README.md"}
    assert len({fingerprint for _, fingerprint in _fingerprints(run)}) == len(run["results"])


def test_a_part_of_the_standard_does_not_replace_the_whole_in_code_scanning():
    whole, part = _run(GAPS), _run(GAPS, only=("ipd:5.3",))
    assert whole["automationDetails"] != part["automationDetails"]
    assert {result["ruleId"] for result in part["results"]} < {result["ruleId"] for result in whole["results"]}


@pytest.mark.parametrize("name, begin", [("a.sarif", "{"), ("a.junit.xml", "<?xml"), ("a.xml", "<?xml")])
def test_the_name_of_the_file_says_the_format(tmp_path, name, begin):
    target = tmp_path / name
    done = CliRunner().invoke(command, [str(GAPS), "--as-of", AS_OF, "-o", str(target)], standalone_mode=False)
    assert done.return_value == 1
    assert target.read_text(encoding="utf-8").startswith(begin)
