from __future__ import annotations

import subprocess
import sys

import pytest
import wasmtime

from ai800.engines import wasm
from ai800.engines.wasm import WasmEngine, embedded_engine
from ai800.errors import EngineError
from tests.support.opa import SMALL, compiled, needs_opa, small_module
from tests.support.wat import module

ANSWER = '{"verdicts": {_texts[input.at]: {}}, "findings": []}'
CHANNELS = [{"id": f"c{number}", "at": f"/channels/{number}", "backed": number % 3 == 0} for number in range(40)]


@pytest.fixture(scope="module")
def engine():
    return WasmEngine(small_module())


@needs_opa
def test_answers_are_in_one_order(engine):
    found = engine.evaluate({"channels": CHANNELS})["p5_3_small"]["both"]
    assert list(found["verdicts"]["5.3.1"]) == sorted(channel["id"] for channel in CHANNELS)
    assert found["verdicts"]["5.3.1"]["c1"] == {"verdict": "partial", "because": ["incomplete", "unbacked"]}
    assert [finding["at"] for finding in found["findings"]] == sorted(finding["at"] for finding in found["findings"])


@needs_opa
@pytest.mark.parametrize(
    "flop, verdict",
    [
        (10**25 - 1, "unmet"),
        (10**25, "needs_review"),
        (1e25, "needs_review"),
        (10**25 + 1, "needs_review"),
        (9.99e24, "unmet"),
    ],
)
def test_large_numbers_are_compared_to_the_last_digit(engine, flop, verdict):
    found = engine.evaluate({"flop": flop})["p5_3_small"]["both"]
    assert found["verdicts"]["5.3.2"]["release"]["verdict"] == verdict


@needs_opa
@pytest.mark.parametrize(
    "name", ["é😀", "a\0b", "\x1b[2K", "\u202e", '"]], "expressions":[[]]', "\\", "\n", "x" * 70_000]
)
def test_texts_come_back_as_they_went(engine, name):
    found = engine.evaluate({"channels": [{"id": name, "at": "/channels/0"}]})["p5_3_small"]["both"]
    assert list(found["verdicts"]["5.3.1"]) == [name]
    assert [finding["subject"] for finding in found["findings"]] == [name]


@needs_opa
def test_policies_with_many_texts_have_room_for_them():
    texts = ", ".join(f'"{number:05}{"x" * 90}"' for number in range(3000))
    policy = f'package texts\n# METADATA\n# entrypoint: true\np := {{"p": {{"both": {ANSWER}}}}}\n_texts := [{texts}]\n'
    found = WasmEngine(compiled(policy)).evaluate({"at": 2999})["p"]["both"]["verdicts"]
    assert next(iter(found)) == f"02999{'x' * 90}"


@needs_opa
def test_no_release_sees_another(engine):
    before = engine.evaluate({})
    engine.evaluate({"channels": CHANNELS, "flop": 10**26})
    assert engine.evaluate({}) == before


@needs_opa
def test_policies_ask_nothing_of_the_host(engine):
    assert engine.host_functions() == frozenset()


def test_name_and_version():
    engine = WasmEngine(module())
    assert engine.name == "wasm"
    assert int(engine.version.split(".")[0]) >= 36


def test_version_without_a_record_of_the_installation(monkeypatch, tmp_path):
    monkeypatch.setattr(wasmtime, "__file__", str(tmp_path / "wasmtime" / "__init__.py"))
    assert WasmEngine(module()).version == "unknown"


@pytest.mark.parametrize("home", ["/proc/no-such", "/dev/null/no-such", None])
def test_works_without_a_home(home):
    code = (
        "from tests.support.wat import module\n"
        "from ai800.engines.wasm import WasmEngine\n"
        "from ai800.engines.kept import cache_folder\n"
        "print(len(WasmEngine(module(), keep=cache_folder()).evaluate({})))\n"
    )
    environment = {"HOME": home, "XDG_CACHE_HOME": home} if home else {}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("1\n", "")


@needs_opa
def test_embedded_engine(monkeypatch, tmp_path):
    (tmp_path / "compiled").mkdir()
    (tmp_path / "compiled" / "policy.wasm").write_bytes(small_module())
    monkeypatch.setattr(wasm, "policies_folder", lambda: tmp_path)
    with embedded_engine() as engine:
        assert "p5_3_small" in engine.evaluate({})


def test_embedded_engine_without_its_module(monkeypatch):
    monkeypatch.setattr(wasm, "policies_folder", lambda: SMALL)
    with pytest.raises(EngineError, match="cannot be read"):
        embedded_engine()
