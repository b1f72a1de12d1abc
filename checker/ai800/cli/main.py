"""The entry point, and the one place that turns errors into lines and exit codes."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from ai800.cli.group import LazyGroup
from ai800.errors import Ai800Error, InvalidReleaseError, Problem
from ai800.text import no_command, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

BUG = 70
INTERRUPTED = 130

_EPILOG = """\b
Examples:
  ai800 check                      the release in this folder
  ai800 check models/large         one model of several
  ai800 check --ref v2.0 --format html -o report.html
  ai800 init                       start an ai800.yaml
  ai800 explain ipd:5.3.1          what one recommendation asks

\b
Exit codes: 0 no gaps in what is plainly asked, 1 findings, 2 usage,
3 the release data is invalid, 4 could not evaluate completely, 70 a bug."""


def _version(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001 (click's signature)
    if not value:
        return
    from ai800.cli.version import version_text

    click.echo(version_text())
    ctx.exit()


@click.group(cls=LazyGroup, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show version and policies."
)
def ai800() -> None:
    """Check a model release against NIST AI 800-1 (a voluntary draft).

    Reads a repository as data: nothing in it is run, nothing leaves this
    machine. Met means present and consistent, not that the model is safe.
    """


def run() -> int:
    """Run the command line; its exit code."""
    _survive_any_console()
    try:
        code = ai800.main(standalone_mode=False)
    except Ai800Error as error:
        return _report(error)
    except click.ClickException as error:
        return _usage(error)
    except (KeyboardInterrupt, click.Abort):
        click.echo("ai800: interrupted", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        return _closed_pipe()
    except Exception as error:  # noqa: BLE001 (the one broad except: a bug gets its own exit code)
        return _bug(error)
    return code if isinstance(code, int) else 0


def _survive_any_console() -> None:
    """A console that cannot write a character shows it escaped instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _report(error: Ai800Error) -> int:
    for line in _lines(error):
        click.echo(no_command(line), err=True)
    return error.exit_code


def _lines(error: Ai800Error) -> Iterator[str]:
    if isinstance(error, InvalidReleaseError):
        yield from (problem_line(problem) for problem in error.problems)
    yield f"ai800: {error.sentence}; {error.remedy}"


def problem_line(problem: Problem) -> str:
    """One problem on one line: place, field, reason, remedy."""
    numbers = [str(number) for number in (problem.line, problem.column) if number is not None]
    where = ":".join([printable(problem.path), *numbers]) if problem.path else ""
    parts = [where, printable(problem.field) if problem.field else "", printable(problem.reason, 1000)]
    return f"{': '.join(filter(None, parts))}; {printable(problem.remedy, 1000)}"


def _usage(error: click.ClickException) -> int:
    # Before click 8.2 there is no such error: the help is printed by click itself.
    if isinstance(error, getattr(click.exceptions, "NoArgsIsHelpError", ())):
        click.echo(error.format_message(), err=True)
        return 2
    click.echo(f"ai800: {no_command(printable(error.format_message(), 1000))}", err=True)
    if isinstance(error, click.UsageError) and error.ctx is not None:
        click.echo(f"See `{error.ctx.command_path} --help`.", err=True)
    return 2


def _closed_pipe() -> int:
    """Whoever read our output has gone before there was a result: as a shell reports it, and never 0."""
    from ai800.cli.console import forget_output

    forget_output()
    return 141 if os.name == "posix" else 1


def _bug(error: Exception) -> int:
    if os.environ.get("AI800_DEBUG"):
        raise error
    name = type(error).__name__
    click.echo(f"ai800: this is a bug in ai800 ({name}); report it, AI800_DEBUG=1 shows where", err=True)
    return BUG
