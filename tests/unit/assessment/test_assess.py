"""Answers become verdicts, findings and an exit code: nothing answered is never a pass."""

from __future__ import annotations

import pytest

from ai800.assessment.assess import Question, Surroundings, assess
from ai800.assessment.types import Finding
from ai800.declare.types import Declaration, Place
from ai800.release.build import build
from tests.support.edition import answers, small_catalog
from tools.case_data import CaseResolver

PLACES = {
    "": Place("ai800.yaml", 1),
    "/channels/0": Place("ai800.yaml", 4),
    "/deployments/0/evidence": Place("ai800.yaml", 9),
}
OPEN = {"id": "hub", "access": "widely_available_weights"}
CLOSED = {"id": "api", "access": "api_inference"}
RUN = {"failure": "", "version": "0"}
ALL_MET = {"1.1.1": {"release": ("met", [])}, "1.1.2": {"release": ("met", [])}, "1.1.a": {"release": ("met", [])}}


def _assess(found, data=None, *, variants=("open",), disagreements=(), **options):
    declaration = Declaration({"channels": [OPEN, CLOSED]} | (data or {}), PLACES)
    release = build(declaration.data, CaseResolver(), as_of="2026-06-01", considerable=frozenset())
    question = Question(small_catalog(), declaration, release, found, variants, **options)
    return assess(question, Surroundings({}, RUN, {}, disagreements))


def _verdicts(assessment):
    return {row.id.removeprefix("ipd:"): row.verdict for row in assessment.rows}


def _with(row, verdict, because=()):
    return answers(ALL_MET | {row: {"release": (verdict, list(because))}})


@pytest.mark.parametrize(
    "row, verdict, fail_on, code",
    [
        ("1.1.1", "met", "review", 0),
        ("1.1.1", "not_applicable", "review", 0),
        ("1.1.1", "unmet", "review", 1),
        ("1.1.1", "unmet", "unmet", 1),
        ("1.1.1", "partial", "unmet", 1),
        ("1.1.1", "needs_review", "review", 1),
        ("1.1.1", "needs_review", "unmet", 0),
        ("1.1.2", "unmet", "review", 0),
        ("1.1.2", "needs_review", "review", 0),
        ("1.1.a", "partial", "review", 0),
    ],
)
def test_only_plain_asks_fail_a_run(row, verdict, fail_on, code):
    assessment = _assess(_with(row, verdict), fail_on=fail_on)
    assert (_verdicts(assessment)[row], assessment.exit_code) == (verdict, code)
    assert assessment.fails == ((f"ipd:{row}",) if code else ())


def test_what_is_not_built_is_said_and_decides_nothing():
    assessment = _assess(answers(ALL_MET))
    assert (_verdicts(assessment)["1.2.1"], assessment.not_built, assessment.exit_code) == (
        "not_built",
        ("ipd:1.2",),
        0,
    )
    assert assessment.counts == {"met": 3, "not_built": 1}


@pytest.mark.parametrize(
    "found, only, code",
    [
        (None, (), 4),
        ({}, (), 4),
        (answers({row: verdict for row, verdict in ALL_MET.items() if row != "1.1.2"}), (), 4),
        (answers(ALL_MET), ("1.2",), 4),
        (answers(ALL_MET), ("1.1.1",), 0),
        (_with("1.1.1", "unmet"), ("ipd:1.1.a",), 0),
    ],
)
def test_nothing_evaluated_is_never_a_pass(found, only, code):
    assessment = _assess(found, only=only)
    assert assessment.exit_code == code


def test_a_row_that_no_channel_gives_a_subject_is_unmet():
    found = answers(ALL_MET | {"1.1.1": {}})
    assert _verdicts(_assess(found))["1.1.1"] == "unmet"


@pytest.mark.parametrize(
    "variants, expected", [(("open",), "met"), (("closed",), "partial"), (("open", "closed"), "partial")]
)
def test_each_variant_is_judged_by_its_own_channels(variants, expected):
    found = answers(ALL_MET | {"1.1.1": {"hub": ("met", []), "api": ("partial", ["incomplete"])}})
    assessment = _assess(found, variants=variants)
    row = assessment.rows[0]
    assert row.verdict == expected
    assert [judgement.variant for judgement in row.judgements] == list(variants)
    assert "part of it is there" in {r.text for j in row.judgements for r in j.reasons} or expected == "met"


def test_reasons_and_questions_have_their_words():
    na = _assess(_with("1.1.1", "not_applicable", ["not_here"])).rows[0].judgements[0]
    assert [(r.code, r.text, r.alternatives) for r in na.reasons] == [("not_here", "it does not apply", ("ipd:1.1.2",))]
    review = _assess(_with("1.1.1", "needs_review", ["links_only"])).rows[0].judgements[0]
    assert [(q.code, q.text) for q in review.questions] == [("links_only", "Do the addresses show it?")]
    assert review.reasons == ()


@pytest.mark.parametrize(
    "row, verdict, code, weight, exit_code",
    [
        ("1.1.1", "unmet", "missing", "fails", 1),
        ("1.1.1", "met", "missing", "advice", 0),
        ("1.1.2", "unmet", "missing", "advice", 0),
        ("1.1.2", "unmet", "absent", "note", 0),
        ("1.1.2", "unmet", "contradicts_it", "fails", 1),
        ("1.1.a", "unmet", "contradicts_it", "fails", 1),
    ],
)
def test_a_finding_weighs_what_its_row_asks(row, verdict, code, weight, exit_code):
    found = answers(ALL_MET | {row: {"release": (verdict, [])}}, [(row, code, {})])
    assessment = _assess(found)
    (finding,) = next(each for each in assessment.rows if each.id.endswith(row)).judgements[0].findings
    assert (finding.weight, assessment.exit_code) == (weight, exit_code)


def test_a_finding_has_its_words_and_its_place():
    more = {"subject": "hub", "at": "/channels/0", "field": "audience", "args": {"c": "hub", "since_on": {"day": 0}}}
    found = answers(ALL_MET | {"1.1.1": {"hub": ("unmet", [])}}, [("1.1.1", "missing", more)])
    (finding,) = _assess(found).rows[0].judgements[0].findings
    assert finding.message == "channel hub lacks … since 1970-01-01"
    assert (finding.place, finding.subject, finding.variant) == (PLACES["/channels/0"], "hub", "open")
    assert (finding.remedy, finding.basis) == ("Add `it`.", ("nist",))


def test_findings_about_channels_of_the_other_variant_are_left_out():
    found = answers(ALL_MET, [("1.1.1", "missing", {"subject": "api"})])
    assert _assess(found).rows[0].judgements[0].findings == ()


@pytest.mark.parametrize(
    "evidence, code, said",
    [
        ([], "not_backed", "it has no reference that resolves"),
        (["docs/missing.md"], "not_backed", "docs/missing.md"),
        (["docs/a.md"], "not_backed", "it has no reference that resolves"),
        (["https://x.example"], "links_only", "outside the repository: https://x.example"),
        (["https://x.example", "docs/missing.md"], "not_backed", "https://x.example"),
    ],
)
def test_evidence_that_backs_nothing_is_named(evidence, code, said):
    data = {"deployments": [{"channel": "hub", "evidence": evidence}]}
    more = {"at": "/deployments/0", "field": "evidence"}
    (finding,) = _assess(answers(ALL_MET, [("1.1.1", "not_backed", more)]), data).rows[0].judgements[0].findings
    assert (finding.code, said in finding.message) == (code, True)


def test_disagreements_and_troubles_fail_a_run():
    disagreement = Finding("fact:licence", "licence_code", "they differ", "fails", "mend it")
    assessment = _assess(answers(ALL_MET), {"deployments": [{"channel": "nope"}]}, disagreements=(disagreement,))
    assert (assessment.fails, assessment.exit_code) == (("fact:licence", "release:unknown_reference"), 1)
    assert assessment.disagreements[1].message == "nope is not declared in channels, so it counts as absent"
    assert assessment.disagreements[1].remedy == "name one of: hub, api"


REVIEW = {"id": "ipd:1.1.1", "verdict": "met", "by": "Kim Roe", "on": "2026-06-01", "valid_until": "2026-06-01"}
WAIVER = {
    "id": "ipd:1.1.1", "scope": "release", "reason": "Known", "approver": "Kim", "created_on": "2025-06-01",
    "expires_on": "2026-06-01",
}  # fmt: skip
ALTERNATIVE = {
    "id": "ipd:1.1.1", "practice": "We do this instead", "rationale": "It matches the ask", "evidence": ["docs/a.md"],
}  # fmt: skip


@pytest.mark.parametrize(
    "section, entry, verdict, expected, code",
    [
        ("reviews", REVIEW, "needs_review", "met", 0),
        ("reviews", REVIEW | {"verdict": "unmet"}, "needs_review", "unmet", 1),
        ("reviews", REVIEW, "unmet", "unmet", 1),
        ("reviews", REVIEW, "partial", "partial", 1),
        ("reviews", REVIEW | {"valid_until": "2026-05-31"}, "needs_review", "needs_review", 1),
        ("reviews", REVIEW | {"on": "2026-06-02"}, "needs_review", "needs_review", 1),
        ("reviews", REVIEW | {"by": "TBD"}, "needs_review", "needs_review", 1),
        ("reviews", {"id": "ipd:1.1.1", "by": "Kim", "on": "2026-06-01"}, "needs_review", "needs_review", 1),
        ("reviews", {"id": "ipd:1.1.1", "by": "Kim", "verdict": "met"}, "needs_review", "needs_review", 1),
        ("reviews", {k: v for k, v in REVIEW.items() if k != "valid_until"}, "needs_review", "met", 0),
        ("reviews", REVIEW | {"id": "ipd:1.1.2"}, "needs_review", "needs_review", 1),
        ("waivers", WAIVER, "unmet", "waived", 0),
        ("waivers", WAIVER, "needs_review", "waived", 0),
        ("waivers", WAIVER, "met", "met", 0),
        ("waivers", WAIVER | {"expires_on": "2026-05-31"}, "unmet", "unmet", 1),
        ("waivers", WAIVER | {"created_on": "2025-05-31"}, "unmet", "unmet", 1),
        ("waivers", WAIVER | {"created_on": "2026-06-02", "expires_on": "2026-06-03"}, "unmet", "unmet", 1),
        ("waivers", WAIVER | {"created_on": "2026-06-01", "expires_on": "2026-05-01"}, "unmet", "unmet", 1),
        ("waivers", WAIVER | {"reason": "n/a"}, "unmet", "unmet", 1),
        ("waivers", {k: v for k, v in WAIVER.items() if k != "expires_on"}, "unmet", "unmet", 1),
        ("waivers", WAIVER | {"scope": "hub"}, "unmet", "unmet", 1),
        ("waivers", WAIVER | {"scope": "elsewhere"}, "unmet", "unmet", 1),
        ("alternatives", ALTERNATIVE, "unmet", "alternative", 1),
        ("alternatives", ALTERNATIVE, "met", "met", 0),
        ("alternatives", ALTERNATIVE | {"evidence": ["https://x.example"]}, "unmet", "unmet", 1),
        ("alternatives", ALTERNATIVE | {"rationale": "because"}, "unmet", "unmet", 1),
        ("alternatives", ALTERNATIVE | {"practice": "TODO"}, "unmet", "unmet", 1),
    ],
)
def test_what_a_person_adds_counts_only_when_it_is_whole_and_in_time(section, entry, verdict, expected, code):
    assessment = _assess(_with("1.1.1", verdict), {section: [entry]})
    row = assessment.rows[0]
    assert (row.verdict, row.original, assessment.exit_code) == (expected, verdict, code)
    shown = [override for each in assessment.rows for override in each.overrides]
    assert [bool(override.why_not) for override in shown] == [not override.counts for override in shown]


def test_an_alternative_passes_with_a_review():
    assessment = _assess(_with("1.1.1", "unmet"), {"alternatives": [ALTERNATIVE], "reviews": [REVIEW]})
    assert (assessment.rows[0].verdict, assessment.exit_code) == ("alternative", 0)


def test_an_alternative_that_a_person_found_wanting_is_none():
    reviews = [REVIEW | {"verdict": "unmet"}]
    assessment = _assess(_with("1.1.1", "unmet"), {"alternatives": [ALTERNATIVE], "reviews": reviews})
    assert (assessment.rows[0].verdict, assessment.exit_code) == ("unmet", 1)


@pytest.mark.parametrize("scopes, expected", [(["hub"], "unmet"), (["hub", "api"], "waived")])
def test_a_waiver_covers_the_channels_it_names(scopes, expected):
    found = answers(ALL_MET | {"1.1.1": {"hub": ("unmet", []), "api": ("partial", [])}})
    waivers = [WAIVER | {"scope": scope} for scope in scopes]
    assert _assess(found, {"waivers": waivers}, variants=("open", "closed")).rows[0].verdict == expected


def test_a_contradiction_can_not_be_waived():
    found = answers(ALL_MET | {"1.1.1": {"release": ("unmet", [])}}, [("1.1.1", "contradicts_it", {})])
    assessment = _assess(found, {"waivers": [WAIVER]})
    assert (assessment.rows[0].verdict, assessment.exit_code) == ("unmet", 1)


def test_two_reviews_that_differ_count_as_the_worse():
    reviews = [REVIEW, REVIEW | {"verdict": "unmet", "by": "Jo Doe"}]
    assert _assess(_with("1.1.1", "needs_review"), {"reviews": reviews}).rows[0].verdict == "unmet"
