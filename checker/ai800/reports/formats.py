"""Every format a report can be written in, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ai800.assessment.types import Assessment


def _json(assessment: Assessment) -> str:
    from ai800.reports.data import as_data
    from ai800.reports.json_text import json_text

    return json_text(as_data(assessment))


def _text(assessment: Assessment) -> str:
    from ai800.reports.text import text_report

    return text_report(assessment)


def _markdown(assessment: Assessment) -> str:
    from ai800.reports.templates import markdown_report

    return markdown_report(assessment)


def _html(assessment: Assessment) -> str:
    from ai800.reports.templates import html_report

    return html_report(assessment)


def _github(assessment: Assessment) -> str:
    from ai800.reports.github import github_report

    return github_report(assessment)


def _summary(assessment: Assessment) -> str:
    from ai800.reports.brief import summary_report

    return summary_report(assessment)


def _comment(assessment: Assessment) -> str:
    from ai800.reports.brief import comment_report

    return comment_report(assessment)


def _sarif(assessment: Assessment) -> str:
    from ai800.reports.sarif import sarif_report

    return sarif_report(assessment)


def _junit(assessment: Assessment) -> str:
    from ai800.reports.junit import junit_report

    return junit_report(assessment)


def _oscal(assessment: Assessment) -> str:
    from ai800.reports.oscal import oscal_report

    return oscal_report(assessment)


def _in_toto(assessment: Assessment) -> str:
    from ai800.reports.in_toto import in_toto_report

    return in_toto_report(assessment)


FORMATS: dict[str, Callable[[Assessment], str]] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
    "html": _html,
    "sarif": _sarif,
    "junit": _junit,
    "github": _github,
    "summary": _summary,
    "comment": _comment,
    "oscal": _oscal,
    "in-toto": _in_toto,
}
