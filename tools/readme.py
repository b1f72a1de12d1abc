"""Fill the generated blocks of README.md: `python -m tools.readme`, or compare them with `--check`.

A block stands between `<!-- NAME: written by python -m tools.readme -->` and `<!-- end of NAME -->`.
"""

from __future__ import annotations

import re
import sys
from itertools import takewhile

from click.testing import CliRunner

from ai800.cli.group import _COMMANDS
from ai800.cli.main import ai800
from ai800.reports.words import DISAGREEMENTS
from tools.generated import main
from tools.snapshots import AS_OF, ROOT, snapshot_path

README = "README.md"
SHOWN = "open-weights-gaps"
_BLOCK = re.compile(r"(<!-- ([a-z-]+): written by python -m tools\.readme -->\n).*?(<!-- end of \2 -->)", re.DOTALL)


def blocks() -> dict[str, str]:
    """What stands in each block, by its name."""
    return {
        "demo": _console(f"ai800 check examples/{SHOWN} --as-of {AS_OF}", _first_screen()),
        "commands": _commands(),
        "help": _console("ai800 --help", _help()),
        "check-help": _console("ai800 check --help", _help("check")),
    }


def filled(text: str) -> str:
    """`text` with every block as it should be. Ends the command where the blocks are not those that there are."""
    wanted = blocks()
    found = [name for _, name, _ in _BLOCK.findall(text)]
    if sorted(found) != sorted(wanted):
        sys.exit(f"{README} has the blocks {', '.join(found)}; there should be {', '.join(wanted)}")
    return _BLOCK.sub(lambda block: f"{block[1]}\n{wanted[block[2]]}\n{block[3]}", text)


def _console(command: str, output: str) -> str:
    return f"```console\n$ {command}\n{output.rstrip()}\n```\n"


def _first_screen() -> str:
    """The report of an example up to its first long list."""
    lines = snapshot_path(SHOWN).read_text(encoding="utf-8").splitlines()
    return "\n".join([*takewhile(lambda line: line != DISAGREEMENTS, lines), "[...]"])


def _help(*command: str) -> str:
    return CliRunner().invoke(ai800, [*command, "--help"], prog_name="ai800", terminal_width=80).output


def _commands() -> str:
    rows = [f"| `ai800 {name}` | {text} |" for name, text in _COMMANDS.items()]
    return "\n".join(["| command | what it does |", "|---|---|", *rows, ""])


if __name__ == "__main__":
    text = (ROOT / README).read_text(encoding="utf-8")
    main(ROOT, {README: filled(text)}, command="python -m tools.readme")
