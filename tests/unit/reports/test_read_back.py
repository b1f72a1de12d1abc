from __future__ import annotations

import json

import pytest

from ai800.api import check
from ai800.reports.data import as_data
from ai800.reports.formats import FORMATS
from ai800.reports.json_text import json_text
from ai800.reports.read_back import assessment_of
from ai800.resources import resource
from tests.support import assessments as made


def _through_json(assessment):
    return assessment_of(json.loads(json_text(as_data(assessment))))


@pytest.mark.parametrize("name", made.EVERY)
def test_an_assessment_comes_back_from_its_report(name):
    assessment = made.EVERY[name]()
    assert as_data(_through_json(assessment)) == as_data(assessment)


@pytest.mark.parametrize("name", ["mixed", "open-weights-gaps"])
@pytest.mark.parametrize("form", ["text", "github", "summary", "comment"])
def test_a_format_made_from_the_json_report_is_the_same(name, form):
    assessment = check(resource("examples") / name, as_of="2026-06-01")
    assert FORMATS[form](_through_json(assessment)) == FORMATS[form](assessment)
