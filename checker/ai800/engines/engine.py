"""Where policies are evaluated: the embedded engine, or a real Open Policy Agent. Never one in place of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from ai800.errors import EngineError, UsageError
from ai800.text import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager

    from ai800.engines.wire import Answers

ENGINES = ("wasm", "opa")


class Engine(Protocol):
    """One policy set, ready to judge releases. `version` is the version of what evaluates, such as `1.22.2`."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    def evaluate(self, document: Mapping[str, Any]) -> Answers:
        """The answers of all practices on one release, as `ai800.engines.wire` describes; an EngineError otherwise."""
        ...


def open_engine(name: str = "wasm", *, opa_url: str | None = None) -> AbstractContextManager[Engine]:
    """The engine `name` for a `with` block; what it started or connected to ends with the block.

    `opa_url` names a server that runs already and holds our policies; without it `opa` starts one of its own.
    """
    if name not in ENGINES:
        meant = nearest(name, ENGINES) or " or ".join(ENGINES)
        raise UsageError("there is no such engine", f"use --engine {meant}")
    if name == "opa":
        return _opa(opa_url)
    if opa_url is not None:
        raise UsageError("--opa-url says nothing to the embedded engine", "add --engine opa, or leave --opa-url out")
    return _wasm()


def _wasm() -> AbstractContextManager[Engine]:
    try:
        from ai800.engines.wasm import embedded_engine
    except (ImportError, OSError, RuntimeError) as error:  # wasmtime names a missing platform in any of the three
        raise EngineError(
            "the embedded engine cannot run here: wasmtime is missing or has no build for this platform",
            "install it with `pip install wasmtime`, or use --engine opa",
        ) from error
    return embedded_engine()


def _opa(url: str | None) -> AbstractContextManager[Engine]:
    from importlib.util import find_spec

    if find_spec("opa_client") is None:
        raise EngineError("--engine opa needs the package opa-python-client", "run `pip install 'ai800[opa]'`")
    from ai800.engines.opa import opa_engine

    return opa_engine(url)
