"""The hooks as their users have them: installed by pre-commit from a clone, run by git on a commit."""

from __future__ import annotations

import json
import shutil

import pytest

from ai800.text import printable
from tests.support.git import make_repository
from tests.support.hooks import CONFIG, DAY, cloned, fresh
from tests.support.opa import ROOT
from tests.support.releases import write_release

PAGE = (ROOT / "examples" / "open-weights" / "USE_POLICY.md").read_text(encoding="utf-8")
CHECK = {"id": "ai800-check", "args": ["--as-of", DAY]}
VALIDATE = {"id": "ai800-validate"}
GAP = {"deployments.0.decision.decided_on": "2026-03-02"}
NAMES = ("-rf", "two words.md", "new\nline.md", 'it\'s "quoted".md', "$(touch done).md", "ünlü.md", "--staged")


@pytest.fixture(scope="module")
def hooks(tmp_path_factory):
    """Both hooks, installed once for all tests."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout, so pre-commit cannot install from it")
    found = cloned(tmp_path_factory.mktemp("hooks"))
    repository = fresh(found.home / "first")
    repository.commit({CONFIG: found.configured(CHECK, VALIDATE)})
    done = found.pre_commit(repository.root, "install-hooks")
    assert done.code == 0, done.said
    return found


@pytest.fixture
def release(hooks, tmp_path):
    """A repository that holds a whole release, with both hooks on every commit."""
    return installed(hooks, tmp_path / "release", CHECK, VALIDATE)


def installed(hooks, root, *wanted):
    repository = fresh(root)
    write_release(root)
    repository.commit({})
    hooks.install(repository, *wanted)
    return repository


def commit(hooks, repository, *arguments):
    return hooks.run(repository.root, "git", "commit", "--message", "x", *arguments)


def evidence(repository):
    """One page that the release names as evidence."""
    return min((repository.root / "docs").iterdir()).relative_to(repository.root).as_posix()


def broken(repository):
    """The text of an ai800.yaml whose release has a gap."""
    folder = write_release(repository.root.parent / "gap", change=GAP)
    return (folder / "ai800.yaml").read_bytes()


def test_a_whole_release_passes_however_it_is_run(hooks, release):
    assert hooks.pre_commit(release.root, "run", "--all-files").code == 0
    assert hooks.pre_commit(release.root, "run", "--hook-stage", "manual", "ai800-check").code == 0
    release.write({"notes.txt": "more"})
    release.git("add", "notes.txt")
    done = commit(hooks, release)
    assert done.code == 0, done.said
    assert [name in done.said for name in ("ai800 check", "ai800 validate")] == [True, True]


def test_a_repository_of_sha256_is_judged_on_its_commit(hooks, tmp_path):
    repository = make_repository(tmp_path / "sha256", "--object-format=sha256")
    write_release(repository.root)
    hooks.install(repository, CHECK, VALIDATE)
    repository.write({"ai800.yaml": broken(repository)})
    repository.git("add", "ai800.yaml")
    done = commit(hooks, repository)
    assert (done.code, "to mend" in done.said) == (1, True), done.said


def test_a_gap_stops_the_commit_and_is_told(hooks, release):
    before = release.git("rev-parse", "HEAD")
    release.write({"ai800.yaml": broken(release)})
    release.git("add", "ai800.yaml")
    done = commit(hooks, release)
    assert done.code == 1
    assert [said in done.said for said in ("to mend", "ai800.yaml:")] == [True, True]
    assert release.git("rev-parse", "HEAD") == before
    assert hooks.pre_commit(release.root, "run", "--all-files").code == 1


@pytest.mark.parametrize("hook", [CHECK, VALIDATE])
@pytest.mark.parametrize("change", [("rm",), ("mv", "elsewhere.md")])
def test_evidence_that_went_away_stops_the_commit(hooks, tmp_path, hook, change):
    repository = installed(hooks, tmp_path / "release", hook)
    page = evidence(repository)
    command, *target = change
    repository.git(command, page, *target)
    done = commit(hooks, repository)
    assert done.code == 1
    assert page in done.said


def test_a_file_that_is_no_release_file_is_named_by_validate(hooks, release):
    release.write({".ai800/reveiws.yaml": "[]\n"})
    release.git("add", "--all")
    done = hooks.pre_commit(release.root, "run", "ai800-validate")
    assert done.code == 1
    assert "did you mean .ai800/reviews.yaml?" in done.said


@pytest.mark.parametrize("staged, code", [(True, 1), (False, 0)])
def test_what_is_staged_counts_and_not_the_work_tree(hooks, release, staged, code):
    good = (release.root / "ai800.yaml").read_bytes()
    first, second = (broken(release), good) if staged else (good + b"\n", broken(release))
    release.write({"ai800.yaml": first})
    release.git("add", "ai800.yaml")
    release.write({"ai800.yaml": second})
    done = commit(hooks, release)
    assert done.code == code, done.said
    assert (release.root / "ai800.yaml").read_bytes() == second


def test_commit_all_is_judged_by_what_it_will_hold(hooks, release):
    release.write({"ai800.yaml": broken(release)})
    assert commit(hooks, release, "--all").code == 1


def test_commit_of_one_file_is_judged_by_what_it_will_hold(hooks, release):
    release.write({"ai800.yaml": broken(release), "notes.txt": "more"})
    release.git("add", "--all")
    done = commit(hooks, release, "--", "notes.txt")
    assert done.code == 0, done.said
    assert commit(hooks, release, "--", "ai800.yaml").code == 1


def test_commit_in_a_worktree(hooks, release, tmp_path):
    release.git("worktree", "add", "--quiet", str(tmp_path / "other"))
    other = type(release)(tmp_path / "other")
    other.write({"notes.txt": "more"})
    other.git("add", "--all")
    assert commit(hooks, other).code == 0
    other.write({"ai800.yaml": broken(release)})
    assert commit(hooks, other, "--all").code == 1
    assert commit(hooks, other, "--", "ai800.yaml").code == 1


def branches(release, mine, theirs):
    """Two branches with one change each, made without hooks; the second is ready to be merged into the first."""
    release.git("switch", "--quiet", "--create", "theirs")
    unhooked(release, theirs)
    release.git("switch", "--quiet", "main")
    unhooked(release, mine)


def unhooked(release, files):
    release.write(files)
    release.git("add", "--all")
    release.git("commit", "--quiet", "--no-verify", "--message", "x")


def test_a_merge_is_judged_by_its_outcome(hooks, release):
    branches(release, {"notes.txt": "mine"}, {"ai800.yaml": broken(release)})
    done = hooks.run(release.root, "git", "merge", "theirs", "--message", "x")
    assert done.code == 1
    assert "to mend" in done.said


def test_a_merge_that_was_resolved_is_judged_by_what_is_staged(hooks, release):
    branches(release, {"notes.txt": "mine"}, {"notes.txt": "theirs"})
    assert hooks.run(release.root, "git", "merge", "theirs").code == 1
    release.write({"notes.txt": "both", "ai800.yaml": broken(release)})
    release.git("add", "notes.txt")
    done = commit(hooks, release)
    assert done.code == 0, done.said


def test_a_merge_that_is_not_resolved_is_refused(hooks, release):
    branches(release, {"notes.txt": "mine"}, {"notes.txt": "theirs"})
    hooks.run(release.root, "git", "merge", "theirs")
    assert hooks.pre_commit(release.root, "run").code == 1


def named(release, *paths):
    """The release file with further evidence."""
    data = json.loads((release.root / "ai800.yaml").read_bytes())
    data["release"]["dual_use"]["evidence"] = [{"path": path} for path in paths]
    return json.dumps(data)


def test_files_of_any_name_are_evidence(hooks, release):
    release.write({"ai800.yaml": named(release, *NAMES), **dict.fromkeys(NAMES, PAGE)})
    release.git("add", "--all")
    done = commit(hooks, release)
    assert done.code == 0, done.said
    assert not (release.root / "done").exists()


@pytest.mark.parametrize("name", NAMES)
def test_files_of_any_name_are_missed(hooks, release, name):
    release.write({"ai800.yaml": named(release, name)})
    release.git("add", "--all")
    done = hooks.pre_commit(release.root, "run", "ai800-validate")
    assert done.code == 1
    assert printable(name) in done.said
    assert "bug" not in done.said


def test_one_of_several_models_is_named(hooks, tmp_path):
    repository = fresh(tmp_path / "several")
    for model in ("models/large", "models/small"):
        write_release(repository.root / model)
    shutil.rmtree(repository.root / "models" / "small" / "docs")
    repository.commit({})
    hooks.install(
        repository,
        {"id": "ai800-check", "args": ["models/large", "--as-of", DAY]},
        {"id": "ai800-validate", "args": ["models/large"], "alias": "large"},
        {"id": "ai800-validate", "args": ["models/small"], "alias": "small"},
    )
    assert hooks.pre_commit(repository.root, "run", "--all-files", "ai800-check").code == 0
    assert hooks.pre_commit(repository.root, "run", "--all-files", "large").code == 0
    assert hooks.pre_commit(repository.root, "run", "--all-files", "small").code == 1


@pytest.mark.parametrize(
    "files, said",
    [
        ({"notes.txt": "nothing"}, "this shows no model release"),
        ({"a/ai800.yaml": "ai800: 1", "b/ai800.yaml": "ai800: 1"}, "several models: a, b"),
    ],
)
@pytest.mark.parametrize("hook", [CHECK, VALIDATE])
def test_where_there_is_no_release_it_never_passes_in_silence(hooks, tmp_path, files, said, hook):
    repository = fresh(tmp_path / "bare")
    repository.commit(files)
    hooks.install(repository, hook)
    done = hooks.pre_commit(repository.root, "run", "--all-files")
    assert done.code == 1
    assert said in done.said
