"""收入总计 and 支出总计: whether they balance, and whether the disclosed carry-over closes them.

Source: 公开01表, 04表; TABLES T1.3 to T1.5, T4.4 to T4.7. In many documents 总计 stands for
本年合计, without what was carried over (SENTENCES section 2).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice, product
from typing import TYPE_CHECKING

from publish.reconciliation import reasons
from publish.reconciliation.claims import AtMost, Balance
from publish.reconciliation.explanations import cell, say, terms
from publish.reconciliation.judging import judged, unchecked
from publish.reconciliation.results import Certainty, Result, Severity, Status
from publish.reconciliation.rules import appropriations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.reconciliation.books import Book, Entry
    from publish.reconciliation.results import Figure

TOTALS, DECOMPOSED = "totals-balance", "totals-include-the-carry-over"
FUNDS = "funds-add-up-to-the-appropriation"
AMOUNT, KEY_FIGURES = "amount_wanyuan", "key-figures"
SCOPES = ("all", "fiscal_appropriation")
THREE_FUNDS = ("general_public_budget", "government_fund", "state_capital")
# Of many ways to print one carry-over not all are tried.
_MOST_PRINTINGS = 64
# Money that is no appropriation: 其他资金年初结转121.7万元.
OTHER_MONEY = re.compile("其他资金|非财政")


@dataclass(frozen=True, slots=True)
class _CarryOver:
    """What was there at the start of the year and at its end."""

    opening: tuple[Figure, ...]
    closing: tuple[Figure, ...]


def _stated(book: Book, scope: str) -> _CarryOver | None:
    opening = book.figure(KEY_FIGURES, "opening_balance", AMOUNT, scope=scope)
    closing = book.figure(KEY_FIGURES, "closing_balance", AMOUNT, scope=scope)
    return _CarryOver((opening,), (closing,)) if opening and closing else None


def _subject(entry: Entry, entries: tuple[Entry, ...]) -> str:
    """Return what a row is about: other money, or the kind under which it stands."""
    told = f"{entry.name}{entries[0].name}{entry['kind']}"
    return "other" if OTHER_MONEY.search(told) else str(entry["kind"])


def _disclosed(book: Book, stage: str) -> dict[str, list[Figure]]:
    """Return what the report says of a stage, by the money it is about, each with its printings."""
    found: dict[str, list[Figure]] = {}
    for entries in appropriations.sentences(book):
        for entry in entries:
            figure = entry.figure(AMOUNT)
            if entry["stage"] == stage and figure:
                found.setdefault(_subject(entry, entries), []).append(figure)
    return found


def _carried(book: Book, scope: str) -> tuple[_CarryOver, ...]:
    """Return the carry-over of a scope, once for every way in which it is printed."""
    stated = _stated(book, scope)
    if stated:
        return (stated,)
    opening, closing = _disclosed(book, "opening"), _disclosed(book, "closing")
    kinds = [
        kind for kind in opening if kind in closing and not (scope == SCOPES[1] and kind == "other")
    ]
    printed = product(*(opening[kind] for kind in kinds), *(closing[kind] for kind in kinds))
    return tuple(
        _CarryOver(tuple(figures[: len(kinds)]), tuple(figures[len(kinds) :]))
        for figures in islice(printed, _MOST_PRINTINGS)
        if kinds
    )


def _explained(unbalanced: Balance, closing: Balance) -> Result:
    """Return that 总计 do not balance, and that the disclosed carry-over closes them."""
    (income,), (expenditure,) = unbalanced.left, unbalanced.right
    text = say(
        "totals-explained", income=cell(income), expenditure=cell(expenditure),
        difference=abs(unbalanced.difference), left=terms(closing.left),
        right=terms(closing.right), sum=closing.published,
    )  # fmt: skip
    return Result(
        TOTALS,
        Status.EXPLAINED,
        income.name,
        (*unbalanced.figures, *closing.figures[1:]),
        claim=closing,
        text=text,
        severity=Severity.WARNING,
        certainty=Certainty.PROVEN,
    )


def _is_year_total(book: Book, income: Figure, expenditure: Figure) -> bool:
    years = (book.figure("income", "total", AMOUNT), book.figure("expenditure", "total", AMOUNT))
    return tuple(figure.value for figure in years if figure) == (income.value, expenditure.value)


def _label_only(unbalanced: Balance) -> Result:
    """Return that 总计 do not balance and are the sums of the year; no carry-over is disclosed."""
    (income,), (expenditure,) = unbalanced.left, unbalanced.right
    text = say("totals-label", income=cell(income), expenditure=cell(expenditure))
    return Result(
        TOTALS,
        Status.EXPLAINED,
        income.name,
        unbalanced.figures,
        text=text,
        severity=Severity.WARNING,
        certainty=Certainty.LIKELY,
    )


def _is_decomposed(book: Book, scope: str) -> bool:
    """Tell whether the document says what its 总计 is made of: 本年收入 and 年初结转."""
    keys = ("current_income", "opening_balance")
    return all(book.figure(KEY_FIGURES, key, AMOUNT, scope=scope) for key in keys)


def _balance(book: Book, scope: str) -> Result | None:
    income = book.figure(KEY_FIGURES, "total_income", AMOUNT, scope=scope)
    expenditure = book.figure(KEY_FIGURES, "total_expenditure", AMOUNT, scope=scope)
    if income is None or expenditure is None:
        return None
    claim = Balance((income,), (expenditure,))
    if claim.holds() or _is_decomposed(book, scope):
        return judged(TOTALS, income.name, claim)
    closings = [
        Balance((income, *carried.opening), (expenditure, *carried.closing))
        for carried in _carried(book, scope)
    ]
    closing = min(closings, key=lambda found: abs(found.difference), default=None)
    if closing is not None and closing.holds():
        return _explained(claim, closing)
    if scope == SCOPES[0] and closing is None and _is_year_total(book, income, expenditure):
        return _label_only(claim)
    result = judged(TOTALS, income.name, closing or claim)
    certainty = Certainty.LIKELY if closing is None else Certainty.PROVEN
    severity = Severity.WARNING if closing is None else None
    return replace(result, severity=severity, certainty=certainty)


def totals_balance(book: Book) -> Iterator[Result]:
    """收入总计 = 支出总计, for all money and for 财政拨款."""
    yield from (found for scope in SCOPES if (found := _balance(book, scope)))


_SIDES = {
    "total_income": ("current_income", "used_balance", "opening_balance"),
    "total_expenditure": ("current_expenditure", "distributed_balance", "closing_balance"),
}


def totals_include_the_carry_over(book: Book) -> Iterator[Result]:
    """总计 = 本年合计 + 年初结转 + 使用结余; = 本年合计 + 结余分配 + 年末结转."""
    for scope in SCOPES:
        for key, parts in _SIDES.items():
            whole = book.figure(KEY_FIGURES, key, AMOUNT, scope=scope)
            figures = tuple(
                figure
                for part in parts
                if (figure := book.figure(KEY_FIGURES, part, AMOUNT, scope=scope))
            )
            if whole is None:
                continue
            if len(figures) > 1:
                yield judged(DECOMPOSED, whole.name, Balance((whole,), figures))
            else:
                yield unchecked(DECOMPOSED, whole.name, reasons.NO_CARRY_OVER, (whole,))


def _year_total(book: Book, side: str) -> Figure | None:
    """Return the 财政拨款 of the year; a 总计 that does not balance stands for it."""
    fiscal = SCOPES[1]
    for key in (f"appropriation_{side}", f"current_{side}"):
        figure = book.figure(KEY_FIGURES, key, AMOUNT, scope=fiscal)
        if figure:
            return figure
    totals = [
        book.figure(KEY_FIGURES, f"total_{side}", AMOUNT, scope=fiscal)
        for side in ("income", "expenditure")
    ]
    if totals[0] and totals[1] and not Balance((totals[0],), (totals[1],)).holds():
        return totals[side == "expenditure"]
    return None


def _of_fund(book: Book, side: str, fund: str) -> Figure | None:
    if side == "income":
        stated = book.figure("income", fund, AMOUNT)
        return stated or book.figure(KEY_FIGURES, "appropriation_income", AMOUNT, scope=fund)
    return book.figure(KEY_FIGURES, "appropriation_expenditure", AMOUNT, scope=fund)


def funds_add_up_to_the_appropriation(book: Book) -> Iterator[Result]:
    """财政拨款 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算, income and expenditure."""
    for side in ("income", "expenditure"):
        whole = _year_total(book, side)
        parts = tuple(figure for fund in THREE_FUNDS if (figure := _of_fund(book, side, fund)))
        subject = whole.name if whole else "财政拨款"
        if whole is None or not parts:
            reason = reasons.NO_PARTS if whole else reasons.NO_WHOLE
            yield unchecked(FUNDS, subject, reason, (*parts, *((whole,) if whole else ())))
            continue
        claim = Balance((whole,), parts)
        if len(parts) < len(THREE_FUNDS) and claim.difference > claim.tolerance:
            yield judged(FUNDS, subject, AtMost(parts, (whole,)))
        else:
            is_binding = len(parts) == len(THREE_FUNDS)
            yield replace(judged(FUNDS, subject, claim), is_binding=is_binding)
