"""`review` and `waive`: what a person adds, written into the files of the release."""

from __future__ import annotations

import io
import json
import sys

import click
import pytest
import yaml

from ai800.cli import ask
from tests.support.git import make_repository
from tests.support.releases import POINTER, write_release

pytestmark = pytest.mark.usefixtures("typed")

DAY = ("--as-of", "2026-06-01")
_LINKS = {"thresholds.0.evidence": ["https://example.com/a"], "reviews": "~drop"}
QUESTION = "ipd:2.1.1"
GAP = "ipd:2.2.1"
REVIEW = ("--verdict", "met", "--by", "Ada Lovelace")
WAIVE = ("--reason", "The plan is being written.", "--approver", "Ada Lovelace", "--expires-on", "2026-12-31")


@pytest.fixture
def release(tmp_path):
    """A release with one question that only a person can answer, and one gap."""
    return write_release(tmp_path / "r", "open", _LINKS | {"roadmap": "~drop"})


@pytest.fixture
def typed(monkeypatch):
    """Lines that somebody types, or pipes into the command."""

    def _typed(*lines):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    _typed()
    return _typed


def _entries(folder, section):
    return yaml.safe_load((folder / ".ai800" / f"{section}.yaml").read_text(encoding="utf-8"))


def _verdict(run, folder, row):
    _, out, _ = run("check", folder, *DAY, "--only", row, "--format", "json")
    return next(each["verdict"] for practice in json.loads(out)["practices"] for each in practice["rows"])


def test_a_review_from_options_closes_the_question(run, release):
    assert _verdict(run, release, QUESTION) == "needs_review"
    code, out, err = run(
        "review", QUESTION, release, *DAY, *REVIEW, "--valid-until", "2027-06-01", "--note", "Read it."
    )
    assert (code, err) == (0, "")
    assert "asks: " in out
    assert "wrote an entry for ipd:2.1.1" in out
    assert _entries(release, "reviews")[-1] == {
        "id": QUESTION,
        "verdict": "met",
        "by": "Ada Lovelace",
        "on": "2026-06-01",
        "valid_until": "2027-06-01",
        "note": "Read it.",
    }
    assert _verdict(run, release, QUESTION) == "met"


def test_a_review_names_its_evidence(run, release):
    shown = ("--evidence", "docs/a.md#read \u202ehere", "--evidence", "https://example.com/minutes")
    code, _, err = run("review", QUESTION, release, *DAY, *REVIEW, *shown)
    assert (code, err) == (0, "")
    entry = _entries(release, "reviews")[-1]
    assert entry["evidence"] == ["docs/a.md#read \\u202ehere", "https://example.com/minutes"]
    assert run("validate", release)[0] == 1


def test_in_a_git_repository_it_is_said_what_comes_next(run, release, tmp_path):
    files = {path.relative_to(release).as_posix(): path.read_bytes() for path in release.rglob("*") if path.is_file()}
    repository = make_repository(tmp_path / "repository")
    repository.commit(files)
    code, out, _ = run("review", QUESTION, repository.root, *DAY, *REVIEW)
    assert code == 0
    assert "run `ai800 check --staged`" in out
    code, _, err = run("review", QUESTION, repository.root, *DAY, *REVIEW)
    assert code == 2
    assert "counts already" in err


def test_a_waiver_from_options_takes_the_gap_on(run, release):
    assert _verdict(run, release, GAP) in {"unmet", "partial"}
    code, out, _ = run("waive", GAP.removeprefix("ipd:"), release, *DAY, *WAIVE)
    assert code == 0
    assert "why: " in out
    (entry,) = _entries(release, "waivers")
    assert (entry["scope"], entry["created_on"]) == ("release", "2026-06-01")
    assert _verdict(run, release, GAP) == "waived"


def test_what_is_missing_is_asked(run, release, typed):
    typed("perhaps", "met", "Ada Lovelace", "", "", "Read it.")
    code, _, err = run("review", QUESTION, release, *DAY)
    assert code == 0
    assert "Who judges" in err
    entry = _entries(release, "reviews")[-1]
    assert (entry["by"], entry["on"], entry["note"]) == ("Ada Lovelace", "2026-06-01", "Read it.")
    assert "valid_until" not in entry


def test_answers_that_end_early_leave_out_what_may_be_left_out(run, release, typed):
    typed("met", "Ada Lovelace")
    assert run("review", QUESTION, release, *DAY)[0] == 0
    assert set(_entries(release, "reviews")[-1]) == {"id", "verdict", "by", "on"}


def test_without_an_answer_the_option_is_named(run, release, typed):
    typed("met")
    code, _, err = run("review", QUESTION, release, *DAY)
    assert code == 2
    assert "give it with --by" in err
    assert not (release / ".ai800").exists()


def test_whoever_interrupts_the_questions_is_heard(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr(sys, "stdin", Terminal())
    with pytest.raises(click.Abort):
        ask.answers((ask.Question("by", "Who"),), {"by": None})


_KEPT = """\
# Ours, by hand.

-   id: ipd:5.3.2   # an old one
    verdict: met
    by: Bob
    on: "2020-01-01"
    valid_until: "2021-01-01"
# the end"""


@pytest.mark.parametrize("text", [_KEPT, _KEPT + "\n\n", _KEPT.replace("\n", "\r\n"), _KEPT.replace("\n-  ", "\n -  ")
                                  .replace("\n   ", "\n    ")])  # fmt: skip
def test_what_stands_in_the_file_stays_as_it_is(run, release, text):
    file = release / ".ai800" / "reviews.yaml"
    file.parent.mkdir()
    file.write_bytes(text.encode())
    assert run("review", QUESTION, release, *DAY, *REVIEW)[0] == 0
    assert file.read_bytes().startswith(text.encode())
    assert (b"\r\n" in file.read_bytes()) == ("\r\n" in text)
    assert [entry["id"] for entry in _entries(release, "reviews")] == ["ipd:5.3.2", QUESTION]


def _refused(run, *arguments):
    code, out, err = run(*arguments, *DAY)
    assert code in {2, 3}
    assert "wrote" not in out
    return err


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["review", "ipd:5.3.1", *REVIEW], "closes open questions only; there is nothing to add"),
        (["review", GAP, *REVIEW], "`ai800 waive ipd:2.2.1` takes it on"),
        (["review", "ipd:2.1", *REVIEW], "holds several items"),
        (["review", "ipd:9.9.9", *REVIEW], "ids look like ipd:"),
        (["review", QUESTION, "--verdict", "met", "--by", "TODO"], "it does not say who judged"),
        (["review", QUESTION, *REVIEW, "--on", "2026-06-02"], "dated in the future"),
        (["review", QUESTION, *REVIEW, "--on", "2026-02-30"], "no day of the calendar"),
        (["review", QUESTION, *REVIEW, "--valid-until", "2026-05-31"], "it expired on"),
        (["waive", "ipd:5.3.1", *WAIVE], "leaves no gap to waive"),
        (["waive", GAP, *WAIVE, "--expires-on", "2027-06-02"], "more than 365 days"),
        (["waive", GAP, *WAIVE, "--scope", "hubb"], "use one of release, hub"),
        (["waive", GAP, *WAIVE, "--scope", "hub"], "ipd:2.2.1 leaves no gap in that scope; use one of release"),
    ],
)
def test_what_needs_no_entry_or_would_not_count_is_refused(run, release, arguments, said):
    name, identity, *rest = arguments
    assert said in _refused(run, name, identity, release, *rest)
    assert not (release / ".ai800").exists()


def test_a_contradiction_cannot_be_waived(run, tmp_path):
    change = {"safeguards.+": {"id": "gone", "kind": "ipd:B3.3", "channels": ["hub"]}}
    folder = write_release(tmp_path / "r", "open", change)
    assert "can be mended but not waived" in _refused(run, "waive", "ipd:B3.3", folder, *WAIVE)


@pytest.mark.parametrize(
    "text, said",
    [
        ("[{id: ipd:2.1.1}]\n", "write the list with `-` before each of its entries"),
        ("- id: ipd:2.1.1\n...\n", "write the list with `-` before each of its entries"),
        ("reviews:\n  - id: ipd:2.1.1\n", "delete that line"),
    ],
)
def test_a_file_to_which_nothing_can_be_appended_stays(run, release, text, said):
    file = release / ".ai800" / "reviews.yaml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    assert said in _refused(run, "review", QUESTION, release, *REVIEW)
    assert file.read_text(encoding="utf-8") == text


_MAIN = """
reviews:  # by hand
  - id: ipd:5.3.2
    verdict: met
    by: Bob
    on: "2020-01-01"
    valid_until: "2021-01-01"
"""


def _in_main_file(folder, text, after=""):
    file = folder / "ai800.yaml"
    data = json.loads(file.read_text(encoding="utf-8"))
    data.pop("users", None)
    file.write_text(yaml.safe_dump(data, sort_keys=False) + text + after, encoding="utf-8")
    return file


@pytest.mark.parametrize("after", ["", "\n# Of another kind:\nusers:\n  screening: Nobody is screened here.\n"])
def test_a_section_of_the_main_file_grows_where_it_stands(run, release, after):
    file = _in_main_file(release, _MAIN, after)
    before = file.read_text(encoding="utf-8")
    assert run("review", QUESTION, release, *DAY, *REVIEW)[0] == 0
    text = file.read_text(encoding="utf-8")
    kept = before.removesuffix(after)
    assert text.startswith(kept)
    assert text.endswith(after)
    assert [entry["id"] for entry in yaml.safe_load(text)["reviews"]] == ["ipd:5.3.2", QUESTION]
    assert not (release / ".ai800").exists()


def test_a_list_on_one_line_of_the_main_file_stays(run, release):
    file = _in_main_file(release, "\nreviews: [{id: ipd:5.3.2}]\n")
    before = file.read_text(encoding="utf-8")
    assert "no entry can be added in ai800.yaml" in _refused(run, "review", QUESTION, release, *REVIEW)
    assert file.read_text(encoding="utf-8") == before


def test_nothing_is_written_that_changes_more_than_it_adds(run, release, monkeypatch):
    from ai800 import persons

    file = release / ".ai800" / "reviews.yaml"
    file.parent.mkdir()
    file.write_text(_KEPT, encoding="utf-8")
    monkeypatch.setattr(persons, "with_entry", lambda text, *_args, **_more: text)
    assert "no entry can be added" in _refused(run, "review", QUESTION, release, *REVIEW)
    assert file.read_text(encoding="utf-8") == _KEPT


def test_reviews_with_a_file_each_are_not_stated_twice(run, release):
    file = release / ".ai800" / "reviews" / "ipd:5.3.2.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("id: ipd:5.3.2\n", encoding="utf-8")
    assert "stand in files of their own" in _refused(run, "review", QUESTION, release, *REVIEW)


def test_an_entry_that_is_on_disk_already_is_not_written_again(release):
    from ai800.errors import UsageError
    from ai800.persons import record

    entry = {"id": GAP, "scope": "release", "reason": "It is late.", "approver": "Ada", "created_on": "2026-06-01"}
    entry["expires_on"] = "2026-07-01"
    record(release, "waivers", entry=entry, as_of="2026-06-01")
    record(release, "waivers", entry=entry | {"scope": "hub"}, as_of="2026-06-01")
    with pytest.raises(UsageError, match="counts already"):
        record(release, "waivers", entry=entry, as_of="2026-06-01")
    assert len(_entries(release, "waivers")) == 2


def test_without_a_release_file_nothing_is_recorded(run, tmp_path):
    (tmp_path / "model.safetensors").write_text(POINTER, encoding="utf-8")
    assert "there is no ai800.yaml in the folder" in _refused(run, "waive", GAP, tmp_path, *WAIVE)


def test_a_folder_that_cannot_be_made_is_4(run, release, monkeypatch):
    from pathlib import Path

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    code, _, err = run("waive", GAP, release, *DAY, *WAIVE)
    assert code == 4
    assert "the folder .ai800 cannot be made: Permission denied" in err


@pytest.mark.parametrize("link", [".ai800", ".ai800/reviews.yaml"])
def test_no_link_is_followed_when_an_entry_is_written(run, release, tmp_path, link):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "reviews.yaml").write_text("- id: ipd:5.3.2\n", encoding="utf-8")
    (release / link).parent.mkdir(exist_ok=True)
    (release / link).symlink_to(outside if link == ".ai800" else outside / "reviews.yaml")
    _refused(run, "review", QUESTION, release, *REVIEW)
    assert (outside / "reviews.yaml").read_text(encoding="utf-8") == "- id: ipd:5.3.2\n"
    assert [path.name for path in outside.iterdir()] == ["reviews.yaml"]


def test_what_is_typed_cannot_hide_anything_in_the_file(run, release):
    hidden = "Ada\u202e Lovelace\x1b[2J"
    assert run("review", QUESTION, release, *DAY, "--verdict", "met", "--by", hidden)[0] == 0
    text = (release / ".ai800" / "reviews.yaml").read_text(encoding="utf-8")
    assert all(character.isprintable() or character == "\n" for character in text)


@pytest.mark.parametrize(
    "text, before",
    [
        ("[]\n", "\n"),
        ("# Ours.\n[ ]  # none yet\n# The end.\n", "# Ours.\n  # none yet\n# The end.\n"),
        ("[]", ""),
        ("# a: []\r\n[]\r\n", "# a: []\r\n\r\n"),
    ],
)
def test_an_empty_list_takes_its_first_entry(run, release, text, before):
    (release / ".ai800").mkdir(exist_ok=True)
    path = release / ".ai800" / "waivers.yaml"
    path.write_bytes(text.encode())
    assert run("waive", GAP, release, *DAY, *WAIVE)[0] == 0
    assert path.read_bytes().decode().startswith(before + '- id: "ipd:2.2.1"')
    assert _verdict(run, release, GAP) == "waived"


@pytest.mark.parametrize("after", ["", "\n# Of another kind:\nusers:\n  screening: Nobody is screened here.\n"])
def test_an_empty_section_takes_its_first_entry(run, release, after):
    file = _in_main_file(release, "\nreviews: []  # of the board\n", after)
    assert run("review", QUESTION, release, *DAY, *REVIEW)[0] == 0
    text = file.read_text(encoding="utf-8")
    assert '\nreviews:  # of the board\n- id: "ipd:2.1.1"\n' in text
    assert text.endswith(after)
    assert _verdict(run, release, QUESTION) == "met"
