"""A real OPA: one that is started for the run, and one that runs already."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from ai800.engines import opa, opa_process
from ai800.engines.opa import opa_engine
from ai800.engines.opa_http import Waits, connected
from ai800.engines.opa_process import opa_program, own_server, wait_until
from ai800.engines.wasm import WasmEngine
from ai800.errors import EngineError
from tests.support.opa import OPA, SMALL, needs_opa, small_module
from tests.support.opa_server import faulty_server

WAITS = Waits()
NAMES = ["z", "é", "a😀", '"', "\\", "\n", "a\0b"]
DOCUMENTS = [
    {},
    {"channels": []},
    {"channels": [{"id": name, "at": f"/channels/{at}", "names": NAMES} for at, name in enumerate(NAMES)]},
    {"channels": [{"id": f"c{at}", "at": "/x", "backed": at % 2 == 0} for at in range(200)]},
    *({"flop": flop} for flop in (10**25 - 1, 10**25, 10**25 + 1, 1e25, 9.99e24, 1e35)),
]


@pytest.fixture(autouse=True)
def _small(monkeypatch):
    """The OPA of the tests, and the small policies in place of ours."""
    monkeypatch.setattr(opa, "policies_folder", lambda: SMALL)
    monkeypatch.setenv("AI800_OPA", str(OPA))


@pytest.fixture
def program(tmp_path, monkeypatch):
    """A program in place of OPA: what it does when it is run, and what `version` says."""

    def make(run, version="Version: 1.22.2"):
        path = tmp_path / "opa"
        path.write_text(f'#!/bin/sh\nif [ "$1" = version ]; then {version}; exit; fi\n{run}\n', encoding="utf-8")
        path.chmod(0o755)
        monkeypatch.setenv("AI800_OPA", str(path))
        monkeypatch.setattr(opa_process, "_GRACE", 0.5)
        return path

    return make


@needs_opa
def test_both_engines_answer_alike():
    embedded = WasmEngine(small_module())
    with opa_engine(None) as engine:
        assert engine.name == "opa"
        assert engine.version.count(".") == 2
        for document in DOCUMENTS:
            assert engine.evaluate(document) == embedded.evaluate(document)


@needs_opa
def test_a_server_that_runs_already():
    with own_server(SMALL, ("main/main.rego",)) as server, connected(server.address, WAITS) as asked:
        wait_until(asked.healthy, server, seconds=WAITS.start)
        with opa_engine(f"http://127.0.0.1:{server.address.port}") as engine:
            found = engine.evaluate({"flop": 10**25})
    assert found["p5_3_small"]["both"]["verdicts"]["5.3.2"]["release"]["verdict"] == "needs_review"


@needs_opa
@pytest.mark.parametrize("line", ["", "# changed\n"])
def test_a_server_with_other_policies(tmp_path, line):
    shutil.copytree(SMALL, tmp_path / "other")
    changed = tmp_path / "other" / "main" / "main.rego"
    changed.write_text(changed.read_text(encoding="utf-8").replace('"partial"', '"met"') + line, encoding="utf-8")
    with own_server(tmp_path / "other", ("main/main.rego",)) as server, connected(server.address, WAITS) as asked:
        wait_until(asked.healthy, server, seconds=WAITS.start)
        url = f"http://127.0.0.1:{server.address.port}"
        with pytest.raises(EngineError, match="holds other policies"), opa_engine(url):
            pass


@needs_opa
@pytest.mark.parametrize("fault", [KeyboardInterrupt, SystemExit, ValueError, EngineError])
def test_the_server_ends_whatever_happens(fault):
    with pytest.raises(fault), own_server(SMALL, ("main/main.rego",)) as server:  # noqa: PT012 - the block is the case
        assert server.process.poll() is None
        raise fault(*("a", "b")[: 2 if fault is EngineError else 1])
    assert server.process.poll() is not None


@needs_opa
@pytest.mark.skipif(os.name != "posix", reason="signals end processes on POSIX only")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_the_server_ends_with_the_run(number):
    code = (
        "import time\n"
        "from pathlib import Path\n"
        "from ai800.engines.opa_process import own_server\n"
        f"with own_server(Path({str(SMALL)!r}), ('main/main.rego',)) as server:\n"
        "    print(server.process.pid, flush=True)\n"
        "    time.sleep(60)\n"
    )
    environment = {**os.environ, "AI800_OPA": str(OPA)}
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as run:
        server = int(run.stdout.readline())
        run.send_signal(number)
        assert run.wait(30) in {128 + number, -number}
    with pytest.raises(ProcessLookupError):
        os.kill(server, 0)


@needs_opa
def test_outside_the_main_thread():
    found = []

    def run():
        with opa_engine(None) as engine:
            found.append(engine.evaluate({}))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert list(found[0]) == ["p5_3_small"]


def test_a_program_that_ignores_being_asked_to_end(program, tmp_path):
    program(f"trap '' TERM\ntouch {tmp_path}/ready\nsleep 60 & wait; sleep 60")
    with own_server(SMALL, ()) as server:
        wait_until((tmp_path / "ready").exists, server, seconds=30)
    assert server.process.returncode == -signal.SIGKILL


@pytest.mark.parametrize(
    "run, version, sentence",
    [
        ("exit 1", "echo Version: 1.22.2", "ended at once"),
        ("exit 0", "echo Version: 0.68.0", "OPA 0.68.0 is too old"),
        ("exit 1", "echo Version: 1.3.0-dev", "OPA 1.3.0-dev is too old"),
        ("exit 1", "echo hello", "does not say which version"),
        ("exit 1", "exec sleep 60", "ended at once"),
        ("sleep 60", "echo Version: 1.22.2", "does not answer in time"),
    ],
)
def test_a_program_that_does_not_serve(program, run, version, sentence):
    program(run, version)
    with pytest.raises(EngineError, match=sentence), opa_engine(None, Waits(start=0.3)):
        pass


def test_a_program_that_is_gone_when_asked_why_it_ended(program):
    path = program("exit 1")
    with own_server(SMALL, ()) as server:
        server.process.wait()
        path.unlink()
        with pytest.raises(EngineError, match="ended at once"):
            wait_until(lambda: False, server, seconds=1)


def test_another_server_on_the_port(program, monkeypatch):
    program("sleep 60")
    with faulty_server() as server:
        monkeypatch.setattr(opa_process, "_free_port", lambda: server.port)
        with pytest.raises(EngineError, match="another program answers"), opa_engine(None):
            pass
    assert {path for _, path, _ in server.asked} == {"/health", "/v1/config"}


def test_no_program(monkeypatch):
    monkeypatch.delenv("AI800_OPA", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EngineError, match="no OPA program on PATH") as caught, opa_engine(None):
        pass
    assert "AI800_OPA" in caught.value.remedy


def test_a_program_in_the_current_folder_is_not_taken(tmp_path, monkeypatch, program):
    program("exit 0")
    monkeypatch.delenv("AI800_OPA")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join([".", ""]))
    with pytest.raises(EngineError, match="no OPA program"):
        opa_program()
    monkeypatch.setenv("AI800_OPA", f".{os.sep}opa")
    with pytest.raises(EngineError, match="no OPA program"):
        opa_program()


def test_a_program_on_path(tmp_path, monkeypatch, program):
    program("exit 0")
    monkeypatch.delenv("AI800_OPA")
    monkeypatch.setenv("PATH", os.pathsep.join([".", str(tmp_path)]))
    assert Path(opa_program()) == tmp_path / "opa"


def test_a_program_that_cannot_be_run(tmp_path, monkeypatch):
    path = tmp_path / "opa"
    path.write_bytes(b"\x7fELF not really")
    path.chmod(0o755)
    monkeypatch.setenv("AI800_OPA", str(path))
    with pytest.raises(EngineError, match="cannot be started"), opa_engine(None):
        pass


def test_what_the_program_is_started_with(program, monkeypatch, tmp_path):
    program(f'echo "$@" > {tmp_path}/arguments; env > {tmp_path}/environment; pwd > {tmp_path}/folder')
    monkeypatch.setenv("AI800_OPA_TOKEN", "secret")
    monkeypatch.setenv("OPA_CONFIG_FILE", "/etc/opa.yaml")
    with own_server(SMALL, ("main/main.rego",)) as server:
        server.process.wait()
    arguments = (tmp_path / "arguments").read_text().split()
    assert arguments[:3] == ["run", "--server", f"--addr=127.0.0.1:{server.address.port}"]
    assert arguments[-1] == "main/main.rego"
    assert "--disable-telemetry" in arguments
    environment = (tmp_path / "environment").read_text()
    assert "secret" not in environment
    assert "OPA_CONFIG_FILE" not in environment
    assert (tmp_path / "folder").read_text().strip() == str(SMALL)


def test_a_free_port_is_free():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", opa_process._free_port()))
        assert taken.getsockname()[1] > 1024
