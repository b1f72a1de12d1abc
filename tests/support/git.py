"""Real git repositories, the same on every machine: fixed people, fixed dates, no settings of the user's."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ENVIRONMENT = {
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_AUTHOR_DATE": "2025-08-02T10:00:00+00:00",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_COMMITTER_DATE": "2025-08-02T10:00:00+00:00",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
}


def run_git(folder: Path, *arguments: str, send: bytes = b"", **variables: str) -> bytes:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = kept | ENVIRONMENT | variables
    done = subprocess.run(["git", *arguments], cwd=folder, env=environment, input=send, capture_output=True, check=True)
    return done.stdout


@dataclass(frozen=True)
class Repository:
    """A repository under `root`; bare or not."""

    root: Path

    def git(self, *arguments: str, send: bytes = b"", **variables: str) -> str:
        return os.fsdecode(run_git(self.root, *arguments, send=send, **variables)).strip()

    def write(self, files: dict[str, str | bytes]) -> None:
        for name, content in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def commit(self, files: dict[str, str | bytes], **variables: str) -> str:
        """Writes and commits files; answers the id of the commit."""
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "x", **variables)
        return self.git("rev-parse", "HEAD")

    def store(self, kind: str, content: bytes) -> str:
        """Writes an object as it is, valid or not; answers its id."""
        return self.git("hash-object", "-w", "-t", kind, "--literally", "--stdin", send=content)

    def store_tree(self, *entries: tuple[str, bytes, str]) -> str:
        """A tree of (mode, name, id), in the order given."""
        rows = (f"{mode} ".encode() + name + b"\0" + bytes.fromhex(object_id) for mode, name, object_id in entries)
        return self.store("tree", b"".join(rows))

    def commit_tree(self, tree: str) -> str:
        """Makes a commit of a tree the head of `main`; answers its id."""
        person = "A <a@example.org> 1754128800 +0000"
        commit = self.store("commit", f"tree {tree}\nauthor {person}\ncommitter {person}\n\nx\n".encode())
        head = self.git_dir / "refs" / "heads" / "main"
        head.parent.mkdir(parents=True, exist_ok=True)
        head.write_text(f"{commit}\n", encoding="utf-8")
        return commit

    @property
    def git_dir(self) -> Path:
        inner = self.root / ".git"
        return inner if inner.exists() else self.root

    def loose(self, object_id: str) -> Path:
        """The file of an object that is not packed."""
        return self.git_dir / "objects" / object_id[:2] / object_id[2:]

    def lose(self, revision: str) -> str:
        """Removes an object that is not packed; answers its id."""
        object_id = self.git("rev-parse", revision)
        path = self.loose(object_id)
        path.chmod(0o600)
        path.unlink()
        return object_id

    def damage(self, revision: str) -> str:
        """Cuts the end off an object that is not packed; answers its id."""
        object_id = self.git("rev-parse", revision)
        path = self.loose(object_id)
        content = path.read_bytes()
        path.chmod(0o600)
        path.write_bytes(content[: len(content) // 2])
        return object_id


def make_repository(root: Path, *options: str) -> Repository:
    root.mkdir(parents=True, exist_ok=True)
    run_git(root, "init", "--quiet", "--initial-branch=main", "--template=", *options)
    return Repository(root)
