from __future__ import annotations

import pytest

from ai800.assessment.types import Note
from ai800.changes.compare import changed
from tests.support import assessments as made
from tests.support.changed_reports import ROW, report


@pytest.mark.parametrize(
    "change, said",
    [
        ({"run": made.run(as_of="2026-07-01")}, "the day of the check: 2026-06-01, then 2026-07-01"),
        ({"run": made.run(version="0.2.0")}, "the version of ai800"),
        ({"run": made.run(variant="open")}, "the variant asked for"),
        ({"run": made.run(policies="1" * 64)}, "the policies: 000000000000, then 111111111111"),
        ({"run": made.run(policies="sha256:" + "1" * 64)}, "the policies: 000000000000, then 111111111111"),
        ({"run": made.run(policies="0" * 63 + "1")}, "the policies: 000000000000, then 000000000000"),
        ({"run": made.run(repository="borealis")}, "the repository: aurora, then borealis"),
        ({"edition": made.EDITION | {"edition": "2pd"}}, "the edition: ipd, then 2pd"),
        ({"release": made.release(folder="models/x")}, "the folder: none, then models/x"),
        ({"only": (ROW,)}, "what --only asked for: none, then ipd:5.3.1"),
        ({"declared": False}, "the newer one has no ai800.yaml"),
    ],
)
def test_reports_that_were_made_differently(change, said):
    (sentence,) = changed(report(), report(**change)).differences
    assert said in sentence


def test_what_fails_is_taken_from_the_newer_one():
    found = changed(report(), report(run=made.run(fail_on="unmet"))).differences
    assert any("--fail-on unmet" in each for each in found)


@pytest.mark.parametrize("which, sides", [("older", (True, False)), ("newer", (False, True))])
def test_files_that_were_not_in_the_clone_leave_the_comparison_without_an_answer(which, sides):
    note = Note("not_in_clone", "1 file is not in this clone: a.md; what stands there counts as absent")
    found = changed(*(report(notes=(note,) if lacks else ()) for lacks in sides))
    assert found.incomparable == (f"of the {which} release, {note.message}",)
    assert found.exit_code == 4


def test_submodules_that_changed_leave_the_comparison_without_an_answer():
    notes = [(Note("not_entered", f"other repositories: vendor (commit {commit})"),) for commit in "12"]
    found = changed(*(report(notes=each) for each in notes))
    assert found.incomparable == ("submodules are not those of before, and what is in them was not compared",)
    assert found.exit_code == 4
    assert changed(*(report(notes=notes[0]) for _ in range(2))).exit_code == 0


def test_an_older_report_without_a_declaration():
    assert "the older one" in changed(report(declared=False), report()).differences[0]
    neither = changed(report(declared=False), report(declared=False))
    assert neither.differences == ()
    assert "neither has an ai800.yaml" in neither.incomparable[0]


def test_nothing_in_common_is_no_answer():
    found = changed(report(made.row("ipd:5.3.2", "met")), report())
    assert found.exit_code == 4
    assert found.incomparable == (
        "no item is judged in both reports, so no verdict was compared",
        "judged only in the newer report: ipd:5.3.1",
        "judged only in the older report: ipd:5.3.2",
    )


def test_what_was_not_evaluated_is_named_of_much_the_first():
    many = [made.row(f"ipd:5.3.{number}", "error") for number in range(1, 14)]
    (sentence,) = changed(report(*many), report(*many)).incomparable[:1]
    assert sentence.startswith("could not be evaluated in one of the two: ipd:5.3.1, ")
    assert sentence.endswith("ipd:5.3.10 and 3 more")
