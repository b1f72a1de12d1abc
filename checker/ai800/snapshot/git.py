"""The `git` program, asked for objects only, in an environment that gives a repository nothing to run.

Only plumbing is called (`cat-file`, `ls-tree`, `ls-files -s`, `diff-index --cached`, `for-each-ref`,
`rev-list --missing`, `rev-list --max-parents`, `merge-base`, `rev-parse`),
never with a word of the user's as an argument: names go through standard input, and only ids of commits come back.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self, cast

from ai800.errors import SnapshotError
from ai800.snapshot.listing import too_many_entries
from ai800.snapshot.types import PIECE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ai800.snapshot.place import Place

# A tree can list itself ten times at each of ten levels; what git prints of it ends here.
OUTPUT_LIMIT = 64 << 20

# Reading this much to reach the next answer costs less than another process.
_SKIP_LIMIT = 1 << 20

# The owner of the files is not asked for: a repository of someone else's is dangerous for what its settings run,
# and nothing here runs anything. Naming GIT_DIR already tells git so.
_FIXED = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # unlike protocol.allow, no setting of the repository overrides it
}

# A damaged commit-graph could give a commit another tree. The threshold lets git stream a packed file,
# so that the head of a large one does not cost the whole.
_SETTINGS = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "core.commitGraph=false",
    "core.bigFileThreshold=1m",
    "protocol.allow=never",
)


def program() -> str:
    """The full path of git. Folders of PATH that are not absolute are passed over: they may be the repository's."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in map(Path, os.get_exec_path()):
        if folder.is_absolute() and (folder / name).is_file() and os.access(folder / name, os.X_OK):
            return str(folder / name)
    raise SnapshotError(
        "this is a git repository, and there is no `git` program on PATH", "install git, or check a folder without .git"
    )


def environment(place: Place) -> dict[str, str]:
    """The variables for every git process: ours alone, whatever GIT_ variables the caller has."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    return kept | _FIXED | {"GIT_DIR": str(place.git_dir), "GIT_WORK_TREE": str(place.root)}


def damaged() -> SnapshotError:
    return SnapshotError("git cannot read this repository", "run `git fsck` in it, or clone it again")


class Git:
    """One repository. Objects come from one process that runs until `close`; not for use by several threads."""

    def __init__(self, place: Place) -> None:
        self._command = (program(), "--no-pager", *(word for setting in _SETTINGS for word in ("-c", setting)))
        self._environment = environment(place)
        self._root = place.root
        self._batch: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        batch, self._batch = self._batch, None
        if batch is not None:
            batch.kill()
            with batch:
                pass

    def run(self, *arguments: str, extra: Mapping[str, str] | None = None) -> bytes | None:
        """What a command prints, None where it fails. Raises SnapshotError over OUTPUT_LIMIT bytes."""
        with self._start(arguments, subprocess.DEVNULL, extra=extra or {}) as process:
            printed = _stdout(process).read(OUTPUT_LIMIT + 1)
            if len(printed) > OUTPUT_LIMIT:
                process.kill()
                raise too_many_entries()
        return printed if process.returncode == 0 else None

    def check(self, names: Sequence[str]) -> list[bytes] | None:
        """For each name `ID TYPE SIZE`, or a line that ends in the word `missing` or `ambiguous`.

        None where git gives up, as it does over one missing object of a partial clone.
        """
        with self._start(("cat-file", "--batch-check"), subprocess.PIPE, extra={}) as process:
            answers, _ = process.communicate(_lines(names))
        found = answers.split(b"\n")[:-1]
        return found if len(found) == len(names) else None

    def sizes(self, object_ids: Iterable[str], where: str, *, extra: Mapping[str, str] | None = None) -> dict[str, int]:
        """The sizes of the objects that are here. `where` is an option or a tree by which rev-list finds them all.

        Only rev-list names what a partial clone lacks without trying to fetch it.
        """
        lacking = self.run("rev-list", "--objects", "--quiet", "--missing=print", where, extra=extra) or b""
        here = sorted(set(object_ids) - {line[1:].decode() for line in lacking.split()})
        answers = self.check(here)
        if answers is None:
            raise damaged()
        sizes = zip(here, (answer.rpartition(b" ")[2] for answer in answers), strict=True)
        return {object_id: int(size) for object_id, size in sizes if size.isdigit()}

    def content(self, name: str, size: int) -> tuple[str, bytes] | None:
        """The id and the first `size` bytes of an object, None where it is not here or damaged."""
        found = self._asked(name)
        return self._taken(found[0], size, length=found[1]) if found else None

    def pour(self, name: str, take: Callable[[bytes], object]) -> bool:
        """Hand over all bytes of an object in pieces; False where it is not here, or ends early, being damaged."""
        found = self._asked(name)
        return found is not None and self._poured(found[1], take)

    def _asked(self, name: str) -> tuple[str, int] | None:
        """The id and the length of an object, whose bytes then wait to be read."""
        if self._batch is None:
            self._batch = self._start(("cat-file", "--batch"), subprocess.PIPE, extra={})
        fields = _answer(self._batch, name).split()
        if not fields:
            self.close()
        if not fields or not fields[-1].isdigit():
            return None
        return fields[0].decode(), int(fields[-1])

    def _poured(self, length: int, take: Callable[[bytes], object]) -> bool:
        out, left = _stdout(cast("subprocess.Popen[bytes]", self._batch)), length
        while left and (piece := out.read(min(PIECE, left))):
            take(piece)
            left -= len(piece)
        whole = not left and len(out.read(1)) == 1
        if not whole:
            self.close()
        return whole

    def _taken(self, object_id: str, size: int, *, length: int) -> tuple[str, bytes] | None:
        out = _stdout(cast("subprocess.Popen[bytes]", self._batch))
        wanted = min(size, length)
        data, rest = out.read(wanted), length - wanted + 1
        skipped = rest <= _SKIP_LIMIT and len(out.read(rest)) == rest
        if not skipped:
            self.close()
        complete = len(data) == wanted and (skipped or rest > _SKIP_LIMIT)
        return (object_id, data) if complete else None

    def _start(self, arguments: Sequence[str], stdin: int, *, extra: Mapping[str, str]) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(  # noqa: S603 -- a fixed program, and no word of it comes from outside
                (*self._command, *arguments),
                stdin=stdin,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self._root,
                env=self._environment | dict(extra),
            )
        except OSError as error:
            raise SnapshotError("git does not start", "try `git version`, and install git again") from error


def _lines(names: Sequence[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode("utf-8", "surrogateescape")


def _stdout(process: subprocess.Popen[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", process.stdout)


def _answer(batch: subprocess.Popen[bytes], name: str) -> bytes:
    """The line that git answers, empty where it has ended. Written unbuffered, so that nothing is left for close."""
    try:
        os.write(cast("IO[bytes]", batch.stdin).fileno(), _lines([name]))
    except OSError:
        return b""
    return _stdout(batch).readline()
