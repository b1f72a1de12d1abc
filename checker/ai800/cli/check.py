"""`ai800 check`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ai800.cli import options
from ai800.cli.console import page, say
from ai800.reports.formats import FORMATS

if TYPE_CHECKING:
    from ai800.assessment.types import Assessment

_EPILOG = """\b
Examples:
  ai800 check
  ai800 check models/large --ref v2.0
  ai800 check --format text --format html -o - -o report.html
  ai800 check --as-of 2026-06-01 --only ipd:5.3 --fail-on unmet
  ai800 check --base origin/main --fail-on regression
  ai800 check --engine opa"""

_SUFFIXES = {
    ".oscal.json": "oscal",
    ".intoto.json": "in-toto",
    ".json": "json",
    ".md": "markdown",
    ".html": "html",
    ".sarif": "sarif",
    ".xml": "junit",
}  # the longer before the shorter


@click.command(epilog=_EPILOG)
@options.path
@options.ref
@options.staged
@options.base
@click.option(
    "--variant", type=options.Choice(["auto", "open", "closed"]),
    help="Variant that judges; auto (default) goes by each channel's access.",
)  # fmt: skip
@click.option(
    "--engine", type=options.Choice(["wasm", "opa"]), default="wasm", show_default=True, help="Policy engine."
)
@click.option("--opa-url", metavar="URL", help="OPA server to use (https, or http on loopback).")
@click.option(
    "--format", "formats", multiple=True, type=options.Choice(list(FORMATS)), metavar="FORMAT",
    help=f"Format, repeatable: {', '.join(FORMATS)}.",
)  # fmt: skip
@click.option("-o", "--output", "outputs", multiple=True, metavar="FILE", help="File for the format at the same place.")
@options.as_of
@click.option(
    "--fail-on", type=options.Choice(["review", "unmet", "regression"]),
    help="What fails the run: gaps and open questions (review, default), gaps, or what got worse since --base.",
)  # fmt: skip
@options.only
@options.digest_weights
@click.option("-q", "--quiet", is_flag=True, help="Only the verdict line.")
@click.option("-v", "--verbose", is_flag=True, help="Advice and reasons too.")
def check(path: Path, **asked: Any) -> int:
    """Judge the release in PATH and report its gaps.

    PATH is a git repository, a folder in one, or a plain folder.
    """
    from ai800.api import check as run

    verbosity = asked.pop("verbose") - asked.pop("quiet")
    targets = _targets(asked.pop("formats"), asked.pop("outputs"))
    assessment = run(path, **asked)
    for form, output in targets:
        _write(assessment, form, output=output, verbosity=verbosity)
    return assessment.exit_code


def _targets(formats: tuple[str, ...], outputs: tuple[str, ...]) -> list[tuple[str, str]]:
    """Each format with its file; `-` is standard output, which only one may use."""
    formats = formats or tuple(_by_suffix(output) for output in outputs) or ("text",)
    if len(outputs) > len(formats):
        raise click.UsageError("there are more -o than --format; give each file its format")
    targets = [*zip(formats, (*outputs, *["-"] * (len(formats) - len(outputs))), strict=True)]
    places = [_file(output) for _, output in targets]
    if len(set(places)) < len(places):
        raise click.UsageError("two formats go to one place; give each its own -o FILE")
    return targets


def _file(output: str) -> str:
    """One name for a file, however it is written; a link at its end is replaced, so it is a file of its own."""
    path = Path(output)
    return output if output == "-" else os.path.normcase(Path(os.path.realpath(path.parent)) / path.name)


def _by_suffix(output: str) -> str:
    return next((form for suffix, form in _SUFFIXES.items() if output.endswith(suffix)), "text")


def _write(assessment: Assessment, form: str, *, output: str, verbosity: int) -> None:
    if output != "-":
        from ai800.reports.write import write_whole

        write_whole(Path(output), FORMATS[form](assessment))
        return
    say(_for_console(assessment, verbosity) if form == "text" else FORMATS[form](assessment))


def _for_console(assessment: Assessment, verbosity: int) -> str:
    from ai800.reports.text import text_report

    return text_report(assessment, page(), verbosity=verbosity)
