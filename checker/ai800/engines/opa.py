"""The reference engine: a real Open Policy Agent, asked through opa-python-client.

A server that runs already judges only with our policies, and only from a version on that is safe to ask; without one,
OPA is started for this run.
"""

from __future__ import annotations

import os
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from ai800.engines.opa_address import opa_address
from ai800.engines.opa_http import TOKEN, OpaServer, Waits, connected
from ai800.engines.opa_process import LABEL, own_server, wait_until
from ai800.engines.opa_version import require_supported
from ai800.engines.policy_files import policies_folder, policy_sources
from ai800.engines.wire import answers, document_bytes
from ai800.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.engines.wire import Answers

PACKAGE = "ai800.main"
RULE = "answers"

_NAMESPACE = "ai800"
_LOAD_OURS = "load the policies of this version of ai800 into it, and no others under data.ai800"


class OpaEngine:
    """A server that holds our policies."""

    name: Final = "opa"

    def __init__(self, server: OpaServer, version: str) -> None:
        self._server = server
        self.version: Final = version

    def evaluate(self, document: Mapping[str, Any]) -> Answers:
        """Raises EngineError where the server fails; to OPA an unknown rule is no error, only an empty answer."""
        document_bytes(document)
        body = self._server.query(document, PACKAGE, rule=RULE)
        if "result" not in body:
            raise EngineError("the OPA server has no answers of ours", _LOAD_OURS)
        return answers(body["result"])


@contextmanager
def opa_engine(url: str | None, waits: Waits | None = None) -> Iterator[OpaEngine]:
    """The server at `url`, or else one that runs as long as the `with` block."""
    waits = waits or Waits()
    sources = policy_sources(policies_folder())
    with _their_engine(url, waits, sources=sources) if url is not None else _own_engine(waits, sources) as engine:
        yield engine


@contextmanager
def _their_engine(url: str, waits: Waits, *, sources: Mapping[str, bytes]) -> Iterator[OpaEngine]:
    with connected(opa_address(url), waits, token=os.environ.get(TOKEN)) as server:
        version = str(server.labels().get("version", ""))
        require_supported(version)
        _require_ours(server.policies(), sources)
        yield OpaEngine(server, version)


@contextmanager
def _own_engine(waits: Waits, sources: Mapping[str, bytes]) -> Iterator[OpaEngine]:
    with own_server(policies_folder(), tuple(sources)) as started, connected(started.address, waits) as server:
        wait_until(server.healthy, started, seconds=waits.start)
        labels = server.labels()
        if labels.get(LABEL) != started.mark:
            raise EngineError("another program answers in place of the OPA that was started", "run it again")
        version = str(labels.get("version", ""))
        require_supported(version)
        yield OpaEngine(server, version)


def _require_ours(policies: list[Any], sources: Mapping[str, bytes]) -> None:
    """Every policy of ours is there, and nothing else under data.ai800 that could answer beside them."""
    held = Counter(_raw(policy) for policy in policies if _may_answer(policy))
    if held != Counter(source.decode() for source in sources.values()):
        raise EngineError("the OPA server holds other policies than this version of ai800", _LOAD_OURS)


def _raw(policy: object) -> object:
    raw = policy.get("raw") if isinstance(policy, dict) else None
    return raw if isinstance(raw, str) else None


def _may_answer(policy: object) -> bool:
    """Whether a policy's package is ours; one that cannot be read counts, so that it is not passed over."""
    try:
        path = policy["ast"]["package"]["path"]  # type: ignore[index] # what a server says has any shape
        return bool(path[1]["value"] == _NAMESPACE)
    except (KeyError, IndexError, TypeError):
        return True
