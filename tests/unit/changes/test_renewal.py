from __future__ import annotations

import pytest

from ai800.changes.compare import changed
from ai800.facts.types import WeightFile
from tests.support import assessments as made
from tests.support.changed_reports import ONE, OTHER, fingerprint, record, report, weights

NEW_WEIGHTS = [weights(OTHER)]


def cautions(old, new):
    return [(each.code, each.subject) for each in changed(old, new).cautions]


def with_record(weights_of=None, version="1.2", **changes):
    made_of = fingerprint(records=[record(**changes)], **({"weights": weights_of} if weights_of else {}))
    channels = made.release()["channels"][:0]
    return report(fingerprint=made_of, release=made.release(version=version, channels=channels))


@pytest.mark.parametrize("section", ["evaluations", "red_teams", "security.theft_assessments"])
def test_the_same_test_for_new_weights_is_not_renewed(section):
    found = changed(with_record(section=section), with_record(NEW_WEIGHTS, section=section))
    (caution,) = found.cautions
    assert (caution.code, caution.subject) == ("not_renewed", "bio")
    assert "2026-01-10" in caution.message
    assert found.exit_code == 0


def test_a_test_without_a_date_is_not_renewed_either():
    (caution,) = changed(with_record(date=None), with_record(NEW_WEIGHTS, date=None)).cautions
    assert caution.code == "not_renewed"
    assert "None" not in caution.message


@pytest.mark.parametrize(
    "change",
    [
        {"content": "d" * 64},
        {"evidence": [{"reference": "docs/evals.md#bio", "sha256": "f" * 64}]},
        {"evidence": []},
        {"identity": "chem"},
        {"section": "deployments"},
        {"date": "2026-05-01", "content": "d" * 64},
    ],
)
def test_what_changed_at_all_is_no_false_alarm(change):
    assert cautions(with_record(), with_record(NEW_WEIGHTS, **change)) == []


@pytest.mark.parametrize(
    "change", [{"date": "2026-05-01"}, {"model_version": "1.3"}, {"model_sha256": OTHER}, {"date": None}]
)
def test_a_new_label_on_the_old_work_is_said(change):
    assert cautions(with_record(), with_record(NEW_WEIGHTS, **change)) == [("relabelled", "bio")]


@pytest.mark.parametrize("evidence", [[], [{"reference": "https://a.example", "sha256": None}]])
def test_where_no_evidence_was_read_a_new_label_is_no_alarm(evidence):
    old = with_record(evidence=evidence)
    assert cautions(old, with_record(NEW_WEIGHTS, evidence=evidence, date="2026-05-01")) == []


@pytest.mark.parametrize(
    "stated, version, flagged",
    [
        ({"model_sha256": OTHER.upper()}, "1.2", False),
        ({"model_sha256": ONE}, "1.2", True),
        ({"model_version": "1.3"}, "1.3", False),
        ({"model_version": "1.2"}, "1.2", True),
        ({"model_version": "1.2"}, "1.3", True),
        ({"model_version": None}, None, True),
    ],
)
def test_a_test_that_says_it_is_about_the_new_weights_covers_them(stated, version, flagged):
    found = cautions(with_record(**stated), with_record(NEW_WEIGHTS, version=version, **stated))
    assert found == ([("not_renewed", "bio")] if flagged else [])


@pytest.mark.parametrize("stated, flagged", [(OTHER.upper(), False), (ONE, True), ("f" * 64, True)])
def test_weights_in_git_are_covered_by_the_digest_of_their_bytes(stated, flagged):
    def read(digest):
        file = WeightFile("model.safetensors", "safetensors", 5, digest, pointer=False, sha256_from="computed")
        seen = fingerprint(records=[record(model_sha256=stated)], weights=[weights(digest[:40], scheme="git")])
        return report(fingerprint=seen, facts=made.facts(weights=(file,)))

    found = cautions(read(ONE), read(OTHER))
    assert found == ([("not_renewed", "bio")] if flagged else [])


@pytest.mark.parametrize(
    "old, new",
    [
        ([weights(ONE)], [weights(ONE)]),
        ([weights(ONE)], [weights(ONE, "renamed.safetensors")]),
        ([weights(ONE)], [weights(ONE), weights(OTHER, "quantized.gguf")]),
        ([weights(ONE), weights(OTHER, "b")], [weights(ONE)]),
        ([weights(ONE)], [weights(None)]),
        ([weights(ONE, scheme="git")], [weights(OTHER)]),
    ],
)
def test_weights_that_are_not_replaced_for_certain_ask_for_no_new_test(old, new):
    assert cautions(with_record(old), with_record(new)) == []


def deployed(access, *records, channel="hub"):
    channels = [{"id": channel, "access": access, "variant": "open"}]
    return report(fingerprint=fingerprint(records=list(records)), release=made.release(channels=channels))


HUB = record("deployments", "hub")


@pytest.mark.parametrize(
    "before, after, expected",
    [
        (("api_inference", HUB), ("gated_weights", HUB), [("access_raised", "hub")]),
        (("api_inference", HUB), ("gated_weights",), [("access_raised", "hub")]),
        (("api_inference",), ("gated_weights",), [("access_raised", "hub")]),
        ((None, HUB), ("api_inference", HUB), [("access_raised", "hub")]),
        (("api_inference", HUB), ("gated_weights", HUB | {"date": "2026-05-01"}), []),
        (("api_inference", HUB), ("gated_weights", HUB | {"content": "d" * 64}), []),
        (("api_inference",), ("gated_weights", HUB), []),
        (("gated_weights", HUB), ("api_inference", HUB), []),
        (("gated_weights", HUB), ("gated_weights", HUB), []),
    ],
)
def test_more_access_asks_for_a_new_decision(before, after, expected):
    assert cautions(deployed(*before), deployed(*after)) == expected


@pytest.mark.parametrize(
    "records, expected", [((), [("channel_without_deployment", "api")]), ((HUB | {"id": "api"},), [])]
)
@pytest.mark.parametrize("access", ["api_inference", None])
def test_a_new_channel_asks_for_a_decision(records, expected, access):
    assert cautions(deployed("gated_weights", HUB), deployed(access, *records, channel="api")) == expected
