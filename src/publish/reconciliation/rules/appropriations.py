"""What became of the appropriations: the accounts that the department-wide report gives.

A sentence of such a section names what there was (年初, 追加, 安排, 年初结转) and what became of it
(实际支出, 调整指标, 收回, 压减, 年末结转); each is one account that must close.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from publish import tables
from publish.reconciliation import reasons
from publish.reconciliation.claims import Balance
from publish.reconciliation.explanations import cell, say
from publish.reconciliation.judging import judged, unchecked
from publish.reconciliation.results import Certainty, Result, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.reconciliation.books import Book, Entry
    from publish.reconciliation.results import Figure

TABLE, AMOUNT = "budget-execution", "amount_wanyuan"
ADD_UP, BALANCE = "appropriations-add-up", "appropriations-balance"
CLOSING, EXECUTED = "closing", "executed"
# With one of these an account says what became of the rest.
RESTS = {"recovered", "reallocated", CLOSING}
_WHOLE_AND_PARTS = 3


@dataclass(frozen=True, slots=True)
class AppropriationAccount:
    """An appropriation as one sentence states it: the money there was, and the uses of it."""

    sources: tuple[Entry, ...] = ()
    uses: tuple[Entry, ...] = ()


def sentences(book: Book) -> tuple[tuple[Entry, ...], ...]:
    """Return the rows of each kind of money at each place, in their order."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in book.entries(TABLE):
        found.setdefault((entry.text("kind"), entry.line), []).append(entry)
    return tuple(tuple(entries) for entries in found.values())


def _accounts(entries: tuple[Entry, ...]) -> tuple[AppropriationAccount, ...]:
    found = [AppropriationAccount()]
    for entry in entries:
        last = found[-1]
        if entry["stage"] not in tables.MONEY_IN:
            found[-1] = replace(last, uses=(*last.uses, entry))
        elif last.uses:
            found.append(AppropriationAccount((entry,)))
        else:
            found[-1] = replace(last, sources=(*last.sources, entry))
    return tuple(account for account in found if account.sources or account.uses)


def _of(entries: tuple[Entry, ...], *stages: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry["stage"] in stages)


def _wholes(entries: tuple[Entry, ...]) -> Iterator[tuple[Entry, tuple[Entry, ...]]]:
    """Yield the rows of a sentence that sum up others, with these.

    安排 sums up 年初 and 追加. Of three or more rows of one stage the first sums up the others:
    追加2258.4万元，其中基本支出18.27万元，项目支出2240.13万元.
    """
    arranged, parts = _of(entries, "arranged"), _of(entries, "initial", "added")
    if len(arranged) == 1 and len(parts) > 1:
        yield arranged[0], parts
        return
    for stage in ("initial", "added"):
        rows = _of(entries, stage)
        if len(rows) >= _WHOLE_AND_PARTS:
            yield rows[0], rows[1:]
    for account in _accounts(entries):
        rows = _of(account.uses, EXECUTED)
        if len(rows) >= _WHOLE_AND_PARTS:
            yield rows[0], rows[1:]


def _figures(entries: tuple[Entry, ...]) -> tuple[Figure, ...]:
    return tuple(figure for entry in entries if (figure := entry.figure(AMOUNT)))


def appropriations_add_up(book: Book) -> Iterator[Result]:
    """安排 = 年初预算 + 追加预算; a sum and the items behind 其中 agree."""
    for entries in sentences(book):
        for whole, parts in _wholes(entries):
            figures = _figures((whole, *parts))
            if len(figures) > 1:
                yield judged(ADD_UP, figures[0].name, Balance(figures[:1], figures[1:]))


def _trimmed(account: AppropriationAccount, entries: tuple[Entry, ...]) -> AppropriationAccount:
    """Return an account in which each sum of money stands once."""
    wholes = tuple(_wholes(entries))
    heads = [whole for whole, _parts in wholes if whole["stage"] == "added"]
    inner = [part for whole, parts in wholes if whole not in heads for part in parts]
    out = [*heads, *inner]
    return AppropriationAccount(
        tuple(entry for entry in account.sources if entry not in out),
        tuple(entry for entry in account.uses if entry not in out),
    )


def _spent_and_moved(
    sources: tuple[Figure, ...], spent: tuple[Figure, ...], rest: tuple[Figure, ...]
) -> Result:
    """Return that all of the money is said to be spent, and some to be moved or taken back."""
    text = say(
        "spent-and-moved", source=cell(sources[0]), spent=cell(spent[0]),
        rest="、".join(map(cell, rest)),
    )  # fmt: skip
    return Result(
        BALANCE,
        Status.FAILED,
        sources[0].name,
        (*sources, *spent, *rest),
        text=text,
        severity=Severity.INFO,
        certainty=Certainty.LIKELY,
    )


def _balance(account: AppropriationAccount) -> Result | None:
    stages = {str(entry["stage"]) for entry in account.uses}
    sources, uses = _figures(account.sources), _figures(account.uses)
    if EXECUTED not in stages or not sources:
        return None
    claim = Balance(sources, uses)
    result = judged(BALANCE, sources[0].name, claim)
    spent = _figures(_of(account.uses, EXECUTED))
    if result.status is Status.FAILED and Balance(sources, spent).holds():
        return _spent_and_moved(sources, spent, _figures(_of(account.uses, *RESTS)))
    if result.status is Status.PASSED or CLOSING in stages:
        return replace(result, is_binding=bool(stages & RESTS))
    if not stages & RESTS:
        return unchecked(BALANCE, sources[0].name, reasons.NO_CARRY_OVER, claim.figures)
    return replace(result, severity=Severity.WARNING, certainty=Certainty.LIKELY)


def appropriations_balance(book: Book) -> Iterator[Result]:
    """What there was = what was spent, moved, taken back or carried over."""
    for entries in sentences(book):
        for account in _accounts(entries):
            result = _balance(_trimmed(account, entries))
            if result is not None:
                yield result
