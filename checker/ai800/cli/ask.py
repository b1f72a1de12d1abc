"""Answers for an entry: from options, and what is missing from whoever runs the command."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

import click

from ai800.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping


class Question(NamedTuple):
    """`default` is None where an answer has to be given, and empty where it may be left out."""

    name: str
    text: str
    default: str | None = None
    choices: tuple[str, ...] = ()


def answers(questions: tuple[Question, ...], given: Mapping[str, str | None]) -> dict[str, str]:
    """An answer for each question, those left out aside. Nothing is asked where the options say all there has to be."""
    asking = any(question.default is None and not given[question.name] for question in questions)
    found = {question.name: given[question.name] or _answer(question, asking=asking) for question in questions}
    return {name: value for name, value in found.items() if value}


def _answer(question: Question, *, asking: bool) -> str:
    if not asking:
        return question.default or ""
    try:
        return _prompted(question)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        if question.default is not None:
            return question.default
    option = question.name.replace("_", "-")
    raise UsageError("an answer is missing", f"give it with --{option}")


def _prompted(question: Question) -> str:
    kind = click.Choice(question.choices) if question.choices else click.STRING
    # On standard error, so that what is shown can be piped.
    shown = bool(question.default)
    return str(click.prompt(question.text, default=question.default, type=kind, show_default=shown, err=True))
