"""The embedded engine, with modules that loop, grow, stop, lie or are damaged: each ends in one sentence."""

from __future__ import annotations

import pytest
import wasmtime

from ai800.engines.wasm import WasmEngine
from ai800.engines.wasm_instance import Limits
from ai800.errors import EngineError
from tests.support.opa import compiled, needs_opa, small_module
from tests.support.wat import GOOD, module

FOR_EVER = "(loop $again (br $again)) (unreachable)"
RECURSION = f"(call $eval {'(i32.const 0)' * 7})"
ABORT = "(call $abort (i32.const 4096)) (i32.const 2048)"
HOST = "(call $host (i32.const 0) (i32.const 0))"
TAKE_ALL = "(loop $again (br_if $again (i32.ne (memory.grow (i32.const 16)) (i32.const -1)))) (i32.const 2048)"
MEMORY = '(import "env" "memory" (memory 2))'
FEW_STEPS = Limits(fuel=100_000)
LITTLE_MEMORY = Limits(memory=4 * 2**20)


def _wat(text):
    return bytes(wasmtime.wat2wasm(text))


@pytest.mark.parametrize(
    "made, limits, sentence",
    [
        (module(FOR_EVER), FEW_STEPS, "budget of steps"),
        (module(RECURSION), Limits(), "nested too deeply"),
        (module("(unreachable)"), Limits(), "stopped: unreachable"),
        (module("(i32.div_u (i32.const 1) (i32.const 0))"), Limits(), "stopped: integer division by zero"),
        (module("(i32.load (i32.const -4))"), Limits(), "stopped: memory out of bounds"),
        (module(ABORT, abort="main.rego:7:1: var assignment conflict"), Limits(), "main.rego:7:1: var assignment"),
        (module(ABORT, abort="a\x1b[2K\nb"), Limits(), r"stopped: a\\x1b\[2K\\x0ab"),
        (module(ABORT, abort="opa_malloc: failed"), LITTLE_MEMORY, "more than the 4 MiB of memory"),
        (module(HOST), Limits(), "function of the host"),
        (module(builtins='{"http.send":0}'), Limits(), "function of the host"),
        (module(result="[]"), Limits(), "answered nothing"),
        (module(result="{}"), Limits(), "answered nothing"),
        (module(result="[1]"), Limits(), "answered nothing"),
        (module(result='[{"result":{}}]'), Limits(), "answered nothing"),
        (module(result='[{"result":true}]'), Limits(), "a form that this version"),
        (module(result='[{"other":{}}]'), Limits(), "a form that this version"),
        (module(result=GOOD[:-1]), Limits(), "not JSON"),
        (module(result="PASS"), Limits(), "not JSON"),
        (module("(i32.const -1)"), Limits(), "cut off or too large"),
        (module("(i32.const 196607) (i32.store8 (i32.const 196607) (i32.const 65))"), Limits(), "cut off or too large"),
    ],
)
def test_ends_in_one_sentence(made, limits, sentence):
    with pytest.raises(EngineError, match=sentence) as caught:
        WasmEngine(made, limits).evaluate({"a": 1})
    assert caught.value.remedy


def test_memory_is_given_up_to_the_ceiling_and_no_further():
    engine = WasmEngine(module(TAKE_ALL), LITTLE_MEMORY)
    assert engine.evaluate({}) == {"p": {"both": {"verdicts": {}, "findings": []}}}


@pytest.mark.parametrize("size", [4 * 2**20 - 65536 - 8, 2**21])
def test_a_document_up_to_the_ceiling_fits(size):
    assert WasmEngine(module(), LITTLE_MEMORY).evaluate({"a": "x" * size})


@pytest.mark.parametrize("size", [4 * 2**20 - 65536 - 7, 2**23])
def test_a_document_above_the_ceiling(size):
    with pytest.raises(EngineError, match="more than the 4 MiB"):
        WasmEngine(module(), LITTLE_MEMORY).evaluate({"a": "x" * size})


@pytest.mark.parametrize("made", [b"", b"\0asm", b"\0asm\x01\0\0\0garbage", b"(module)", b"x" * 100, module()[:300]])
def test_damaged_bytes(made):
    with pytest.raises(EngineError, match="damaged"):
        WasmEngine(made)


@pytest.mark.parametrize(
    "made",
    [
        _wat("(module)"),
        _wat(f"(module {MEMORY})"),
        _wat(f'(module {MEMORY} (import "env" "g" (global i32)))'),
        _wat(f'(module {MEMORY} (global (export "builtins") i32 (i32.const 0)))'),
        _wat('(module (import "env" "memory" (memory 100000)))'),
        _wat(f'(module {MEMORY} (func (export "builtins") (param i32) (result i32) (i32.const 0)))'),
    ],
)
def test_modules_that_opa_did_not_make(made):
    with pytest.raises(EngineError, match="damaged"):
        WasmEngine(made).evaluate({})


@needs_opa
def test_policies_that_do_not_end():
    policy = """package loops
# METADATA
# entrypoint: true
p := count([1 | some i in numbers.range(1, 4000); some j in numbers.range(1, 4000); input.x == i])"""
    with pytest.raises(EngineError, match=r"budget of steps|MiB of memory"):
        WasmEngine(compiled(policy), Limits(fuel=50_000_000, memory=2**24)).evaluate({"x": 0})


@needs_opa
def test_two_values_for_one_key_stop_the_evaluation():
    policy = 'package conflict\n# METADATA\n# entrypoint: true\np[k] := v if {\nsome k in ["a"]\nsome v in [1, 2]\n}'
    with pytest.raises(EngineError, match="conflict"):
        WasmEngine(compiled(policy)).evaluate({})


@needs_opa
@pytest.mark.parametrize(
    "document",
    [
        {"channels": [{"id": "a", "at": "/x", "backed": True}, {"id": "a", "at": "/x"}]},
        {"channels": "hub"},
        {"channels": {"a": {"id": "b", "at": "/x"}}},
        {"channels": [{"id": 5}]},
        {"unknown": [[[[{}]]]]},
    ],
)
def test_odd_documents_are_answered_or_refused(document):
    try:
        found = set(WasmEngine(small_module()).evaluate(document))
    except EngineError as error:
        found = {bool(error.sentence)}
    assert found in ({"p5_3_small"}, {True})
