"""A server that speaks like OPA on loopback, until a test makes one of its answers faulty."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from ai800.engines.policy_files import policy_sources
from tests.support.opa import SMALL

CONFIG, POLICIES, QUERY = "/v1/config", "/v1/policies", "/v1/data/ai800/main/answers"
RESULT = {"p": {"both": {"verdicts": {}, "findings": []}}}

Fault = Callable[[BaseHTTPRequestHandler], None]


def policy(raw: str, package: str = "ai800") -> dict[str, Any]:
    """A policy as OPA lists it."""
    return {"id": "x.rego", "raw": raw, "ast": {"package": {"path": [{"value": "data"}, {"value": package}]}}}


def good_answers() -> dict[str, object]:
    """What a healthy server with the small policies says, by path."""
    held = [policy(source.decode()) for source in policy_sources(SMALL).values()]
    return {
        "/health": {},
        CONFIG: {"result": {"labels": {"id": "1", "version": "1.22.2"}}},
        POLICIES: {"result": held},
        QUERY: {"result": RESULT},
    }


@dataclass
class FaultyServer:
    """`faults` replaces answers by path; `asked` holds what came in: method, path and headers."""

    url: str
    port: int
    faults: dict[str, Fault] = field(default_factory=dict)
    asked: list[tuple[str, str, Mapping[str, str]]] = field(default_factory=list)


@contextmanager
def faulty_server() -> Iterator[FaultyServer]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            self.rfile.read(length)
            state.asked.append((self.command, self.path, dict(self.headers)))
            state.faults.get(self.path, answering(good_answers().get(self.path, {})))(self)

        do_POST = do_GET  # noqa: N815 - the name that the standard library calls

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state = FaultyServer(f"http://127.0.0.1:{server.server_port}", server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def answering(body: object, status: int = 200, **headers: str) -> Fault:
    """Says `body` (bytes as they are, else as JSON)."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content_Length": str(len(content)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(content)

    return answer
