"""Writes policies/capabilities.json: the builtins that policies may call. `--check` compares.

Allowed is what OPA compiles into the Wasm module itself, so that no policy can ask the host for anything (a clock, the
network), and what the oldest OPA that may judge has too. The first is found by compiling a policy that calls every
builtin: its module exports the names of those it would need from the host.
"""

from __future__ import annotations

import io
import json
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from ai800.engines.opa_version import MINIMUM
from ai800.engines.wasm import WasmEngine
from tools.generated import main
from tools.opa import ROOT, require_build_version, run

TARGET = "policies/capabilities.json"
COMMAND = "python -m tools.capabilities"

_OLDEST = "v" + ".".join(map(str, MINIMUM))

# Builtins that Rego writes as something else than a call.
_SYNTAX = {
    "and": "input.a & input.b",
    "or": "input.a | input.b",
    "eq": "[1 | input.a = input.b]",
    "assign": "[x | x := input.a]",
    "internal.member_2": "[1 | input.a in input.b]",
    "internal.member_3": "[1 | input.a, input.b in input.c]",
    "walk": "[x | walk(input.a, x)]",
}


def capabilities() -> dict[str, Any]:
    """The oldest OPA's own capabilities, less every builtin that needs the host or is on its way out."""
    oldest = json.loads(run("capabilities", "--version", _OLDEST))
    current = {builtin["name"]: builtin for builtin in json.loads(run("capabilities", "--current"))["builtins"]}
    known = [builtin for builtin in oldest["builtins"] if not current[builtin["name"]].get("deprecated")]
    hosts = WasmEngine(compiled(_calls(known))).host_functions()
    return {**oldest, "builtins": [builtin for builtin in known if builtin["name"] not in hosts]}


def compiled(policy: str, *options: str) -> bytes:
    """The Wasm module of one policy in package `all`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        (path / "all.rego").write_text(policy, encoding="utf-8")
        run("build", "-t", "wasm", "-e", "all", *options, "-o", "all.tar.gz", "all.rego", cwd=path)
        return module((path / "all.tar.gz").read_bytes())


def module(bundle: bytes) -> bytes:
    with tarfile.open(fileobj=io.BytesIO(bundle)) as archive:
        member = archive.extractfile("/policy.wasm")
        assert member is not None  # noqa: S101 - OPA put it there
        return member.read()


def _calls(builtins: list[dict[str, Any]]) -> str:
    rules = [f"r{number} := {_call(builtin)}" for number, builtin in enumerate(builtins)]
    return "\n\n".join(["package all", *rules]) + "\n"


def _call(builtin: dict[str, Any]) -> str:
    name, declared = builtin["name"], builtin["decl"]
    arguments = ", ".join(f"input.a{number}" for number, _ in enumerate(declared.get("args", [])))
    called = f"{name}({arguments})"
    return _SYNTAX.get(name, called if "result" in declared else f"[1 | {called}]")


def text(found: dict[str, Any]) -> str:
    """JSON with one builtin to a line."""
    lines = ",\n".join(f"  {json.dumps(builtin, sort_keys=True)}" for builtin in found["builtins"])
    rest = {key: value for key, value in found.items() if key != "builtins"}
    head = "".join(f' "{key}": {json.dumps(rest[key], sort_keys=True)},\n' for key in sorted(rest))
    return f'{{\n{head} "builtins": [\n{lines}\n ]\n}}\n'


if __name__ == "__main__":
    require_build_version()
    main(ROOT, {TARGET: text(capabilities())}, command=COMMAND)
