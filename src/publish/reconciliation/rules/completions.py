"""Completion of budgets: against the budget where it is printed, else against the parts.

Source: CHECKS section 7, DONE-*, ZERO-DONE; section 10, PERF-RATE.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish import tables
from publish.reconciliation import reasons
from publish.reconciliation.claims import Blend, Ratio
from publish.reconciliation.explanations import say
from publish.reconciliation.judging import judged, passed, unchecked
from publish.reconciliation.results import Result, Severity, Status
from publish.reconciliation.rules import functional_accounts
from publish.reconciliation.rules.shares import amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.reconciliation.books import Book, Entry
    from publish.reconciliation.results import Figure

VALUE, BLEND = "completion-is-final-of-budget", "completion-fits-its-parts"
RATE, NOTHING = "execution-rate-is-paid-of-planned", "nothing-has-no-completion"
DONE = "completion_pct"
TABLES = ("key-figures", "three-public", "expenditure-by-function")
# The rate of each table, what was paid, and what was planned.
RATES = {
    "projects": (DONE, "executed_wanyuan", "budget_wanyuan"),
    "self-evaluations": ("execution_pct", "paid_wanyuan", "amount_wanyuan"),
    "project-funds": ("execution_pct", "paid_wanyuan", "planned_wanyuan"),
}


def _completed(book: Book) -> Iterator[Entry]:
    for table in TABLES:
        for entry in book.entries(table):
            if entry[DONE] is not None:
                yield entry


def _budget(entry: Entry) -> Figure | None:
    """Return the budget of the phase that the sentence names."""
    columns: tuple[str, ...] = ("adjusted_budget_wanyuan", "budget_wanyuan")
    phase = entry.text("completion_of")
    if "年初" in phase:
        columns = columns[1:]
    return next((figure for column in columns if (figure := entry.figure(column))), None)


def completion_is_final_of_budget(book: Book) -> Iterator[Result]:
    """完成预算P% = 100 x 决算 / 预算 of the phase that the sentence names."""
    for entry in _completed(book):
        rate, final, budget = entry.figure(DONE), amount(entry), _budget(entry)
        if rate is None or final is None:
            continue
        if budget is None:
            yield unchecked(VALUE, rate.name, reasons.NO_BUDGET, (rate,))
        elif budget.value:
            yield judged(VALUE, rate.name, Ratio(rate, (final,), (budget,)))


def nothing_has_no_completion(book: Book) -> Iterator[Result]:
    """Of a budget of 0 no percentage is completed."""
    for entry in _completed(book):
        rate, final, budget = entry.figure(DONE), amount(entry), _budget(entry)
        if rate is None or final is None or final.value or (budget and budget.value):
            continue
        if not rate.value:
            yield passed(NOTHING, rate.name, (rate, final))
            continue
        text = say("completion-of-nothing", name=final.name, rate=rate.value)
        severity = Severity.ERROR if budget else Severity.INFO
        yield Result(NOTHING, Status.FAILED, rate.name, (rate, final), text=text, severity=severity)


def _lists(book: Book) -> Iterator[tuple[Entry | None, list[Entry]]]:
    """Yield a whole with the parts that make it up."""
    parts = [entry for key in tables.THREE_PUBLIC if (entry := book.entry("three-public", key))]
    yield book.entry("three-public", "total"), parts
    for fund, leaves in functional_accounts.leaves(book).items():
        keys = (book.entry("key-figures", key, scope=fund) for key in functional_accounts.TOTALS)
        yield next((entry for entry in keys if entry), None), leaves


def _blend(whole: Entry | None, parts: list[Entry]) -> Result | None:
    rate = whole.figure(DONE) if whole else None
    final = amount(whole) if whole else None
    if rate is None or final is None or not final.value:
        return None
    cells = [(amount(entry), entry.figure(DONE)) for entry in parts]
    spent = [(part, done) for part, done in cells if part is None or part.value]
    phases = {one.text("completion_of") for one in (whole, *parts) if one and one[DONE] is not None}
    known = tuple((part, done) for part, done in spent if part and done and done.value)
    if len(known) != len(spent) or not known or len(phases) > 1:
        return unchecked(BLEND, rate.name, reasons.NO_PARTS, (rate,))
    return judged(BLEND, rate.name, Blend(rate, final, known))


def completion_fits_its_parts(book: Book) -> Iterator[Result]:
    """The completion of a whole is the one that its parts give together."""
    yield from (found for whole, parts in _lists(book) if (found := _blend(whole, parts)))


def execution_rate_is_paid_of_planned(book: Book) -> Iterator[Result]:
    """执行率P% = 100 x 已支付 / 安排, of projects and of their lines."""
    for table, columns in RATES.items():
        for entry in book.entries(table):
            rate, paid, planned = (entry.figure(column) for column in columns)
            if rate is None:
                continue
            if paid and planned and planned.value:
                yield judged(RATE, rate.name, Ratio(rate, (paid,), (planned,)))
            else:
                known = tuple(figure for figure in (rate, paid, planned) if figure)
                yield unchecked(RATE, rate.name, reasons.NO_PARTS, known)
