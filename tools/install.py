"""Finds or builds what the tests need beside Python: OPA, actionlint, Chromium, a language server for an editor.

`python -m tools.install v1.22.2 v1.7.12`
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tools.vocabulary import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TOOLS = ROOT / ".tools"
BIN = TOOLS / "bin"
LANGUAGE_SERVER = "1.25.0"


def opa(version: str) -> None:
    """OPA of this very version: the policies are compiled byte for byte by it."""
    for program in (BIN / "opa", shutil.which("opa")):
        if program and _version(program) == version.removeprefix("v"):
            print(f"OPA {version}: {program}")
            return
    go = shutil.which("go")
    if go is None:
        sys.exit(f"OPA {version} is missing: put it on PATH, or install Go (https://go.dev) and run this again")
    print(f"building OPA {version} with Go (about 90 s) …", flush=True)
    BIN.mkdir(parents=True, exist_ok=True)
    command = [go, "install", f"github.com/open-policy-agent/opa@{version}"]
    subprocess.run(command, check=True, env=os.environ | {"GOBIN": str(BIN)})  # noqa: S603 (Go from PATH)


def actionlint(version: str) -> None:
    """The linter of the workflows; where there is no Go, the tests that use it say that they skip."""
    program, go = BIN / "actionlint", shutil.which("go")
    if program.is_file() or shutil.which("actionlint"):
        print("actionlint: found")
        return
    if go is None:
        print("actionlint: not found, and no Go to build it: the tests of the workflows will say that they skip")
        return
    BIN.mkdir(parents=True, exist_ok=True)
    command = [go, "install", f"github.com/rhysd/actionlint/cmd/actionlint@{version}"]
    subprocess.run(command, check=True, env=os.environ | {"GOBIN": str(BIN)})  # noqa: S603 (Go from PATH)


def _version(program: Path | str) -> str | None:
    try:
        done = subprocess.run([program, "version"], capture_output=True, text=True, check=False)  # noqa: S603 (our own OPA)
    except OSError:
        return None
    first = done.stdout.partition("\n")[0]
    return first.removeprefix("Version: ").strip() if done.returncode == 0 else None


def chromium() -> None:
    """A browser for the HTML report; on CI it is installed, elsewhere the tests say that they skip."""
    if any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")):
        print("Chromium: found")
        return
    apt = shutil.which("apt-get")
    if not (os.environ.get("CI") and apt and hasattr(os, "geteuid") and os.geteuid() == 0):
        print("Chromium: not found, the tests in a browser will say that they skip")
        return
    for command in ([apt, "update", "-q"], [apt, "install", "-y", "-q", "--no-install-recommends", "chromium"]):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 (apt-get from PATH)


def language_server() -> None:
    """The YAML language server that editors use, of this very version; without Node the tests say that they skip."""
    installed = TOOLS / "node_modules" / "yaml-language-server" / "package.json"
    if installed.is_file() and json.loads(installed.read_text(encoding="utf-8"))["version"] == LANGUAGE_SERVER:
        print(f"yaml-language-server {LANGUAGE_SERVER}: {installed.parent}")
        return
    npm = shutil.which("npm")
    if npm is None:
        print("npm: not found, the tests of completion in an editor will say that they skip")
        return
    options = ("--prefix", str(TOOLS), "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")
    wanted = f"yaml-language-server@{LANGUAGE_SERVER}"
    done = subprocess.run([npm, "install", *options, wanted], check=False)  # noqa: S603 (npm from PATH)
    if done.returncode and os.environ.get("CI"):
        sys.exit(f"npm could not install {wanted}")
    print(f"{wanted}: {'not installed, its tests will say that they skip' if done.returncode else 'installed'}")


if __name__ == "__main__":
    opa(sys.argv[1])
    actionlint(sys.argv[2])
    chromium()
    language_server()
