"""Identities of official tables that the explanation does not print: 公开02表, 08表, 09表.

Source: TABLES T2.1 to T2.3, T4.7, T8, T9. What stands between tables is found by quantity.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.reconciliation.claims import Balance
from publish.reconciliation.judging import judged
from publish.reconciliation.rules import functional_accounts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.reconciliation.books import Book, Entry
    from publish.reconciliation.results import Figure, Result

INCOME, ACCOUNTS = "income-by-function-adds-up", "fund-accounts-balance"
BY_FUNCTION, BALANCES, KEY_FIGURES = "income-by-function", "fund-balances", "key-figures"
AMOUNT = "amount_wanyuan"
SOURCES = (
    "fiscal_appropriation_wanyuan",
    "superior_subsidy_wanyuan",
    "institutional_wanyuan",
    "business_wanyuan",
    "subordinate_remittance_wanyuan",
    "other_wanyuan",
)
FOUR = ("opening_wanyuan", "income_wanyuan", AMOUNT, "closing_wanyuan")
NATURE = ("basic_wanyuan", "project_wanyuan")
FUNDS = ("fiscal_appropriation", "general_public_budget", "government_fund", "state_capital")


def _figures(entry: Entry, columns: tuple[str, ...]) -> tuple[Figure, ...]:
    return tuple(figure for column in columns if (figure := entry.figure(column)))


def _rows(check: str, entries: tuple[Entry, ...], parts: tuple[str, ...]) -> Iterator[Result]:
    """Yield that each row is the sum of its columns."""
    for entry in entries:
        whole, figures = entry.figure(AMOUNT), _figures(entry, parts)
        if whole and figures:
            yield judged(check, entry.name, Balance((whole,), figures))


def _levels(check: str, entries: tuple[Entry, ...], columns: tuple[str, ...]) -> Iterator[Result]:
    """Yield the sums of the levels of a table, for each column."""
    total = next((entry for entry in entries if entry["level"] == "total"), None)
    node = functional_accounts.tree(list(entries))
    for column in columns:
        whole = total.figure(column) if total else None
        yield from functional_accounts.levels(check, node, column, whole)


def income_by_function_adds_up(book: Book) -> Iterator[Result]:
    """Each row is the sum of its sources, each level that of the level below."""
    entries = book.first(BY_FUNCTION)
    yield from _rows(INCOME, entries, SOURCES)
    yield from _levels(INCOME, entries, (AMOUNT, *SOURCES))


def _account(entry: Entry) -> Iterator[Result]:
    opening, income, expenditure, closing = (entry.figure(column) for column in FOUR)
    if expenditure and (income or opening) and (closing or income):
        left = tuple(figure for figure in (opening, income) if figure)
        right = tuple(figure for figure in (expenditure, closing) if figure)
        yield judged(ACCOUNTS, entry.name, Balance(left, right))


def _stated(book: Book, fund: str, keys: tuple[str, ...]) -> Figure | None:
    figures = (book.figure(KEY_FIGURES, key, AMOUNT, scope=fund) for key in keys)
    return next((figure for figure in figures if figure), None)


def _of_fund(book: Book, fund: str) -> Result | None:
    """Return whether opening + income = expenditure + closing in the totals of a fund."""
    opening = _stated(book, fund, ("opening_balance",))
    income = _stated(book, fund, ("current_income", "appropriation_income"))
    expenditure = _stated(book, fund, ("current_expenditure", "appropriation_expenditure"))
    closing = _stated(book, fund, ("closing_balance",))
    income = income or book.figure("income", fund, AMOUNT)
    if not (opening and income and expenditure and closing):
        return None
    claim = Balance((opening, income), (expenditure, closing))
    return judged(ACCOUNTS, expenditure.name, claim)


def fund_accounts_balance(book: Book) -> Iterator[Result]:
    """年初结转 + 本年收入 = 本年支出 + 年末结转, for each fund and each of its accounts."""
    entries = book.first(BALANCES)
    results = [found for fund in FUNDS if (found := _of_fund(book, fund))]
    results += [result for entry in entries for result in _account(entry)]
    results += _rows(ACCOUNTS, entries, NATURE)
    for fund in dict.fromkeys(entry.text("fund") for entry in entries):
        own = tuple(entry for entry in entries if entry["fund"] == fund)
        results += _levels(ACCOUNTS, own, (*FOUR, *NATURE))
    yield from results
