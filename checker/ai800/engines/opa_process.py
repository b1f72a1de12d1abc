"""An OPA of our own: started on this machine, ended with the `with` block whatever ends that."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, NamedTuple

from ai800.engines.opa_address import Address
from ai800.engines.opa_version import NEEDED, require_supported
from ai800.errors import EngineError
from ai800.signals import signals_end_the_run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PROGRAM = "AI800_OPA"
LABEL = "ai800"
HOST = "127.0.0.1"

_POLL = 0.02  # seconds between two looks at a server that starts
_GRACE = 3.0  # seconds that a server has to end by itself
_OPTIONS = ("--disable-telemetry", "--log-level=error", "--shutdown-grace-period=1")


class OwnServer(NamedTuple):
    """A server that was started. `mark` is the label it was given: whoever answers with another is not ours."""

    program: str
    process: subprocess.Popen[bytes]
    address: Address
    mark: str


@contextmanager
def own_server(folder: Path, files: tuple[str, ...]) -> Iterator[OwnServer]:
    """`opa run --server` with the policies `files` (paths from `folder`), on loopback and a free port."""
    program, mark = opa_program(), token_hex(16)
    address = Address(HOST, _free_port())
    listen = f"--addr={address.host}:{address.port}"
    command = [program, "run", "--server", listen, *_OPTIONS, f"--set=labels.{LABEL}={mark}", *files]
    with signals_end_the_run():
        process = _started(command, folder)
        try:
            yield OwnServer(program, process, address, mark)
        finally:
            _stop(process)


def wait_until(ready: Callable[[], bool], server: OwnServer, *, seconds: float) -> None:
    """Raises EngineError where the server ends before it is ready, or takes too long."""
    deadline = time.monotonic() + seconds
    while not ready():
        if server.process.poll() is not None:
            raise _ended(server.program)
        if time.monotonic() > deadline:
            raise EngineError("the OPA that was started does not answer in time", "run it again on a quieter machine")
        time.sleep(_POLL)


def opa_program() -> str:
    """The program to start: AI800_OPA, or `opa` on PATH; never one from the folder that happens to be current."""
    name = os.environ.get(PROGRAM) or "opa"
    folders = [folder for folder in os.get_exec_path() if Path(folder).is_absolute()]
    found = shutil.which(name, path=os.pathsep.join(folders))
    if found is None or not Path(found).is_absolute():
        raise EngineError(
            "there is no OPA program on PATH",
            f"{NEEDED}, name its full path in {PROGRAM}, or leave --engine opa out",
        )
    return found


def _started(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    # OPA takes options from variables too, and has no use for our token.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("OPA_", "AI800_"))}
    quiet = subprocess.DEVNULL
    try:
        return subprocess.Popen(  # noqa: S603 - the program is the user's own OPA, the arguments are ours
            command,
            cwd=folder,
            env=environment,
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            start_new_session=True,
        )
    except OSError as error:
        raise EngineError("OPA cannot be started", NEEDED) from error


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        return int(taken.getsockname()[1])


def _ended(program: str) -> EngineError:
    """Why a server ended at once; most often it is too old to read our policies."""
    try:
        shown = subprocess.run([program, "version"], capture_output=True, timeout=_GRACE, check=False).stdout  # noqa: S603
        found = re.search(rb"^Version: (\S{1,40})", shown, re.MULTILINE)
        require_supported(found[1].decode(errors="replace") if found else "")
    except EngineError as error:
        return error
    except (OSError, subprocess.TimeoutExpired):
        pass
    return EngineError("the OPA that was started ended at once", f"try `opa run --server` by hand; {NEEDED}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ends the server and whatever it started, at once where asking does not help."""
    _send(process, signal.SIGTERM)
    try:
        with suppress(subprocess.TimeoutExpired):
            process.wait(_GRACE)
    finally:
        _send(process, getattr(signal, "SIGKILL", signal.SIGTERM))
        process.wait()


def _send(process: subprocess.Popen[bytes], number: int) -> None:
    if sys.platform == "win32":  # pragma: no cover - there is no group to signal there
        process.terminate()
        return
    with suppress(ProcessLookupError, PermissionError):  # the group is gone, or only its remains are left
        os.killpg(process.pid, number)
