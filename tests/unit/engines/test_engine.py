from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest

from ai800.engines import wasm
from ai800.engines.engine import open_engine
from ai800.engines.opa import OpaEngine
from ai800.errors import EngineError, UsageError
from tests.support.wat import module


@pytest.mark.parametrize(
    "name, remedy",
    [("wasn", "use --engine wasm"), ("OPA", "use --engine wasm or opa"), ("", "use --engine wasm or opa")],
)
def test_unknown_engines(name, remedy):
    with pytest.raises(UsageError, match="no such engine") as caught:
        open_engine(name)
    assert caught.value.remedy == remedy


def test_an_address_is_for_opa_only():
    with pytest.raises(UsageError, match="says nothing to the embedded engine"):
        open_engine("wasm", opa_url="https://opa.example")


def test_the_embedded_engine_is_the_default(monkeypatch, tmp_path):
    (tmp_path / "compiled").mkdir()
    (tmp_path / "compiled" / "policy.wasm").write_bytes(module())
    monkeypatch.setattr(wasm, "policies_folder", lambda: tmp_path)
    with open_engine() as engine:
        assert engine.name == "wasm"


@pytest.mark.parametrize("fault", [ImportError, OSError, RuntimeError])
def test_no_wasmtime_for_this_platform(monkeypatch, fault):
    class Broken:
        def find_spec(self, name, *_):
            if name == "wasmtime":
                raise fault

    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    for name in ("wasmtime", "ai800.engines.wasm", "ai800.engines.wasm_instance"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    with pytest.raises(EngineError, match="no build for this platform") as caught:
        open_engine("wasm")
    assert "--engine opa" in caught.value.remedy


def test_opa_without_its_client(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(EngineError, match="opa-python-client") as caught:
        open_engine("opa")
    assert caught.value.remedy == "run `pip install 'ai800[opa]'`"


def test_opa_is_asked_only_inside_the_block(monkeypatch):
    monkeypatch.setattr(OpaEngine, "__init__", lambda *_: pytest.fail("asked too early"))
    with pytest.raises(UsageError), open_engine("opa", opa_url="nowhere"):
        pass


def test_choosing_an_engine_imports_none():
    heavy = "{'wasmtime', 'opa_client', 'requests', 'jinja2', 'yaml', 'git'}"
    code = f"import ai800.engines.engine, ai800.catalog, sys; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
