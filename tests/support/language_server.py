"""A language server for YAML, spoken to over standard input and output as an editor does."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from typing import TYPE_CHECKING, Any, Self

from tools.vocabulary import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SERVER = ROOT / ".tools" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
NODE = shutil.which("node")
_SECONDS = 60.0
# What an editor would fetch is switched off: the tests ask no one.
_SETTINGS = {"schemaStore": {"enable": False}, "validate": True, "hover": True, "completion": True}

Message = dict[str, Any]


class LanguageServer:
    """One server for `folder`; lines and columns count from 0. `settings` are those of an editor below `yaml`."""

    def __init__(self, folder: Path, settings: Message | None = None) -> None:
        command = [str(NODE), str(SERVER), "--stdio"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        # A server that never answers ends, and the read that waits for it with it.
        self._watch = threading.Timer(_SECONDS, self._process.kill)
        self._watch.start()
        self._number = 0
        self._settings = {"yaml": _SETTINGS | (settings or {})}
        self._ask("initialize", processId=None, rootUri=folder.as_uri(), capabilities={})
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=self._settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._watch.cancel()
        self._process.kill()
        with self._process:
            pass

    def open(self, path: Path, text: str | None = None) -> list[Message]:
        """The diagnostics of a file that was not open before, or of `text` in its place."""
        text = path.read_text(encoding="utf-8") if text is None else text
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)
        return self._diagnostics(path)

    def completions(self, path: Path, line: int, column: int) -> list[str]:
        found = self._ask("textDocument/completion", **_position(path, line, column))
        return [item["label"] for item in found["items"]]

    def hover(self, path: Path, line: int, column: int) -> str:
        found = self._ask("textDocument/hover", **_position(path, line, column))
        return str(found["contents"]["value"]) if found else ""

    def _diagnostics(self, path: Path) -> list[Message]:
        found = self._next(
            lambda it: it.get("method") == "textDocument/publishDiagnostics" and it["params"]["uri"] == path.as_uri()
        )
        return list(found["params"]["diagnostics"])

    def _ask(self, method: str, **params: Any) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        return self._next(lambda it: it.get("id") == number and "method" not in it)["result"]

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _next(self, wanted: Callable[[Message], bool]) -> Message:
        """The first message that is wanted; what the server asks meanwhile is answered from the settings."""
        while True:
            message = self._receive()
            if wanted(message):
                return message
            if "id" in message and "method" in message:
                asked = (message.get("params") or {}).get("items", ())
                self._send({"id": message["id"], "result": [self._settings.get(item["section"]) for item in asked]})

    def _receive(self) -> Message:
        out = self._process.stdout
        assert out is not None
        length = 0
        while line := out.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: Message = json.loads(out.read(length))
        return message


def _position(path: Path, line: int, column: int) -> Message:
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}
