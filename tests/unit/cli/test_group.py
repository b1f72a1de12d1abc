from __future__ import annotations

import click
import pytest

from ai800.cli.main import ai800


@pytest.mark.parametrize("name", ai800.list_commands(click.Context(ai800)))
def test_every_command_that_is_listed_is_there_and_says_what_it_does(name):
    command = ai800.get_command(click.Context(ai800), name)
    assert command.name == name
    assert command.help
    assert "Examples:" in (command.epilog or "")


def test_no_other_name_is_a_command():
    assert ai800.get_command(click.Context(ai800), "options") is None
