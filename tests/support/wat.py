"""Wasm modules that look like OPA's to the host and do what a test wants."""

from __future__ import annotations

import wasmtime

GOOD = '[{"result":{"p":{"both":{"verdicts":{},"findings":[]}}}}]'

_MODULE = """
(module
  (import "env" "memory" (memory 2))
  (import "env" "opa_abort" (func $abort (param i32)))
  (import "env" "opa_builtin0" (func $host (param i32 i32) (result i32)))
  (data (i32.const 1024) "{builtins}\\00")
  (data (i32.const 2048) "{result}\\00")
  (data (i32.const 4096) "{abort}\\00")
  (func (export "builtins") (result i32) (i32.const 1024))
  (func (export "opa_json_dump") (param i32) (result i32) (local.get 0))
  (func (export "opa_malloc") (param i32) (result i32) (i32.const 60000))
  (func (export "opa_json_parse") (param i32 i32) (result i32) (i32.const 60000))
  (func (export "opa_heap_ptr_get") (result i32) (i32.const 65536))
  (func $eval (export "opa_eval") (param i32 i32 i32 i32 i32 i32 i32) (result i32) {body}))
"""


def module(body: str = "(i32.const 2048)", *, result: str = GOOD, abort: str = "stop", builtins: str = "{}") -> bytes:
    """A module whose `opa_eval` is `body`. At 2048 stands `result`, at 4096 `abort`, at 1024 `builtins`."""
    texts = {"result": result, "abort": abort, "builtins": builtins}
    quoted = {name: "".join(f"\\{byte:02x}" for byte in text.encode()) for name, text in texts.items()}
    source = _MODULE
    for name, text in {**quoted, "body": body}.items():
        source = source.replace(f"{{{name}}}", text)
    return bytes(wasmtime.wat2wasm(source))
