"""Runs the one OPA that builds the policies: `.tools/bin/opa`, else `opa` on PATH."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Another version compiles to other bytes, and the compiled policies are compared byte for byte.
VERSION = "1.22.2"


def program() -> str:
    """The path of OPA, or the end of the command with a sentence where there is none."""
    own = ROOT / ".tools" / "bin" / "opa"
    found = str(own) if own.is_file() else shutil.which("opa")
    if found is None:
        sys.exit(f"there is no OPA in .tools/bin or on PATH: the policies are built with OPA {VERSION}")
    return found


def run(*arguments: str, cwd: Path = ROOT) -> bytes:
    """What OPA prints; where it fails, its own words and the end of the command."""
    done = subprocess.run([program(), *arguments], cwd=cwd, capture_output=True, check=False)  # noqa: S603 - our OPA
    if done.returncode:
        sys.exit(f"opa {arguments[0]} failed:\n{(done.stdout + done.stderr).decode(errors='replace')}")
    return done.stdout


def require_build_version() -> None:
    found = run("version").decode().splitlines()[0].removeprefix("Version: ")
    if found != VERSION:
        sys.exit(f"the policies are built with OPA {VERSION}, and {program()} is {found}")
