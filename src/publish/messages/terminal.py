"""The one place where something is printed; what could steer a terminal is shown, not sent.

Names of files, documents and descriptors come from anywhere. An escape sequence in them could
rewrite what stands on the screen, a mark of direction could turn a figure round.
"""

from __future__ import annotations

import errno
import json
import re
import sys
from typing import IO, Any

import click

from publish.messages import _

# Control characters but tab and line feed, marks of direction, halves of letters (a name of a file
# that is no UTF-8 has them): ESC in `\x1b[2J`, U+202E in `gnp.\u202e.exe`
STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
# 决算
_NO_ASCII = re.compile(r"[^\x00-\x7f]")
_BYTE, _ESCAPED_BYTES = 0x100, range(0xDC80, 0xDD00)


class OutputError(click.ClickException):
    """What is printed cannot be written: the disk is full, the terminal is gone."""

    def __init__(self, error: OSError) -> None:
        reason = error.strerror or str(error)
        text = _("The output could not be written: {reason}")
        super().__init__(text.format(reason=reason))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the error, by default to standard error."""
        say(_("Error: {message}").format(message=self.format_message()), file=file, err=True)


def _visible(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code in _ESCAPED_BYTES:  # what Python makes of a byte that is no UTF-8
        code -= 0xDC00
    return f"\\x{code:02x}" if code < _BYTE else f"‹U+{code:04X}›"


def shown(text: str) -> str:
    r"""Return a text for a person: \x1b and ‹U+202E› instead of what would steer a terminal."""
    return STEERING.sub(_visible, text)


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _encoding(*, err: bool) -> str:
    return getattr(sys.stderr if err else sys.stdout, "encoding", None) or "utf-8"


def _echo(text: str, *, err: bool, file: IO[Any] | None = None) -> None:
    try:
        click.echo(text, file=file, err=err)
    except OSError as error:
        if error.errno == errno.EPIPE:  # nobody reads any more; click ends the command
            raise
        raise OutputError(error) from error


def say(text: str, *, err: bool = False, file: IO[Any] | None = None) -> None:
    """Print a text for a person, whatever its letters. Raises OutputError.

    A letter that the terminal's encoding does not have is shown by its number.
    """
    encoding = _encoding(err=err)
    fitting = shown(text).encode(encoding, "backslashreplace").decode(encoding)
    _echo(fitting, err=err, file=file)


def say_json(text: str) -> None:
    """Print JSON: the same values, with JSON's own escapes. Raises OutputError."""
    text = STEERING.sub(_escaped, text)
    _echo(text if _fits(text, _encoding(err=False)) else _NO_ASCII.sub(_escaped, text), err=False)
