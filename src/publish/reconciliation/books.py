"""A package as the checks read it: rows with their figures, found by key and not by position."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from publish import tables
from publish.documents.figures import PRECISION, quantized
from publish.reconciliation.prints import Print, squeezed
from publish.reconciliation.results import Figure, FigurePlace
from publish.reconciliation.tolerances import half_unit, usual_decimals

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from publish.documents.printed import Line
    from publish.packages import Package
    from publish.tables import Field, Row, TableSchema

AMOUNT, PERCENT = "_wanyuan", "_pct"
YEARS = {"base_year"}
# Columns that are what a row states; a figure of any other is named with its column.
MAIN = {"amount_wanyuan", "final_wanyuan", "count", "quantity", "value"}
WORDED = ("label", "name", "item", "purpose", "indicator", "series", "topic", "text")
CHART = "published-charts"

# 4,383.87
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?")
# 两个项目
_IN_WORDS = re.compile("[一二两三四五六七八九十](?=个)")
_WORDS = "一二三四五六七八九十"
_TAIL = 6


@lru_cache(maxsize=100_000)
def _numbers(quote: str) -> frozenset[Decimal]:
    """Return the numbers of a quote; the tail of a binary fraction is rounded."""
    text = squeezed(quote)
    words = {Decimal(_WORDS.index(at.replace("两", "二")) + 1) for at in _IN_WORDS.findall(text)}
    found = (Decimal(at.replace(",", "")) for at in _NUMBER.findall(text))
    rounded = (
        quantized(at, PRECISION) if len(str(at).partition(".")[2]) > _TAIL else at for at in found
    )
    return frozenset(words) | frozenset(rounded)


def _sizes(value: Decimal) -> tuple[Decimal, ...]:
    """Return the numbers that may be printed for a value: itself, in 元, in 亿元."""
    size = abs(value)
    return size, size * 10_000, size / 10_000


def _places(row: Row) -> tuple[FigurePlace, ...]:
    """Return the places of a row with the words there; see the data model on `source_quote`."""
    locators = str(row["source_locator"] or "").split(";")
    quote = str(row["source_quote"] or "")
    quotes = quote.split("\t") if len(locators) > 1 else [quote]
    return tuple(FigurePlace(*piece) for piece in zip(locators, quotes, strict=False))


def _unit(column: Field, row: Row) -> str:
    if column.name.endswith((AMOUNT, PERCENT)):
        return column.unit
    return str(row.get("unit") or row.get("target_unit") or "")


@dataclass(frozen=True)
class Entry:
    """A row of a table with what it takes to make figures of its numbers."""

    table: TableSchema
    index: int
    row: Row
    usual: int
    printed: Print = field(compare=False, repr=False)

    def __getitem__(self, column: str) -> tables.Value:
        """Return a cell; None for a column that the row does not have."""
        return self.row.get(column)

    def text(self, column: str) -> str:
        """Return a cell as text, empty where nothing is stated."""
        value = self.row.get(column)
        return "" if value is None else str(value)

    @property
    def name(self) -> str:
        """How the document calls the row."""
        if self.table.name == CHART:
            words = dict.fromkeys(self.text(column) for column in ("title", "series", "category"))
            return " ".join(word for word in words if word)
        return next((self.text(column) for column in WORDED if self.row.get(column)), "")

    @property
    def row_key(self) -> str:
        """The primary key, its values parted by a bar."""
        return "|".join(self.text(column) for column in self.table.primary_key)

    @cached_property
    def places(self) -> tuple[FigurePlace, ...]:
        """Where the document states the row; what only the end of a line parts is one place."""
        return self.printed.united(_places(self.row))

    @property
    def line(self) -> str:
        """The locator of the line, as it was before a width cut it, where the row begins."""
        return self.printed.begins(self.text("source_locator").partition(";")[0])

    def figure(self, column: str, value: Decimal | None = None) -> Figure | None:
        """Return the number in a cell, None where nothing is stated.

        `value` is the number that a text cell states (46万元).
        """
        stated = self.row.get(column) if value is None else value
        if stated is None or isinstance(stated, str):
            return None
        amount = Decimal(stated)
        kind = self.table.field(column)
        return Figure(
            self.table.name,
            self.index,
            column,
            amount,
            self._half(kind, amount, is_read=value is not None),
            "万元" if value is not None else _unit(kind, self.row),
            self._name(kind),
            self.row_key,
            self._stating(amount),
        )

    def _name(self, column: Field) -> str:
        return self.name if column.name in MAIN else f"{self.name}（{column.title}）"

    def _half(self, column: Field, amount: Decimal, *, is_read: bool) -> Decimal:
        if is_read or column.name.endswith(AMOUNT) or self.table.name == CHART:
            return half_unit(amount, self.usual)
        return half_unit(amount) if column.name.endswith(PERCENT) else Decimal(0)

    @cached_property
    def _by_number(self) -> dict[Decimal, list[int]]:
        """Which of the places print a number: a row of a long document has thousands of places."""
        found: dict[Decimal, list[int]] = {}
        for at, place in enumerate(self.places):
            for number in _numbers(place.quote):
                found.setdefault(number, []).append(at)
        return found

    @cached_property
    def _known(self) -> dict[Decimal, tuple[FigurePlace, ...]]:
        return {}

    def _stating(self, amount: Decimal) -> tuple[FigurePlace, ...]:
        if amount not in self._known:
            stating = {at for size in _sizes(amount) for at in self._by_number.get(size, ())}
            places = (self.places[at] for at in sorted(stating))
            self._known[amount] = tuple(dict.fromkeys(places)) or self.places[:1]
        return self._known[amount]


def is_figure(column: Field) -> bool:
    """Tell whether a column holds numbers of the document; years are dates."""
    return column.printed and column.type in {"number", "integer"} and column.name not in YEARS


@dataclass(frozen=True)
class Book:
    """A package with its rows by key. `usual` is how many decimals its amounts carry."""

    package: Package
    known: Mapping[str, TableSchema] = field(default_factory=tables.load)
    _keys: dict[tuple[str, str], Mapping[str, tuple[Entry, ...]]] = field(default_factory=dict)

    @cached_property
    def year(self) -> int:
        """The year of the accounts."""
        return self.package.fiscal_year

    @cached_property
    def usual(self) -> int:
        """How many decimals an amount of this document carries."""
        return usual_decimals(
            value
            for name, rows in self.package.tables.items()
            for row in rows
            for column, value in row.items()
            if isinstance(value, Decimal) and (column.endswith(AMOUNT) or name == CHART)
        )

    @cached_property
    def _entries(self) -> dict[str, tuple[Entry, ...]]:
        known = self.known
        return {
            name: tuple(
                Entry(known[name], at, row, self.usual, self.printed) for at, row in enumerate(rows)
            )
            for name, rows in self.package.tables.items()
            if name in known
        }

    def entries(self, table: str) -> tuple[Entry, ...]:
        """Return the rows of a table; none when the package does not have it."""
        return self._entries.get(table, ())

    def first(self, table: str) -> tuple[Entry, ...]:
        """Return the rows of a table that are not stated again with other values."""
        return tuple(entry for entry in self.entries(table) if entry["statement"] in {None, 1})

    def by(self, table: str, column: str) -> Mapping[str, tuple[Entry, ...]]:
        """Return the rows of a table by the text of a column."""
        if (table, column) not in self._keys:
            found: dict[str, list[Entry]] = {}
            for entry in self.entries(table):
                found.setdefault(entry.text(column), []).append(entry)
            self._keys[table, column] = {key: tuple(rows) for key, rows in found.items()}
        return self._keys[table, column]

    def entry(self, table: str, key: str, **also: str) -> Entry | None:
        """Return the first row with a key, and with the values of further columns."""
        for entry in self.by(table, "key").get(key, ()):
            if all(entry.text(column) == value for column, value in also.items()):
                return entry
        return None

    def figure(self, table: str, key: str, column: str, **also: str) -> Figure | None:
        """Return a number of the first row with a key."""
        entry = self.entry(table, key, **also)
        return entry.figure(column) if entry else None

    def figures(self) -> Iterator[Figure]:
        """Yield every figure of the package in its order."""
        for name, entries in self._entries.items():
            columns = [column.name for column in self.known[name].fields if is_figure(column)]
            if name == "findings":
                continue
            for entry in entries:
                for column in columns:
                    figure = entry.figure(column)
                    if figure is not None:
                        yield figure

    @cached_property
    def _stating(self) -> dict[str, list[Figure]]:
        found: dict[str, list[Figure]] = {}
        for figure in self.figures():
            begins = {self.printed.begins(place.locator) for place in figure.places}
            for locator in begins:
                found.setdefault(locator, []).append(figure)
        return found

    def stated_at(self, locator: str, value: Decimal) -> tuple[Figure, ...]:
        """Return the figures of this size that are stated in the line with a place."""
        known = self._stating.get(self.printed.begins(locator), ())
        return tuple(figure for figure in known if abs(figure.value) == value)

    @cached_property
    def printed(self) -> Print:
        """The document."""
        return Print(self.package)

    @property
    def texts(self) -> tuple[tuple[Line, str], ...]:
        """The lines of the document with their text for reading, chart data left out."""
        return self.printed.texts

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the document; none where it is no text."""
        return self.printed.lines
