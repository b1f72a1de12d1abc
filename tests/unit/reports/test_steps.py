from __future__ import annotations

import pytest

from ai800.assessment.types import Note, Reason
from ai800.reports.steps import first_steps, steps_left
from tests.support import assessments as made


def _ids(assessment):
    return [step.id for step in first_steps(assessment)]


@pytest.mark.parametrize(
    "assessment, ids, left",
    [
        (made.mixed(), ["fact:weights", "ipd:5.3.1", "ipd:5.3.2"], 2),
        (made.passing(), [], 0),
        (made.undeclared(), ["", "", "fact:weights"], 2),
        (made.failed(), [""], 0),
        (made.silent(), ["ipd:5.3.1"], 0),
        (made.left_open(), [], 0),
        (made.large(5), ["ipd:5.3.1", "ipd:5.3.2", "ipd:5.3.3"], 2),
    ],
)
def test_the_heaviest_comes_first(assessment, ids, left):
    assert _ids(assessment) == ids
    assert steps_left(assessment) == left


def test_contradictions_come_before_gaps_and_gaps_before_questions():
    contradiction = made.finding("ipd:5.3.3", "contradicts_status", message="it says both", place=made.place(7))
    asked = made.judgement("needs_review", questions=(Reason("why", "Is it so?"),))
    rows = (
        made.row("ipd:5.3.1", "needs_review", judgements=(asked,)),
        made.row("ipd:5.3.2", "partial", judgements=(made.judgement("partial"),)),
        made.row("ipd:5.3.3", "unmet", "can", judgements=(made.judgement("unmet", findings=(contradiction,)),)),
    )
    assessment = made.assessment(made.practice("ipd:5.3", *rows), fails=("ipd:5.3.1", "ipd:5.3.2", "ipd:5.3.3"))
    first, second, third = first_steps(assessment)
    assert (first.id, first.where, first.what) == ("ipd:5.3.3", ("ai800.yaml:7",), contradiction.remedy)
    assert (second.id, second.kind, second.what) == ("ipd:5.3.2", "partial", "Record what was done.")
    assert (third.id, third.kind, third.what) == ("ipd:5.3.1", "needs review", "Is it so?")


def test_a_disagreement_that_fails_nothing_is_no_step():
    note, real = made.disagreement(weight="note", message="a note"), made.disagreement()
    (step,) = first_steps(made.assessment(disagreements=(note, real)))
    assert (step.title, step.disagreement) == (real.message, 2)


def test_a_run_that_failed_is_made_complete_first():
    (step,) = first_steps(made.failed())
    assert step.what == "the engine ran out of fuel: report it"


@pytest.mark.parametrize("notes, what", [((), "Run `ai800 init`"), ((Note("other", "x"),), "Run `ai800 init`")])
def test_without_a_release_file_one_is_written_first(notes, what):
    assert first_steps(made.undeclared()._replace(notes=notes))[0].what.startswith(what)


def test_a_release_file_that_was_not_read_is_committed_first():
    step, *_ = first_steps(made.undeclared()._replace(notes=(Note("other", "x"), Note("not_committed", "x"))))
    assert step.what.startswith("Commit the ai800.yaml that stands in the folder")
    assert "--staged" in step.what
