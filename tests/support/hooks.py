"""The real pre-commit, with the hooks of this checkout installed as those who use them install them."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from tests.support.git import ENVIRONMENT, Repository, make_repository, run_git
from tests.support.opa import ROOT

if TYPE_CHECKING:
    from pathlib import Path

DAY = "2026-06-01"
CONFIG = ".pre-commit-config.yaml"


class Ran(NamedTuple):
    code: int
    said: str  # on one line, whatever the width it was wrapped to


class Hooks(NamedTuple):
    """A repository with the hooks at a revision, and a home for pre-commit that all tests share."""

    source: Path
    revision: str
    home: Path

    def configured(self, *hooks: dict[str, Any]) -> str:
        """A configuration that runs each of `hooks`, on a fixed day where it does not say otherwise."""
        repository = {"repo": self.source.as_posix(), "rev": self.revision, "hooks": list(hooks)}
        return yaml.safe_dump({"repos": [repository]})

    def environment(self) -> dict[str, str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("GIT_", "PYTHON", "COVERAGE", "COV_"))
        }
        return kept | ENVIRONMENT | {"PRE_COMMIT_HOME": str(self.home), "PRE_COMMIT_COLOR": "never"}

    def run(self, folder: Path, *command: str) -> Ran:
        done = subprocess.run(
            command, cwd=folder, env=self.environment(), capture_output=True, check=False, stdin=subprocess.DEVNULL
        )
        return Ran(done.returncode, " ".join((done.stdout + done.stderr).decode().split()))

    def pre_commit(self, folder: Path, *arguments: str) -> Ran:
        return self.run(folder, sys.executable, "-m", "pre_commit", *arguments)

    def install(self, repository: Repository, *hooks: dict[str, Any]) -> None:
        """Commits a configuration and lets every commit run it."""
        repository.commit({CONFIG: self.configured(*hooks)})
        done = self.pre_commit(
            repository.root, "install", "--hook-type", "pre-commit", "--hook-type", "pre-merge-commit"
        )
        assert done.code == 0, done.said


def cloned(folder: Path) -> Hooks:
    """This checkout as a repository of its own, with what stands in it and is not committed yet."""
    source = folder / "source"
    run_git(ROOT, "clone", "--quiet", "--no-hardlinks", "--no-checkout", str(ROOT), str(source))
    run_git(ROOT, "--git-dir", str(source / ".git"), "--work-tree", str(ROOT), "add", "--all")
    run_git(source, "commit", "--quiet", "--allow-empty", "--message", "as it stands")
    return Hooks(source, run_git(source, "rev-parse", "HEAD").decode().strip(), folder / "home")


def fresh(folder: Path) -> Repository:
    return make_repository(folder)
