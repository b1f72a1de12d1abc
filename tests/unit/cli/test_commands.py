"""Each command on a release that a person could have written."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.support.git import make_repository
from tests.support.releases import write_release

DAY = ("--as-of", "2026-06-01")


@pytest.fixture
def release(tmp_path):
    return write_release(tmp_path / "base")


def test_check_passes_a_whole_release(run, release):
    code, out, err = run("check", release, *DAY)
    assert (code, err) == (0, "")
    assert out.startswith("ai800: no gaps in what is plainly asked")


def test_check_fails_a_release_with_a_gap(run, tmp_path):
    folder = write_release(tmp_path, "open", {"deployments.0.decision.decided_on": "2026-03-02"})
    code, out, _ = run("check", folder, *DAY)
    assert code == 1
    assert "opened" in out
    assert "ai800.yaml:" in out


@pytest.mark.parametrize("flags, lines", [(["-q"], 1), ([], 10), (["-v"], 20)])
def test_check_says_as_much_as_asked(run, release, flags, lines):
    _, out, _ = run("check", release, *DAY, *flags)
    assert len(out.splitlines()) >= lines
    assert flags != ["-q"] or len(out.splitlines()) == 1


def test_check_writes_each_format_to_its_file(run, release, tmp_path):
    names = {"text": "r.txt", "json": "r.json", "markdown": "r.md", "html": "r.html"}
    arguments = [a for form, name in names.items() for a in ("--format", form, "-o", tmp_path / name)]
    code, out, _ = run("check", release, *DAY, *arguments)
    assert (code, out) == (0, "")
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["outcome"]["passes"] is True
    assert (tmp_path / "r.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")


@pytest.mark.parametrize(
    "name, start",
    [
        ("r.json", '{\n  "counts"'), ("r.html", "<!doctype html>"), ("r.md", "#"), ("r", "ai800"),
        ("r.oscal.json", '{\n  "assessment-results"'), ("v1.0.json", '{\n  "counts"'),
    ],
)  # fmt: skip
def test_check_knows_a_format_by_the_name_of_the_file(run, release, tmp_path, name, start):
    run("check", release, *DAY, "-o", tmp_path / name)
    assert (tmp_path / name).read_text(encoding="utf-8").lower().startswith(start)


def test_check_prints_what_has_no_file(run, release, tmp_path):
    _, out, _ = run("check", release, *DAY, "--format", "html", "--format", "json", "-o", tmp_path / "r.html")
    assert json.loads(out)["run"]["as_of"] == "2026-06-01"


def test_a_report_that_can_not_be_written_is_4(run, release, tmp_path):
    code, _, err = run("check", release, *DAY, "-o", tmp_path)
    assert code == 4
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments, code, said",
    [
        (["--only", "ipd:5.3"], 0, "5.3"),
        (["--only", "5.3.1", "--only", "b1"], 0, "5.3"),
        (["--only", "5.9"], 2, "did you mean"),
        (["--variant", "closed"], 1, "because --variant says so"),
        (["--ref", "HEAD"], 2, "ref"),
    ],
)
def test_check_takes_options(run, release, arguments, code, said):
    found, out, err = run("check", release, *DAY, *arguments)
    assert found == code
    assert said in " ".join((out + err).split())


def test_check_without_a_day_takes_today(run, release):
    _, out, _ = run("check", release, "--format", "json")
    assert len(json.loads(out)["run"]["as_of"]) == 10


def test_what_is_no_release_is_4(run, tmp_path):
    (tmp_path / "notes.txt").write_text("nothing", encoding="utf-8")
    code, out, err = run("check", tmp_path)
    assert (code, out) == (4, "")
    assert "no model release" in err


def test_a_repository_of_several_models_names_them(run, tmp_path):
    for name in ("large", "small"):
        folder = tmp_path / "models" / name
        folder.mkdir(parents=True)
        (folder / "MODEL_CARD.md").write_text("# Model card\n\nA language model with weights.\n", encoding="utf-8")
        (folder / "LICENSE").write_text("Model licence\n", encoding="utf-8")
    code, _, err = run("check", tmp_path)
    assert code == 4
    assert "models/large, models/small" in err
    assert "ai800 check models/large" in err


def test_init_then_check_reports_the_same_gaps(run, tmp_path):
    (tmp_path / "model.safetensors").write_text("version https://git-lfs.github.com/spec/v1\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("---\nlicense: mit\nbase_model: lab/base\n---\n# Model\n", encoding="utf-8")
    _, before, _ = run("check", tmp_path, *DAY, "--format", "json")
    code, out, _ = run("init", tmp_path)
    assert code == 0
    assert "wrote" in out
    code, after, err = run("check", tmp_path, *DAY, "--format", "json")
    assert (code, err) == (1, "")
    assert _gaps(json.loads(before)) == _gaps(json.loads(after))


def _gaps(report):
    return {row["id"] for p in report["practices"] for row in p["rows"] if row["verdict"] in {"unmet", "partial"}}


def test_init_never_writes_over_a_file(run, release):
    text = (release / "ai800.yaml").read_text(encoding="utf-8")
    code, out, err = run("init", release)
    assert (code, out) == (2, "")
    assert "already" in err
    assert (release / "ai800.yaml").read_text(encoding="utf-8") == text


def test_init_where_nothing_can_be_written_is_4(run, tmp_path, monkeypatch):
    from pathlib import Path

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    code, _, err = run("init", tmp_path)
    assert code == 4
    assert "Permission denied" in err


@pytest.mark.parametrize(
    "identity, said",
    [
        ([], "5.3"),
        (["5"], "5.1"),
        (["ipd:5.3"], "ipd:5.3.1"),
        (["5.3.1"], "Open variant"),
        (["B3.3"], "page 19"),
        (["b3"], "B3.1"),
        (["ipd:B"], "B5.1"),
        (["1.1.1"], "p"),
    ],
)
def test_explain_says_what_an_id_asks(run, identity, said):
    code, out, _ = run("explain", *identity)
    assert code == 0
    assert said in out
    assert max(len(line) for line in out.splitlines() if not line.startswith("    ")) <= 80


def test_explain_of_an_unknown_id_names_the_nearest(run):
    code, out, err = run("explain", "5.3.9")
    assert (code, out) == (2, "")
    assert "did you mean" in err


def test_facts_as_a_table_and_as_json(run, release):
    code, table, _ = run("facts", release)
    assert code == 0
    assert "model.safetensors" in table
    _, text, _ = run("facts", release, "--format", "json")
    assert json.loads(text)["weights"][0]["sha256"] == "a" * 64


@pytest.mark.parametrize(
    "change, code, said",
    [
        ({}, 0, "0 references without content"),
        ({"release.release_policy.evidence": ["docs/gone.md"]}, 1, "missing"),
        ({"evaluations.0.threshold": "nope"}, 1, "nope is not declared"),
    ],
)
def test_validate_reads_schema_and_evidence(run, tmp_path, change, code, said):
    folder = write_release(tmp_path, "open", change)
    if change:
        (folder / "docs" / "gone.md").unlink(missing_ok=True)
    found, out, _ = run("validate", folder)
    assert found == code
    assert said in " ".join(out.split())


def test_validate_without_a_release_file_is_a_finding(run, tmp_path):
    (tmp_path / "model.safetensors").write_text("version https://git-lfs.github.com/spec/v1\n", encoding="utf-8")
    code, out, _ = run("validate", tmp_path)
    assert code == 1
    assert "ai800 init" in out


def test_an_unknown_id_in_the_release_data_is_3(run, tmp_path):
    folder = write_release(tmp_path, "open", {"considered": [{"id": "ipd:9.9.9"}]})
    code, _, err = run("check", folder, *DAY)
    assert code == 3
    assert "the edition has no such recommendation" in err


def test_an_engine_that_fails_is_4_and_still_reports(run, release, monkeypatch):
    from ai800.engines import engine
    from ai800.errors import EngineError

    def fail(*_args, **_kwargs):
        raise EngineError("the engine ran out of fuel", "name fewer records")

    monkeypatch.setattr(engine, "open_engine", fail)
    code, out, _ = run("check", release, *DAY)
    assert code == 4
    assert "ran out of fuel" in out


def test_a_commit_is_read_and_not_the_work_tree(run, tmp_path):
    folder = write_release(tmp_path / "base")
    files = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    repository = make_repository(tmp_path / "repository")
    repository.commit(files)
    (repository.root / "ai800.yaml").write_text("nonsense: [", encoding="utf-8")
    code, out, _ = run("check", repository.root, *DAY)
    assert code == 0
    assert "commit" in out


def test_a_release_file_that_is_not_committed_is_pointed_out(run, tmp_path):
    repository = make_repository(tmp_path / "repository")
    repository.commit({"model.safetensors": "version https://git-lfs.github.com/spec/v1\n"})
    run("init", repository.root)
    code, out, _ = run("check", repository.root, *DAY)
    assert code == 1
    assert "not in what was read" in " ".join(out.split())
    repository.git("add", "ai800.yaml")
    _, out, _ = run("check", repository.root, *DAY, "--staged")
    assert "not in what was read" not in " ".join(out.split())


def test_a_reader_that_goes_away_changes_no_exit_code(tmp_path):
    folder = write_release(tmp_path, "open", {"deployments.0.decision.decided_on": "2026-03-02"})
    command = [sys.executable, "-m", "ai800", "check", str(folder), *DAY, "--format", "json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 1


@pytest.mark.parametrize("files", [("a.json", "./a.json"), ("a.json", "sub/../a.json"), ("-", "-")])
def test_two_formats_in_one_file_are_refused_however_it_is_written(run, release, tmp_path, monkeypatch, files):
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path)
    code, out, err = run("check", release, *DAY, "--format", "json", "--format", "html", "-o", files[0], "-o", files[1])
    assert (code, out) == (2, "")
    assert "two formats go to one place" in err
    assert not (tmp_path / "a.json").exists()


@pytest.mark.parametrize("word, said", [("jsn", "Did you mean 'json'?"), ("xyzzy", "is not one of 'text'")])
def test_a_format_that_does_not_exist_names_the_nearest(run, release, word, said):
    code, _, err = run("check", release, "--format", word)
    assert code == 2
    assert said in err
    assert ("Did you mean" in err) == (word == "jsn")
