"""The one tree of errors; a message names place, found, expected and remedy.

Every error is a click exception, so that no command needs a `try`. Findings about what a
department published are data and never come this way.
"""

from __future__ import annotations

import unicodedata
from dataclasses import asdict, dataclass
from typing import IO, TYPE_CHECKING, Any

import click

from publish.messages import _
from publish.messages.terminal import say

if TYPE_CHECKING:
    from collections.abc import Iterable


def visible(text: str) -> str:
    r"""Return a text for a terminal: control characters written out, as \x1b."""
    return "".join(
        mark.encode("unicode_escape").decode() if unicodedata.category(mark)[0] == "C" else mark
        for mark in text
    )


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, where, and what to do about it."""

    place: str
    found: str
    expected: str = ""
    remedy: str = ""

    def text(self) -> str:
        """Return the problem in lines for a person."""
        lines = [
            self.place.replace("\n", r"\n"),  # a file may be named so
            _("found: {text}").format(text=self.found),
            _("expected: {text}").format(text=self.expected) if self.expected else "",
            _("what to do: {text}").format(text=self.remedy) if self.remedy else "",
        ]
        return "\n    ".join(line for line in lines if line)

    def json(self) -> dict[str, str]:
        """Return the problem for machines."""
        return asdict(self)


def unwritten(place: str, error: OSError) -> Problem:
    """Return that nothing could be written at a place, for a reason of the system."""
    return Problem(
        place,
        error.strerror or str(error),
        _("a folder that can be written, with enough space"),
        _("free space or change the permissions, then run the command again"),
    )


class PublishError(click.ClickException):
    """Something that stops a command: all its problems at once."""

    def __init__(self, message: str, problems: Iterable[Problem] = ()) -> None:
        self.problems = tuple(problems)
        super().__init__(
            "\n".join([message, *(f"  {problem.text()}" for problem in self.problems)])
        )

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the error, by default to standard error."""
        say(_("Error: {message}").format(message=self.format_message()), file=file, err=True)


class DocumentError(PublishError):
    """The document cannot be imported."""


class PackageError(PublishError):
    """A data package is damaged or does not say what it must."""


class BuildError(PublishError):
    """The website cannot be built or put in place."""
