"""Every generated file: `python -m tools.generate` writes them, `--check` compares them with what is committed."""

from __future__ import annotations

import subprocess
import sys

STEPS = (
    "tools.schemas",
    "tools.shared_schemas",
    "tools.policies",
    "tools.docs",
    "tools.oscal",
    "tools.snapshots",
    "tools.hooks",
    "tools.readme",
)


def _run(step: str, arguments: list[str]) -> int:
    return subprocess.run([sys.executable, "-m", step, *arguments], check=False).returncode  # noqa: S603 (ourselves)


def main(arguments: list[str]) -> None:
    """Runs each step on its own, so that all of what is stale is named."""
    failed = [step for step in STEPS if _run(step, arguments)]
    if failed:
        sys.exit("run `make generate` and commit what it writes")


if __name__ == "__main__":
    main(sys.argv[1:])
