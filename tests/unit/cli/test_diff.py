"""`diff`: two git refs, two reports, or one of each."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from ai800.changes.sources import Given, difference
from ai800.errors import UsageError
from ai800.resources import resource
from tests.support.git import make_repository
from tests.support.releases import POINTER, write_release

DAY = ("--as-of", "2026-06-01")
OTHER = POINTER.replace("a" * 64, "b" * 64)


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """v1 is sound, v2 has lost a decision and has other weights; `release.previous` of v2 is v1."""
    made = make_repository(tmp_path_factory.mktemp("repository") / "aurora")
    write_release(made.root, "open")
    made.commit({})
    made.git("tag", "v1")
    data = json.loads((made.root / "ai800.yaml").read_text(encoding="utf-8"))
    data["release"]["previous"] = "v1"
    data["channels"][0]["access"] = "fully_open"
    del data["deployments"][0]["decision"]
    made.commit({"ai800.yaml": json.dumps(data), "model.safetensors": OTHER})
    made.git("tag", "v2")
    made.commit({"ai800.yaml": "ai800: 1\nrelease: {nme: x}\n"})
    made.git("tag", "broken")
    made.git("reset", "--hard", "--quiet", "v2")
    return made


@pytest.mark.parametrize("name", ["before.json", "HEAD", ""])
def test_where_there_is_no_repository_the_remedy_is_one_of_this_command(run, tmp_path, name):
    code, _, err = run("diff", name, name, "--path", tmp_path)
    assert code == 2
    assert err.startswith("ai800: OLD (")
    assert "--ref" not in err
    assert "name a json report, or a branch, tag or commit" in err


@pytest.fixture
def diff(run, repository):
    def _diff(*arguments):
        return run("diff", *arguments, "--path", repository.root)

    return _diff


@pytest.fixture(scope="module")
def written(repository, tmp_path_factory):
    from ai800.api import check
    from ai800.reports.data import as_data
    from ai800.reports.json_text import json_text

    folder = tmp_path_factory.mktemp("reports")
    for ref in ("v1", "v2"):
        report = json_text(as_data(check(repository.root, ref=ref, as_of="2026-06-01")))
        (folder / f"{ref}.json").write_text(report, encoding="utf-8")
    return folder


def test_two_refs(diff):
    code, out, err = diff("v1", "v2", *DAY)
    assert (code, err) == (1, "")
    assert out.startswith("ai800 diff: ")
    assert "from v1: " in out
    assert "ipd:5.3.1" in out
    assert "weights (observed)" in out
    assert "access hub (declared)" in out


def test_the_same_ref_is_no_change(diff):
    code, out, _ = diff("v1", "v1", *DAY)
    assert code == 0
    assert "no regressions" in out
    assert "Nothing changed" in out


def test_backwards_the_regressions_are_gone(diff):
    code, out, _ = diff("v2", "v1", *DAY)
    assert code == 0
    assert "Got better" in out


def test_refs_that_were_swapped_are_said(run, tmp_path):
    made = make_repository(tmp_path / "dated")
    write_release(made.root, "open")
    made.commit({}, GIT_COMMITTER_DATE="2026-01-05T10:00:00+00:00")
    made.git("tag", "v1")
    made.commit({"more.md": "x"}, GIT_COMMITTER_DATE="2026-03-05T10:00:00+00:00")
    said = "the older one was committed later (2026-03-05) than the newer one (2026-01-05): are they swapped?"
    for old, new, expected in (("v1", "HEAD", False), ("HEAD", "v1", True), ("v1", "v1", False)):
        _, out, _ = run("diff", old, new, *DAY, "--path", made.root)
        assert (said in " ".join(out.split())) == expected


def test_a_repository_whose_history_tells_no_days(run, tmp_path):
    made = make_repository(tmp_path / "sha256", "--object-format=sha256")
    write_release(made.root, "open")
    made.commit({})
    code, out, err = run("diff", "HEAD", "HEAD", *DAY, "--path", made.root)
    assert (code, err) == (0, "")
    assert "swapped" not in out


def test_left_out_the_older_one_is_the_previous_release(diff):
    assert diff(*DAY)[1] == diff("v1", "HEAD", *DAY)[1]
    assert diff("v1", *DAY)[1] == diff("v1", "HEAD", *DAY)[1]


def _json(diff, *arguments):
    code, out, err = diff(*arguments, "--format", "json")
    assert err == ""
    return code, json.loads(out)


def test_refs_and_reports_go_the_same_way(diff, written):
    one, other = written / "v1.json", written / "v2.json"
    code, by_refs = _json(diff, "v1", "v2", *DAY)
    for pair in ((one, other), (one, "v2"), ("v1", other)):
        assert _json(diff, *pair)[0] == code
        found = _json(diff, *pair)[1]
        for name in ("rows", "outcome", "facts", "cautions", "entries", "disagreements", "incomparable"):
            assert found[name] == by_refs[name]


def test_a_report_of_an_earlier_ai800_is_compared_as_far_as_it_goes(diff, written, tmp_path):
    data = json.loads((written / "v1.json").read_text(encoding="utf-8"))
    del data["fingerprint"]
    (tmp_path / "early.json").write_text(json.dumps(data), encoding="utf-8")
    code, found = _json(diff, tmp_path / "early.json", written / "v2.json")
    assert code == 1
    assert any("holds no digests" in each for each in found["incomparable"])


def test_markdown_and_a_file(diff, tmp_path):
    code, out, _ = diff("v1", "v2", *DAY, "--format", "markdown", "-o", tmp_path / "x.md")
    assert (code, out) == (1, "")
    assert (tmp_path / "x.md").read_text(encoding="utf-8").startswith("# ai800 diff\n")


@pytest.mark.parametrize(
    "arguments, code, said",
    [
        (("v0", "v2"), 4, "OLD (v0): there is no branch, tag or commit `v0`; "),
        (("v1", "v9"), 4, "NEW (v9): there is no branch, tag or commit `v9`"),
        (("0" * 40, "v2"), 4, "is not in this repository; fetch it"),
        (("-", "v2"), 4, "OLD (-): there is no branch"),
        (("v1", "broken"), 3, "NEW (broken): the release data has 4 problems"),
        (("x.json", "v2"), 4, "OLD (x.json, no file here): there is no branch, tag or commit `x.json`"),
        (("v1", "v2", "--as-of", "soon"), 2, "there is no such day"),
        (("v1", "v2", "--format", "html"), 2, "--format"),
        (("v1\nv2", "v2"), 2, "the ref is not a name that git can have"),
        (("v1\0", "v2"), 2, "the ref is not a name that git can have"),
        (("x" * 300 + ".json", "v2"), 4, "there is no branch, tag or commit"),
        (("x\0.json", "v2"), 2, "the ref is not a name that git can have"),
        (("", "v2"), 2, "OLD (): the ref is not a name that git can have"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_line(diff, arguments, code, said):
    found, out, err = diff(*arguments)
    assert (found, out) == (code, "")
    assert said in err


@pytest.mark.parametrize("named", ["v0", "--upload-pack=x", "v1..v2", "HEAD~1"])
def test_a_previous_release_that_is_not_there(run, tmp_path, named):
    made = make_repository(tmp_path / "lost")
    write_release(made.root, "open", {"release.previous": named})
    made.commit({})
    code, out, err = run("diff", "--path", made.root)
    assert (code, out) == (4, "")
    assert f"release.previous is `{named}`, and there is no such tag" in err


def test_options_of_a_judgement_do_not_fit_two_reports(diff, written):
    code, _, err = diff(written / "v1.json", written / "v2.json", *DAY)
    assert code == 2
    assert "two reports are compared as they are" in err


def test_a_report_names_no_previous_release():
    with pytest.raises(UsageError, match="which release came before"):
        difference(Given(Path(), None, str(resource("schemas") / "report.schema.json")))


def test_nothing_to_compare_with(run, tmp_path):
    bare = make_repository(tmp_path / "bare")
    write_release(bare.root, "open")
    bare.commit({})
    code, _, err = run("diff", "--path", bare.root)
    assert code == 2
    assert "release.previous names no release" in err


def test_a_folder_without_git(run, tmp_path):
    folder = write_release(tmp_path / "plain", "open")
    code, _, err = run("diff", "v1", "v2", "--path", folder)
    assert code == 2
    assert "not in a git repository" in err


def test_a_shallow_clone_says_what_to_fetch(run, repository, tmp_path):
    first = repository.git("rev-parse", "v1")
    repository.git(
        "clone", "--quiet", "--depth", "1", "--no-tags", f"file://{repository.root}", str(tmp_path / "shallow")
    )
    code, _, err = run("diff", first, "HEAD", "--path", tmp_path / "shallow")
    assert code == 4
    assert "git fetch --unshallow" in err


def test_a_repository_that_is_no_release(run, tmp_path):
    made = make_repository(tmp_path / "empty")
    made.commit({"main.py": "print()"})
    code, _, err = run("diff", "HEAD", "HEAD", "--path", made.root)
    assert code == 4
    assert err.startswith("ai800: OLD (HEAD): ")


def test_the_examples_do_not_differ_from_themselves(run, tmp_path):
    shutil.copytree(resource("examples") / "mixed", tmp_path / "mixed")
    made = make_repository(tmp_path / "mixed")
    made.commit({})
    assert run("diff", "HEAD", "HEAD", *DAY, "--path", made.root)[0] == 0
