"""Places in a document: one grammar of locators for every format, and nobody else parses them.

A locator names a block or a cell in the terms of its format: `L38` (a line of a text), `P12L5`
(line 5 of page 12), `P12T1R7C3` (a cell of table 1 on page 12), `T3R7C2` (a cell of table 3 of a
Word file or a web page), `公开01表!B7` (a cell of a workbook). A place is a locator, alone or with
the characters there: `L38:10-17` are the characters 10 to 16 of its text. Several places are
joined by `;`. Source: DATA-MODEL, READING.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

JOINED = ";"
_NUMBER = r"[1-9][0-9]{0,8}"
# A name of a sheet that has other marks than letters, digits, - and _ stands in quotes: '表 1'!B7
_SHEET = r"(?:[\w-]++|'(?:[^'\x00-\x1f]|'')++')"
# `L38`, `P12L5`, `P12T1R7C3`, `T3R7C2`, `公开01表!B7`
_LOCATOR = re.compile(
    rf"(?:P(?P<page>{_NUMBER}))?"
    rf"(?:L(?P<line>{_NUMBER})|T(?P<table>{_NUMBER})R(?P<row>{_NUMBER})C(?P<column>{_NUMBER}))"
    rf"|(?P<sheet>{_SHEET})!(?P<letters>[A-Z]{{1,3}})(?P<sheet_row>[1-9][0-9]{{0,6}})"
)
# 10-17 of L38:10-17
_SPAN = re.compile(r"(0|[1-9]\d{0,8})-([1-9]\d{0,8})")
# One of `L38;L40`; a sheet in quotes may hold the mark that joins them: `'表;1'!B7`
_ONE = re.compile(r"(?:'(?:[^']|'')*+'|[^;'])++")
# `公开01表`
_PLAIN = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a block or a cell stands; what its format does not have is None.

    `row` and `column` count from 1, in workbooks, too.
    """

    page: int | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    sheet: str | None = None

    @property
    def is_cell(self) -> bool:
        """Tell whether it names a cell."""
        return self.row is not None

    @property
    def container(self) -> str:
        """The table or sheet of a cell: P12T1, T3, 公开01表; nothing for a line."""
        if self.sheet is not None:
            return _sheet(self.sheet)
        page = "" if self.page is None else f"P{self.page}"
        return f"{page}T{self.table}" if self.is_cell else ""

    def __str__(self) -> str:
        """Return the locator as it is written."""
        if self.sheet is not None:
            return f"{_sheet(self.sheet)}!{letters(self.column or 1)}{self.row}"
        page = "" if self.page is None else f"P{self.page}"
        if self.row is None:
            return f"{page}L{self.line}"
        return f"{page}T{self.table}R{self.row}C{self.column}"


@dataclass(frozen=True, slots=True)
class Place:
    """A block or cell and the characters there, from `start` up to `end`; the whole without."""

    locator: str
    start: int | None = None
    end: int | None = None

    def __str__(self) -> str:
        """Return the place as it is written."""
        return self.locator if self.start is None else f"{self.locator}:{self.start}-{self.end}"

    def words(self, text: str) -> str:
        """Return what stands there, `text` being that of the block."""
        return text[self.start : self.end]


def letters(column: int) -> str:
    """Return what a workbook calls a column: A for 1, AA for 27."""
    rest, last = divmod(column - 1, 26)
    return (letters(rest) if rest else "") + chr(ord("A") + last)


def _column(text: str) -> int:
    column = 0
    for letter in text:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def _sheet(name: str) -> str:
    return name if _PLAIN.fullmatch(name) else "'" + name.replace("'", "''") + "'"


def locator(text: str) -> Locator | None:
    """Return the locator that a text is, None where it is none."""
    at = _LOCATOR.fullmatch(text)
    if at is None:
        return None
    if at["sheet"]:
        sheet = at["sheet"]
        name = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
        return Locator(sheet=name, row=int(at["sheet_row"]), column=_column(at["letters"]))
    page, line, table, row, column = (
        None if at[name] is None else int(at[name])
        for name in ("page", "line", "table", "row", "column")
    )
    return Locator(page, line, table, row, column)


def split(text: str) -> tuple[str, ...]:
    """Return the places that are joined in a text."""
    return tuple(_ONE.findall(text))


def place(text: str) -> Place | None:
    """Return the place that a text is, None where it is none."""
    if locator(text) is not None:
        return Place(text)
    whole, _colon, span = text.rpartition(":")
    at = _SPAN.fullmatch(span)
    if at is None or locator(whole) is None:
        return None
    start, end = int(at[1]), int(at[2])
    return Place(whole, start, end) if start < end else None


def join(places: Iterable[Place]) -> str:
    """Return places in one text, each once."""
    return JOINED.join(dict.fromkeys(map(str, places)))
