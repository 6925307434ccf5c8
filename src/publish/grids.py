"""Tables inside a text: flattened by a word processor (a cell per line), or with pipes.

Flattened: a line that starts with a tab opens a cell, a line without one goes on with it, a blank
line ends the row. Vertical labels (项 目 完 成 指 标, a letter per line) bring blank lines of their
own, so a row that is too short is joined with the next one where both fit the width together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish import passages
from publish.documents import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SEPARATOR = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its clean text and the pieces of lines that it is made of."""

    text: str
    pieces: tuple[Line, ...]

    @property
    def printed(self) -> str:
        """The words as printed, without odd blanks."""
        found = (passages.clean(piece) for piece in self.pieces)
        return "".join(part.printed(0, len(part.text)) for part in found)


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of cells; `locator` is where it begins."""

    locator: str
    cells: tuple[Cell, ...]

    def texts(self) -> tuple[str, ...]:
        """Return the clean texts of the cells."""
        return tuple(cell.text for cell in self.cells)


def _cell(pieces: Iterable[Line]) -> Cell:
    """Return a cell of pieces of lines, each cut to its words."""
    cut = tuple(
        Line(piece.locator, piece.text.strip("\t \r\u3000\xa0"))
        for piece in pieces
        if piece.text.strip("\t \r\u3000\xa0")
    )
    return Cell("".join(passages.clean(piece).text for piece in cut), cut)


def is_piped(line: Line) -> bool:
    """Tell whether a line is a row of cells parted by pipes."""
    return line.text.strip().startswith("|") and line.text.count("|") > 1


def _piped(line: Line) -> GridRow | None:
    if _SEPARATOR.match(line.text.strip()):
        return None
    parts = line.text.strip().strip("|").split("|")
    return GridRow(line.locator, tuple(_cell([Line(line.locator, part)]) for part in parts))


def _groups(lines: Iterable[Line]) -> Iterator[list[list[Line]]]:
    """Yield the rows of a flattened table, each a list of cells, each a list of lines."""
    row: list[list[Line]] = []
    for line in lines:
        if not line.text.strip(" \r\u3000\xa0"):
            if row:
                yield row
            row = []
        elif line.text.startswith("\t"):
            row.append([line])
        elif row:
            row[-1].append(line)
    if row:
        yield row


def rows(lines: tuple[Line, ...]) -> tuple[GridRow, ...]:
    """Return the rows of a table in either shape, as they stand."""
    if any(is_piped(line) for line in lines):
        found = (_piped(line) for line in lines if is_piped(line))
        return tuple(row for row in found if row is not None)
    return tuple(
        GridRow(cells[0][0].locator, tuple(_cell(cell) for cell in cells))
        for cells in _groups(lines)
    )


def fitted(found: Iterable[GridRow], width: int) -> tuple[GridRow, ...]:
    """Return the rows with those joined that a vertical label has torn apart."""
    joined: list[GridRow] = []
    for row in found:
        last = joined[-1] if joined else None
        if last is not None and len(last.cells) + len(row.cells) == width:
            joined[-1] = GridRow(last.locator, last.cells + row.cells)
        else:
            joined.append(row)
    return tuple(joined)


def blocks(lines: tuple[Line, ...], title: re.Pattern[str]) -> tuple[tuple[Line, ...], ...]:
    """Return the lines of each table whose title fits, from its title to its end.

    A table ends before the next title and before a paragraph: a line without a tab or a pipe
    behind a blank line.
    """
    found: list[list[Line]] = []
    is_inside, after_blank = False, False
    for line in lines:
        text = passages.clean(line).text
        is_cell = line.text.startswith("\t") or is_piped(line)
        if title.search(text) and len(text) <= _TITLE:
            found.append([line])
            is_inside = True
        elif is_inside and text and after_blank and not is_cell and found[-1][1:]:
            is_inside = any(is_piped(old) for old in found[-1]) and _goes_on(found[-1])
        elif is_inside:
            found[-1].append(line)
        after_blank = not text and not is_cell
    return tuple(tuple(block) for block in found)


_TITLE = 45


def _goes_on(block: list[Line]) -> bool:
    """Tell whether a piped table has not begun yet: what stands above it belongs to its title."""
    return not any(is_piped(line) for line in block)
