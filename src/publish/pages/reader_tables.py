"""Rows of a package laid out as the table that a reader sees, every figure with its way back.

Empty, zero and not published stay apart: a number that the document does not state is a cell of
kind `missing`, and zero is a figure like any other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from publish import tables, texts
from publish.pages import cited_places, finding_marks, leads, names, originals
from publish.texts import markup, numerals

if TYPE_CHECKING:
    from markupsafe import Markup

    from publish.pages.finding_marks import Mark
    from publish.pages.links import Link, OriginalDocument
    from publish.pages.topics import TopicUnit
    from publish.tables import Field, Row, TableSchema

COUNTED = frozenset({"count", "quantity"})
MISSING = "missing"
_NO_UNIT = "(?![万亿]?元)"
SIGNED = frozenset({"change_wanyuan", "change_pct"})
CITED = frozenset({"satisfaction", "status"})
_LABELS = ("label", "purpose", "name", "item")


@dataclass(frozen=True, slots=True)
class ReaderCell:
    """A cell: `figure` and `cited` words have a link, `missing` is a number not stated.

    The unit is that of the column, or the row's own beside something counted.
    """

    kind: str
    text: str
    unit: str = ""
    link: Link | None = None
    has_own_unit: bool = False
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """What stands beside a figure: the reason that the department gives, or an odd unit."""

    kind: str
    text: str
    link: Link


@dataclass(frozen=True, slots=True)
class ReaderRow:
    """A row: its name, its cells, what is to be said beside it, and the page that tells more.

    `under` is the heading of a group of rows, on the first of them.
    """

    label: str
    cells: tuple[ReaderCell, ...]
    is_total: bool
    is_part: bool
    remarks: tuple[Remark, ...]
    page: str = ""
    under: str = ""

    @property
    def href(self) -> Markup:
        """The address of the page that tells more."""
        return markup.address(self.page)


@dataclass(frozen=True, slots=True)
class RowSetting:
    """What a page knows of a row that its columns do not hold; the fields are as in ReaderRow."""

    page: str = ""
    under: str = ""
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title and its unit; numbers stand on the right."""

    title: str
    unit: str
    is_number: bool

    @property
    def heading(self) -> str:
        """The title with its unit, as it stands beside a cell when a row is folded into a list."""
        if not self.unit:
            return self.title
        return texts.plain("parts.table.heading", title=self.title, unit=self.unit)


@dataclass(frozen=True, slots=True)
class ReaderTable:
    """A table as it is shown.

    `scope` is the fund that all rows belong to, `converted` the unit that amounts had in print.
    """

    scope: str
    converted: str
    label_title: str
    columns: tuple[Column, ...]
    entries: tuple[ReaderRow, ...]

    @property
    def has_missing(self) -> bool:
        """Whether a number is missing, so that the table must say what the dash means."""
        return any(cell.kind == "missing" for entry in self.entries for cell in entry.cells)

    @property
    def has_blank(self) -> bool:
        """Whether words are missing, so that the table must say what an empty cell means."""
        return any(cell.kind == "blank" for entry in self.entries for cell in entry.cells)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What the checks found about figures of the table, each finding once."""
        cells = (cell for entry in self.entries for cell in entry.cells)
        return finding_marks.distinct(mark for cell in cells for mark in cell.marks)


def _cell(row: Row, column: Field, document: OriginalDocument) -> ReaderCell:
    value = row[column.name]
    if isinstance(value, (Decimal, int)):
        text = numerals.signed(value) if column.name in SIGNED else numerals.grouped(value)
        link = document.link(cited_places.narrowed(row, column.name), numerals.printed(value))
        is_counted = column.name in COUNTED
        unit = str(row["unit"] or "") if is_counted else column.unit
        found = document.marked(row, column.name)
        return ReaderCell("figure", text, unit, link, is_counted, found)
    if value is None:
        return ReaderCell("missing" if column.type != "string" else "blank", "")
    if column.name in CITED:
        return ReaderCell(
            "cited", value, link=document.link(cited_places.narrowed(row, column.name))
        )
    return ReaderCell("text", column.values.get(value, value))


def _digits(row: Row) -> str:
    amount = names.main_amount(row)
    return "" if amount is None else numerals.printed(amount)


def _printed(unit: str) -> str:
    """Return the pattern of a unit behind its number: 14.31元, 0.39 万."""
    return rf"\s*{re.escape(unit)}"


def converted(row: Row) -> str:
    """Return the unit that the amount was converted from; empty where the number is as printed."""
    unit = str(row.get("unit_as_published") or "")
    if unit in {"", MISSING} or originals.states(
        str(row["source_quote"]), _digits(row), _printed(unit)
    ):
        return ""
    return unit


def _remarks(row: Row, following: Row | None, document: OriginalDocument) -> tuple[Remark, ...]:
    found = []
    unit, reason = str(row.get("unit_as_published") or ""), row.get("reason")
    if unit and not converted(row):
        follows = _NO_UNIT if unit == MISSING else _printed(unit)
        link = document.link(row, _digits(row), follows)
        found.append(Remark("no-unit" if unit == MISSING else "unit", unit, link))
    # One reason for several rows in a row is quoted once, under the last of them.
    if reason and (following is None or following.get("reason") != reason):
        found.append(Remark("reason", str(reason), document.link(row, str(reason))))
    return tuple(found)


def _tells(column: str, rows: tuple[Row, ...]) -> bool:
    """Tell whether a column is worth its room: some row states it, and not all the same fund."""
    values = {row[column] for row in rows}
    return values != {None} and not (column == "fund" and len(values) == 1)


def _scope(table: TableSchema, rows: tuple[Row, ...]) -> str:
    """Return the name of the fund that all rows belong to; empty when there are several or none."""
    funds = {str(row["fund"]) for row in rows if row.get("fund")}
    return table.field("fund").values[funds.pop()] if len(funds) == 1 else ""


def layout(
    unit: TopicUnit,
    rows: tuple[Row, ...],
    document: OriginalDocument,
    settings: tuple[RowSetting, ...] = (),
) -> ReaderTable:
    """Return the table of a unit; columns that no row states are left out.

    `settings` are those of the rows, one each, where they have any.
    """
    table = tables.load()[unit.table]
    shown = [table.field(name) for name in unit.columns if _tells(name, rows)]
    return ReaderTable(
        _scope(table, rows),
        next(filter(None, map(converted, rows)), ""),
        next(field.title for name in _LABELS for field in table.fields if field.name == name),
        tuple(Column(field.title, field.unit, field.type != "string") for field in shown),
        tuple(
            ReaderRow(
                str(row["label"]),
                tuple(_cell(row, field, document) for field in shown),
                leads.is_total(row),
                setting.is_part or bool({row.get("key"), row.get("level")} & set(unit.parts)),
                _remarks(row, following, document),
                setting.page,
                setting.under,
            )
            for row, following, setting in zip(
                rows, (*rows[1:], None), settings or (RowSetting(),) * len(rows), strict=True
            )
        ),
    )
