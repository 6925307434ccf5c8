"""What a published document holds, whatever its format: paragraphs, and tables of cells.

A locator says where something stands, in the terms of the format:

- `L38`: line 38 of a text, paragraph 38 of a Word file or of a web page
- `P12L5`: line 5 on page 12 of a PDF
- `P12T1R7C3`: row 7, column 3 of table 1 on page 12 of a PDF
- `T3R7C2`: row 7, column 2 of table 3 of a Word file or of a web page
- `公开01表!B7`: a cell of a workbook
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, with the place where it begins.

    `joints`: columns of the text where later printed lines begin, each with its locator.
    `level`: the heading level that the format states (1 is the highest); 0 where it states none.
    """

    locator: str
    text: str
    joints: tuple[tuple[int, str], ...] = ()
    level: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as printed; its text is empty where nothing is printed.

    `row` and `column` count from 0 in the grid of the table; `rows` and `columns` say how many of
    them it covers. `box`: left, top, right and bottom on the page as displayed, in points from its
    upper left corner, where the format has pages.
    """

    locator: str
    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    box: tuple[float, float, float, float] | None = None

    def reaching(self, row: int) -> Cell:
        """Return what stands of the cell in a row below its first: nothing."""
        return replace(self, text="", row=row, rows=1)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its cells by row and column, each once.

    What is printed above it (title, number, unit) are paragraphs before it, or its first rows: a
    reader does not guess. Of a table that goes on over pages, the later cells name their own page.
    """

    locator: str
    cells: tuple[Cell, ...]

    @property
    def height(self) -> int:
        """How many rows the grid has."""
        return max((cell.row + cell.rows for cell in self.cells), default=0)

    @property
    def width(self) -> int:
        """How many columns the grid has."""
        return max((cell.column + cell.columns for cell in self.cells), default=0)

    def grid(self) -> list[list[Cell | None]]:
        """Return the cells row by row: a cell wherever it covers, None where no cell is."""
        rows: list[list[Cell | None]] = [[None] * self.width for _row in range(self.height)]
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.rows):
                for column in range(cell.column, cell.column + cell.columns):
                    rows[row][column] = cell
        return rows


@dataclass(frozen=True, slots=True)
class Page:
    """The size of a page as displayed, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: its blocks in the order of reading, and its pages where it has some.

    `format`: text, pdf, docx, xlsx, xls or html. `notes` say what was left out and why.
    """

    format: str
    blocks: tuple[Paragraph | Table, ...]
    pages: tuple[Page, ...] = ()
    notes: tuple[str, ...] = ()
