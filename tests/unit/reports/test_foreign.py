from __future__ import annotations

import json
import os

import pytest

from ai800.api import check
from ai800.errors import ForeignReportError
from ai800.reports.data import as_data
from ai800.reports.foreign import LIMIT, read_foreign
from ai800.reports.json_text import json_text
from ai800.resources import resource
from tests.support import assessments as made


@pytest.fixture(scope="module")
def sound():
    return json_text(as_data(check(resource("examples") / "open-weights-gaps", as_of="2026-06-01")))


def _written(folder, text):
    path = folder / "report.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_sound_report_is_read(tmp_path, sound):
    assert json_text(as_data(read_foreign(_written(tmp_path, sound)))) == sound


@pytest.mark.parametrize("name", made.EVERY)
def test_every_report_that_ai800_writes_agrees_with_itself(tmp_path, name):
    assessment = made.EVERY[name]()
    assert read_foreign(_written(tmp_path, json_text(as_data(assessment)))).fails == assessment.fails


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("", "the report is no sound JSON: the file is empty"),
        ("PK\x03\x04", "the report is no sound JSON: "),
        (b"\xff\xfe{}", "the report is no sound JSON: the file is written in UTF-16"),
        ("[" * 100_000, "the report is no sound JSON: lists and mappings are nested deeper than 64"),
        ('{"report": 1, "report": 1}', "the report is no sound JSON: "),
        ('{"report": NaN}', "the report is no sound JSON: "),
        (" " * (LIMIT + 1), f"the report is larger than {LIMIT} bytes"),
        ("[]", "this is no report of ai800"),
        ("7", "this is no report of ai800"),
        ('{"report": 1}', "this is no report of ai800"),
        ('{"report": 2}', "the report is of another version than 1"),
        ('{"report": "2"}', "this is no report of ai800"),
        ('{"report": true}', "this is no report of ai800"),
    ],
)
def test_what_is_no_report_is_refused(tmp_path, text, sentence):
    with pytest.raises(ForeignReportError) as caught:
        read_foreign(_written(tmp_path, text))
    assert caught.value.sentence.startswith(sentence)
    assert caught.value.exit_code == 4


def _pass(data):
    data["outcome"] |= {"exit_code": 0, "passes": True, "fails": []}


def _pass_and_list(data):
    data["outcome"] |= {"exit_code": 0, "passes": True}


def _all_met(data):
    for row in (row for practice in data["practices"] for row in practice["rows"]):
        row |= {"verdict": "met"}


def _twice(data):
    data["practices"].append(data["practices"][0])


def _no_day(data):
    data["run"]["as_of"] = "2026-02-30"


def _wrong_passes(data):
    data["outcome"]["passes"] = True


def _failed_run(data):
    data["run"]["failure"] = "fuel"


@pytest.mark.parametrize(
    "forge, sentence",
    [
        (_pass, "what fails is not what it lists as failing"),
        (_pass_and_list, "its exit code does not follow from its verdicts"),
        (_all_met, "its counts are not those of its items"),
        (_twice, "an item stands in it twice"),
        (_wrong_passes, "its exit code does not follow from its verdicts"),
        (_no_day, "its day is none of the calendar"),
        (_failed_run, "its exit code does not follow from its verdicts"),
    ],
)
def test_a_report_that_contradicts_itself_is_refused(tmp_path, sound, forge, sentence):
    data = json.loads(sound)
    forge(data)
    with pytest.raises(ForeignReportError) as caught:
        read_foreign(_written(tmp_path, json_text(data)))
    assert caught.value.sentence == f"the report contradicts itself: {sentence}"


@pytest.mark.parametrize("key, value", [("number", 12), ("pull_request", 12), ("comment", "hello")])
def test_a_field_that_a_report_does_not_have_is_refused(tmp_path, sound, key, value):
    with pytest.raises(ForeignReportError, match="this is no report"):
        read_foreign(_written(tmp_path, json_text(json.loads(sound) | {key: value})))


def test_only_an_ordinary_file_is_read(tmp_path, sound):
    target = _written(tmp_path, sound)
    (tmp_path / "link").symlink_to(target)
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe", "absent", "."):
        with pytest.raises(ForeignReportError, match="no such report"):
            read_foreign(tmp_path / name)


def test_a_report_that_may_not_be_read(tmp_path, sound, monkeypatch):
    path = _written(tmp_path, sound)

    def refuse(*_arguments):
        raise PermissionError

    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(ForeignReportError, match="cannot be read"):
        read_foreign(path)
