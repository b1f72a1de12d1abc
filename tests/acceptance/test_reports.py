"""Every example, through the whole checker, as data and as pages."""

from __future__ import annotations

import json
import re

import jsonschema
import jsonschema_rs
import pytest

from ai800.api import check
from ai800.reports import words
from ai800.reports.formats import FORMATS
from ai800.resources import resource

EXAMPLES = resource("examples")
SCHEMA = json.loads((resource("schemas") / "report.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=sorted(path.parent.name for path in EXAMPLES.glob("*/ai800.yaml")))
def example(request):
    return EXAMPLES / request.param


@pytest.fixture(scope="module")
def assessment(example):
    return check(example, as_of="2026-06-01")


def test_the_report_as_data_is_valid_for_two_validators(assessment):
    report = json.loads(FORMATS["json"](assessment))
    assert [error.message for error in jsonschema_rs.Draft202012Validator(SCHEMA).iter_errors(report)] == []
    assert list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(report)) == []
    assert report["outcome"]["exit_code"] == assessment.exit_code
    assert sum(report["counts"].values()) == len(assessment.rows) == 129


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_release_gives_the_same_bytes(example, assessment, form):
    assert FORMATS[form](assessment) == FORMATS[form](check(example, as_of="2026-06-01"))


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_what_met_means_and_whose_the_variants_are(assessment, form):
    report = FORMATS[form](assessment)
    plain = " ".join(re.sub(r"\\n|&#39;|\\|`", lambda found: "'" if found[0] == "&#39;" else "", report).split())
    for sentence in (words.MET, words.DRAFT, words.VARIANTS):
        assert sentence in plain


@pytest.mark.parametrize("form", ["json", "html", "markdown"])
def test_every_judged_row_is_in_every_page(assessment, form):
    report = FORMATS[form](assessment)
    missing = [row.id for row in assessment.rows if row.verdict != "not_built" and words.short(row.id) not in report]
    assert missing == []
