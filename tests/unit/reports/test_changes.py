from __future__ import annotations

import json
import re

import jsonschema
import jsonschema_rs
import pytest

from ai800.changes import types
from ai800.changes.compare import changed
from ai800.reports import changes_words, words
from ai800.reports.changes import changes_markdown, changes_text
from ai800.reports.changes_data import changes_data, changes_json
from ai800.reports.data import as_data
from ai800.reports.layout import Page
from ai800.resources import resource
from tests.support import assessments as made
from tests.support.changed_reports import ONE, OTHER, ROW, fingerprint, hostile, model, record, report, weights
from tests.support.hostile_texts import HOSTILE

SCHEMA = json.loads((resource("schemas") / "changes.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema_rs.Draft202012Validator(SCHEMA)
# Each class with the part of the schema that describes it.
PARTS = (
    (types.Side, "side"),
    (types.RowChange, "row_change"),
    (types.Caution, "caution"),
    (types.FactChange, "fact_change"),
    (types.EntryChange, "entry"),
)


def everything():
    """Two reports that differ in every way there is."""
    asked = made.Reason("links_only", "Do the addresses record it?")
    worse = made.judgement("unmet", findings=(made.finding("ipd:5.3.1", "no_decision"),), questions=(asked,))
    many = tuple(made.finding("ipd:5.3.8", f"code_{number}", message=f"gap {number}") for number in range(8))
    old = report(
        made.row("ipd:5.3.1", "met"),
        made.row("ipd:5.3.2", "partial"),
        made.row("ipd:5.3.3", "unmet"),
        made.row("ipd:5.3.4", "met"),
        made.row("ipd:5.3.5", "not_applicable"),
        made.row("ipd:5.3.6", "met", "can"),
        made.row("ipd:5.3.7", "unmet"),
        made.row("ipd:5.3.8", "partial"),
        made.row("ipd:5.3.9", "unmet", overrides=(made.override("waiver", counts=False, why_not="it expired"),)),
        made.row("ipd:5.3.10", "met"),
        disagreements=(made.disagreement(id="fact:licence"),),
        fingerprint=fingerprint(records=[record(), record("deployments", "hub")]),
        release=made.release(channels=[{"id": "hub", "access": "gated_weights", "variant": "open"}]),
        only=(),
    )
    waiver = made.override("waiver", until="2027-01-01", note="booked")
    new = report(
        made.row("ipd:5.3.1", "unmet", judgements=(worse,)),
        made.row("ipd:5.3.2", "met"),
        made.row("ipd:5.3.3", "waived", overrides=(waiver,)),
        made.row("ipd:5.3.4", "not_applicable"),
        made.row("ipd:5.3.5", "met"),
        made.row("ipd:5.3.6", "unmet", "can"),
        made.row("ipd:5.3.7", "unmet", judgements=(made.judgement("unmet", findings=many[:1]),)),
        made.row("ipd:5.3.8", "unmet", judgements=(made.judgement("unmet", findings=many),)),
        made.row("ipd:5.3.9", "unmet"),
        made.row("ipd:5.3.10", "error"),
        made.row("ipd:5.3.11", "met"),
        disagreements=(made.disagreement(),),
        fingerprint=fingerprint(
            weights=[weights(OTHER, f"model-{number}.gguf") for number in range(2)]
            + [weights(str(n) * 64) for n in range(3, 9)],
            model=model(licence_weights="MIT", licence_code="MIT"),
            records=[record(), record("deployments", "hub")],
        ),
        run=made.run(as_of="2026-07-01"),
    )
    return changed(old, new, names=("v1", "v2"))


def test_the_text_says_the_most_important_first():
    text = changes_text(everything(), Page(100))
    titles = [line for line in text.split("\n") if re.fullmatch(r"\S.*: \d+", line)]
    assert [title.rpartition(":")[0] for title in titles] == [
        "Not compared",
        "Made differently, so a change may not be the release's",
        "Regressions",
        "Look at this",
        "Changed in the release",
        "Waivers, reviews and alternatives",
        "Got worse, but does not gate",
        "Waived since",
        "Applies no more",
        "Applies now, without a gap",
        "Got better",
        "Disagreements settled",
        "Same verdict, other findings",
    ]
    assert text.startswith("ai800 diff: could not compare completely; 4 regressions in what was compared\n  from v1: ")


@pytest.mark.parametrize(
    "said",
    [
        "ipd:5.3.1 Title of ipd:5.3.1: was met, is unmet",
        "new: channel hub does not show no decision (ai800.yaml:12)",
        "new question: Do the addresses record it?",
        "and 3 more",
        "ipd:5.3.10 Title of ipd:5.3.10: was met, is could not evaluate",
        "fact:weights: more that disagrees than before",
        "ipd:5.3.6 Title of ipd:5.3.6: was met, is unmet [advice]",
        "ipd:5.3.7 Title of ipd:5.3.7: still unmet",
        "licence of the weights (declared): was Apache-2.0, is MIT",
        "licence of the code (declared), new: MIT",
        "access hub (declared): was gated_weights, is widely_available_weights",
        "channel api (declared), new: api_inference",
        "waiver of ipd:5.3.3 by R. Viewer came, until 2027-01-01: booked",
        "waiver of ipd:5.3.9 by R. Viewer went (before: until 2026-12-31): read the whole record",
        "but its deployment record is the one of before",
        "the weights are new, but evaluation bio of 2026-01-10 and its evidence are those of before",
        "judged only in the newer report: ipd:5.3.11",
        words.DRAFT,
        words.MET,
        words.VARIANTS,
    ],
)
def test_text_and_markdown_say_it(said):
    text = " ".join(changes_text(everything(), Page(100)).split())
    assert said in text
    marked = changes_markdown(everything()).replace("\\", "").replace("\u200b", "").replace("`", "")
    assert said.replace("`", "") in marked


def test_nothing_changed():
    same = changed(report(), report())
    for text in (changes_text(same, Page()), changes_markdown(same)):
        assert "no regressions (1 item of the standard compared)" in text
        assert changes_words.NOTHING in text


@pytest.mark.parametrize("code, said", [("error", "could not evaluate"), ("unmet", "was met, is unmet")])
def test_a_row_that_was_not_evaluated_before_is_named(code, said):
    found = changed(report(made.row(ROW, "met")), report(made.row(ROW, code)))
    assert said in changes_text(found, Page())
    silent = changed(report(made.row(ROW, "error")), report(made.row(ROW, "error")))
    assert "ipd:5.3.1: could not evaluate" in changes_text(silent, Page())


def test_entries_in_words():
    waiver = made.override("waiver", by="", note="", until="2026-06-01")
    lapsed = waiver._replace(counts=False, why_not="it expired")
    found = changed(
        report(made.row(ROW, "waived", overrides=(waiver,))), report(made.row(ROW, "unmet", overrides=(lapsed,)))
    )
    assert "waiver of ipd:5.3.1 no longer counts, until 2026-06-01; it does not count: it expired" in " ".join(
        changes_text(found, Page()).split()
    )


def test_a_gone_fact_and_a_folder_in_words():
    folder = made.run(commit=None, ref=None, kind="folder")
    old = report(run=folder, release=made.release(name=None, version=None))
    text = " ".join(
        changes_text(
            changed(old, report(fingerprint=fingerprint(weights=[weights(ONE), weights(OTHER)]))), Page()
        ).split()
    )
    assert "from aurora: aurora, folder, as of 2026-06-01" in text
    assert "weights (observed), new: model.safetensors sha256:222222222222" in text
    back = changes_text(changed(report(fingerprint=fingerprint(model=model(licence_code="MIT"))), report()), Page())
    assert "licence of the code (declared), gone: MIT" in back


@pytest.mark.parametrize(
    "changes", [everything(), changed(report(), report()), changed(as_data(made.mixed()), as_data(made.failed()))]
)
def test_the_data_is_valid_for_two_validators_and_the_same_each_time(changes):
    written = changes_json(changes)
    assert written.isascii()
    data = json.loads(written)
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []
    assert list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(data)) == []
    assert written == changes_json(changes)
    assert data["outcome"]["regressions"] == list(changes.regressions)


BREAK = {
    "unknown key": lambda data: data.update(extra=1),
    "missing key": lambda data: data.pop("rows"),
    "unknown step": lambda data: data["entries"][0].update(step="renewed"),
    "unknown caution": lambda data: data["cautions"][0].update(code="fine"),
    "exit code": lambda data: data["outcome"].update(exit_code=3),
    "other version": lambda data: data.update(changes=2),
}


@pytest.mark.parametrize("change", BREAK.values(), ids=BREAK)
def test_the_schema_refuses_what_is_no_such_data(change):
    data = json.loads(changes_json(everything()))
    change(data)
    assert not VALIDATOR.is_valid(data)


@pytest.mark.parametrize("made_of, part", PARTS)
def test_the_schema_has_every_field(made_of, part):
    assert set(SCHEMA["$defs"][part]["properties"]) == set(made_of._fields)


def _objects(schema):
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from _objects(part)


def test_every_object_is_closed_and_described():
    found = list(_objects(SCHEMA))
    assert len(found) > 15
    for each in found:
        assert each["description"]
        assert each["additionalProperties"] is False
        assert set(each["required"]) == set(each["properties"])
        assert all("description" in part or "$ref" in part for part in each["properties"].values())


def test_every_fact_has_a_name():
    assert set(SCHEMA["$defs"]["fact_change"]["properties"]["what"]["enum"]) == set(changes_words._FACTS)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(text):
    changes = hostile(text)
    shown = changes_text(changes, Page())
    assert all(line == "" or line.isprintable() for line in shown.split("\n"))
    assert not re.search(r"^\s*(?:::|##\[)", shown, re.MULTILINE)
    marked = changes_markdown(changes)
    assert all(line == "" or line.replace("\u200b", "").isprintable() for line in marked.split("\n"))
    assert not re.search(r"^# (?!ai800 diff$)|(?<!\\)<|^PASSED|(?<!\\)\]\(", marked, re.MULTILINE)
    assert VALIDATOR.is_valid(json.loads(changes_json(changes)))
    assert changes_data(changes)["outcome"]["regressions"] == ["ipd:5.3.1", "ipd:5.3.2", "fact:licence"]
