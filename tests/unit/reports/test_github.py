from __future__ import annotations

import pytest

from ai800.declare.types import Place
from ai800.reports import words
from ai800.reports.github import SHOWN, error_line, github_report, plain_line
from ai800.text import printable
from tests.support import assessments as made
from tests.support.hostile_texts import HOSTILE
from tests.support.workflow_commands import Command, command_in

PLAIN = "plain words"
NASTY = (*HOSTILE, "a,line=9::x", "100%25,%0A::add-mask::x", "text ##[add-mask]x", "##[##[error]x", " ::error::x")


def _read(report):
    lines = report.splitlines()
    commands = [command_in(line) for line in lines]
    return [each for each in commands if each], [line for line, each in zip(lines, commands, strict=True) if not each]


def test_gaps_are_errors_questions_are_warnings_and_advice_is_notices():
    commands, plain = _read(github_report(made.mixed()))
    assert [(each.name, each.properties["title"].split()[0]) for each in commands] == [
        ("error", "fact:weights"),
        ("error", "ipd:5.3.1"),
        ("error", "ipd:5.3.2"),
        ("warning", "ipd:5.2.1"),
        ("warning", "ipd:5.2.3"),
        ("notice", "ipd:5.2.2"),
        ("notice", "ipd:5.3.a"),
    ]
    assert plain[0] == f"ai800: {words.outcome(made.mixed())}"
    assert [f"ai800: {said}" for said in (words.MET, words.DRAFT, words.VARIANTS)] == plain[-3:]


def test_an_annotation_stands_at_its_line_and_says_how_to_mend_it():
    commands, _ = _read(github_report(made.mixed()))
    assert commands[1] == Command(
        "error",
        {"file": "ai800.yaml", "line": "12", "title": "ipd:5.3.1 Title of ipd:5.3.1"},
        "unmet: channel hub does not show no decision (and 1 finding more)\n"
        "Fix: Add `deployments[].decision` with `outcome`, `decided_on` and `evidence`.",
    )
    assert "file" not in commands[2].properties


def test_a_place_without_a_line_is_the_first_line():
    whole = made.disagreement(place=made.place(None, "README.md"))
    commands, _ = _read(github_report(made.assessment(disagreements=(whole,))))
    assert commands[0].properties["file"] == "README.md"
    assert commands[0].properties["line"] == "1"


def test_of_each_kind_ten_are_annotated_and_the_others_counted():
    many = [made.row(f"ipd:5.3.{number}", "unmet") for number in range(1, 14)]
    many += [made.row(f"ipd:5.2.{number}", "needs_review") for number in range(1, 12)]
    many += [made.row(f"ipd:4.1.{number}", "unmet", "can") for number in range(1, 23)]
    commands, plain = _read(github_report(made.assessment(made.practice("ipd:5.3", *many))))
    assert [each.name for each in commands] == [name for name in ("error", "warning", "notice") for _ in range(SHOWN)]
    assert "GitHub shows 10 of a kind: 3 errors, 1 warning, 12 notices;" in plain[-4]


@pytest.mark.parametrize(
    "assessment, first",
    [
        (made.failed(), "could not evaluate: the engine ran out of fuel: report it"),
        (made.undeclared(), "nothing declared: There is no ai800.yaml"),
        (made.silent(), "could not evaluate"),
    ],
)
def test_what_stands_above_all_comes_first(assessment, first):
    commands, _ = _read(github_report(assessment))
    assert commands[0].name == "error"
    assert commands[0].data.startswith(first)


def test_a_release_that_passes_has_no_errors():
    commands, plain = _read(github_report(made.passing()))
    assert {each.name for each in commands} == {"notice"}
    assert plain[0].startswith("ai800: no gaps")


def _shape(report):
    commands, plain = _read(report)
    return [(each.name, sorted(each.properties)) for each in commands], len(plain)


@pytest.mark.parametrize("text", NASTY)
def test_no_text_makes_a_command_of_its_own(text):
    commands, plain = _read(github_report(made.hostile(text)))
    assert _shape(github_report(made.hostile(text))) == _shape(github_report(made.hostile(PLAIN)))
    assert all(each.properties["line"].isdecimal() for each in commands if "line" in each.properties)
    assert all(line.startswith("ai800: ") and "##[" not in line for line in plain)


@pytest.mark.parametrize("text", [text for text in NASTY if len(text) < 200])
def test_the_runner_reads_back_the_very_text(text):
    commands, _ = _read(github_report(made.hostile(text)))
    shown = printable(text).replace("##[", "##\\x5b")
    assert shown in commands[0].data
    assert commands[0].properties["file"] == shown if shown else True


@pytest.mark.parametrize("text", NASTY)
def test_a_plain_line_is_one_line_and_no_command(text):
    line = plain_line(text)
    assert line.startswith("ai800: ")
    assert line.isprintable()
    assert command_in(line) is None


@pytest.mark.parametrize("text", NASTY)
def test_an_error_line_is_one_command_with_the_text_as_its_data(text):
    line = error_line(text)
    assert line.isprintable()
    shown = printable(text, 2000).replace("##[", "##\\x5b")
    assert command_in(line) == Command("error", {"title": "ai800"}, shown)


@pytest.mark.parametrize("text", NASTY)
def test_an_error_line_with_a_place_stands_at_it(text):
    found = command_in(error_line("said", place=Place(text, 7)))
    shown = printable(text, 4096).replace("##[", "##\\x5b")
    assert found == Command("error", {"file": shown, "line": "7", "title": "ai800"}, "said")


def test_what_was_open_before_is_a_warning_where_the_gate_asks_what_got_worse():
    commands, plain = _read(github_report(made.no_worse()))
    assert [each.name for each in commands if each.properties["title"].startswith("ipd:5.2.1")] == ["warning"]
    assert "error" not in {each.name for each in commands}
    assert plain[0].startswith("ai800: no regression since 222222222222")
    assert (
        "ai800: Only what got worse since then fails this run; the gaps and questions below were there before." in plain
    )
