"""The locked set that the GitHub Action installs: `python -m tools.lock` writes it with uv, from PyPI.

`--check` compares it with pyproject.toml without the network: every run-time dependency is in it, at a version that
is allowed, and everything in it has its digests.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.vocabulary import ROOT

LOCK = ROOT / ".github" / "action" / "requirements.txt"
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(?: ; ([^\\]+?))? \\$", re.MULTILINE)
_HEAD = (
    "# Written by `python -m tools.lock`: what the action installs, with the digests of all files of all platforms.\n"
)


def write() -> None:
    """Resolve for every platform and every Python from the oldest that is supported."""
    uv = shutil.which("uv")
    if uv is None:
        sys.exit("uv is missing: `pip install uv`, and run this again")
    command = [
        uv, "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes",
        "--only-binary", ":all:", "--no-annotate", "--no-header", "--upgrade", str(ROOT / "pyproject.toml"),
    ]  # fmt: skip
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 (uv from PATH)
    LOCK.write_text(_HEAD + done.stdout, encoding="utf-8", newline="\n")
    print(f"wrote {LOCK.relative_to(ROOT).as_posix()}")


def faults(lock: str, dependencies: list[str]) -> list[str]:
    """What is wrong with a lock for these dependencies, one sentence each."""
    pinned = {canonicalize_name(name): version for name, version, _ in _PINNED.findall(lock)}
    found = []
    for wanted in map(Requirement, dependencies):
        version = pinned.get(canonicalize_name(wanted.name))
        if version is None or version not in wanted.specifier:
            found.append(f"{wanted} is not in the lock, or at another version")
    entries = [each for each in re.split(r"^(?=\S)", lock, flags=re.MULTILINE) if each and not each.startswith("#")]
    found += [f"not pinned: {each.split()[0]}" for each in entries if not _PINNED.match(each)]
    found += [f"without a digest: {each.split()[0]}" for each in entries if "\n    --hash=sha256:" not in each]
    return found


def main() -> None:
    if "--check" not in sys.argv[1:]:
        write()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    if found := faults(LOCK.read_text(encoding="utf-8"), project["dependencies"]):
        sys.exit("\n".join([*found, "run `python -m tools.lock`"]))


if __name__ == "__main__":
    main()
