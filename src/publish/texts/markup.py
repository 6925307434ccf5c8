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
# `*`, `<`, `{`, `#`
_SYNTAX = re.compile(r"[!-/:-@\[-`{-~]")
_HARMLESS = frozenset(",%")
# Marks that turn the direction of all that follows them: what a reader sees would not be the text.
# Not U+200E: a text of Chinese and digits is the same with and without it.
TURNING = frozenset("\u061c\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _escaped(letter: str) -> str:
    """Return a letter, a reference for syntax, a blank for a line end, U+FFFD for what is neither.

    Control characters have no meaning in a text, and Markdown uses some of them inside.
    """
    if letter.isspace():
        return " "
    if letter in TURNING or unicodedata.category(letter) in {"Cc", "Cs", "Cn"}:
        return "\ufffd"
    is_syntax = _SYNTAX.fullmatch(letter) and letter not in _HARMLESS
    return f"&#{ord(letter)};" if is_syntax else letter


class _Escapes(dict[int, str]):
    """The escape of every letter that was met, by its code point: most come again and again."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _escaped(chr(code))
        return found


_ESCAPES = _Escapes()


def text(value: object) -> Markup:
    """Return `value` for a page: on one line and without any syntax; Markup stays as it is."""
    if isinstance(value, Markup):
        return value
    return Markup(str(value).translate(_ESCAPES))  # noqa: S704  this is the escape


def unbroken(value: object) -> Markup:
    """Return `value` for a page, its blanks such that all of it stays on one line."""
    return text(value).replace(" ", Markup("&nbsp;"))


def trusted(html: str) -> Markup:
    """Return HTML that the toolkit made itself, as it stands: a chart, a built address."""
    return Markup(html)  # noqa: S704  never called with a text from a document


def address(path: str, query: str = "") -> Markup:
    """Return a relative address for a link: what a browser would read otherwise is encoded.

    `query` are words to search for.
    """
    asked = f"?q={quote(query, safe='')}" if query else ""
    return Markup(quote(path, safe="/#.:") + asked)  # noqa: S704  nothing is left that ends it


def file_address(path: str) -> Markup:
    """Return the relative address of a file whatever its name holds: 决算#1?.txt, too."""
    return Markup(quote(path, safe="/"))  # noqa: S704  nothing is left that ends it


def joined(pieces: Iterable[object]) -> Markup:
    """Return the pieces one after the other, each escaped; Markup stays as it is."""
    return Markup("").join(map(text, pieces))
