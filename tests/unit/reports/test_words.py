from __future__ import annotations

import pytest

from ai800.assessment.types import WORST_FIRST
from ai800.release.channels import RANKS
from ai800.reports import words
from tests.support import assessments as made


def test_every_verdict_has_words_a_meaning_and_a_place():
    assert set(words.VERDICT_WORDS) == set(words.VERDICT_MEANINGS) == set(words.VERDICT_ORDER) == set(WORST_FIRST)


def test_every_access_level_has_words():
    assert set(words.ACCESS_WORDS) == set(RANKS)


@pytest.mark.parametrize(
    "assessment, expected",
    [
        (
            made.mixed(),
            "2 gaps to mend, 2 questions to review, 1 disagreement to settle (11 items of the standard judged)",
        ),
        (made.passing(), "no gaps in what is plainly asked (2 items of the standard judged)"),
        (made.left_open(), "no gaps in what is plainly asked, 1 question still open (2 items of the standard judged)"),
        (
            made.undeclared(),
            "nothing is declared: 2 gaps to mend, 1 disagreement to settle (4 items of the standard judged)",
        ),
        (made.failed(), "could not evaluate completely: the engine ran out of fuel: report it"),
        (made.silent(), "could not evaluate completely: 1 item got no answer"),
        (made.nothing(), "could not evaluate: nothing was judged"),
    ],
)
def test_the_verdict_line_says_what_was_found_and_in_how_much(assessment, expected):
    assert words.outcome(assessment) == expected


def test_disagreements_that_fail_nothing_are_not_counted():
    quiet = made.disagreement(weight="note")
    assessment = made.assessment(
        made.practice("ipd:5.3", made.row("ipd:5.3.1", "met")), disagreements=(quiet,), fails=()
    )
    assert words.headline(assessment._replace(exit_code=0)) == "no gaps in what is plainly asked"


@pytest.mark.parametrize(
    "assessment, says",
    [
        (made.passing(), "nothing contradicts itself"),
        (made.mixed(), "advice does not"),
        (made.undeclared(), "There is no ai800.yaml"),
        (made.failed(), "no result"),
        (made.mixed(), "2 open items worded as `consider` or `can`: advice, which fails nothing."),
        (made.passing(), "1 open item worded as `consider` or `can`: advice"),
        (made.left_open(), "as --fail-on unmet asks"),
        (made.left_open(), "Only ipd:5.2 was judged."),
        (made.nothing(), "Only ipd:1.1 was judged."),
        (made.mixed(), "Not built yet, so not judged: 1 practice (1.1)."),
    ],
)
def test_the_meaning_says_what_the_line_leaves_out(assessment, says):
    assert says in " ".join(words.meaning(assessment))


def test_a_complete_pass_has_nothing_to_add():
    complete = made.assessment(made.practice("ipd:5.3", made.row("ipd:5.3.1", "met")))
    assert len(words.meaning(complete)) == 1


def test_advice_that_a_person_answered_is_none():
    answered = made.row("ipd:5.3.2", "needs_review", "consider", overrides=(made.override(),))
    contradicted = made.row("ipd:5.3.a", "unmet", "can")
    practice = made.practice("ipd:5.3", answered, contradicted)
    assert words.advice(made.assessment(practice, fails=("ipd:5.3.a",))) == []


@pytest.mark.parametrize(
    "sources, expected",
    [
        (("nist",), "NIST"),
        (("nist", "ai800:words", "ai800:content"), "NIST, ai800 (words, content)"),
        (("techfreedom:TF-29", "ai800", "ai800:words"), "TechFreedom (TF-29), ai800 (words)"),
        (("kapoor", "ntia", "eu_cop"), "Kapoor et al., NTIA, EU Code of Practice"),
        (("new:x",), "new (x)"),
        ((), ""),
    ],
)
def test_a_basis_is_said_in_words(sources, expected):
    assert words.basis(sources) == expected


@pytest.mark.parametrize(
    "entry, expected",
    [
        (made.override(), "review by R. Viewer, until 2026-12-31: read the whole record"),
        (made.override(until=None, note=""), "review by R. Viewer"),
        (made.override("alternative", by="", until=None), "alternative: read the whole record"),
        (
            made.override(counts=False, why_not="it has no date", note=""),
            "review by R. Viewer, until 2026-12-31; it does not count: it has no date",
        ),
    ],
)
def test_what_a_person_added_is_one_line(entry, expected):
    assert words.override(entry) == expected


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({}, "Aurora-7B 1.2 by Example Lab · commit `1a2b3c4d5e6f` · as of 2026-06-01"),
        ({"release": {"name": None, "version": None, "developer": None}}, "aurora · commit `1a2b3c4d5e6f`"),
        ({"release": {"folder": "models/a"}}, "commit `1a2b3c4d5e6f` in models/a"),
        ({"run": {"kind": "folder", "commit": None}}, "· a plain folder ·"),
        ({"run": {"kind": "index", "commit": None}}, "· the index ·"),
    ],
)
def test_the_subject_names_what_was_read(changes, expected):
    release, run = made.release(**changes.get("release", {})), made.run(**changes.get("run", {}))
    assert expected in words.subject(made.assessment(release=release, run=run))


@pytest.mark.parametrize(
    "count, expected", [(0, ""), (1, " (a)"), (4, " (a, a, a, a)"), (6, " (a, a, a, a and 2 more)")]
)
def test_of_many_places_the_first_are_named(count, expected):
    assert words.at(("a",) * count) == expected


@pytest.mark.parametrize("level, expected", [("api_finetuning", "API fine-tuning"), (None, "access not stated")])
def test_a_channel_is_said_in_words(level, expected):
    said = words.channel({"id": "hub", "access": level, "variant": "open"})
    assert said == f"hub: {expected}, judged by the open variant"


def test_counts_begin_with_the_worst():
    assert words.counts_of(["met", "unmet", "met"]) == "1 unmet · 2 met"
    assert words.judged_by(made.passing()) == "open variant"
    assert words.judged_by(made.mixed()) == "open and closed variants"


@pytest.mark.parametrize("said", [words.DRAFT, words.VARIANTS, words.MET])
def test_no_sentence_claims_more_than_is_so(said):
    assert "certif" not in said
    assert "complian" not in said
