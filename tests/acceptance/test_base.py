"""The base decides: whatever a change does to its own gates, those of the commit where it began are asked."""

from __future__ import annotations

import shutil
import sys

import pytest

from ai800 import NotAReleaseError, SnapshotError, UsageError, check, diff
from ai800.cli import main as command
from ai800.reports.formats import FORMATS
from tests.support.changes import (
    AS_OF,
    GAP,
    GATE,
    WAIVERS,
    begun,
    declared,
    released,
    waiver,
    waivers,
    with_gap,
)
from tests.support.git import make_repository, run_git
from tests.support.releases import write_release


def judged(repository, **options):
    return check(repository.root, **{"base": "main", "as_of": AS_OF, **options})


def noted(assessment):
    return [note.code for note in assessment.notes if note.code.startswith(("gate_", "added_in"))]


def row(assessment, identity):
    return next(each for each in assessment.rows if each.id == identity)


def test_a_waiver_does_not_count_in_the_change_that_brings_it(tmp_path):
    repository = begun(tmp_path)
    repository.commit(with_gap(repository) | waivers())
    found = judged(repository)
    assert (found.exit_code, found.fails) == (1, (GAP,))
    assert (found.gate.own.exit_code, found.gate.own.fails, found.gate.own.counts["waived"]) == (0, (), 1)
    note = next(note for note in found.notes if note.code == "gate_waiver_added")
    assert (note.place.path, note.place.line) == (WAIVERS, 2)
    assert check(repository.root, as_of=AS_OF).exit_code == 0


def test_a_waiver_counts_once_it_is_in_the_base(tmp_path):
    repository = begun(tmp_path, waivers=waivers()[WAIVERS])
    repository.commit(with_gap(repository))
    found = judged(repository)
    assert (found.exit_code, found.gate.own, noted(found)) == (0, None, [])
    assert row(found, GAP).overrides[0].place.path == WAIVERS


@pytest.mark.parametrize(
    "change, codes",
    [
        (waivers(waiver("ipd:1.1.1")), ["gate_waiver_added", "gate_waiver_removed"]),
        (waivers(waiver(expires_on="2027-04-30")), ["gate_waiver_added", "gate_waiver_removed"]),
        (waivers(waiver("ipd:1.1.1"), waiver()), ["gate_waiver_added"]),
        ({WAIVERS: "[]"}, ["gate_waiver_removed"]),
    ],
)
def test_the_waivers_of_the_base_count_whatever_becomes_of_them(tmp_path, change, codes):
    repository = begun(tmp_path, waivers=waivers()[WAIVERS])
    repository.commit(with_gap(repository) | change)
    found = judged(repository)
    assert (found.exit_code, noted(found)) == (0, codes)
    assert row(found, GAP).overrides[0].until == "2026-12-01"
    assert found.gate.own is not None


def _strict(repository):
    data = declared(repository)
    data["thresholds"][0]["unacceptable_from"] = "low"
    return data


def _raised(data):
    data["thresholds"][0]["unacceptable_from"] = "severe"


def _without_rating(data):
    data["thresholds"][0].pop("unacceptable_from")


def _lowered(data):
    data["thresholds"][0]["unacceptable_from"] = "low"
    data["thresholds"][1]["unacceptable_from"] = "moderate"


@pytest.mark.parametrize(
    "alter, words",
    [
        (_raised, "was raised (unacceptable_from: low, then severe)"),
        (_without_rating, "was raised (unacceptable_from: low, then not set)"),
    ],
)
def test_a_threshold_that_a_change_raises_counts_as_it_was(tmp_path, alter, words):
    repository = begun(tmp_path)
    repository.git("checkout", "--quiet", "main")
    data = _strict(repository)
    repository.commit(released(data))
    repository.git("checkout", "--quiet", "-B", "change")
    alter(data)
    repository.commit(released(data))
    found = judged(repository)
    assert "ipd:3.2.2" in found.fails
    assert found.gate.own.counts != found.counts
    note = next(note for note in found.notes if note.code == "gate_threshold_changed")
    assert words in note.message
    assert note.place.path == "ai800.yaml"


def test_a_threshold_that_a_change_takes_away_stays_and_a_new_one_counts(tmp_path):
    repository = begun(tmp_path)
    data = declared(repository)
    taken = data["thresholds"].pop(0)
    data["thresholds"].append({**taken, "id": "other-limit", "unacceptable_from": "low"})
    repository.commit(released(data))
    found = judged(repository)
    assert noted(found) == ["gate_threshold_added", "gate_threshold_removed"]
    assert "ipd:3.2.2" in found.fails


def test_a_threshold_that_is_new_alone_leaves_one_result(tmp_path):
    repository = begun(tmp_path)
    data = declared(repository)
    data["thresholds"].append({**data["thresholds"][0], "id": "other-limit"})
    repository.commit(released(data))
    found = judged(repository)
    assert (found.exit_code, found.gate.own, noted(found)) == (0, None, ["gate_threshold_added"])


@pytest.mark.parametrize(
    "before, after, option, expected",
    [
        ("", "fail_on: unmet\n", None, ("review", 1)),
        ("fail_on: unmet\n", "fail_on: review\n", None, ("unmet", 0)),
        ("fail_on: unmet\n", "", None, ("unmet", 0)),
        ("fail_on: unmet\n", "fail_on: unmet\n", "review", ("review", 1)),
        ("", "fail_on: regression\n", None, ("review", 1)),
        ("fail_on: regression\n", "fail_on: review\n", None, ("regression", 1)),
    ],
)
def test_the_settings_of_the_base_decide_and_an_option_goes_before_them(tmp_path, before, after, option, expected):
    repository = begun(tmp_path, **({"gate": before} if before else {}))
    data = declared(repository)
    data.pop("reviews")
    files = released(data) | ({GATE: after} if after else {})
    if not after and before:
        (repository.root / GATE).unlink()
    repository.commit(files)
    found = judged(repository, fail_on=option)
    assert (found.gate.fail_on, found.exit_code) == expected
    assert found.run["fail_on"] == found.gate.fail_on
    assert ("gate_setting_changed" in noted(found)) == (before != after)
    assert (found.gate.own is None) == (before == after)


def test_the_variant_of_the_gate_judges_and_says_so(tmp_path):
    repository = begun(tmp_path, gate="variant: closed\n")
    found = judged(repository)
    assert (found.release["variants"], found.gate.variant_from) == (["closed"], "file")
    assert any("because .ai800/gate.yaml says so" in note.message for note in found.notes)


def test_the_merge_base_decides_and_not_the_tip(tmp_path):
    repository = begun(tmp_path)
    repository.commit(with_gap(repository))
    repository.git("checkout", "--quiet", "main")
    repository.commit(waivers())
    repository.git("checkout", "--quiet", "change")
    assert judged(repository).exit_code == 1
    repository.git("merge", "--quiet", "--no-edit", "main")
    found = judged(repository)
    assert found.exit_code == 0
    assert found.gate.base.commit == repository.git("rev-parse", "main")


@pytest.mark.parametrize("ref", [None, "change"])
def test_a_detached_head_and_a_named_ref_have_their_base_too(tmp_path, ref):
    repository = begun(tmp_path)
    commit = repository.commit(with_gap(repository) | waivers())
    repository.git("checkout", "--quiet", "--detach", "main" if ref else commit)
    found = judged(repository, ref=ref)
    assert (found.run["commit"], found.exit_code, found.gate.own.exit_code) == (commit, 1, 0)


def test_what_is_staged_is_judged_by_the_base_of_head(tmp_path):
    repository = begun(tmp_path)
    repository.commit(with_gap(repository))
    repository.write(waivers())
    repository.git("add", "--all")
    found = judged(repository, staged=True)
    assert (found.run["kind"], found.exit_code, found.gate.own.exit_code) == ("index", 1, 0)


def test_a_submodule_that_moves_changes_nothing_and_is_not_entered(tmp_path):
    repository = begun(tmp_path)
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},vendor")
    repository.git("commit", "--quiet", "--message", "x")
    repository.git("branch", "--force", "main")
    repository.git("update-index", "--cacheinfo", f"160000,{'2' * 40},vendor")
    repository.git("commit", "--quiet", "--message", "x")
    found = judged(repository)
    assert (found.exit_code, found.gate.own, noted(found)) == (0, None, [])


def test_gates_in_a_submodule_of_the_base_are_no_gates(tmp_path):
    repository = begun(tmp_path)
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},.ai800")
    repository.git("commit", "--quiet", "--message", "x")
    repository.git("branch", "--force", "main")
    repository.git("rm", "--quiet", "--cached", ".ai800")
    repository.commit(with_gap(repository) | waivers())
    found = judged(repository)
    assert found.exit_code == 1
    assert noted(found) == [
        "gate_base_unread",
        "gate_waiver_added",
        *["gate_threshold_added"] * 3,
        "added_in_this_change",
    ]


def test_the_first_release_brings_its_thresholds_and_no_waivers(tmp_path):
    repository = make_repository(tmp_path / "release")
    repository.commit({"README.md": "# Soon\n"})
    repository.git("checkout", "--quiet", "-b", "change")
    write_release(repository.root, "open")
    repository.commit(with_gap(repository) | waivers())
    found = judged(repository)
    assert (found.exit_code, found.gate.base.why_not) == (1, "there is no ai800.yaml at the base")
    assert noted(found).count("gate_threshold_added") == 3


def test_the_folder_of_a_model_may_be_new(tmp_path):
    repository = make_repository(tmp_path / "release")
    repository.commit({"README.md": "# Models\n"})
    repository.git("checkout", "--quiet", "-b", "change")
    write_release(repository.root / "models" / "large", "open")
    repository.commit({})
    found = check(repository.root / "models" / "large", base="main", as_of=AS_OF)
    assert (found.exit_code, found.release["folder"]) == (0, "models/large")
    assert found.gate.base.why_not


def test_a_release_that_a_change_takes_away_is_not_waived(tmp_path):
    repository = begun(tmp_path, waivers=waivers()[WAIVERS], gate="fail_on: unmet\n")
    (repository.root / "ai800.yaml").unlink()
    shutil.rmtree(repository.root / ".ai800")
    repository.commit({})
    found = judged(repository)
    assert (found.exit_code, found.declared, found.gate.fail_on) == (1, False, "unmet")
    assert GAP in found.fails
    assert found.counts.get("waived", 0) == 0


def test_reviews_that_come_with_a_change_count_and_are_listed(tmp_path):
    repository = begun(tmp_path)
    data = declared(repository)
    data["reviews"].append({**data["reviews"][0], "note": "Looked at once more."})
    data["alternatives"] = [{"id": GAP, "practice": "Another one.", "rationale": "It does more."}]
    repository.commit(released(data))
    notes = [note for note in judged(repository).notes if note.code == "added_in_this_change"]
    assert [note.message for note in notes] == [
        "1 review came with this change and may count: ipd:2.1.3",
        f"1 alternative came with this change and may count: {GAP}",
    ]


@pytest.mark.parametrize(
    "gap, worse, regressions, sentence",
    [
        (False, False, (), "no regression since {}; no gaps in what is plainly asked"),
        (True, False, (), "no regression since {}; open as before: 1 gap to mend"),
        (False, True, (GAP,), "1 regression since {}; in all 1 gap to mend"),
    ],
)
def test_a_gate_on_regressions_fails_only_on_what_got_worse(tmp_path, gap, worse, regressions, sentence):
    repository = begun(tmp_path, gap=gap)
    repository.commit(with_gap(repository) if worse else {"README.md": "# New\n"})
    found = judged(repository, fail_on="regression")
    assert (found.exit_code, found.gate.regressions) == (int(worse), regressions)
    assert found.fails == ((GAP,) if gap or worse else ())
    text = " ".join(FORMATS["text"](found).split())
    assert sentence.format(found.gate.base.commit[:12]) in text
    if gap:
        for form in ("text", "markdown", "html"):
            assert "passes" not in FORMATS[form](found)
            assert "no gaps in what" not in FORMATS[form](found)


def test_a_waiver_hides_no_regression(tmp_path):
    repository = begun(tmp_path)
    repository.commit(with_gap(repository) | waivers())
    found = judged(repository, fail_on="regression")
    assert (found.exit_code, found.gate.regressions, found.gate.own.regressions) == (1, (GAP,), ())


@pytest.mark.parametrize("before", ["README.md", "ai800.yaml"])
def test_without_a_release_at_the_base_every_gap_counts(tmp_path, before):
    repository = make_repository(tmp_path / "release")
    repository.commit({before: "not: valid\n"})
    repository.git("checkout", "--quiet", "-b", "change")
    write_release(repository.root, "open")
    repository.commit(with_gap(repository))
    found = judged(repository, fail_on="regression")
    assert (found.exit_code, found.gate.regressions, found.fails) == (1, None, (GAP,))
    assert "so every gap counts" in " ".join(FORMATS["text"](found).split())


def test_a_gate_on_regressions_asks_for_everything_where_there_is_no_base(tmp_path):
    repository = begun(tmp_path, gap=True, gate="fail_on: regression\n")
    found = check(repository.root, as_of=AS_OF)
    assert (found.exit_code, found.gate.fail_on, found.gate.fail_on_from) == (1, "review", "file")
    note = next(note for note in found.notes if note.code == "no_base")
    assert (note.place.path, note.place.line) == (GATE, 1)


def test_a_change_that_shows_no_model_is_no_release(tmp_path):
    repository = make_repository(tmp_path / "release")
    repository.commit({"README.md": "# Text\n"})
    with pytest.raises(NotAReleaseError):
        judged(repository)


@pytest.mark.parametrize("base", ["gone", "-x", "--upload-pack=touch", "", "a\nb", "0" * 40, "main:ai800.yaml"])
def test_a_base_that_is_not_there_is_no_base(tmp_path, base):
    repository = begun(tmp_path)
    with pytest.raises(SnapshotError, match="the base cannot be read"):
        judged(repository, base=base)


def test_a_plain_folder_has_no_base(tmp_path):
    write_release(tmp_path, "open")
    with pytest.raises(SnapshotError, match="not in a git repository"):
        check(tmp_path, base="main", as_of=AS_OF)


@pytest.mark.parametrize("options", [{"fail_on": "regression", "base": None}, {"fail_on": "never"}])
def test_a_gate_that_there_is_not_is_a_wrong_use(tmp_path, options):
    with pytest.raises(UsageError, match="--fail-on"):
        judged(begun(tmp_path), **options)


def test_a_commit_and_what_is_staged_have_no_base_together(tmp_path):
    with pytest.raises(UsageError):
        judged(begun(tmp_path), ref="main", staged=True)


def test_gates_whose_bytes_are_not_here_are_not_absent(tmp_path):
    repository = begun(tmp_path, waivers=waivers()[WAIVERS])
    repository.commit({WAIVERS: "[]"})
    repository.lose(f"main:{WAIVERS}")
    with pytest.raises(SnapshotError, match=r"the content of `\.ai800/waivers\.yaml` is not in this repository"):
        judged(repository)


def _clone(repository, tmp_path, depth, branch="change"):
    target = tmp_path / "clone"
    address = f"file://{repository.root.as_posix()}"
    run_git(tmp_path, "clone", "--quiet", "--depth", str(depth), "--no-single-branch", "-b", branch, address, "clone")
    return type(repository)(target)


@pytest.mark.parametrize("depth, said", [(1, "the merge base with `--base` is not in it"), (2, None), (3, None)])
def test_a_shallow_clone_tells_the_base_or_says_that_it_does_not(tmp_path, depth, said):
    repository = begun(tmp_path)
    repository.commit(with_gap(repository))
    clone = _clone(repository, tmp_path, depth)
    if said:
        with pytest.raises(SnapshotError, match=said) as error:
            judged(clone, base="origin/main")
        assert "git fetch --unshallow" in error.value.remedy
    else:
        assert judged(clone, base="origin/main").exit_code == 1


@pytest.fixture
def emptied(tmp_path):
    """A change that empties a page of evidence, which fails, and that page."""
    repository = begun(tmp_path)
    page = min(path.relative_to(repository.root).as_posix() for path in repository.root.glob("docs/*"))
    whole = (repository.root / page).read_text(encoding="utf-8")
    repository.git("checkout", "--quiet", "main")
    repository.commit({page: f"{whole}And more.\n"})
    repository.git("checkout", "--quiet", "-B", "change")
    repository.commit({page: "# Page\n"})
    return repository, page


@pytest.mark.parametrize("which", ["main", "change"])
def test_evidence_that_is_not_in_the_clone_hides_no_regression(emptied, which):
    repository, page = emptied
    assert judged(repository, fail_on="regression").exit_code == 1
    repository.lose(f"{which}:{page}")
    commit = repository.git("rev-parse", which)[:12]
    with pytest.raises(SnapshotError) as error:
        judged(repository, fail_on="regression")
    assert error.value.sentence == f"what got worse cannot be told: of {commit}, 1 file is not in this clone: {page}"
    assert "--refetch" in error.value.remedy
    assert diff(repository.root, old="main", new="change", as_of=AS_OF).exit_code == 4
    notes = [note.message for note in judged(repository).notes if note.code == "not_in_clone"]
    assert notes == (
        [] if which == "main" else [f"1 file is not in this clone: {page}; what stands there counts as absent"]
    )


def test_what_is_staged_and_not_in_the_clone_is_said(emptied):
    repository, page = emptied
    repository.lose(f"change:{page}")
    with pytest.raises(SnapshotError, match="of what is staged, 1 file is not in this clone"):
        judged(repository, fail_on="regression", staged=True)


def test_a_changed_submodule_hides_no_regression(tmp_path):
    repository = begun(tmp_path)
    ids = [repository.git("rev-parse", "main"), "1" * 40]
    for branch, commit in zip(("main", "change"), ids, strict=True):
        repository.git("checkout", "--quiet", "-B", branch, "main")
        repository.git("update-index", "--add", "--cacheinfo", f"160000,{commit},vendor")
        repository.git("commit", "--quiet", "--message", "x")
    with pytest.raises(SnapshotError, match="a submodule changed, and none is entered") as error:
        judged(repository, fail_on="regression")
    assert f"(was vendor (commit {ids[0][:12]}), is vendor (commit 111111111111))" in error.value.sentence
    assert diff(repository.root, old="main", new="change", as_of=AS_OF).exit_code == 4
    found = judged(repository)
    assert [note.message for note in found.notes if note.code == "not_entered"] == [
        "other repositories, which are not entered: vendor (commit 111111111111)"
    ]
    assert judged(repository, base="change", fail_on="regression").exit_code == 0


def test_a_shallow_clone_without_the_branch_says_how_to_fetch_it(tmp_path):
    repository = begun(tmp_path)
    repository.commit({})
    address = f"file://{repository.root.as_posix()}"
    run_git(tmp_path, "clone", "--quiet", "--depth", "1", "-b", "change", address, "clone")
    with pytest.raises(SnapshotError, match="the base cannot be read") as error:
        judged(type(repository)(tmp_path / "clone"), base="origin/main")
    assert "fetch-depth: 0" in error.value.remedy


def test_a_cut_history_that_hides_a_nearer_base_tells_none(tmp_path):
    """The merge of `main` into `change` is cut off, so that only an older common commit is left to be seen."""
    repository = begun(tmp_path)
    old = repository.git("rev-parse", "main")
    repository.git("checkout", "--quiet", "main")
    near = repository.commit({"a": "1"})
    repository.git("checkout", "--quiet", "change")
    repository.commit({"b": "1"})
    repository.git("merge", "--quiet", "--no-edit", "main")
    cut = repository.git("rev-parse", "HEAD")
    repository.git("merge", "--quiet", "--no-edit", "--strategy", "ours", "--allow-unrelated-histories", old)
    side = repository.git("commit-tree", f"{old}^{{tree}}", "-p", cut, "-p", old, "-m", "x")
    repository.git("reset", "--quiet", "--hard", side)
    assert judged(repository).gate.base.commit == near
    (repository.git_dir / "shallow").write_text(f"{cut}\n", encoding="utf-8")
    with pytest.raises(SnapshotError, match="its history ends before it tells the merge base"):
        judged(repository)


def test_histories_that_share_nothing_have_no_base(tmp_path):
    repository = begun(tmp_path)
    repository.git("checkout", "--quiet", "--orphan", "other")
    repository.commit({"a": "1"})
    with pytest.raises(SnapshotError, match="no commit in common"):
        judged(repository)


def test_several_merge_bases_are_none(tmp_path):
    repository = begun(tmp_path)
    one = repository.commit({"a": "1"})
    repository.git("checkout", "--quiet", "main")
    other = repository.commit({"b": "1"})
    repository.git("merge", "--quiet", "--no-edit", one)
    repository.git("checkout", "--quiet", "change")
    repository.git("merge", "--quiet", "--no-edit", other)
    with pytest.raises(SnapshotError, match="2 merge bases") as error:
        judged(repository)
    assert error.value.remedy.startswith("merge the base branch")
    repository.git("merge", "--quiet", "--no-edit", "main")
    assert judged(repository).exit_code == 0


def test_history_that_is_not_here_is_no_answer(tmp_path):
    repository = begun(tmp_path)
    middle = repository.commit({"a": "1"})
    repository.commit({"b": "1"})
    repository.lose(middle)
    with pytest.raises(SnapshotError):
        judged(repository)


@pytest.fixture
def change_with_gap(tmp_path):
    repository = begun(tmp_path)
    repository.commit(with_gap(repository))
    return repository


@pytest.mark.parametrize(
    "arguments, expected",
    [
        (["--base", "main"], (1, "ai800: 1 gap to mend")),
        (["--base", "main", "--fail-on", "regression"], (1, "ai800: 1 regression since")),
        (["--fail-on", "regression"], (2, "ai800: --fail-on regression needs something to compare with")),
        (["--base", "gone"], (4, "ai800: the base cannot be read")),
        (["--base=-x"], (4, "ai800: the base cannot be read")),
    ],
)
def test_the_command_line_exits_as_the_gate_says(change_with_gap, monkeypatch, capsys, arguments, expected):
    code, line = expected
    monkeypatch.setattr(sys, "argv", ["ai800", "check", str(change_with_gap.root), "--as-of", AS_OF, "-q", *arguments])
    assert command.run() == code
    said = capsys.readouterr()
    assert (said.out + said.err).startswith(line)
    assert "Traceback" not in said.err
