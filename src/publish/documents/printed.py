"""The lines of a document as printed: its paragraphs, and the rows of its tables.

A row of a table is one line with a tab in front of each cell, each in its own place; an empty line
stands behind a table.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from publish.documents import kept
from publish.documents.blocks import Paragraph

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from publish.documents.blocks import Cell, Document, Table

CELL = "\t"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document as published and where it stands (`L38`).

    `joints` are the columns where later lines begin that were joined to it, each with its locator;
    digits in `doubtful` columns may be a part of a number only. `known` is what has been found out
    about the line, by what it is: its passage, its heading. Many look at the same lines.
    """

    locator: str
    text: str
    joints: tuple[tuple[int, str], ...] = ()
    doubtful: frozenset[int] = frozenset()
    known: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def place(self, column: int) -> str:
        """Return the locator of the line that a column was printed in."""
        at = bisect_right(self.joints, column, key=lambda joint: joint[0])
        return self.joints[at - 1][1] if at else self.locator

    def part(self, start: int, end: int) -> Line:
        """Return the line from one column up to another; its columns keep their places."""
        if not self.joints and not self.doubtful:
            return Line(self.locator, self.text[start:end])
        joints = {max(column - start, 0): at for column, at in self.joints if column < end}
        doubtful = frozenset(column - start for column in self.doubtful if start <= column < end)
        return Line(self.locator, self.text[start:end], tuple(joints.items()), doubtful)

    def stripped(self, letters: str) -> Line:
        """Return the line without the letters at its ends."""
        start = len(self.text) - len(self.text.lstrip(letters))
        return self.part(start, max(len(self.text.rstrip(letters)), start))

    def split(self, between: re.Pattern[str]) -> tuple[Line, ...]:
        """Return the parts of the line between the places that a pattern finds."""
        found = [at.span() for at in between.finditer(self.text)]
        starts = (0, *(end for _start, end in found))
        ends = (*(start for start, _end in found), len(self.text))
        return tuple(map(self.part, starts, ends))


def _row(cells: list[Cell]) -> Line:
    """Return the line of the cells that stand in a row or reach into it from above."""
    text, joints = "", []
    for cell in cells:
        joints.append((len(text), cell.locator))
        text += CELL + cell.text
    return Line(cells[0].locator, text, tuple(joints[1:]))


def _rows(table: Table) -> Iterator[Line]:
    """Yield the rows of a table; a cell that reaches down is empty in the rows below its first."""
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
        for below in range(cell.row + 1, cell.row + cell.rows):
            rows.setdefault(below, []).append(cell.reaching(below))
    for _number, cells in sorted(rows.items()):
        yield _row(sorted(cells, key=lambda cell: cell.column))


@kept.last
def lines(document: Document) -> tuple[Line, ...]:
    """Return the lines of a document in its order."""
    found: list[Line] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found.append(Line(block.locator, block.text, block.joints))
            continue
        found += _rows(block)
        found.append(Line(found[-1].locator, ""))
    return tuple(found)
