"""Runs the check for the GitHub Action: options from the environment, reports into RUNNER_TEMP, numbers as outputs.

Run as `python -I check.py` by the interpreter that install.py made. Everything that comes from the event or from the
repository is data: it reaches ai800 as one argument, the log as escaped lines, and no output at all.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, NamedTuple

# Of the package that install.py put beside this interpreter: in isolated mode nothing else is found.
from ai800.declare.types import Place
from ai800.reports.github import error_line, plain_line
from ai800.reports.markup import markdown_code

REPORTS = {
    "json": "ai800-report.json", "github": "ai800-annotations.txt", "summary": "ai800-summary.md",
    "text": "ai800-report.txt", "markdown": "ai800-report.md", "html": "ai800-report.html",
    "sarif": "ai800-report.sarif", "junit": "ai800-report.junit.xml", "oscal": "ai800-report.oscal.json",
    "in-toto": "ai800-report.in-toto.json", "comment": "ai800-comment.md",
}  # fmt: skip
ALWAYS = ("json", "github", "summary")
VERDICTS = ("met", "partial", "unmet", "needs_review", "not_applicable", "alternative", "waived", "error", "not_built")
KEPT = (
    "PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "USERPROFILE", "LOCALAPPDATA",
)  # fmt: skip
NEEDED = ("RUNNER_TEMP", "GITHUB_WORKSPACE", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")
JUDGED = frozenset({0, 1})
USAGE = 2
INVALID = 3
UNREADABLE = 4
INTERRUPTED = 130
LARGEST_EVENT = 32 * 1024 * 1024
MOST_LINES = 10
KILLED = "the run was killed before it ended; nothing was judged"
CANCELLED = "the run was cancelled; nothing was judged"
HELP = "See `"
_SHA = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_AT_A_LINE = re.compile(r"(.+?):([0-9]{1,9})(?::[0-9]+)?: (.+)")


class StopError(Exception):
    """The step cannot go on: a sentence for the log, and the exit code."""

    def __init__(self, sentence: str, code: int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


class Event(NamedTuple):
    """What the event says: the commit that a change is based on, and whether it comes from another repository."""

    base: str = ""
    foreign: bool = False


def main() -> int:
    """Check, publish, and return the exit code of ai800; 4 where this step itself cannot go on."""
    # A runner that cancels sends SIGINT and then SIGTERM; both shall end the check below it too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return checked()
    except StopError as stop:
        return stopped(stop)
    except KeyboardInterrupt:
        return stopped(StopError(CANCELLED, INTERRUPTED))
    except OSError as error:
        return stopped(StopError(f"a file of the runner cannot be written ({error.strerror})", UNREADABLE))


def checked() -> int:
    """The check, with its reports in a folder of its own: two runs in one RUNNER_TEMP leave each other's alone."""
    if missing := [name for name in NEEDED if not os.environ.get(name)]:
        raise StopError(f"{missing[0]} is not set; run this step in a workflow of GitHub", USAGE)
    forms = formats()
    event = read_event()
    arguments = options(event)
    folder = Path(mkdtemp(prefix="ai800-reports-", dir=os.environ["RUNNER_TEMP"])).resolve()
    done = run(arguments, forms, folder=folder)
    publish(folder, forms, event=event, done=done)
    return done.returncode


def stopped(stop: StopError) -> int:
    print(error_line(stop.sentence))
    with suppress(OSError, KeyError):
        outputs({"exit-code": stop.code})
    return stop.code


def formats() -> tuple[str, ...]:
    """The formats asked for, those that are always written first."""
    asked = [each for each in re.split(r"[\s,]+", os.environ.get("AI800_FORMATS", "")) if each]
    # As the condition of the upload step compares: without regard to case.
    upload = os.environ.get("AI800_UPLOAD_SARIF", "").casefold()
    if upload not in {"", "true", "false"}:
        raise StopError("`upload-sarif` knows only true and false", USAGE)
    if upload == "true":
        asked.append("sarif")
    if any(each not in REPORTS for each in asked):
        raise StopError(f"`formats` knows only {', '.join(REPORTS)}", USAGE)
    return tuple(dict.fromkeys((*ALWAYS, *asked)))


def read_event() -> Event:
    """What the event file says, which is data that strangers wrote."""
    name, path = os.environ.get("GITHUB_EVENT_NAME", ""), os.environ.get("GITHUB_EVENT_PATH", "")
    key = {"pull_request_target": "pull_request"}.get(name, name)
    if key not in {"pull_request", "merge_group"}:
        return Event()
    try:
        with Path(path).open("rb") as file:
            event = json.loads(file.read(LARGEST_EVENT))
        change = event[key]
        base = change["base"]["sha"] if key == "pull_request" else change["base_sha"]
        foreign = key == "pull_request" and _repository(change["head"]) != event["repository"]["full_name"]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        raise StopError("the event cannot be read, so nothing says what the change is based on", UNREADABLE) from None
    if not isinstance(base, str) or not _SHA.fullmatch(base):
        raise StopError("the event names no commit as the base of the change", UNREADABLE)
    return Event(base, foreign)


def _repository(head: Any) -> str | None:
    """The repository of a change; None where it was deleted since."""
    return head["repo"]["full_name"] if head["repo"] else None


def options(event: Event) -> list[str]:
    """The inputs as arguments; none of them can be taken for another option."""
    given = {
        "--ref": os.environ.get("AI800_REF", ""),
        "--base": os.environ.get("AI800_BASE", "") or event.base,
        "--variant": os.environ.get("AI800_VARIANT", ""),
        "--fail-on": os.environ.get("AI800_FAIL_ON", ""),
    }
    if given["--base"] == "none":
        given["--base"] = ""
    return [*(f"{name}={value}" for name, value in given.items() if value), "--", str(path())]


def path() -> Path:
    """The folder of the model, which has to be in the workspace even where a change made it a link."""
    workspace = Path(os.environ["GITHUB_WORKSPACE"]).resolve()
    try:
        found = (workspace / (os.environ.get("AI800_PATH") or ".")).resolve()
        with suppress(FileNotFoundError, NotADirectoryError):
            found.stat()
    except (OSError, RuntimeError):
        raise StopError("`path` cannot be followed: a link leads in a circle, or a name is too long", USAGE) from None
    if not found.is_relative_to(workspace):
        raise StopError("`path` leads out of the workspace", USAGE)
    return found


def run(arguments: list[str], forms: tuple[str, ...], *, folder: Path) -> subprocess.CompletedProcess[str]:
    """`ai800 check` in isolated mode, in a folder and with an environment that the workspace has no part in."""
    targets = [part for form in forms for part in ("--format", form, "-o", str(folder / REPORTS[form]))]
    command = [sys.executable, "-I", "-X", "utf8", "-m", "ai800", "check", *targets, *arguments]
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    done = subprocess.run(
        command, check=False, capture_output=True, encoding="utf-8", errors="backslashreplace", env=kept, cwd=folder
    )
    # Killed by a signal, which is no exit code of ai800.
    return done if done.returncode >= 0 else subprocess.CompletedProcess(command, UNREADABLE, "", KILLED)


def publish(folder: Path, forms: tuple[str, ...], *, event: Event, done: subprocess.CompletedProcess[str]) -> None:
    """Annotations and summary, or why there are none; then the outputs."""
    report = folder / REPORTS["json"]
    if not all((folder / REPORTS[form]).is_file() for form in ALWAYS):
        return refused(done)
    found = json.loads(report.read_text(encoding="utf-8"))
    print((folder / REPORTS["github"]).read_text(encoding="utf-8"), end="")
    summarise((folder / REPORTS["summary"]).read_text(encoding="utf-8"))
    beside(done, found["outcome"]["exit_code"])
    counts = {each.replace("_", "-"): found["counts"][each] for each in VERDICTS}
    named = {"reports": folder, "report-json": report}
    # Code scanning would close the alerts of what was not evaluated, and a fork has no right to write there.
    sarif = "sarif" in forms and not event.foreign and done.returncode in JUDGED
    return outputs(
        {"exit-code": done.returncode, **counts, **named, **({"sarif": folder / REPORTS["sarif"]} if sarif else {})}
    )


def beside(done: subprocess.CompletedProcess[str], verdict: int) -> None:
    """What ai800 said beside its reports: an error where it did not end as the verdict says."""
    lines = [line.removeprefix("ai800: ") for line in done.stderr.splitlines() if line.strip()]
    for line in lines:
        print(plain_line(line) if done.returncode == verdict else error_line(line))
    if done.returncode != verdict:
        said = "".join(f"- {markdown_code(line)}\n" for line in lines[-MOST_LINES:])
        summarise(f"\n**Not every report could be written (exit code {done.returncode}).**\n\n{said}")


def refused(done: subprocess.CompletedProcess[str]) -> None:
    """There is no report: what ai800 said is the annotations and the summary, a problem of the release at its line."""
    said = [line.removeprefix("ai800: ") for line in done.stderr.splitlines() if line.strip()]
    said = [line for line in said if not line.startswith(HELP)]
    # Of one kind GitHub shows ten for a step; the last line says what they come to.
    left = said[MOST_LINES - 1 : -1] if len(said) > MOST_LINES else []
    shown = [*said[: MOST_LINES - 1], said[-1]] if left else said
    for line in shown:
        print(annotated(line, done.returncode))
    for line in left:
        print(plain_line(line))
    more = f"- and {len(left)} more, in the log\n" if left else ""
    entries = "".join(f"- {markdown_code(line)}\n" for line in shown)
    summarise(f"# ai800\n\n**The release was not judged (exit code {done.returncode}).**\n\n{entries}{more}")
    outputs({"exit-code": done.returncode})


def annotated(line: str, code: int) -> str:
    found = _AT_A_LINE.fullmatch(line) if code == INVALID else None
    return error_line(found[3], place=Place(found[1], int(found[2]), None)) if found else error_line(line)


def summarise(text: str) -> None:
    """The summary is beside the verdict: where it cannot be written, the check still counts."""
    try:
        with Path(os.environ["GITHUB_STEP_SUMMARY"]).open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError:
        print(plain_line("the job summary cannot be written"))


def outputs(found: dict[str, Any]) -> None:
    """Fixed names; values are numbers, and paths that we chose."""
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{name}={value}\n" for name, value in found.items())


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main())
