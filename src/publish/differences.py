"""What a new reading of a document changes in a package, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish import tables
from publish.packages import cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from publish.tables import Row, Table, Value


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is new, gone or changed: `cells` are (column, before, after)."""

    table: str
    key: str
    cells: tuple[tuple[str, str, str], ...]

    @property
    def sign(self) -> str:
        """`+` for a new row, `-` for one that is gone, `~` for a changed one."""
        if all(before == "" for _column, before, _after in self.cells):
            return "+"
        return "-" if all(after == "" for _column, _before, after in self.cells) else "~"


def _by_key(table: Table, rows: Iterable[Row]) -> dict[tuple[Value, ...], Row]:
    return {tuple(row[name] for name in table.primary_key): row for row in rows}


def _cells(table: Table, old: Row, new: Row) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (column.name, cell(old.get(column.name)), cell(new.get(column.name)))
        for column in table.fields
        if cell(old.get(column.name)) != cell(new.get(column.name))
    )


def differences(
    old: Mapping[str, tuple[Row, ...]], new: Mapping[str, tuple[Row, ...]]
) -> tuple[Difference, ...]:
    """Return the differences between two sets of tables, in the order of the data model."""
    found = []
    for name, table in tables.load().items():
        before, after = _by_key(table, old.get(name, ())), _by_key(table, new.get(name, ()))
        for key in dict.fromkeys([*before, *after]):
            cells = _cells(table, before.get(key, {}), after.get(key, {}))
            if cells:
                found.append(Difference(name, " ".join(cell(part) for part in key), cells))
    return tuple(found)
