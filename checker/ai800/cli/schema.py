"""`ai800 schema`."""

from __future__ import annotations

from pathlib import Path

import click

from ai800.cli.console import say
from ai800.cli.options import Choice

_EPILOG = """\b
Examples:
  ai800 schema -o ai800.schema.json    for an editor, beside ai800.yaml
  ai800 schema report                  of what `ai800 check --format json` writes"""


@click.command(epilog=_EPILOG)
@click.argument("name", type=Choice(["release", "report"]), default="release")
@click.option("-o", "--output", metavar="FILE", default="-", help="File to write (default: standard output).")
def schema(name: str, output: str) -> None:
    """Print the JSON Schema of ai800.yaml, or of the json report.

    An editor with a YAML language server completes and checks ai800.yaml if its first line is
    `# yaml-language-server: $schema=ai800.schema.json`.
    """
    from ai800.reports.write import write_whole
    from ai800.resources import resource

    text = resource(f"schemas/{name}.schema.json").read_text(encoding="utf-8")
    if output == "-":
        say(text)
    else:
        write_whole(Path(output), text)
