"""The one escape: text from a document becomes text on a page, whatever it contains.

Pages are Markdown with blocks of HTML. Every character that either could read as syntax becomes
a numeric reference, so a text is safe in a paragraph, in a heading and in an attribute alike.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

# Letters, digits, blanks and the marks that begin no syntax stay readable in build/docs.
_SYNTAX = re.compile(r"[!-/:-@\[-`{-~]")
_HARMLESS = frozenset(",%")


def _reference(match: re.Match[str]) -> str:
    mark = match[0]
    return mark if mark in _HARMLESS else f"&#{ord(mark)};"


def _printable(letter: str) -> str:
    """Return a blank for line ends, U+FFFD for control characters, which Markdown uses inside."""
    if letter.isspace():
        return " "
    return "\ufffd" if unicodedata.category(letter) in {"Cc", "Cs", "Cn"} else letter


def text(value: object) -> Markup:
    """Return `value` for a page: on one line and without any syntax; Markup stays as it is."""
    if isinstance(value, Markup):
        return value
    line = "".join(map(_printable, str(value)))
    return Markup(_SYNTAX.sub(_reference, line))  # noqa: S704  this is the escape


def trusted(html: str) -> Markup:
    """Return HTML that the toolkit made itself, as it stands: a chart, a built address."""
    return Markup(html)  # noqa: S704  never called with a text from a document


def address(path: str) -> Markup:
    """Return a relative address for a link: what a browser would read otherwise is encoded."""
    return Markup(quote(path, safe="/#.:"))  # noqa: S704  nothing is left that ends an attribute


def joined(pieces: Iterable[object]) -> Markup:
    """Return the pieces one after the other, each escaped; Markup stays as it is."""
    return Markup("").join(map(text, pieces))
