"""基本支出 by economic account: 人员经费 and 公用经费, and what they are made of.

Source: 公开06表; TABLES T6.1 to T6.4. An account that is named without an amount is not stated.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish.reconciliation import reasons
from publish.reconciliation.claims import Balance
from publish.reconciliation.judging import judged, unchecked
from publish.reconciliation.rules.sums import Parts, whole_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.reconciliation.books import Book, Entry
    from publish.reconciliation.results import Figure, Result

TABLE, AMOUNT = "basic-expenditure", "amount_wanyuan"
BASIC, ACCOUNTS = "basic-equals-personnel-and-public", "groups-equal-their-accounts"
GROUPS = ("personnel", "public")
# 基本工资、津贴补贴等
_MORE = re.compile("等$")


def of_group(book: Book, group: str) -> tuple[Entry, ...]:
    """Return the accounts of 人员经费 (personnel) or 公用经费 (public)."""
    return tuple(
        entry
        for entry in book.first(TABLE)
        if entry["group"] == group and entry["level"] == "account"
    )


def total(book: Book, group: str) -> Figure | None:
    """Return the printed sum of a group, or of all basic expenditure (total)."""
    for entry in book.first(TABLE):
        if entry["group"] == group and entry["level"] != "account":
            return entry.figure(AMOUNT)
    return None


def basic_equals_personnel_and_public(book: Book) -> Iterator[Result]:
    """基本支出 = 人员经费 + 公用经费."""
    whole = total(book, "total")
    parts = tuple(figure for group in GROUPS if (figure := total(book, group)))
    if whole is None or not parts:
        return
    if len(parts) < len(GROUPS) and whole.value > parts[0].value:
        yield unchecked(BASIC, whole.name, reasons.NO_PARTS, (whole, *parts))
    else:
        yield judged(BASIC, whole.name, Balance((whole,), parts))


def groups_equal_their_accounts(book: Book) -> Iterator[Result]:
    """人员经费 and 公用经费 are the sums of their economic accounts."""
    for group in GROUPS:
        whole, entries = total(book, group), of_group(book, group)
        figures = tuple(figure for entry in entries if (figure := entry.figure(AMOUNT)))
        missing = tuple(
            entry.name for entry in entries if entry[AMOUNT] is None or _MORE.search(entry.name)
        )
        if whole is None or not entries:
            continue
        if not figures:
            yield unchecked(ACCOUNTS, whole.name, reasons.NO_PARTS, (whole,))
        else:
            yield whole_of(ACCOUNTS, whole, Parts(figures, missing))
