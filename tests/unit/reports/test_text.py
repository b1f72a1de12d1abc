from __future__ import annotations

import pytest

from ai800.reports import words
from ai800.reports.layout import Page
from ai800.reports.text import text_report
from tests.support import assessments as made

ROW = "ipd:5.3.1"


def _report(assessment, width=80, verbosity=0):
    return text_report(assessment, Page(width), verbosity=verbosity)


@pytest.mark.parametrize("name", made.EVERY)
@pytest.mark.parametrize("width", [20, 40, 80, 100])
@pytest.mark.parametrize("verbosity", [0, 1])
def test_every_report_fits_its_page_and_begins_with_the_verdict(name, width, verbosity):
    assessment = made.EVERY[name]()
    report = _report(assessment, width, verbosity)
    assert all(len(line) <= width for line in report.splitlines())
    assert report.startswith("ai800: ")
    said = " ".join(report.split())
    assert words.outcome(assessment)[:20] in said
    if width >= 40:
        assert all(
            sentence in said for sentence in (words.MET, words.DRAFT, words.VARIANTS, *words.meaning(assessment))
        )


@pytest.mark.parametrize("width", [20, 80])
@pytest.mark.parametrize("name", made.EVERY)
def test_the_quiet_report_is_the_verdict_line_alone(name, width):
    assessment = made.EVERY[name]()
    assert text_report(assessment, Page(width), verbosity=-1) == f"ai800: {words.outcome(assessment)}\n"


def test_the_verdict_line_stands_again_below_a_long_report():
    assert _report(made.mixed()).count("ai800: 2 gaps") == 2
    assert _report(made.passing()).count("ai800: no gaps") == 1


@pytest.mark.parametrize("assessment, colour", [(made.passing(), "32"), (made.mixed(), "31"), (made.failed(), "31")])
def test_colour_says_the_same_as_the_words(assessment, colour):
    plain, painted = text_report(assessment), text_report(assessment, Page(80, colour=True))
    assert painted.startswith(f"\x1b[{colour}mai800: ")
    assert "\x1b" not in plain
    stripped = painted
    for code in ("31", "32", "33", "36", "2", "1", "0"):
        stripped = stripped.replace(f"\x1b[{code}m", "")
    assert stripped == plain


def test_a_gap_says_what_where_why_and_how_to_mend_it():
    report = _report(made.mixed())
    gap = report[report.index("  UNMET ipd:5.3.1") : report.index("  PARTIAL ipd:5.3.2")]
    assert gap.splitlines() == [
        "  UNMET ipd:5.3.1 Title of ipd:5.3.1",
        "    - channel hub does not show no decision (ai800.yaml:12)",
        "    why: page 13, asked plainly: “The organization should do what ipd:5.3.1",
        "         asks, and say how it did so, for every channel and profile.” Basis:",
        "         NIST, TechFreedom (TF-29), ai800 (words)",
        "    fix: Add `deployments[].decision` with `outcome`, `decided_on` and",
        "         `evidence`.",
    ]


def test_a_long_sentence_of_the_standard_is_cut_unless_all_is_asked_for():
    text = "Assess what a threat actor could achieve. " * 9 + "END"
    assessment = made.assessment(made.practice("ipd:5.3", made.row(ROW, "unmet", text=text)))
    assert "END" not in _report(assessment)
    assert "END" in _report(assessment, verbosity=1)


def test_advice_is_listed_and_shown_only_when_asked_for():
    short, full = _report(made.mixed()), _report(made.mixed(), verbosity=1)
    assert "Advice, which fails nothing: 1 item worded as `consider` or `can`" in short
    assert "UNMET ipd:5.3.a" not in short
    assert "UNMET ipd:5.3.a" in full
    assert "Advice, which fails nothing" not in full
    assert "evidence old [advice] (ai800.yaml:12)" in full
    assert "evidence shared [note]" in full


def test_of_much_advice_the_first_are_named():
    rows = [made.row(f"ipd:5.3.{number}", "unmet", "consider") for number in range(1, 16)]
    assert "ipd:5.3.12 and 3 more" in " ".join(_report(made.assessment(made.practice("ipd:5.3", *rows))).split())


def test_many_findings_are_counted_and_shown_only_when_asked_for():
    short, full = _report(made.large(1)), _report(made.large(1), verbosity=1)
    assert "- and 24 more like these (-v shows them)" in short
    assert short.count("does not show code") == 6
    assert full.count("does not show code") == 30


def test_questions_stand_apart_with_what_persons_said():
    report = _report(made.mixed())
    questions = report[report.index(words.QUESTIONS) : report.index("Advice, which")]
    assert "? ipd:5.2.1 Do the addresses given record the decision?" in questions
    assert "it does not count: it expired on" in questions
    assert "? ipd:5.2.2 [advice] Is what is asked" in questions
    assert "? ipd:5.2.3 Does the alternative match or exceed" in questions
    assert "asks: Do the addresses given" in _report(made.mixed(), verbosity=1)


def test_what_is_waived_or_stands_in_place_is_shown():
    report = _report(made.mixed(), verbosity=1)
    assert "  WAIVED ipd:4.1.1" in _report(made.mixed())
    assert "waiver by R. Viewer, until 2026-12-31: the audit is booked" in report
    assert "open: the weights are published (see ipd:B3.1)" in report


def test_a_row_without_basis_or_remedy_is_still_whole():
    row = made.row(ROW, "unmet", basis=(), remedy="")
    report = _report(made.assessment(made.practice("ipd:5.3", row)))
    assert "Basis" not in report
    assert "fix" not in report


def test_a_remedy_that_differs_names_its_variant():
    judgements = (
        made.judgement("unmet", findings=(made.finding(ROW, remedy="Publish it."),)),
        made.judgement("unmet", "closed", findings=(made.finding(ROW, remedy="Keep it.", variant="closed"),)),
    )
    report = _report(made.assessment(made.practice("ipd:5.3", made.row(ROW, "unmet", judgements=judgements))))
    assert "    fix (open): Publish it.\n    fix (closed): Keep it.\n" in report


def test_what_was_not_evaluated_is_listed_and_not_judged():
    report = _report(made.failed())
    assert "Not evaluated: 15 items" in report
    assert "ipd:5.3.12 and 3 more" in report
    assert "COULD NOT EVALUATE" not in report
    assert "ipd:5.3.15" in _report(made.failed(), verbosity=1)
    assert "COULD NOT EVALUATE ipd:5.3.1" in _report(made.silent())


def test_a_disagreement_that_fails_nothing_says_so():
    quiet = made.disagreement(weight="advice")
    report = " ".join(_report(made.assessment(disagreements=(quiet,))).split())
    assert "are tracked [advice] (ai800.yaml:12" in report


def test_without_a_release_file_the_report_is_short_and_says_what_to_write():
    report = _report(made.undeclared())
    assert report.count("\n") < 45
    assert "kind: hugging face" in report
    assert "1. Run `ai800 init`" in report
    assert "2. State each of `channels`" in report
    assert "3. Then what is plainly asked" in report
    assert "     ipd:5.3, 2 items: Title of ipd:5.3.\n" in report
    assert "ipd:B Title" not in report
    assert "UNMET" not in report


def test_a_failed_run_without_a_release_file_counts_its_steps():
    assessment = made.failed()._replace(declared=False)
    assert "  1. Then what is plainly asked" in _report(assessment)


def test_notes_have_their_place():
    report = _report(made.mixed())
    assert "\nNotes\n  - no place\n" in report
    alone = _report(made.mixed()._replace(expires=()))
    assert "  - evaluations: bio holds until 2026-06-20 (ai800.yaml:88)\n  - no place\n" in alone
