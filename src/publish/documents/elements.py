"""Blocks from elements: what HTML pages and the body of a Word document have in common.

Both are read by Python's tolerant HTML parser: it knows no entities but characters, follows no
reference, and reads a damaged document as far as it goes.

A row of a single cell, and a cell that holds another table, only lay a page out: what is in them
are paragraphs of their own.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from publish.documents.blocks import Cell, Paragraph, Table
from publish.documents.limits import MOST_CHARACTERS, BeyondError

if TYPE_CHECKING:
    from collections.abc import Iterator

# What parts two paragraphs inside a cell.
BREAK = "\u2028"
# 收入 支出
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
# &#99999999; is beyond the last character, and Python refuses to read a number of 5,000 digits.
_NO_CHARACTER = re.compile(r"&#[0-9]{8,};?")
_REPLACEMENT = "\ufffd"
# Tables inside tables, and cells that reach over rows: no form has so many.
_DEEPEST = 20
_MOST_COLUMNS = 200
_MOST_ROWS = 1000
# A cell with more paragraphs holds the whole page beside its menu.
_LONGEST_CELL = 30


@dataclass(frozen=True, slots=True)
class Elements:
    """The names of the elements of a format, in small letters.

    `text` are those whose words count, empty for all; `paragraphs` and `blocks` end a line, and a
    paragraph without words is an empty line; `breaks` end a line inside a paragraph, `kept` keeps
    the lines that it has; `cells` stand in a `row`, rows in a `table`; `tabs` are blanks as wide;
    `left_out` is skipped with all that it contains, up to `body` at the latest.
    """

    text: frozenset[str]
    paragraphs: frozenset[str]
    blocks: frozenset[str]
    breaks: frozenset[str]
    kept: frozenset[str]
    cells: frozenset[str]
    row: str
    table: str
    tabs: frozenset[str]
    left_out: frozenset[str]
    body: str


@dataclass(slots=True)
class _Cell:
    """A cell: its lines, whether a table stands in it, how many columns and rows it takes."""

    lines: list[_Line] = field(default_factory=list)
    holds_table: bool = False
    width: int = 1
    height: int = 1

    @property
    def text(self) -> str:
        """Its paragraphs as one text."""
        words = BREAK.join(line for line in self.lines if isinstance(line, str) and line)
        return words.replace("\t", " ")


@dataclass(slots=True)
class _Row:
    """A row of a table: its cells, each with its column; `table` tells it from other tables."""

    table: int
    cells: list[tuple[int, _Cell]]


_Line: TypeAlias = str | _Row


@dataclass(slots=True)
class _Table:
    """A table that is open: its number, its finished lines, the row and the cell that are open."""

    number: int
    lines: list[_Line] = field(default_factory=list)
    row: list[_Cell] | None = None
    cell: _Cell | None = None
    # For each column that a cell above reaches into: how many rows more, and how wide it is.
    reaching: dict[int, tuple[int, int]] = field(default_factory=dict)

    def close_cell(self) -> None:
        """Put the open cell into its row."""
        if self.row is not None and self.cell is not None:
            self.row.append(self.cell)
        self.cell = None

    def close_row(self) -> None:
        """Put the open row into the lines."""
        self.close_cell()
        if self.row:
            if self._is_layout(self.row):
                self.lines += [line for cell in self.row for line in cell.lines]
            else:
                self.lines.append(_Row(self.number, self._placed(self.row)))
        self.row = None

    def _is_layout(self, row: list[_Cell]) -> bool:
        """Tell whether a row only lays the page out."""
        if len(row) == 1 and not self.reaching:
            return True
        return any(cell.holds_table or len(cell.lines) > _LONGEST_CELL for cell in row)

    def _placed(self, row: list[_Cell]) -> list[tuple[int, _Cell]]:
        """Return the cells of a row with their columns, beside those that reach into it."""
        found: list[tuple[int, _Cell]] = []
        left, column = list(reversed(row)), 0
        reaching: dict[int, tuple[int, int]] = {}
        while left or column in self.reaching:
            if column in self.reaching:
                rows, width = self.reaching[column]
            else:
                cell = left.pop()
                rows, width = cell.height, cell.width
                found.append((column, cell))
            if rows > 1 and column < _MOST_COLUMNS:
                reaching[column] = (rows - 1, width)
            column += width
        self.reaching = reaching
        return found


def _size(attrs: list[tuple[str, str | None]], name: str) -> int:
    """Return how many columns or rows a cell takes: what an attribute says, at least one."""
    said = dict(attrs).get(name) or ""
    is_number = said.isascii() and said.isdigit() and len(said) <= len(str(_MOST_ROWS))
    return min(max(int(said), 1), _MOST_ROWS) if is_number else 1


def _is_chinese(letter: str) -> bool:
    return letter != "" and unicodedata.east_asian_width(letter) in {"W", "F"}


def _soft(at: re.Match[str]) -> str:
    """Return what stands for blanks: the end of a line inside a Chinese sentence is nothing."""
    before, after = at.string[at.start() - 1 : at.start()], at.string[at.end() : at.end() + 1]
    is_cut = "\n" in at[0] or "\r" in at[0]
    return "" if is_cut and all(map(_is_chinese, (before, after))) else " "


class _Collector(HTMLParser):
    """Gathers the lines of a document; the state is the line that is open."""

    def __init__(self, elements: Elements) -> None:
        super().__init__(convert_charrefs=True)
        self.elements = elements
        self.size = 0
        self.lines: list[_Line] = []
        self.numbers = count(1)
        self.tables: list[_Table] = []
        self.words: list[str] = []
        self.grid = frozenset({elements.table, elements.row} | elements.cells)
        self.ends = elements.blocks | elements.paragraphs | elements.kept
        self.skipped = self.counted = self.kept = self.deeper = 0
        self.is_begun = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        known = self.elements
        if tag in known.left_out:
            self.skipped += 1
        elif tag == known.body:
            self.skipped = 0
        elif self.skipped:
            return
        elif tag in known.tabs:
            self.words.append("\t")
        elif tag in known.breaks:
            self.end_line(is_line=True)
        elif tag in self.grid:
            self._open_table(tag, attrs)
        elif tag in self.ends:
            self.end_line()
            self.is_begun = False
        self.kept += tag in known.kept
        self.counted += tag in known.text

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        known = self.elements
        if tag in known.left_out:
            self.skipped = max(self.skipped - 1, 0)
        elif self.skipped:
            return
        elif tag in self.grid:
            self._close_table(tag)
        elif tag in known.paragraphs:
            self.end_line(is_line=not self.is_begun)
            self.is_begun = False
        elif tag in self.ends:
            self.end_line()
        if tag in known.kept:
            self.kept = max(self.kept - 1, 0)
        if tag in known.text:
            self.counted = max(self.counted - 1, 0)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read an element without content."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        """Take the words that count. Raises BeyondError where there are too many."""
        self.size += len(data)
        if self.size > MOST_CHARACTERS:
            raise BeyondError
        if self.skipped or (self.elements.text and not self.counted):
            return
        if not self.kept:
            self.words.append(" ".join(data.splitlines()) if self.elements.tabs else data)
            return
        first, *others = data.split("\n")
        self.words.append(first)
        for line in others:
            # The end of a line right behind <pre> is none.
            self.end_line(is_line=self.is_begun)
            self.is_begun = True
            self.words.append(line)

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001,FBT002
        """Skip what only looks like a section of SGML, as `<![foo[` does."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i)

    def _open_table(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.end_line()
        if tag == self.elements.table:
            if len(self.tables) < _DEEPEST:
                self.tables.append(_Table(next(self.numbers)))
            else:
                self.deeper += 1
            return
        if self.deeper:
            return
        if tag == self.elements.row:
            if not self.tables:
                self.tables.append(_Table(next(self.numbers)))
            self.tables[-1].close_row()
            self.tables[-1].row = []
        elif self.tables and self.tables[-1].row is not None:
            self.tables[-1].close_cell()
            width, height = _size(attrs, "colspan"), _size(attrs, "rowspan")
            self.tables[-1].cell = _Cell(width=width, height=height)

    def _close_table(self, tag: str) -> None:
        self.end_line()
        if self.deeper or not self.tables:
            self.deeper -= bool(self.deeper) and tag == self.elements.table
        elif tag == self.elements.table:
            self.close_table()
        elif tag == self.elements.row:
            self.tables[-1].close_row()
        else:
            self.tables[-1].close_cell()

    def close_table(self) -> None:
        """Put the lines of the innermost table where it stands; behind a layout, an empty one."""
        table = self.tables.pop()
        table.close_row()
        if self.tables and self.tables[-1].cell is not None:
            self.tables[-1].cell.holds_table = True
        if table.lines:
            last = table.lines[-1]
            self._put(*table.lines, *([""] if isinstance(last, str) and last else []))

    def _put(self, *lines: _Line) -> None:
        table = self.tables[-1] if self.tables else None
        if table is None:
            self.lines += lines
        elif table.cell is not None:
            table.cell.lines += lines
        else:
            table.lines += lines

    def end_line(self, *, is_line: bool = False) -> None:
        """Close the open line; without words it is one only where `is_line` says so."""
        words, self.words = "".join(self.words), []
        if self.kept:
            words = words.removesuffix("\r")
        elif not self.elements.tabs:
            words = _BLANKS.sub(_soft, words).strip(" ")
        elif self.tables:  # elsewhere in Word a blank is a letter: lines were wrapped with it
            words = re.sub(" +", " ", words).strip(" ")  # `收入  总计`
        if words or is_line:
            self._put(words)
            self.is_begun = True


def _table(number: int, rows: list[_Row]) -> Table:
    """Return the rows of a table as one; the last rows are no higher than the table."""
    return Table(
        f"T{number}",
        tuple(
            Cell(
                f"T{number}R{at + 1}C{column + 1}",
                cell.text,
                at,
                column,
                min(cell.height, len(rows) - at),
                cell.width,
            )
            for at, row in enumerate(rows)
            for column, cell in row.cells
        ),
    )


def _blocks(lines: list[_Line]) -> Iterator[Paragraph | Table]:
    """Yield lines as paragraphs, and the rows of one table that follow each other as a table."""
    paragraphs, tables = count(1), count(1)
    rows: list[_Row] = []
    for line in [*lines, ""]:
        if rows and (isinstance(line, str) or line.table != rows[0].table):
            yield _table(next(tables), rows)
            rows = []
        if isinstance(line, str):
            yield Paragraph(f"L{next(paragraphs)}", line)
        else:
            rows.append(line)


def blocks(text: str, elements: Elements) -> tuple[Paragraph | Table, ...]:
    """Return the blocks of a text. Raises ValueError where the parser gives up."""
    collector = _Collector(elements)
    # No mark is closed behind the last end of one; the parser would search it at each letter.
    opened = text.find("<!--", text.rfind("-->") + 1)
    whole = text if opened < 0 else text[:opened]
    head, mark, tail = whole.rpartition(">")
    try:
        collector.feed(_NO_CHARACTER.sub(_REPLACEMENT, head + mark + tail.replace("<", "&lt;")))
        collector.close()
    except AssertionError as error:
        raise ValueError(str(error)) from error
    collector.end_line()
    while collector.tables:
        collector.close_table()
    return tuple(_blocks(collector.lines))[:-1]
