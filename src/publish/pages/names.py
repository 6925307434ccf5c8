"""What a row is called on a page: the usual name of its key or account, else as printed.

Labels as printed are cut out of sentences (市应急管理局共有车辆); the data keep them, and the way
to the sentence shows them in their place.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from publish import tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publish.tables import Row, TableSchema

_ACCOUNT = ("item_name", "group_name", "class_name", "label", "purpose", "name", "item")
_AMOUNTS = ("final_wanyuan", "amount_wanyuan", "budget_wanyuan", "planned_wanyuan")


def _keyed(table: TableSchema, row: Row) -> str:
    name = table.keys.get(str(row.get("key")), "")
    scope = row.get("scope")
    if not name or scope is None or scope == "all":
        return name
    money = table.field("scope").values[str(scope)]
    return name if name.startswith(money) else money + name


def main_column(row: Row) -> str:
    """Return the column of the amount that the row is about: a final account goes first."""
    return next((column for column in _AMOUNTS if column in row), "amount_wanyuan")


def main_amount(row: Row) -> Decimal | None:
    """Return the amount that the row is about, in 万元; None: not published."""
    value = row.get(main_column(row))
    return value if isinstance(value, Decimal) else None


def named(table: str, row: Row) -> Row:
    """Return the row with the name for readers as its label."""
    known = tables.load()[table]
    name = _keyed(known, row) or next(str(row[column]) for column in _ACCOUNT if row.get(column))
    return {**row, "label": name}


def ordered(table: str, rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return the rows in the order of the table's keys; accounts stay as the document has them."""
    places = {key: place for place, key in enumerate(tables.load()[table].keys)}
    return tuple(sorted(rows, key=lambda row: places.get(str(row.get("key")), len(places))))
