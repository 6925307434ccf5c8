"""What nobody expected: whatever goes wrong becomes a message, never a traceback.

What is not an error of ours is a fault of the program. It is said so, with the place in our code,
and asks to be reported; the steps that led there are printed where PUBLISH_DEBUG is set.
"""

from __future__ import annotations

import io
import os
import traceback
from contextlib import suppress
from pathlib import Path

import click

from publish.errors import Problem, PublishError
from publish.messages import _, terminal

HERE = Path(__file__).parent
DEBUG = "PUBLISH_DEBUG"
FAULT = 70
"""The exit code of a fault of the program; 1 is an error of ours, 2 a wrong command."""
STOPPED = 130
LONGEST = 500


class FaultError(PublishError):
    """A fault of the program, which asks to be reported."""

    exit_code = FAULT


def _place(error: BaseException) -> str:
    """Return the last place in our code on the way to an error: publish/build.py:231."""
    found = HERE.name
    for frame, line in traceback.walk_tb(error.__traceback__):
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(HERE):
            found = f"{HERE.name}/{file.relative_to(HERE).as_posix()}:{line}"
    return found


def fault(error: BaseException) -> FaultError:
    """Return an exception that nobody expected as an error that asks to be reported."""
    said = f"{type(error).__name__}: {error}".removesuffix(": ")[:LONGEST]
    remedy = _(
        "report these lines, with the file that was read if others may see it; "
        "PUBLISH_DEBUG=1 before the command shows how it came to this"
    )
    problem = Problem(_place(error), said, "", remedy)
    return FaultError(_("A fault of the program, not of what you did."), [problem])


def _ours(error: BaseException) -> click.ClickException:
    """Return an error that can be shown."""
    if isinstance(error, click.ClickException):
        return error
    frames = [frame.f_code for frame, _line in traceback.walk_tb(error.__traceback__)]
    if isinstance(error, OSError) and frames[-1] is click.echo.__code__:  # click prints its help
        return terminal.OutputError(error)
    return fault(error)


def tell(error: BaseException) -> int:
    """Print to standard error what went wrong, and return the exit code for it."""
    if isinstance(error, click.Abort | KeyboardInterrupt):
        text, code = _("Stopped."), STOPPED
    else:
        shown, ours = io.StringIO(), _ours(error)
        ours.show(shown)
        text, code = shown.getvalue().removesuffix("\n"), ours.exit_code
    with suppress(OSError, terminal.OutputError):  # where it cannot be told, the code tells it
        if os.environ.get(DEBUG):
            terminal.say("".join(traceback.format_exception(error)), err=True)
        terminal.say(text, err=True)
    return code
