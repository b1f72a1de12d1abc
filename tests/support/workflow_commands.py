"""What GitHub's runner takes for a command in a line of a log (actions/runner, ActionCommand.cs), said again here."""

from __future__ import annotations

from typing import NamedTuple

COMMANDS = frozenset(
    {"add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "notice",
     "remove-matcher", "save-state", "set-env", "set-output", "stop-commands", "warning"}
)  # fmt: skip
_DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def command_in(line: str) -> Command | None:
    """The command that `line` is, in either of the two forms that the runner knows."""
    return _new(line) or _old(line)


def _new(line: str) -> Command | None:
    line = line.lstrip()
    inside, separator, data = line[2:].partition("::")
    name, _, rest = inside.partition(" ")
    if not line.startswith("::") or not separator or name not in COMMANDS:
        return None
    pairs = (part.partition("=") for part in rest.strip().split(",") if part)
    return Command(name, {key: _unescaped(value, _PROPERTY) for key, _, value in pairs}, _unescaped(data, _DATA))


def _old(line: str) -> Command | None:
    _, found, after = line.partition("##[")
    inside, closed, data = after.partition("]")
    name = inside.partition(" ")[0]
    return Command(name, {}, data) if found and closed and name in COMMANDS else None


def _unescaped(text: str, mappings: tuple[tuple[str, str], ...]) -> str:
    for escaped, meant in mappings:
        text = text.replace(escaped, meant)
    return text
