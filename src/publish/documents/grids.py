"""Tables inside a text: flattened by a word processor (a cell per line), a row per line, or pipes.

A row of a Word document or a page is one line with a tab in front of each cell. Flattened: a line
that starts with a tab opens a cell, a line without one goes on with it, a blank line ends the row.
Vertical labels (项 目 完 成 指 标, a letter per line) bring blank lines of their
own, so that a row is torn into its labels and its other cells; `fitted` joins them again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.documents import outline, passages
from publish.documents.elements import BREAK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publish.documents.printed import Line

# `|---|:---:|` parts the headings of a table with pipes from its rows.
_SEPARATOR = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+\s*+:?-*+:?\s*+$")
# A pipe that parts two cells, `项目|金额`: in 项目\|金额 it is a letter of a cell.
_PIPE = re.compile(r"(?<!\\)\|")
# 项<br>目<br>完<br>成: lines inside a cell of a table with pipes.
_BREAK = re.compile(r"<br\s*/?>")
# Cells of a row on one line, `项目\t金额`, and paragraphs in one of them, `项目\u2028一`.
_TAB, _PARAGRAPHS = re.compile(r"\t"), re.compile(BREAK)
_BLANK = " \t\r\n\f\v\u3000\xa0"
_AROUND = "\t \r\u3000\xa0"
# 加强安全生产宣传。 : a line inside a cell that ends so is a paragraph of its own.
_PARAGRAPH = re.compile(r"[。;!?]$")
# 项 / 目 / 完, 项目 / 效益: the letters of a label that runs downwards.
_VERTICAL = 2
_LONGEST_TITLE = 60
# Between the title of a table and its first cell: (2020年度), 单位：万元, 报表编号：510000_0013zp.
_CAPTION_LINES = 6


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its clean text and the pieces of lines that it is made of."""

    text: str
    pieces: tuple[Line, ...]

    @property
    def printed(self) -> str:
        """The words as printed, without odd blanks; a sentence ends its line."""
        words = ""
        for piece in self.pieces:
            part = passages.clean(piece)
            if words and _PARAGRAPH.search(passages.squeezed(words[-1])):
                words += "\n"
            words += part.printed(0, len(part.text))
        return words


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of cells; `locator` is where it begins."""

    locator: str
    cells: tuple[GridCell, ...]

    def texts(self) -> tuple[str, ...]:
        """Return the clean texts of the cells."""
        return tuple(cell.text for cell in self.cells)

    def lines(self) -> tuple[Line, ...]:
        """Return the pieces of lines that the row is made of."""
        return tuple(piece for cell in self.cells for piece in cell.pieces)


def _cell(pieces: Iterable[Line]) -> GridCell:
    """Return a cell of pieces of lines, each cut to its words."""
    cut = (piece.stripped(_AROUND) for piece in pieces)
    words = tuple(piece for piece in cut if passages.clean(piece).text)
    text = ""
    for piece in words:
        follows = passages.clean(piece).text
        # 15<br>20 are two numbers.
        text += passages.CELL_END if text[-1:].isdigit() and follows[0].isdigit() else ""
        text += follows
    return GridCell(text, words)


def is_piped(line: Line) -> bool:
    """Tell whether a line is a row of cells parted by pipes."""
    return line.text.strip().startswith("|") and line.text.count("|") > 1


def is_row(line: Line) -> bool:
    """Tell whether a line is a row of cells with a tab in front of each."""
    return line.text.startswith("\t") and "\t" in line.text[1:]


def is_cell(line: Line) -> bool:
    """Tell whether a line is a cell of a flattened table or a row of any other."""
    return line.text.startswith("\t") or is_piped(line)


def _piped(line: Line) -> GridRow | None:
    row = line.stripped(_BLANK)
    if _SEPARATOR.match(row.text):
        return None
    is_closed = row.text.endswith("|") and len(row.text) > 1
    inner = row.part(int(row.text.startswith("|")), len(row.text) - is_closed)
    return GridRow(line.locator, tuple(_cell(part.split(_BREAK)) for part in inner.split(_PIPE)))


def _groups(lines: Iterable[Line]) -> Iterator[list[list[Line]]]:
    """Yield the rows of a flattened table, each a list of cells, each a list of lines.

    A paragraph behind a blank line belongs to no row, even where a cell follows it at once.
    """
    row: list[list[Line]] = []
    for line in lines:
        if is_row(line):
            if row:
                yield row
            row = []
            yield [
                list(cell.split(_PARAGRAPHS)) for cell in line.part(1, len(line.text)).split(_TAB)
            ]
        elif line.text.startswith("\t"):
            row.append([line])
        elif line.text.strip(_AROUND):
            row[-1:] = [[*cell, line] for cell in row[-1:]]
        elif row:
            yield row
            row = []
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


def _is_vertical(cell: GridCell) -> bool:
    """Tell whether the words of a cell run downwards, a letter or two a line."""
    return len(cell.pieces) > 1 and all(
        len(passages.clean(piece).text) <= _VERTICAL for piece in cell.pieces
    )


def mended(found: Iterable[GridRow]) -> tuple[GridRow, ...]:
    """Return the rows with those joined that a vertical label at their end has torn apart."""
    joined: list[GridRow] = []
    is_torn = False
    for row in found:
        if is_torn:
            joined[-1] = GridRow(joined[-1].locator, joined[-1].cells + row.cells)
        else:
            joined.append(row)
        is_torn = _is_vertical(row.cells[-1])
    return tuple(joined)


def fitted(found: Iterable[GridRow], width: int, labels: int) -> tuple[GridRow, ...]:
    """Return the rows with those joined that a merged label has torn apart.

    The first `labels` columns hold such labels, so a row is torn behind one of them and nowhere
    else: two short rows of other cells are never taken for one.
    """
    joined: list[GridRow] = []
    torn: list[GridRow] = []
    for row in found:
        torn.append(row)
        cells = tuple(cell for part in torn for cell in part.cells)
        if len(cells) == width:
            joined.append(GridRow(torn[0].locator, cells))
            torn = []
        elif len(cells) > labels or not row.cells[-1].text:
            joined += torn
            torn = []
    return tuple(joined + torn)


def _is_caption(line: Line) -> bool:
    """Tell whether a line can stand between the title of a table and its first cell."""
    text = passages.clean(line).text
    return len(text) <= _LONGEST_TITLE and not text.endswith("。") and outline.heading(line) is None


def _goes_on(lines: tuple[Line, ...], start: int) -> bool:
    """Tell whether a cell follows the paragraph at `start` at once: it may stand in the table."""
    for index in range(start, len(lines)):
        line = lines[index]
        if is_cell(line):
            return True
        if not passages.clean(line).text or outline.heading(line) is not None:
            return False
    return False


def _end(lines: tuple[Line, ...], start: int) -> int:
    """Return where the table ends whose first cell is at `start`: before a paragraph."""
    is_blank = False
    for index in range(start, len(lines)):
        is_empty = not passages.clean(lines[index]).text
        if is_blank and not is_empty and not is_cell(lines[index]) and not _goes_on(lines, index):
            return index
        is_blank = is_empty and not is_cell(lines[index])
    return len(lines)


def _begin(lines: tuple[Line, ...]) -> int | None:
    """Return where the first cell stands of the table whose title is the first line, or None."""
    captions = 0
    for index in range(1, len(lines)):
        if is_cell(lines[index]):
            return index
        captions += bool(passages.clean(lines[index]).text)
        if captions > _CAPTION_LINES or not _is_caption(lines[index]):
            return None
    return None


def blocks(lines: tuple[Line, ...], title: re.Pattern[str]) -> tuple[tuple[Line, ...], ...]:
    """Return the lines of each table whose title fits, from its title to its end.

    A table ends before the next title and before a paragraph. A title without a table behind it,
    such as a line in a list of annexes, opens none.
    """
    titles = [
        index
        for index, line in enumerate(lines)
        if title.search(text := passages.clean(line).text.strip("|"))
        and len(text) <= _LONGEST_TITLE
    ]
    found = []
    for at, after in zip(titles, [*titles[1:], len(lines)], strict=False):
        block = lines[at:after]
        begin = _begin(block)
        if begin is not None:
            found.append(block[: _end(block, begin)])
    return tuple(found)
