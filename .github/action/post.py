"""Posts the comment of a run on its pull request: the second workflow, which strangers cannot change.

Run as `python -I post.py` on `workflow_run`. Which pull request it is says GitHub, by the event and the API; the
artifact is hostile: it is refused unless it is small and holds one report that `ai800 comment` takes.
"""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
import zlib
from http.client import HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

# Of the package that install.py put beside this interpreter: in isolated mode nothing else is found.
from ai800.reports.brief import COMMENT_LIMIT, MARKER
from ai800.reports.foreign import LIMIT
from ai800.reports.github import error_line, plain_line

REPORT = "ai800-report.json"
AUTHOR = "github-actions[bot]"
LARGEST_ANSWER = 8 * 1024 * 1024
LARGEST_ARTIFACT = 16 * 1024 * 1024
PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # LZMA takes the memory that an archive asks for
NEEDED = ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_EVENT_PATH", "GITHUB_OUTPUT", "RUNNER_TEMP", "AI800_TOKEN")
OK = 200
REDIRECTED = frozenset({301, 302, 307, 308})
A_PAGE = 100
MOST_PAGES = 20
SECONDS = 30
REFUSED = 4
_MARKED = re.compile(re.escape(MARKER) + "[0-9a-f]{16} -->")
_SHA = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


class RefusedError(Exception):
    """Nothing is posted, for a reason that is one sentence of ours."""


class Run(NamedTuple):
    """The run that made the report, as GitHub's event tells it."""

    id: int
    head: str
    owner: str
    branch: str
    numbers: tuple[int, ...]


class _Stay(HTTPRedirectHandler):
    """Follows nothing by itself: the token must not go where an answer points."""

    def redirect_request(self, *_arguments: Any) -> None:  # type: ignore[override]
        return None


class GitHub:
    """As much of GitHub's API as this needs."""

    def __init__(self, address: str, repository: str, *, token: str) -> None:
        self._root = f"{address}/repos/{repository}"
        self._headers = {"Authorization": f"Bearer {token}", "Accept": "application/vnd.github+json"}
        self._opener = build_opener(_Stay())

    def get(self, path: str) -> Any:
        try:
            return json.loads(self._ask(Request(self._root + path, headers=self._headers), LARGEST_ANSWER))
        except ValueError:
            raise RefusedError("GitHub answered with something that is no JSON") from None

    def send(self, method: str, path: str, *, body: str) -> None:
        data = json.dumps({"body": body}).encode()
        self._ask(Request(self._root + path, data=data, headers=self._headers, method=method), LARGEST_ANSWER)

    def download(self, path: str) -> bytes:
        """The bytes behind a redirection, which are fetched without the token."""
        found = self._open(Request(self._root + path, headers=self._headers))
        place = found.headers.get("Location", "")
        if found.status not in REDIRECTED or urlsplit(place).scheme != urlsplit(self._root).scheme:
            raise RefusedError("GitHub does not say where the artifact is")
        return self._ask(Request(place), LARGEST_ARTIFACT)

    def _ask(self, request: Request, limit: int) -> bytes:
        answer = self._open(request)
        if not OK <= answer.status < OK + 100:
            raise RefusedError(f"GitHub answered with status {answer.status}; see which rights the example gives")
        try:
            found: bytes = answer.read(limit + 1)
        except (OSError, HTTPException) as error:
            raise RefusedError("an answer of GitHub broke off") from error
        if len(found) > limit:
            raise RefusedError(f"an answer or the artifact is larger than {limit} bytes")
        return found

    def _open(self, request: Request) -> Any:
        try:
            return self._opener.open(request, timeout=SECONDS)
        except HTTPError as error:
            return error
        except (URLError, OSError, HTTPException) as error:
            raise RefusedError("GitHub cannot be reached") from error


def main() -> int:
    """Post the comment; 4 where it was refused."""
    try:
        found = posted_on()
    except RefusedError as refused:
        print(error_line(f"no comment: {refused}"))
        return REFUSED
    except (LookupError, TypeError, ValueError):
        print(error_line("no comment: GitHub answered with something that is no answer to what was asked"))
        return REFUSED
    except OSError as error:
        print(error_line(f"no comment: a file of the runner cannot be written ({error.strerror})"))
        return REFUSED
    if not found:
        print(plain_line("no comment: the pull request was closed, or has newer commits than this run"))
    return 0


def posted_on() -> int:
    """The number of the pull request that has the comment now; 0 where it went on or was closed."""
    if missing := [name for name in NEEDED if not os.environ.get(name)]:
        raise RefusedError(f"{missing[0]} is not set; run this step in a workflow of GitHub")
    github = GitHub(os.environ["GITHUB_API_URL"], os.environ["GITHUB_REPOSITORY"], token=os.environ["AI800_TOKEN"])
    run = the_run()
    number = pull_request(github, run)
    if number:
        post(github, number, body=comment(report(github, run)))
    posted(bool(number))
    return number


def the_run() -> Run:
    """The run of the event. Names of branches and owners are what strangers chose."""
    try:
        event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_bytes()[: LARGEST_ANSWER * 4])
        run = event["workflow_run"]
        owner = run["head_repository"]["owner"]["login"]
        numbers = tuple(int(each["number"]) for each in run["pull_requests"])
        found = Run(int(run["id"]), str(run["head_sha"]), str(owner), str(run["head_branch"]), numbers)
        asked = run["event"]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        raise RefusedError("the event tells of no run that finished") from None
    if asked != "pull_request" or not _SHA.fullmatch(found.head):
        raise RefusedError("the run was not for a pull request")
    return found


def pull_request(github: GitHub, run: Run) -> int:
    """The one open pull request whose newest commit the run judged; 0 where there is none any more."""
    if run.numbers:
        found = [github.get(f"/pulls/{number}") for number in run.numbers]
    else:
        head = quote(f"{run.owner}:{run.branch}", safe="")
        found = github.get(f"/pulls?state=open&per_page=100&head={head}")
    open_now = [each["number"] for each in found if each["state"] == "open" and each["head"]["sha"] == run.head]
    if len(open_now) > 1:
        raise RefusedError("more than one open pull request has the commit of this run")
    return int(open_now[0]) if open_now else 0


def report(github: GitHub, run: Run) -> bytes:
    """The report in the artifact of the run; one that was run again has several, and the newest counts."""
    name = os.environ["AI800_ARTIFACT"]
    listed = github.get(f"/actions/runs/{run.id}/artifacts?per_page=100&name={quote(name, safe='')}")["artifacts"]
    found = [each for each in listed if each["name"] == name and not each["expired"]]
    if not found:
        raise RefusedError("the run has no artifact of that name; a check that ends without a report uploads none")
    newest = max(found, key=lambda each: int(each["id"]))
    if newest["size_in_bytes"] > LARGEST_ARTIFACT:
        raise RefusedError(f"the artifact is larger than {LARGEST_ARTIFACT} bytes")
    return unpacked(github.download(f"/actions/artifacts/{int(newest['id'])}/zip"))


def unpacked(packed: bytes) -> bytes:
    """The one file that is wanted, read in memory: no name in the archive becomes a path."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            wanted = [each for each in archive.infolist() if each.filename == REPORT]
            if len(wanted) != 1:
                raise RefusedError(f"the artifact does not hold one {REPORT}")
            if wanted[0].compress_type not in PACKINGS:
                raise RefusedError("the artifact is packed in a way that GitHub does not pack")
            with archive.open(wanted[0]) as file:
                found = file.read(LIMIT + 1)
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zlib.error):
        raise RefusedError("the artifact cannot be unpacked") from None
    if len(found) > LIMIT:
        raise RefusedError(f"the report is larger than {LIMIT} bytes")
    return found


def comment(found: bytes) -> str:
    """What `ai800 comment` makes of the report."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "SYSTEMROOT"}}
    with TemporaryDirectory(prefix="ai800-", dir=os.environ["RUNNER_TEMP"]) as folder:
        path = Path(folder).resolve() / "foreign-report.json"
        path.write_bytes(found)
        command = [sys.executable, "-I", "-X", "utf8", "-m", "ai800", "comment", "--", str(path)]
        done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", env=kept, cwd=folder)
    if done.returncode or not _MARKED.match(done.stdout) or len(done.stdout) > COMMENT_LIMIT:
        raise RefusedError((done.stderr.splitlines() or ["the report is refused"])[-1].removeprefix("ai800: "))
    return done.stdout


def post(github: GitHub, number: int, *, body: str) -> None:
    """Write the comment over the one of an earlier run, where there is one."""
    marker = body.partition("\n")[0]
    if earlier := earlier_comment(github, number, marker=marker):
        github.send("PATCH", f"/issues/comments/{earlier}", body=body)
    else:
        github.send("POST", f"/issues/{number}/comments", body=body)


def earlier_comment(github: GitHub, number: int, *, marker: str) -> int:
    """Our own comment with this marker; whoever else writes the marker is passed over. 0 where there is none."""
    for page in range(1, MOST_PAGES + 1):
        found = github.get(f"/issues/{number}/comments?per_page={A_PAGE}&page={page}")
        for each in found:
            if each["user"]["login"] == AUTHOR and str(each["body"]).startswith(marker):
                return int(each["id"])
        if len(found) < A_PAGE:
            break
    return 0


def posted(value: bool) -> None:  # noqa: FBT001 (one value, said by its name)
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8", newline="\n") as file:
        file.write(f"posted={'true' if value else 'false'}\n")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main())
