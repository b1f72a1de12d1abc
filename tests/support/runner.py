"""Runs the steps of a composite action as GitHub's runner does: expressions, environment files, commands in the log."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from tests.support.opa import ROOT
from tests.support.workflow_commands import Command, command_in

if TYPE_CHECKING:
    from pathlib import Path

_EXPRESSION = re.compile(r"\$\{\{ ([\w.-]+) \}\}")
_TERM = re.compile(r"([\w.-]+) (==|!=) '([^']*)'")
TOKEN = "the token of the job"  # noqa: S105 (of no real job)
PYTHON = getattr(sys, "_base_executable", sys.executable)


class Ended(NamedTuple):
    """How an action ended: the exit code of the step that failed or 0, and what each step left."""

    code: int
    log: str
    summary: str
    outputs: dict[str, dict[str, str]]
    used: dict[str, dict[str, str]]  # of each action that was used: what it was given

    @property
    def commands(self) -> list[Command]:
        return [found for found in map(command_in, self.log.splitlines()) if found]


class Runner:
    """One job: a workspace, an event, and the folder for temporary files, which outlives the steps."""

    def __init__(self, workspace: Path, temporary: Path, event: tuple[str, Any]) -> None:
        self._workspace = workspace
        self._temporary = temporary
        self.environment = {
            "GITHUB_EVENT_NAME": event[0],
            "GITHUB_EVENT_PATH": str(self._file("event.json", json.dumps(event[1]))),
            "GITHUB_WORKSPACE": str(workspace),
            "RUNNER_TEMP": str(temporary),
            **{name: os.environ[name] for name in ("PATH", "HOME", "PIP_CERT") if name in os.environ},
        }

    def run(self, action: Path = ROOT, *, python: str = "", **inputs: str) -> Ended:
        """Every step of the action in `action`. With `python` its install step is taken as done."""
        described = yaml.safe_load((action / "action.yml").read_text(encoding="utf-8"))
        given = {name: each.get("default", "") for name, each in described["inputs"].items()}
        values = {f"inputs.{name}": value for name, value in {**given, **inputs}.items()} | {"github.token": TOKEN}
        values = {name: _filled(value, values) for name, value in values.items()}
        outputs = {"python": {"python-path": PYTHON}, **({"install": {"python": python}} if python else {})}
        ended = Ended(0, "", "", outputs, {})
        for step in described["runs"]["steps"]:
            if step.get("id") != "python" and not (python and step.get("id") == "install"):
                ended = self._step(action, step, values, ended)
        return ended

    def _step(self, action: Path, step: dict[str, Any], values: dict[str, str], ended: Ended) -> Ended:
        known = values | {f"steps.{s}.outputs.{n}": v for s, each in ended.outputs.items() for n, v in each.items()}
        if not _runs(step.get("if", "success()"), known, failed=bool(ended.code)):
            return ended
        if "uses" in step:
            given = {name: _filled(value, known) for name, value in step["with"].items()}
            return ended._replace(used={**ended.used, step["uses"].partition("@")[0]: given})
        return self._script(action, step, known, ended)

    def _script(self, action: Path, step: dict[str, Any], known: dict[str, str], ended: Ended) -> Ended:
        files = {name: self._file(name, "") for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV")}
        environment = self.environment | {name: str(path) for name, path in files.items()}
        environment |= {name: _filled(value, known) for name, value in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
            env=environment | {"GITHUB_ACTION_PATH": str(action)},
            cwd=self._workspace, capture_output=True, check=False, encoding="utf-8",
        )  # fmt: skip
        assert files["GITHUB_ENV"].read_text(encoding="utf-8") == ""
        return ended._replace(
            code=ended.code or done.returncode,
            log=ended.log + done.stdout + done.stderr,
            summary=ended.summary + files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8"),
            outputs={**ended.outputs, step["id"]: _outputs(files["GITHUB_OUTPUT"].read_text(encoding="utf-8"))},
        )

    def _file(self, name: str, text: str) -> Path:
        path = self._temporary / "_runner" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


def _filled(value: object, known: dict[str, str]) -> str:
    return _EXPRESSION.sub(lambda found: known.get(found[1], ""), str(value))


def _runs(condition: str, known: dict[str, str], *, failed: bool) -> bool:
    for term in condition.split(" && "):
        if term in {"always()", "success()"}:
            if term == "success()" and failed:
                return False
            continue
        name, sign, value = _TERM.fullmatch(term).groups()
        if (known.get(name, "") == value) != (sign == "=="):
            return False
    return True


def _outputs(text: str) -> dict[str, str]:
    lines = text.splitlines()
    assert all("=" in line and "<<" not in line for line in lines)
    pairs = [line.split("=", 1) for line in lines]
    assert len({name for name, _ in pairs}) == len(pairs)
    return dict(pairs)
