"""Commands and options whose help is said in the language of the user."""

from __future__ import annotations

import click

from publish.messages import _


class Option(click.Option):
    """An option whose help is said in the language of the user."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the names and the help of the option."""
        english = self.help
        self.help = _(english) if english else english
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = english


class Command(click.Command):
    """A command whose help is said in the language of the user."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help text of the command."""
        _translated(self, ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002  the name there
        """Return the one line of the list of commands."""
        return _(self.help).split("\n\n")[0] if self.help else ""


class TranslatedGroup(click.Group):
    """A group whose help is said in the language of the user."""

    command_class = Command

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help text of the group."""
        _translated(self, ctx, formatter)


def _translated(
    command: click.Command, _context: click.Context, formatter: click.HelpFormatter
) -> None:
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(_(command.help) if command.help else "")
