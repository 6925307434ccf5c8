"""Expenditure by function as a tree: classes (类), in them groups (款), in them items (项).

Only amounts that the document states are shown; a level that it does not state has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from publish.pages import leads, names
from publish.texts import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publish.pages.links import Linked
    from publish.pages.years import Edition
    from publish.tables import Row

SLUG = "function"
_TABLE = "expenditure-by-function"
_LEVELS = ("class", "group", "item")


@dataclass(frozen=True, slots=True)
class AccountBranch:
    """An account, its amount and share as printed (None: not stated), and those below it.

    `size` orders the accounts: the amount stated, else the sum of what is stated below.
    """

    name: str
    amount: Linked | None
    share: Linked | None
    below: tuple[AccountBranch, ...]
    size: Decimal


def _linked(edition: Edition, row: Row | None, column: str, unit: str) -> Linked | None:
    if row is None or row[column] is None:
        return None
    (figure,) = edition.document.linked((sentences.figure(row, column, unit),))
    return None if isinstance(figure, str) else figure


def _name(row: Row, depth: int) -> str:
    return str(row[f"{_LEVELS[depth]}_name"] or "")


def _account(edition: Edition, rows: tuple[Row, ...], depth: int) -> AccountBranch:
    """Return the account that all these rows belong to; its own row is the one of its level."""
    own = next((row for row in rows if row["level"] == _LEVELS[depth]), None)
    others = tuple(row for row in rows if row is not own)
    below = _accounts(edition, others, depth + 1) if depth + 1 < len(_LEVELS) else ()
    return AccountBranch(
        _name(rows[0], depth),
        _linked(edition, own, "amount_wanyuan", sentences.WANYUAN),
        _linked(edition, own, "share_pct", sentences.PERCENT),
        below,
        names.main_amount(own or {}) or sum((one.size for one in below), Decimal(0)),
    )


def _accounts(edition: Edition, rows: Iterable[Row], depth: int) -> tuple[AccountBranch, ...]:
    """Return the accounts of a level, the largest first; rows without its name give none."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        if name := _name(row, depth):
            groups.setdefault(name, []).append(row)
    found = (_account(edition, tuple(group), depth) for group in groups.values())
    return tuple(sorted(found, key=lambda account: -account.size))


def tree(edition: Edition) -> tuple[AccountBranch, ...]:
    """Return the classes of the fund that the document breaks down the furthest.

    Classes on which nothing was spent are left to the table.
    """
    rows = leads.firsts(edition.package.rows(_TABLE))
    funds = [str(row["fund"]) for row in rows]
    if not funds:
        return ()
    widest = max(dict.fromkeys(funds), key=funds.count)
    found = _accounts(edition, (row for row in rows if row["fund"] == widest), 0)
    return tuple(account for account in found if account.size)
