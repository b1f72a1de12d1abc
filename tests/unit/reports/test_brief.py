from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from ai800.reports import words
from ai800.reports.brief import COMMENT_LIMIT, MARKER, SUMMARY_LIMIT, comment_report, marker, summary_report
from tests.support import assessments as made
from tests.support.hostile_texts import HOSTILE

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLAIN = "plain words"
FORMS = {"summary": summary_report, "comment": comment_report}
TEXTS = [text for text in HOSTILE if text.strip()]
ALIVE = re.compile(r"@\w|#\d|\bGH-\d|://|\bwww\.", re.IGNORECASE)


def _blocks(report):
    return [token.type for token in READER.parse(report)]


def _headings(report):
    return re.findall(r"^## (.*)$", report, re.MULTILINE)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("name", made.EVERY)
def test_the_verdict_comes_first_and_the_draft_last(form, name):
    assessment = made.EVERY[name]()
    lines = [line for line in form(assessment).splitlines() if line and not line.startswith(MARKER)]
    shown = lines[1].replace("\u200b", "")  # no commit becomes a link
    assert [lines[0], shown] == ["# ai800", f"**{words.outcome(assessment)}**"]
    assert words.MET in lines
    assert f"- {words.VARIANTS}" in lines


def test_the_summary_shows_what_is_open_and_the_practices():
    report = summary_report(made.mixed())
    assert _headings(report) == ["To mend", "To review", "Advice", "Notes", "Practices"]
    assert "<details><summary>2 advice items</summary>" in report
    assert "| 5.3 Title of ipd:5.3. | unmet" in report
    assert "- **unmet** `ipd:5.3.1` Title of ipd:5.3.1 (`ai800.yaml:12`)" in report
    assert "- evaluations: bio holds until 2026-06-20 (`ai800.yaml:88`)" in report
    assert "- no place\n" in report


def test_the_comment_shows_what_fails_and_counts_advice():
    report = comment_report(made.mixed())
    assert _headings(report) == ["To mend", "To review", "Notes"]
    assert report.count("2 open items worded as `consider` or `can`") == 1
    assert report.startswith(f"{marker(made.mixed())}\n")
    assert "decides, not this comment" in report


@pytest.mark.parametrize("variants", [("open",), ("closed",), ("open", "closed"), ()])
def test_the_practices_have_a_column_for_each_variant_that_judged(variants):
    report = summary_report(made.mixed()._replace(release={**made.mixed().release, "variants": list(variants)}))
    assert (f"\n| practice | {' | '.join(variants)} |\n" in report) is bool(variants)
    assert "no such channel" not in report


def test_a_long_comment_is_folded_after_ten_of_a_kind():
    before, found, after = comment_report(made.large(40)).partition(
        "\n<details><summary>30 open items more</summary>\n\n- **"
    )
    assert found
    assert [part.count("- **unmet**") for part in (before, f"- **{after}")] == [10, 30]
    assert "\n\n</details>\n" in after


def test_a_passing_comment_has_no_lists():
    assert _headings(comment_report(made.assessment())) == []


def test_findings_beyond_the_first_five_are_counted():
    found = tuple(made.finding("ipd:5.3.1", f"code_{number}") for number in range(9))
    row = made.row("ipd:5.3.1", "unmet", judgements=(made.judgement("unmet", findings=found),))
    report = comment_report(made.assessment(made.practice("ipd:5.3", row)))
    assert report.count("does not show") == 5
    assert "  - and 4 findings more\n" in report


@pytest.mark.parametrize(
    "release, run, said",
    [
        ({}, {}, "- `Aurora-7B`, `1.2`, `Example Lab`\n- commit `1a2b3c4d5e6f`, as of"),
        ({"folder": "models/a"}, {}, "- folder `models/a`\n"),
        (
            {"name": None, "version": None, "developer": None},
            {"commit": None, "kind": "folder"},
            "- `aurora`\n- folder, ",
        ),
        ({"name": None, "version": None, "developer": None}, {"repository": ""}, "- no name\n"),
    ],
)
def test_what_was_judged_is_named(release, run, said):
    assert said in comment_report(made.assessment(release=made.release(**release), run=made.run(**run)))


def test_the_marker_tells_the_models_of_a_repository_apart():
    markers = {marker(made.assessment(release=made.release(folder=folder))) for folder in ("", "a", "a-->", "b\udcff")}
    assert len(markers) == 4
    assert all(re.fullmatch(r"<!-- ai800-comment [0-9a-f]{16} -->", each) for each in markers)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("text", TEXTS)
def test_the_blocks_are_the_same_whatever_the_release_says(form, text):
    assert _blocks(form(made.hostile(text))) == _blocks(form(made.hostile(PLAIN)))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("text", [text for text in TEXTS if "`" not in text])
def test_no_text_is_a_mention_a_reference_or_a_link(form, text):
    tokens = [child for token in READER.parse(form(made.hostile(text))) for child in token.children or ()]
    assert {token.type for token in tokens} <= {"text", "code_inline", "strong_open", "strong_close", "softbreak"}
    assert not [token.content for token in tokens if token.type == "text" and ALIVE.search(token.content)]


@pytest.mark.parametrize("text", ["x" * 5000, "\\*" * 2500, "\u202e" * 5000, "é" * 5000, "`" * 5000])
@pytest.mark.parametrize("form, limit", [(summary_report, SUMMARY_LIMIT), (comment_report, COMMENT_LIMIT)])
def test_the_longest_texts_fit(form, limit, text):
    many = made.hostile(text)
    rows = tuple(many.rows[0]._replace(id=f"ipd:5.3.{number}") for number in range(300))
    report = form(made.assessment(made.practice("ipd:5.3", *rows), release=many.release, run=many.run))
    assert len(report.encode()) <= limit
    assert words.VARIANTS in report


def test_what_does_not_fit_a_comment_is_counted():
    report = comment_report(made.large(400))
    assert len(report.encode()) <= COMMENT_LIMIT
    shown = report.count("- **unmet**")
    assert 0 < shown < 400
    assert f"**Cut to fit:** {400 - shown} open items more; the json, markdown and html reports hold all." in report


@pytest.mark.parametrize(
    "assessment, headings", [(made.no_worse(), ["Open before this change"]), (made.worse(), ["To mend"])]
)
def test_what_was_open_before_stands_apart_where_the_gate_asks_what_got_worse(assessment, headings):
    report = comment_report(assessment)
    assert _headings(report) == headings
    assert "are those of 2" in report
    assert (" earlier item" in report) is ("Open before this change" in headings)


def test_both_results_are_shown_where_a_change_alters_its_gates():
    assert "By its own: exit code 0 with" in comment_report(made.worse())
