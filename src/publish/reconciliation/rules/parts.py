"""Parts that are not more than their whole. `parts.toml` names them.

Source: TABLES X9, X9a, X10, X15; CHECKS section 7, PART-*. What scope explains is no finding
(CHECKS section 12).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from publish.reconciliation import reasons
from publish.reconciliation.claims import AtMost
from publish.reconciliation.judging import judged
from publish.reconciliation.results import Certainty, Severity, Status
from publish.reconciliation.rules import economic_accounts, functional_accounts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.reconciliation.books import Book
    from publish.reconciliation.results import Figure, Result

WITHIN = "part-is-within-whole"


@dataclass(frozen=True, slots=True)
class Pair:
    """A part and its whole; see `parts.toml`."""

    part: str
    whole: str
    severity: str
    note: str = ""


@cache
def pairs() -> tuple[Pair, ...]:
    """Return every declared part."""
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return tuple(Pair(**found) for found in declared["part"])


def _figure(book: Book, reference: str) -> Figure | None:
    table, key, column = reference.split("/")
    key, _, scope = key.partition("@")
    if table == economic_accounts.TABLE and key.startswith("#"):
        entries = book.by(table, "code").get(key[1:], ())
        return entries[0].figure(column) if entries else None
    if table == economic_accounts.TABLE:
        return economic_accounts.total(book, key)
    return book.figure(table, key, column, **({"scope": scope} if scope else {}))


def _judged(pair: Pair, part: Figure, whole: Figure) -> Result:
    result = judged(WITHIN, part.name, AtMost((part,), (whole,)))
    if result.status is Status.FAILED:
        certainty = Certainty.LIKELY if pair.note else Certainty.PROVEN
        return replace(result, severity=Severity(pair.severity), certainty=certainty)
    if pair.note and part.value != whole.value:
        return replace(result, status=Status.EXPLAINED, text=reasons.SCOPE)
    return result


def _of_all(book: Book) -> Iterator[Result]:
    """Yield an account of a fund against the same account of all money."""
    known: dict[str, Figure] = {}
    for entry in book.first(functional_accounts.TABLE):
        figure = entry.figure("amount_wanyuan")
        if entry["fund"] == functional_accounts.ALL and entry["code"] and figure:
            known[entry.text("code")] = figure
    for entry in book.first(functional_accounts.TABLE):
        figure, whole = entry.figure("amount_wanyuan"), known.get(entry.text("code"))
        if entry["fund"] != functional_accounts.ALL and figure and whole:
            yield judged(WITHIN, entry.name, AtMost((figure,), (whole,)))


def part_is_within_whole(book: Book) -> Iterator[Result]:
    """小微 within 中小, 财政拨款 within all money, economic accounts within 三公."""
    for pair in pairs():
        part, whole = _figure(book, pair.part), _figure(book, pair.whole)
        if part and whole:
            yield _judged(pair, part, whole)
    yield from _of_all(book)
