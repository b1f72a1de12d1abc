"""What two reports are compared by: digests that change with the thing itself and with nothing else."""

from __future__ import annotations

import json
from hashlib import sha256

import jsonschema_rs
import pytest

from ai800.declare.types import Declaration
from ai800.evidence.resolver import SnapshotResolver
from ai800.facts.types import Fact, Facts, WeightFile
from ai800.release.build import build
from ai800.release.fingerprint import fingerprint
from ai800.resources import resource
from ai800.snapshot.types import Entry
from tests.support.snapshots import MemorySnapshot

PAGE = "# Evals\n\n## Bio\n\nFirst page.\n\n## Chem\n\nSecond page.\n"
FILES = {"docs/evals.md": PAGE.encode(), "LICENSE": b"licence", "USE.md": b"policy", "gone": "unreadable"}
EVALUATION = {
    "id": "bio",
    "performed_on": "2026-01-10",
    "valid_until": "2027-01-10",
    "model": {"name": "Aurora", "version": "1.2", "sha256": "A" * 64},
    "task": {"name": "plans", "sample": "docs/evals.md#chem"},
    "result": {"value": 0.4},
    "evidence": ["docs/evals.md#bio", "docs/none.md", "https://a.example/x"],
}
_SCHEMA = json.loads((resource("schemas") / "report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema_rs.Draft202012Validator({"$defs": _SCHEMA["$defs"], "$ref": "#/$defs/fingerprint"})


def made(data, files=None, **facts):
    snapshot = MemorySnapshot(FILES | (files or {}))
    release = build(data, SnapshotResolver(snapshot), as_of="2026-06-01", considerable=frozenset())
    seen = Facts(kind=Fact("vendor", "", None, "files"), **facts)
    found = fingerprint(snapshot, Declaration(data), facts=seen, release=release)
    VALIDATOR.validate(found)
    return found


def record(**changes):
    return made({"evaluations": [EVALUATION | changes]})["records"][0]


def test_nothing_declared_gives_an_empty_one():
    found = made({})
    assert found["records"] == found["channels"] == found["weights"] == found["files"] == []
    assert [each for each in found["model"].values() if each] == []


def test_a_record_with_its_evidence_by_the_part_that_is_named():
    found = record()
    assert (found["section"], found["id"], found["date"]) == ("evaluations", "bio", "2026-01-10")
    assert (found["model_version"], found["model_sha256"]) == ("1.2", "A" * 64)
    assert [each["reference"] for each in found["evidence"]] == [
        "docs/evals.md#bio", "docs/evals.md#chem", "docs/none.md", "https://a.example/x",
    ]  # fmt: skip
    assert [bool(each["sha256"]) for each in found["evidence"]] == [True, True, False, False]
    again = made({"evaluations": [EVALUATION]}, {"docs/evals.md": PAGE.replace("Second", "Other").encode()})
    first, chem = again["records"][0]["evidence"][:2]
    assert first == found["evidence"][0]
    assert chem["sha256"] != found["evidence"][1]["sha256"]


@pytest.mark.parametrize(
    "change",
    [
        {"performed_on": "2026-05-01"},
        {"valid_until": None},
        {"evidence": []},
        {"model": {"name": "Aurora", "version": "2.0"}},
        {"task": {"name": "plans"}},
        {"log": "docs/evals.md"},
    ],
)
def test_labels_are_no_content(change):
    given = {name: value for name, value in (EVALUATION | change).items() if value is not None}
    assert made({"evaluations": [given]})["records"][0]["content"] == record()["content"]


@pytest.mark.parametrize(
    "change", [{"result": {"value": 0.5}}, {"model": {"name": "B"}}, {"task": {"name": "b"}}, {"conclusion": "x"}]
)
def test_anything_else_is_content(change):
    assert record(**change)["content"] != record()["content"]


def test_every_section_has_its_records():
    found = made({
        "channels": [{"id": "hub", "access": "gated_weights", "gate": {"kind": "contract"}}, {"id": "api"}],
        "red_teams": [{"id": "red", "performed_on": "2026-01-01"}],
        "security": {"theft_assessments": [{"id": "theft", "assessed_on": "2026-01-02"}]},
        "deployments": [{"channel": "hub", "decision": {"decided_on": "2026-01-03"}}, {"channel": "api"}],
    })  # fmt: skip
    assert [(each["section"], each["id"], each["date"]) for each in found["records"]] == [
        ("red_teams", "red", "2026-01-01"),
        ("security.theft_assessments", "theft", "2026-01-02"),
        ("deployments", "hub", "2026-01-03"),
        ("deployments", "api", None),
    ]
    assert found["channels"] == [{"id": "hub", "gate": "contract"}, {"id": "api", "gate": None}]


def test_the_model_as_declared():
    model = {
        "parameters_total": 7,
        "licence": {"weights": "MIT", "code": {"id": "LicenseRef-x", "path": "LICENSE"}},
        "base_models": [{"name": "a", "revision": "r1"}, {"name": "b"}],
        "artifacts": [{"path": "m", "sha256": "B" * 64}, {"path": "n"}],
    }
    found = made({"model": model})["model"]
    assert found == {
        "licence_weights": "MIT",
        "licence_code": "LicenseRef-x",
        "licence_data": None,
        "base_models": ["a r1", "b"],
        "parameters_total": 7,
        "parameters_active": None,
        "artifacts": ["b" * 64],
    }


def _fact(value, path):
    return Fact(value, path, 1, "how")


def test_licences_and_use_policies_by_their_files():
    policy = {"form": "file", "words": 3, "lists_uses": True}
    found = made(
        {},
        {"LICENSE.md": "unreadable"},
        licence_weights=(_fact("MIT", "LICENSE"), _fact("MIT", "README.md")),
        licence_code=(_fact("MIT", "LICENSE.md"),),
        use_policies=(_fact(policy, "USE.md"), _fact(policy | {"form": "link"}, "README.md")),
    )["files"]
    assert found == [
        {"path": "LICENSE", "sha256": sha256(b"licence").hexdigest()},
        {"path": "LICENSE.md", "sha256": None},
        {"path": "USE.md", "sha256": sha256(b"policy").hexdigest()},
    ]


def test_weights_by_the_digest_that_is_known(monkeypatch):
    files = dict.fromkeys(("a.safetensors", "b.gguf", "c.gguf", "d.gguf"), b"x")
    entry = Entry("b.gguf", "file", 1, "d" * 40)
    own = MemorySnapshot.entries.fget
    monkeypatch.setattr(MemorySnapshot, "entries", property(lambda each: {**own(each), "b.gguf": entry}))
    weights = (
        WeightFile("a.safetensors", "safetensors", 5, "c" * 64, pointer=True),
        WeightFile("b.gguf", "gguf", 5, "b" * 64, pointer=False, sha256_from="computed"),
        WeightFile("c.gguf", "gguf", 5, None, pointer=False),
        WeightFile("d.gguf", "gguf", 5, "d" * 64, pointer=False, sha256_from="computed"),
        WeightFile("model.safetensors.index.json", "index", 5, None, pointer=False),
    )
    assert [each["digest"] for each in made({}, files, weights=weights)["weights"]] == [
        f"sha256:{'c' * 64}", f"git:{'d' * 40}", None, f"sha256:{'d' * 64}",
    ]  # fmt: skip
