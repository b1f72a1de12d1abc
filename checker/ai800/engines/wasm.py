"""The embedded engine: the policies as OPA compiled them to Wasm, run by wasmtime.

Each release is judged in a fresh instance with a budget of steps and a ceiling of memory, and without any function
of the host: what the policies read can neither stop, starve nor leave the engine, and no release sees another.
"""

from __future__ import annotations

from contextlib import closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import wasmtime

from ai800.engines.kept import cache_folder, compiled
from ai800.engines.policy_files import policies_folder
from ai800.engines.wasm_instance import DAMAGED, REPORT, TOO_MUCH, Instance, Limits, Policies
from ai800.engines.wire import answers, document_bytes, parsed
from ai800.errors import EngineError
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

    from ai800.engines.engine import Engine
    from ai800.engines.wire import Answers

Result = TypeVar("Result")

MAGIC = b"\0asm"

_TRAPS = {
    "OUT_OF_FUEL": ("the policies did not finish within their budget of steps", TOO_MUCH),
    "STACK_OVERFLOW": ("the release data is nested too deeply for the policies", "make it flatter"),
}


class WasmEngine:
    """One compiled policy set. `module` holds the bytes that `opa build -t wasm` made.

    `keep` is a folder for the machine code that wasmtime makes of them.
    """

    name: Final = "wasm"

    def __init__(self, module: bytes, limits: Limits | None = None, *, keep: Path | None = None) -> None:
        if not module.startswith(MAGIC):  # wasmtime would read anything else as a program in text
            raise EngineError(*DAMAGED)
        self._limits = limits or Limits()
        self._engine = wasmtime.Engine(_config())
        try:
            self._policies = Policies(compiled(self._engine, module, version=self.version, folder=keep), len(module))
        except wasmtime.WasmtimeError as error:
            raise EngineError(*DAMAGED) from error

    @property
    def version(self) -> str:
        return _wasmtime_version()

    def evaluate(self, document: Mapping[str, Any]) -> Answers:
        """Raises EngineError where the policies stop, need too much, or answer nothing."""
        text = document_bytes(document)
        return answers(_value(parsed(self._asked(lambda instance: instance.evaluate(text)))))

    def host_functions(self) -> frozenset[str]:
        """The builtins that the policies would need from their host: none, or `evaluate` refuses them."""
        return self._asked(Instance.host_functions)

    def _asked(self, question: Callable[[Instance], Result]) -> Result:
        try:
            with closing(Instance(self._engine, self._policies, limits=self._limits)) as instance:
                return question(instance)
        except wasmtime.Trap as error:
            raise EngineError(*_trapped(error)) from error
        except (wasmtime.WasmtimeError, KeyError, TypeError, IndexError) as error:  # not a module as OPA makes them
            raise EngineError(*DAMAGED) from error


def embedded_engine() -> AbstractContextManager[Engine]:
    """The engine with the policies that ship with ai800."""
    try:
        module = (policies_folder() / "compiled" / "policy.wasm").read_bytes()
    except OSError as error:
        raise EngineError("the compiled policies cannot be read", "install ai800 again") from error
    return nullcontext(WasmEngine(module, keep=cache_folder()))


def _wasmtime_version() -> str:
    """Read off the name of its record beside it: the standard library's way costs as much as importing wasmtime."""
    site = Path(wasmtime.__file__).parent.parent
    records = sorted(record.name for record in site.glob("wasmtime-*.dist-info"))
    return records[-1].split("-")[1].removesuffix(".dist") if records else "unknown"


def _config() -> wasmtime.Config:
    config = wasmtime.Config()
    config.consume_fuel = True
    return config


def _trapped(trap: wasmtime.Trap) -> tuple[str, str]:
    code = trap.trap_code.name if trap.trap_code else "unknown"
    words = printable(code.lower().replace("_", " "))
    return _TRAPS.get(code, (f"the policies stopped: {words}", REPORT))


def _value(results: object) -> object:
    """The value of the one entrypoint; OPA writes none where it is undefined."""
    if not isinstance(results, list) or not results or not isinstance(results[0], dict):
        raise EngineError("the policies answered nothing", "use the policies that came with this version")
    return results[0].get("result")
