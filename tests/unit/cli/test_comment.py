from __future__ import annotations

import json

import pytest

from ai800.reports.brief import comment_report
from ai800.reports.data import as_data
from ai800.reports.json_text import json_text
from tests.support import assessments as made


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.json"
    path.write_text(json_text(as_data(made.mixed())), encoding="utf-8")
    return path


def test_the_comment_is_the_format_of_that_name(run, report):
    assert run("comment", report) == (0, comment_report(made.mixed()), "")


@pytest.mark.parametrize(
    "forge, said",
    [
        (lambda data: data | {"pull_request": 7}, "this is no report of ai800"),
        (lambda data: data | {"report": 2}, "the report is of another version"),
        (lambda data: data | {"counts": data["counts"] | {"met": 129}}, "the report contradicts itself"),
    ],
)
def test_a_forged_report_gives_one_line_and_no_comment(run, report, forge, said):
    report.write_text(json.dumps(forge(json.loads(report.read_text(encoding="utf-8")))), encoding="utf-8")
    code, out, err = run("comment", report)
    assert (code, out) == (4, "")
    assert err.startswith(f"ai800: {said}")
    assert err.count("\n") == 1


def test_no_text_of_the_file_is_in_the_refusal(run, report):
    report.write_text('{"::error::forged": @org}', encoding="utf-8")
    code, out, err = run("comment", report)
    assert (code, out) == (4, "")
    assert "forged" not in err
    assert "org" not in err
