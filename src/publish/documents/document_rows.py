"""The document as rows of the resource `document`: what every locator of a package refers to.

A package carries the text as it was read, so that no later reader moves the ground under it.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from publish.documents import places
from publish.documents.blocks import Cell, Document, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from publish.tables import Row

TABLE = "document"
LINE, CELL = "line", "cell"


def _line(locator: str, kind: str, text: str) -> Row:
    return {
        "locator": locator,
        "kind": kind,
        "text": text or None,
        "row_span": None,
        "column_span": None,
    }


def _cell(cell: Cell) -> Row:
    return {
        **_line(cell.locator, CELL, cell.text),
        "row_span": cell.rows if cell.rows > 1 else None,
        "column_span": cell.columns if cell.columns > 1 else None,
    }


class _Kept:
    """The rows that were made or read last, with their document: an import asks for it again."""

    def __init__(self) -> None:
        self.rows: Sequence[Row] | None = None
        self.document = Document("", ())

    def remember(self, rows: tuple[Row, ...], document: Document) -> tuple[Row, ...]:
        self.rows, self.document = rows, document
        return rows


_kept = _Kept()


def rows(document: Document, kinds: Mapping[str, str]) -> tuple[Row, ...]:
    """Return the rows of a document; `kinds` says of lines by locator what else they are."""
    found: list[Row] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found += map(_cell, block.cells)
        else:
            kind = kinds.get(block.locator, LINE)
            found.append(_line(block.locator, kind, block.text))
    return _kept.remember(tuple(found), document)


def _span(row: Row, name: str) -> int:
    value = row.get(name)
    return value if isinstance(value, int) else 1


def _placed(row: Row) -> Cell:
    locator = str(row["locator"])
    at = places.locator(locator) or places.Locator()
    return Cell(
        locator,
        str(row["text"] or ""),
        (at.row or 1) - 1,
        (at.column or 1) - 1,
        _span(row, "row_span"),
        _span(row, "column_span"),
    )


def _table(row: Row) -> str:
    """Return the locator of the table that a row is a cell of; nothing for a line."""
    if row["kind"] != CELL:
        return ""
    at = places.locator(str(row["locator"]))
    return at.container if at else str(row["locator"])


def _blocks(found: Iterable[Row]) -> Iterator[Paragraph | Table]:
    for table, group in groupby(found, _table):
        if table:
            yield Table(table, tuple(map(_placed, group)))
        else:
            for row in group:
                yield Paragraph(str(row["locator"]), str(row["text"] or ""))


def document(found: tuple[Row, ...], format_name: str) -> Document:
    """Return the document that the rows hold, read from a file of a format."""
    if _kept.rows is not found:
        _kept.remember(found, Document(format_name, tuple(_blocks(found))))
    return _kept.document
