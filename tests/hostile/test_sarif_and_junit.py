"""Whatever a release says of itself, readers of SARIF and JUnit get valid files that say the same of it."""

from __future__ import annotations

import json
from xml.parsers import expat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ai800.reports.junit import junit_report
from ai800.reports.sarif import sarif_report
from tests.support import assessments as made
from tests.support.hostile_texts import HOSTILE
from tests.support.readers import junit_tree, sarif_run

# What XML 1.0 does not have, or what breaks out of its sections.
BEYOND_XML = ("\x00", "\x0b", "\x1f", "\x7f\x85", "\ufffe\uffff", "\U0001fffe", "\ud800", "\udcff", "]]>", "<![CDATA[")
EVERY = (*HOSTILE, *BEYOND_XML, "\u2028\u2029", "%41%2F..%2f", "../../etc/passwd", "C:\\temp", "//host/share", "a?b#c")


def _shape(tree):
    """The elements of a report, without what stands in them."""
    return [(element.tag, sorted(element.attrib)) for element in tree.iter()]


def _skeleton(value):
    """The keys of a report, without what stands under them."""
    match value:
        case dict():
            return {key: _skeleton(part) for key, part in value.items()}
        case list():
            return [_skeleton(part) for part in value]
    return type(value).__name__


PLAIN_SHAPE = _shape(junit_tree(junit_report(made.hostile("plain words"))))
PLAIN_SKELETON = _skeleton(sarif_run(sarif_report(made.hostile("plain words"))))


@pytest.mark.parametrize("text", EVERY)
def test_junit_keeps_its_elements_and_its_verdicts(text):
    tree = junit_tree(junit_report(made.hostile(text)))
    assert _shape(tree) == PLAIN_SHAPE
    assert (tree.get("failures"), tree.get("errors")) == ("3", "0")


@pytest.mark.parametrize("text", EVERY)
def test_sarif_keeps_its_keys_and_its_results(text):
    run = sarif_run(sarif_report(made.hostile(text)))
    assert _skeleton(run) == PLAIN_SKELETON
    assert [result["level"] for result in run["results"]] == ["error", "error"]


@pytest.mark.parametrize("text", EVERY)
def test_no_result_leaves_the_repository(text):
    for result in sarif_run(sarif_report(made.hostile(text)))["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii()
        assert uri
        assert not set(uri) & set(' \\:?#<>"{}|^`[]')


@pytest.mark.parametrize("text", EVERY)
def test_no_message_hides_a_character_or_makes_a_link(text):
    run = sarif_run(sarif_report(made.hostile(text)))
    told = [*run["results"], *run["invocations"][0]["toolExecutionNotifications"]]
    for message in (each["message"]["text"] for each in told):
        assert message
        assert message.isprintable()
        assert "](" not in message
        assert len(message) <= 1024


def test_a_character_that_does_not_show_is_written_as_its_escape():
    hidden = made.hostile("a\u202eb\x00c\ufffed")
    assert "a\\u202eb\\x00c\\ufffed" in junit_report(hidden)
    (result, *_) = sarif_run(sarif_report(hidden))["results"]
    assert "a\\u202eb\\x00c\\ufffed" in result["message"]["text"]


@pytest.mark.parametrize("text", ["\udcff", "\u202e", "x" * 9000, "ü" * 9000])
def test_a_name_of_any_kind_is_a_place(text):
    for result in sarif_run(sarif_report(made.hostile(text)))["results"]:
        assert result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 2


def _expat(report):
    parser = expat.ParserCreate()
    parser.Parse(report.encode(), True)  # noqa: FBT003 - how expat is told that this is all
    return parser.CurrentByteIndex


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(), max_size=60))
def test_any_text_is_xml_for_a_strict_parser(text):
    report = junit_report(made.hostile(text))
    assert report.isascii()
    assert _expat(report) > 0
    assert _shape(junit_tree(report)) == PLAIN_SHAPE


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(), min_size=1, max_size=60))
def test_any_text_is_sarif_for_the_schema(text):
    report = sarif_report(made.hostile(text))
    assert report.isascii()
    assert _skeleton(json.loads(report)["runs"][0]) == PLAIN_SKELETON
    sarif_run(report)


def test_a_release_with_more_gaps_than_code_scanning_shows():
    report = sarif_report(made.large(200))
    run = sarif_run(report)
    assert len(report) < 10_000_000
    assert run["properties"]["resultsLeftOut"] == 6000 - len(run["results"])
    assert len(run["results"]) <= 5000
    assert "left out" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
