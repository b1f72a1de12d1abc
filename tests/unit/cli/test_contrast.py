"""`compare` and `what-if`: one release judged twice."""

from __future__ import annotations

import json

import pytest

from tests.support.releases import POINTER, write_release

DAY = ("--as-of", "2026-06-01")
OPENED = ("--access", "widely_available_weights")


@pytest.fixture(scope="module")
def releases(tmp_path_factory):
    folder = tmp_path_factory.mktemp("releases")
    return {name: write_release(folder / name, name) for name in ("open", "closed", "mixed")}


def _json(run, *arguments):
    code, out, err = run(*arguments, *DAY, "--format", "json")
    assert (code, err) == (0, "")
    return json.loads(out)


@pytest.mark.parametrize("access", ["widely_available_weights", "fully_open"])
@pytest.mark.parametrize("name, channel", [("closed", "api"), ("mixed", "api")])
def test_what_if_names_each_safeguard_once(run, releases, name, channel, access):
    found = _json(run, "what-if", releases[name], "--channel", channel, "--access", access)
    named = [each["message"].split()[1] for each in found["uncredited"]]
    assert len(named) == len(set(named)) > 0


def test_what_if_leaves_out_a_safeguard_that_does_not_count_now(run, tmp_path):
    screening = {"id": "lock", "kind": "ipd:B2.1", "channels": ["hub"], "description": "Screens what is asked of it."}
    folder = write_release(tmp_path / "r", "open", {"safeguards.+": screening})
    _, out, _ = run("check", folder, *DAY, "--format", "json")
    assert "safeguard lock is recorded for open channel hub" in out
    assert _json(run, "what-if", folder, "--access", "fully_open")["uncredited"] == []


@pytest.mark.parametrize("name", ["open", "closed", "mixed"])
def test_compare_says_the_verdict_of_check_under_each_variant(run, releases, name):
    found = _json(run, "compare", releases[name])
    for variant in ("open", "closed"):
        _, out, _ = run("check", releases[name], *DAY, "--variant", variant, "--format", "json")
        checked = [row for practice in json.loads(out)["practices"] for row in practice["rows"]]
        compared = [row[variant] for practice in found["practices"] for row in practice["rows"]]
        assert compared == checked


def test_compare_names_where_verdicts_differ_and_why(run, releases):
    found = _json(run, "compare", releases["open"], "--only", "6.1")
    rows = {row["id"]: row for practice in found["practices"] for row in practice["rows"]}
    assert "ipd:6.1.1" in found["differing"]
    assert found["differing"] == [row for row, each in rows.items() if each["differs"]]
    _, out, _ = run("compare", releases["open"], *DAY, "--only", "6.1")
    said = " ".join(out.split())
    assert f"differ in {len(found['differing'])} of {len(rows)} items" in said
    assert "ipd:6.1.1 DIFFERS: open not applicable" in said
    assert "whoever holds the weights runs the model unseen" in said
    assert "open asks: " in said
    assert "closed asks: " in said


def test_compare_works_without_a_declared_channel(run, tmp_path):
    (tmp_path / "model.safetensors").write_text(POINTER, encoding="utf-8")
    found = _json(run, "compare", tmp_path)
    variants = {row[variant]["judgements"][0]["variant"] == variant
                for practice in found["practices"] for row in practice["rows"] if row["open"]["judgements"]
                for variant in ("open", "closed")}  # fmt: skip
    assert variants == {True}


def test_what_if_tells_what_opening_a_hosted_channel_changes(run, releases):
    before = (releases["closed"] / "ai800.yaml").read_bytes()
    found = _json(run, "what-if", releases["closed"], *OPENED)
    assert found["access"]["then"] == "widely_available_weights"
    assert "ipd:6.1.6" in found["appearing"]
    falling = {entry["id"]: entry["because"] for entry in found["falling"]}
    assert any("NIST's own branch is ipd:6.1.6" in reason for reason in falling["ipd:6.1.2"])
    assert "ipd:5.3.1" in found["changing"]
    assert found["outcome"]["then"]["passes"] is False
    assert {entry["id"] for entry in found["preparing"]} & set(found["outcome"]["then"]["fails"])
    assert (releases["closed"] / "ai800.yaml").read_bytes() == before


def test_what_if_names_the_safeguards_that_stop_counting(run, tmp_path):
    safeguard = {"id": "detector", "kind": "ipd:B2.1", "channels": ["api"]}
    folder = write_release(tmp_path / "r", "closed", {"safeguards.+": safeguard})
    found = _json(run, "what-if", folder, *OPENED)
    assert any("safeguard detector " in entry["message"] for entry in found["uncredited"])
    _, out, _ = run("what-if", folder, *DAY, *OPENED)
    assert "Safeguards that would stop counting: " in out
    assert "To prepare before: " in out
    assert "[advice]" in out


def test_what_if_nothing_changes_says_so(run, releases):
    _, out, _ = run("what-if", releases["open"], *DAY, *OPENED)
    for title in ("Asks that would appear", "Asks that would fall away", "Safeguards that would stop counting"):
        assert f"{title}: none" in out
    assert "To prepare before: nothing" in out


@pytest.mark.parametrize(
    "name, arguments, said",
    [
        ("open", ["--access", "public"], "it is one of internal_only"),
        ("open", [*OPENED, "--channel", "hubb"], "did you mean hub?"),
        ("open", [*OPENED, "--channel", "?"], "name one with --channel: hub"),
        ("mixed", [*OPENED], "several channels"),
    ],
)
def test_what_if_asks_for_what_it_needs(run, releases, name, arguments, said):
    code, out, err = run("what-if", releases[name], *DAY, *arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_what_if_takes_one_channel_of_several(run, releases):
    text = json.loads((releases["mixed"] / "ai800.yaml").read_text(encoding="utf-8"))
    hosted = next(c["id"] for c in text["channels"] if c["access"] == "api_inference")
    found = _json(run, "what-if", releases["mixed"], *OPENED, "--channel", hosted)
    assert found["channel"] == hosted


def test_what_if_needs_a_channel(run, tmp_path):
    (tmp_path / "model.safetensors").write_text(POINTER, encoding="utf-8")
    code, _, err = run("what-if", tmp_path, *DAY, *OPENED)
    assert code == 2
    assert "declares no channel" in err


@pytest.mark.parametrize("command", [["compare"], ["what-if", *OPENED]])
def test_an_engine_that_fails_is_4(run, releases, monkeypatch, command):
    from ai800.engines import engine
    from ai800.errors import EngineError

    def fail(*_args, **_kwargs):
        raise EngineError("the engine failed", "try again")

    monkeypatch.setattr(engine, "open_engine", fail)
    code, out, _ = run(command[0], releases["open"], *command[1:], *DAY)
    assert code == 4
    assert "could not evaluate completely" in out
