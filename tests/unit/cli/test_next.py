from __future__ import annotations

import json

import pytest
import yaml

from tests.support.releases import POINTER, write_release

DAY = ("--as-of", "2026-06-01")
_GAPS = {
    "threat_profiles.0.actor": "~drop",
    "evaluations.0.evidence": "~drop",
    "deployments.0.decision.decided_on": "~drop",
    "release.release_policy": "~drop",
    "thresholds": "~drop",
    "roadmap": "~drop",
}


def _next(run, folder, *more):
    code, out, err = run("next", folder, *DAY, *more)
    assert (code, err) == (0, "")
    return out


def test_next_names_five_gaps_with_what_to_paste(run, tmp_path):
    folder = write_release(tmp_path / "r", "open", _GAPS)
    found = json.loads(_next(run, folder, "--format", "json"))
    assert found["total"] > 5
    assert len(found["additions"]) == 5
    assert all(each["plain"] and each["verdict"] in {"unmet", "partial"} for each in found["additions"])
    assert all(isinstance(yaml.safe_load(text), dict) for each in found["additions"] for text in each["examples"])
    assert all(each["examples"] for each in found["additions"])
    out = _next(run, folder)
    assert f"the 5 of {found['total']} most useful things" in out
    for number, each in enumerate(found["additions"], 1):
        assert f"{number}. {each['id']} " in out


def test_next_says_how_many_others_a_field_would_serve(run, tmp_path):
    folder = write_release(tmp_path / "r", "open", _GAPS)
    assert "what it lacks would serve " in " ".join(_next(run, folder).split())


def test_next_without_a_release_file_begins_with_one(run, tmp_path):
    (tmp_path / "model.safetensors").write_text(POINTER, encoding="utf-8")
    out = _next(run, tmp_path)
    assert "Begin with `ai800 init`" in out
    assert ", …" in out


def test_next_puts_disagreements_before_all(run, tmp_path):
    folder = write_release(tmp_path / "r", "open", {"model.licence.weights": "MIT"})
    (folder / "README.md").write_text("---\nlicense: apache-2.0\n---\n# Model\n", encoding="utf-8")
    assert "Settle first:\n  - fact:licence: " in _next(run, folder)


def test_next_sends_a_question_to_a_person(run, tmp_path):
    folder = write_release(tmp_path / "r", "open", {"thresholds.0.evidence": ["https://example.com/a"]})
    out = _next(run, folder)
    assert "let a person judge it" in out
    assert "`ai800 review ipd:" in " ".join(out.split())


def test_next_shows_the_first_findings_of_many(run, tmp_path):
    profiles = [{"id": f"p{i}"} for i in range(8)]
    folder = write_release(tmp_path / "r", "open", {"threat_profiles": profiles})
    assert "and " in _next(run, folder)
    assert " more\n" in _next(run, folder)


def test_a_contradiction_is_said(run, tmp_path):
    change = {"safeguards.+": {"id": "gone", "kind": "ipd:B3.3", "channels": ["hub"]}}
    assert "it contradicts itself" in " ".join(_next(run, write_release(tmp_path / "r", "open", change)).split())


def test_nothing_left_to_add_is_said(run, tmp_path):
    out = _next(run, write_release(tmp_path / "r"), "--only", "5.3.1")
    assert out.startswith("ai800: nothing is left to add")


@pytest.mark.parametrize("form, said", [("text", "could not evaluate"), ("json", '"exit_code": 4')])
def test_next_without_answers_is_4(run, tmp_path, monkeypatch, form, said):
    from ai800.engines import engine
    from ai800.errors import EngineError

    def fail(*_args, **_kwargs):
        raise EngineError("the engine failed", "try again")

    monkeypatch.setattr(engine, "open_engine", fail)
    code, out, _ = run("next", write_release(tmp_path / "r"), *DAY, "--format", form)
    assert code == 4
    assert said in out
