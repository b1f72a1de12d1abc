"""The command `ai800`: its commands are imported when they are called, and unknown names suggest the nearest."""

from __future__ import annotations

from importlib import import_module

import click

from ai800.text import nearest

_COMMANDS = {
    "check": "Judge a release and report its gaps.",
    "init": "Write an ai800.yaml filled with what was observed.",
    "explain": "Say what a recommendation asks and what is looked for.",
    "facts": "Show what the repository itself says.",
    "next": "Show the five most useful things to add now.",
    "compare": "Show both variants side by side for this release.",
    "what-if": "Judge the release as if a channel gave other access.",
    "diff": "Show what changed between two releases.",
    "review": "Record a person's answer to an open question.",
    "waive": "Record that somebody takes a gap on for a time.",
    "comment": "Write a foreign json report as a pull request's comment.",
    "validate": "Check the release file and its evidence, without judging.",
    "schema": "Print the JSON Schema of ai800.yaml, for an editor.",
}


class LazyGroup(click.Group):
    """A group whose commands live in `ai800.cli.<name>`, each as an attribute of its own name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"ai800.cli.{name}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in _COMMANDS:
            meant = nearest(args[0], _COMMANDS)
            hint = f"did you mean `ai800 {meant}`?" if meant else "`ai800 --help` lists the commands"
            raise click.UsageError(f"there is no such command; {hint}", ctx)
        return super().resolve_command(ctx, args)
