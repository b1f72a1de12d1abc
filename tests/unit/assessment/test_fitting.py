"""An example names what the release has, and only in the places of ids."""

from __future__ import annotations

import pytest

from ai800.assessment.fitting import Names, fitted, names_for
from ai800.assessment.types import Finding, Judgement

NAMES = Names("weights", "gated_weights", "intrusion", 'Quill: "7B"', "1.5")


@pytest.mark.parametrize(
    "line, expected",
    [
        ("deployments:\n  - channel: hub\n", "deployments:\n  - channel: weights\n"),
        ("a:\n  - {channels: [hub], b: hub}", "a:\n  - {channels: [weights], b: hub}"),
        ("a:\n  evidence: [docs/a.md#hub]", "a:\n  evidence: [docs/a.md#hub]"),
        (
            "channels:\n  - id: api\n    access: api_inference\n  - {id: lab, access: internal_only}",
            "channels:\n  - id: weights\n    access: gated_weights\n  - {id: lab, access: internal_only}",
        ),
        ("evaluations:\n  - {id: api, access: api_inference}", "evaluations:\n  - {id: api, access: api_inference}"),
        ("threat_profiles:\n  - {id: bio}\n  - id: hack", "threat_profiles:\n  - {id: intrusion}\n  - id: hack"),
        ("a:\n  - {id: bio-limit, threat_profile: bio}", "a:\n  - {id: bio-limit, threat_profile: intrusion}"),
        ("a:\n  risks: [bio]\n  mitigates: [bio]", "a:\n  risks: [intrusion]\n  mitigates: [intrusion]"),
        ('transparency:\n  - {version: "2.0"}', 'transparency:\n  - {version: "1.5"}'),
        (
            'evaluations:\n  - model: {name: Base, version: "2.0"}',
            'evaluations:\n  - model: {name: "Quill: \\"7B\\"", version: "1.5"}',
        ),
        ('policy:\n  version: "2.0"', 'policy:\n  version: "2.0"'),
    ],
)  # fmt: skip
def test_made_up_names_give_way(line, expected):
    assert fitted(line, NAMES) == expected
    assert fitted(line, Names()) == line


_HUB = {"id": "hub", "access": "widely_available_weights"}
_API = {"id": "chat", "access": "api_inference"}


@pytest.mark.parametrize(
    "data, variant, subjects, said, expected",
    [
        ({}, "open", [], "", Names()),
        ({"channels": [_API, _HUB]}, "open", [("release", "unmet")], "", Names("hub", "widely_available_weights")),
        ({"channels": [_API, _HUB]}, "closed", [("release", "unmet")], "", Names("chat", "api_inference")),
        (
            {"channels": [_API, {"id": "lab"}]},
            "closed",
            [("chat", "met"), ("lab", "partial")],
            "",
            Names("lab", ""),
        ),
        ({"threat_profiles": [{"id": "a"}, {"id": "b"}]}, "open", [], "profile b, or c", Names(profile="b")),
        ({"threat_profiles": [{"id": "a"}, {"id": "b"}]}, "open", [], "nobody", Names(profile="a")),
        ({"release": {"name": "Tarn", "version": "2"}}, "open", [], "", Names(name="Tarn", version="2")),
    ],
)
def test_the_names_are_of_what_the_row_is_open_for(data, variant, subjects, said, expected):
    finding = Finding("ipd:1.1.1", "x", said, "fails", "")
    assert names_for(Judgement(variant, "unmet", tuple(subjects), findings=(finding,)), data) == expected
