"""The place that states one cell of a row, found among the places that state the row.

The row of a form has a place for each of its cells; a reader who asks for the money that was
spent is led to that cell, and not to the first one with the same digits.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from publish.pages import originals
from publish.texts import numerals

if TYPE_CHECKING:
    from publish.pages.finding_marks import Mark
    from publish.pages.links import Link, OriginalDocument
    from publish.tables import Row, Value

Piece: TypeAlias = tuple[str, str]

# 4 383.87
_BLANKS = re.compile(r"\s+")
_RATE, _AMOUNT = "_pct", "_wanyuan"
_PERCENT = r"\s*%"


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of the document with the way to them."""

    text: str
    link: Link
    marks: tuple[Mark, ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The words, line by line."""
        return tuple(self.text.split("\n"))


def _plain(text: str) -> str:
    return _BLANKS.sub("", unicodedata.normalize("NFKC", text))


def _earlier(row: Row, column: str) -> int:
    """Return how many columns before this one have the same value."""
    names = tuple(row)
    before = names[: names.index(column)]
    return sum(row[name] == row[column] and type(row[name]) is type(row[column]) for name in before)


def _stating(pieces: tuple[Piece, ...], value: Value, unit: str = "") -> tuple[Piece, ...]:
    digits = "" if value is None or isinstance(value, str) else numerals.printed(value)
    return tuple(piece for piece in pieces if digits and originals.states(piece[1], digits, unit))


def _amount(pieces: tuple[Piece, ...], row: Row, column: str) -> Piece | None:
    """Return the piece that states an amount; equal ones stand in the order of the columns."""
    found = _stating(pieces, row[column])
    return found[min(_earlier(row, column), len(found) - 1)] if found else None


def _rate(pieces: tuple[Piece, ...], row: Row, column: str) -> Piece | None:
    """Return the piece that states a rate, before others the one with amounts of the row."""
    found = _stating(pieces, row[column], _PERCENT) or _stating(pieces, row[column])
    amounts = [value for name, value in row.items() if name.endswith(_AMOUNT)]
    return max(found, default=None, key=lambda piece: len(_stated(piece, amounts)))


def _stated(piece: Piece, values: list[Value]) -> list[Value]:
    return [value for value in values if _stating((piece,), value)]


def _words(pieces: tuple[Piece, ...], row: Row, column: str) -> Piece | None:
    """Return the piece that is the text of a cell; else one that holds its beginning, or its part.

    Equal texts stand in the order of the columns.
    """
    text = str(row[column])
    wanted, first = _plain(text), _plain(text.split("\n", maxsplit=1)[0])
    known = [(piece, _plain(piece[1])) for piece in pieces]
    equal = [piece for piece, words in known if words == wanted]
    if equal:
        return equal[min(_earlier(row, column), len(equal) - 1)]
    holding = [piece for piece, words in known if first and first in words]
    held = [piece for piece, words in known if words and words in wanted]
    return holding[0] if holding else max(held, default=None, key=lambda piece: len(piece[1]))


def narrowed(row: Row, column: str) -> Row:
    """Return the row with the one place that states the cell in `column`.

    Where no place states the cell, the row is returned as it is.
    """
    pieces = originals.pieces(str(row["source_locator"]), str(row["source_quote"]))
    if isinstance(row[column], str):
        found = _words(pieces, row, column)
    else:
        found = (_rate if column.endswith(_RATE) else _amount)(pieces, row, column)
    if found is None:
        return row
    return {**row, "source_locator": found[0], "source_quote": found[1]}


def cited(document: OriginalDocument, row: Row, column: str, *numbers: str) -> Cited | None:
    """Return the words in a column with the way to them; None: not stated.

    `numbers` are columns with the numbers that were read in these words.
    """
    value = row[column]
    if value is None:
        return None
    found = document.marked(row, column, *numbers)
    return Cited(str(value), document.link(narrowed(row, column)), found)
