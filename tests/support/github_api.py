"""As much of GitHub's API as the comment workflow asks for, on this machine; it writes down every request."""

from __future__ import annotations

import io
import json
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple, Self
from urllib.parse import parse_qs, urlsplit

HEAD = "b" * 40


class Asked(NamedTuple):
    method: str
    path: str
    token: str | None
    body: Any


def zipped(files: dict[str, bytes], *, packing: int = zipfile.ZIP_DEFLATED, damage: int | None = None) -> bytes:
    """An archive; with `damage` the byte at that offset is another."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    found = bytearray(made.getvalue())
    if damage is not None:
        found[damage] ^= 0xFF
    return bytes(found)


class GitHubApi:
    """One repository, OWNER/model; what it holds may be changed before it is asked."""

    def __init__(self) -> None:
        self.pulls: list[dict[str, Any]] = [self.pull(7)]
        self.comments: list[dict[str, Any]] = []
        self.archive = b""
        self.artifacts = [{"id": 5, "name": "ai800", "expired": False, "size_in_bytes": 10}]
        self.asked: list[Asked] = []
        self.status: dict[str, int] = {}

    @staticmethod
    def pull(number: int, **changes: Any) -> dict[str, Any]:
        head = {"sha": HEAD, "repo": {"full_name": "STRANGER/model"}}
        return {"number": number, "state": "open", "head": head} | changes

    def __enter__(self) -> Self:
        api = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                api.answer(self)

            do_POST = do_PATCH = do_GET  # noqa: N815 (named by http.server)

            def log_message(self, *_arguments: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        size = int(handler.headers.get("Content-Length") or 0)
        body = json.loads(handler.rfile.read(size)) if size else None
        self.asked.append(Asked(handler.command, handler.path, handler.headers.get("Authorization"), body))
        path = urlsplit(handler.path).path.removeprefix("/repos/OWNER/model")
        status, data, headers = self._found(handler.command, path, parse_qs(urlsplit(handler.path).query))
        handler.send_response(self.status.get(path, status))
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(data)

    def _found(self, method: str, path: str, query: dict[str, list[str]]) -> tuple[int, bytes, dict[str, str]]:
        if path == "/actions/artifacts/5/zip":
            return 302, b"", {"Location": f"{self.address}/blob"}
        if path == "/blob":
            return 200, self.archive, {}
        data: Any = {}
        if path == "/pulls":
            data = self.pulls
        elif path.startswith("/pulls/"):
            data = next((each for each in self.pulls if each["number"] == int(path[7:])), self.pull(0, state="closed"))
        elif path.endswith("/artifacts"):
            data = {"artifacts": self.artifacts}
        elif path.endswith("/comments") and method == "GET":
            page = int(query["page"][0])
            data = self.comments[(page - 1) * 100 : page * 100]
        return 200, json.dumps(data).encode(), {}

    @property
    def written(self) -> list[Asked]:
        return [each for each in self.asked if each.method != "GET"]
