"""Installs ai800 for the GitHub Action: the locked set, and the action's own source, outside the workspace.

Run as `python -I install.py` with RUNNER_TEMP and GITHUB_OUTPUT. Nothing of the workspace is imported or read: pip
takes no configuration file, and of its variables only those that say where packages come from.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from tempfile import mkdtemp

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
DATA = ("policies", "schemas", "report_templates")
KEPT = (
    "PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "USERPROFILE", "LOCALAPPDATA",
    "HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy", "SSL_CERT_FILE",
    "PIP_INDEX_URL", "PIP_CERT", "PIP_PROXY", "PIP_DEFAULT_TIMEOUT",
)  # fmt: skip


def main() -> None:
    """Make the environment and name its interpreter as the output `python`."""
    try:
        installed()
    except KeyboardInterrupt:
        sys.exit("::error title=ai800::cancelled while installing; nothing was judged")
    except KeyError:
        sys.exit("::error title=ai800::RUNNER_TEMP or GITHUB_OUTPUT is not set; run this step in a workflow of GitHub")
    except (OSError, shutil.Error, subprocess.CalledProcessError):
        sys.exit("::error title=ai800::the environment cannot be written under RUNNER_TEMP; is the disk full?")


def installed() -> None:
    # A folder of its own: two jobs in one RUNNER_TEMP do not clear what the other runs from.
    home = Path(mkdtemp(prefix="ai800-", dir=os.environ["RUNNER_TEMP"])).resolve() / "venv"
    python = environment(home)
    install(python)
    copy_source(home)
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as output:
        output.write(f"python={python}\n")


def environment(home: Path) -> Path:
    """A new environment at `home`; returns its interpreter."""
    venv.EnvBuilder(symlinks=os.name != "nt", with_pip=True).create(home)
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if "\n" in str(python) or not python.is_file():
        sys.exit("ai800: the environment could not be made")
    return python


def install(python: Path) -> None:
    """The locked set: only wheels, and only with the digests of the lock."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    command = [
        str(python), "-I", "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check",
        "--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(HERE / "requirements.txt"),
    ]  # fmt: skip
    done = subprocess.run(command, check=False, env=kept | {"PIP_CONFIG_FILE": os.devnull}, cwd=python.parent)
    if done.returncode:
        sys.exit("::error title=ai800::the locked packages could not be installed; run the job again")


def copy_source(home: Path) -> None:
    """The package as a wheel holds it, with its data inside."""
    packages = next(home.glob("Lib/site-packages" if os.name == "nt" else "lib/python*/site-packages"))
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(SOURCE / "checker" / "ai800", packages / "ai800", ignore=ignore)
    for name in DATA:
        shutil.copytree(SOURCE / name, packages / "ai800" / "_data" / name, ignore=ignore)


if __name__ == "__main__":
    main()
