"""Reports made from the templates in report_templates/."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from ai800.reports import words
from ai800.reports.markup import Written, html, html_ticked, markdown, markdown_code
from ai800.reports.view import view
from ai800.resources import resource

if TYPE_CHECKING:
    from jinja2 import Environment, Template

    from ai800.assessment.types import Assessment


def markdown_report(assessment: Assessment) -> str:
    """The report as Markdown that GitHub and GitLab show as it is meant."""
    return _markdown_template().render(view(assessment))


@cache
def _markdown_template() -> Template:
    environment = _environment(autoescape=False)
    environment.finalize = markdown
    environment.filters |= {"code": markdown_code, "at": _at, "plain": lambda number: Written(str(number))}
    return environment.get_template("report.md.j2")


def _at(where: tuple[str, ...]) -> Written:
    return Written(words.at(tuple(map(markdown_code, where))))


def html_report(assessment: Assessment) -> str:
    """The report as one page: style and script stand inside, and its policy allows nothing else."""
    return _html_template().render(view(assessment))


@cache
def _html_template() -> Template:
    from markupsafe import Markup

    environment = _environment(autoescape=True)
    environment.finalize = html
    environment.filters["ticked"] = html_ticked
    # Both files are ours and hold no data of the release.
    style, script = Markup(_part("report.css")), Markup(_part("report.js"))  # noqa: S704
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    environment.globals |= {"style": style, "script": script, "policy": policy}
    return environment.get_template("report.html.j2")


def _environment(*, autoescape: bool) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(resource("report_templates"), encoding="utf-8"),
        autoescape=autoescape,  # noqa: S701 (False only for Markdown, which its own finalize escapes)
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _part(name: str) -> str:
    return (resource("report_templates") / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
