"""OPA for tests: where it is, what it makes of a policy, and a set of policies as small as the contract allows."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import tempfile
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "support" / "policies"

_OWN = ROOT / ".tools" / "bin" / "opa"
OPA = str(_OWN) if _OWN.is_file() else shutil.which("opa")

needs_opa = pytest.mark.skipif(OPA is None, reason="there is no OPA in .tools/bin or on PATH")


@cache
def small_module() -> bytes:
    """The small policies, compiled."""
    return compiled((SMALL / "main" / "main.rego").read_text(encoding="utf-8"))


def compiled(policy: str) -> bytes:
    """The Wasm module of one policy with an entrypoint."""
    assert OPA is not None
    with tempfile.TemporaryDirectory() as folder:
        bundle = Path(folder) / "bundle.tar.gz"
        (Path(folder) / "policy.rego").write_text(policy, encoding="utf-8")
        command = [OPA, "build", "--target=wasm", f"--output={bundle}", "policy.rego"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        with tarfile.open(bundle) as archive:
            member = archive.extractfile("/policy.wasm")
            assert member is not None
            return member.read()
