"""Shares: each is its part of the whole, and those of a whole list make up 100 %.

Source: CHECKS section 7, SHARE-VALUE, SHARE-SUM, ZERO-SHARE.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publish.reconciliation import reasons
from publish.reconciliation.claims import Balance, Ratio
from publish.reconciliation.explanations import say
from publish.reconciliation.judging import judged, passed, unchecked
from publish.reconciliation.prints import squeezed
from publish.reconciliation.results import Result, Severity, Status
from publish.reconciliation.rules import economic_accounts, functional_accounts
from publish.reconciliation.substitutions import ZERO
from publish.reconciliation.tolerances import HUNDRED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.reconciliation.books import Book, Entry
    from publish.reconciliation.results import Figure

VALUE, SUM = "share-is-part-of-whole", "shares-make-up-the-whole"
SHARE = "share_pct"


@cache
def _declared() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def amount(entry: Entry) -> Figure | None:
    """Return the amount of a row, whatever its column is called."""
    return entry.figure("final_wanyuan") or entry.figure("amount_wanyuan")


def _keyed(book: Book, reference: str) -> Figure | None:
    table, _, key = reference.partition("/")
    entry = book.entry(table, key)
    return amount(entry) if entry else None


def _wholes(book: Book, entry: Entry) -> tuple[Figure, ...]:
    """Return what the share of a row may be a share of."""
    words = squeezed(entry.text("share_of"))
    reference = _declared()["words"].get(words) or _declared()["wholes"][entry.table.name]
    if reference == "fund":
        found = [functional_accounts.total(book, str(entry["fund"]), "amount_wanyuan")]
    elif reference == "basic":
        found = [economic_accounts.total(book, "total")]
    else:
        found = [_keyed(book, one) for one in reference.split("|") if one]
    return tuple(figure for figure in found if figure)


def _entries(book: Book) -> Iterator[Entry]:
    for table in _declared()["wholes"]:
        for entry in book.entries(table):
            if entry[SHARE] is not None:
                yield entry


def _share(book: Book, entry: Entry) -> Result:
    share, part, wholes = entry.figure(SHARE), amount(entry), _wholes(book, entry)
    if share is None or part is None or not wholes:
        return unchecked(VALUE, entry.name, reasons.NO_BASE, (share,) if share else ())
    claims = [Ratio(share, (part,), (whole,)) for whole in wholes]
    claim = next((claim for claim in claims if claim.holds()), claims[0])
    (whole,) = claim.whole
    if claim.is_possible:
        return judged(VALUE, share.name, claim)
    if not share.value:
        return passed(VALUE, share.name, (share,))
    text = say("share-of-nothing", whole=whole.name, share=share.value)
    return Result(
        VALUE, Status.FAILED, share.name, claim.figures, text=text, severity=Severity.WARNING
    )


def share_is_part_of_whole(book: Book) -> Iterator[Result]:
    """占P% = 100 x part / whole."""
    yield from (_share(book, entry) for entry in _entries(book))


def _exact(share: Figure, part: Figure | None) -> Figure:
    """Return the share; that of nothing is exactly nothing."""
    is_nothing = part is not None and not part.value and not share.value
    return replace(share, half=ZERO) if is_nothing else share


def _listed(entries: list[Entry], subject: str) -> Result | None:
    """Return whether the shares of a list make up 100; None where some have none."""
    cells = [(entry.figure(SHARE), amount(entry)) for entry in entries]
    shares = tuple(_exact(share, part) for share, part in cells if share)
    is_whole = all(share or (part and not part.value) for share, part in cells)
    if not is_whole or not any(share.value for share in shares):
        return None
    result = judged(SUM, subject, Balance(shares, (), HUNDRED))
    return replace(result, severity=Severity.WARNING)


def _lists(book: Book) -> Iterator[tuple[str, list[Entry]]]:
    for table, keys in _declared()["complete"].items():
        entries = [entry for entry in book.first(table) if entry["key"] in keys]
        has_parts = {entry["key"] for entry in entries} >= {keys[0], keys[1]}
        if table == "income" and has_parts:  # 财政拨款 and its funds share the same money
            entries = [entry for entry in entries if entry["key"] not in keys[1:4]]
        yield table, entries
    for fund, entries in functional_accounts.classes(book).items():
        yield fund, entries


def shares_make_up_the_whole(book: Book) -> Iterator[Result]:
    """The shares of a complete list make up 100 %."""
    yield from (found for subject, rows in _lists(book) if (found := _listed(rows, subject)))
