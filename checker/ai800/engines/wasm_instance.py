"""One instance of the compiled policies: text into its memory, text out of it.

The functions and their arguments are OPA's Wasm ABI 1.2: https://www.openpolicyagent.org/docs/wasm
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import wasmtime

from ai800.engines.wire import ANSWER_BYTES, parsed
from ai800.errors import EngineError
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = 65536
DAMAGED = ("the compiled policies are damaged", "install ai800 again")
REPORT = "report it, with the version of ai800"
TOO_MUCH = "check fewer records in one run, or use --engine opa"
_ADDRESS = 0xFFFFFFFF  # wasmtime hands out 32-bit addresses as signed numbers
_FIRST_READ = 4096
_OUT_OF_MEMORY = "opa_malloc: failed"


class Limits(NamedTuple):
    """What one evaluation may use: steps of the machine, and bytes of memory."""

    fuel: int = 20_000_000_000
    memory: int = 256 * 2**20


class Policies(NamedTuple):
    """A compiled module, and how many bytes it was compiled from."""

    module: wasmtime.Module
    size: int


class Instance:
    """Good for one evaluation. Raises EngineError, or wasmtime's own errors where the module is not what OPA makes."""

    def __init__(self, engine: wasmtime.Engine, policies: Policies, *, limits: Limits) -> None:
        module = policies.module
        self._limits = limits
        self._store = wasmtime.Store(engine)
        self._store.set_fuel(limits.fuel)
        self._store.set_limits(memory_size=limits.memory)
        self._memory = wasmtime.Memory(self._store, _memory_type(policies))
        linker = wasmtime.Linker(engine)
        for wanted in module.imports:
            self._define(linker, wanted)
        self._exports = linker.instantiate(self._store, module).exports(self._store)

    def close(self) -> None:
        """Give the memory back now: wasmtime holds our functions, and they hold this instance."""
        self._store.close()

    def host_functions(self) -> frozenset[str]:
        """The builtins that the module would need from its host; ours needs none."""
        return frozenset(parsed(self._text(self._call("opa_json_dump", self._call("builtins")))))

    def evaluate(self, document: bytes) -> bytes:
        """The entrypoint's result set for `document`, both as JSON."""
        if self.host_functions():
            raise _no_host_function()
        data = self._empty_data()
        # The input is written at the heap's end, so the pointer is read after the last allocation: read before it,
        # the next allocation overwrites the input and the policies see nothing.
        heap = self._call("opa_heap_ptr_get")
        end = heap + len(document)
        self._make_room(end)
        self._memory.write(self._store, document, heap)
        return self._text(self._call("opa_eval", 0, 0, data, heap, len(document), end, 0))

    def _define(self, linker: wasmtime.Linker, wanted: wasmtime.ImportType) -> None:
        """The module gets its memory, and functions that only stop it; anything else stays missing."""
        kind = wanted.type
        if isinstance(kind, wasmtime.MemoryType):
            linker.define(self._store, wanted.module, wanted.name or "", self._memory)
        elif isinstance(kind, wasmtime.FuncType):
            stop: Callable[..., Any] = self._abort if wanted.name == "opa_abort" else _refuse
            linker.define(self._store, wanted.module, wanted.name or "", wasmtime.Func(self._store, kind, stop))

    def _make_room(self, end: int) -> None:
        if end > self._limits.memory:
            raise self._out_of_memory()
        missing = end - self._memory.data_len(self._store)
        if missing > 0:
            self._memory.grow(self._store, -(-missing // PAGE))

    def _empty_data(self) -> int:
        address = self._call("opa_malloc", 2)
        self._memory.write(self._store, b"{}", address)
        return self._call("opa_json_parse", address, 2)

    def _call(self, name: str, *arguments: int) -> int:
        function: Any = self._exports[name]
        return int(function(self._store, *arguments)) & _ADDRESS

    def _text(self, address: int) -> bytes:
        """The bytes from `address` to the next NUL."""
        end = min(self._memory.data_len(self._store), address + ANSWER_BYTES)
        length = _FIRST_READ
        while True:
            text = self._memory.read(self._store, address, min(address + length, end))
            if (stop := text.find(0)) >= 0:
                return bytes(text[:stop])
            if address + length >= end:
                raise EngineError(
                    "the policies' answer is cut off or too large", "report it, with the version of ai800"
                )
            length *= 4

    def _abort(self, address: int) -> None:
        reason = self._text(address & _ADDRESS).decode(errors="replace")
        if reason == _OUT_OF_MEMORY:
            raise self._out_of_memory()
        raise EngineError(f"the policies stopped: {printable(reason)}", REPORT)

    def _out_of_memory(self) -> EngineError:
        allowed = self._limits.memory // 2**20
        return EngineError(
            f"the policies need more than the {allowed} MiB of memory that they may use",
            TOO_MUCH,
        )


def _memory_type(policies: Policies) -> wasmtime.MemoryType:
    """The memory that the module asks for, and room for its texts: OPA does not count those in what it asks for."""
    for wanted in policies.module.imports:
        if isinstance(wanted.type, wasmtime.MemoryType):
            asked = wanted.type.limits
            return wasmtime.MemoryType(wasmtime.Limits(asked.min + -(-policies.size // PAGE), asked.max))
    raise EngineError(*DAMAGED)


def _refuse(*_: int) -> int:
    raise _no_host_function()


def _no_host_function() -> EngineError:
    return EngineError("the compiled policies ask for a function of the host", "install ai800 again")
