"""Expenditure by function: items, groups, classes and the total of each fund.

Source: 公开03表, 05表, 08表, 09表; TABLES T2.2, T3.1, T3.2, T5.1, T5.2, T8, T9.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.reconciliation import reasons
from publish.reconciliation.claims import AtMost, Balance
from publish.reconciliation.judging import judged, unchecked
from publish.reconciliation.rules import economic_accounts
from publish.reconciliation.rules.sums import Parts, whole_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publish.reconciliation.books import Book, Entry
    from publish.reconciliation.results import Figure, Result

TABLE = "expenditure-by-function"
CHILDREN, NATURE = "parents-equal-children", "basic-and-project-make-up-the-amount"
ALL, BUDGET = "all", "general_public_budget"
COLUMNS = ("amount_wanyuan", "basic_wanyuan", "project_wanyuan")
# The row of `expenditure` that a column sums up to.
KINDS = dict(zip(COLUMNS, ("total", "basic", "project"), strict=True))
TOTALS = ("current_expenditure", "appropriation_expenditure")


@dataclass(frozen=True, slots=True)
class _Node:
    """An account with the accounts below it; the whole fund has no entry."""

    entry: Entry | None
    children: tuple[_Node, ...] = ()

    def leaves(self) -> Iterator[Entry]:
        """Yield the accounts that have none below them."""
        if not self.children and self.entry is not None:
            yield self.entry
        for child in self.children:
            yield from child.leaves()


def _grouped(entries: Iterable[Entry], column: str) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.text(column), []).append(entry)
    return found


def _nodes(entries: list[Entry], level: str, below: str) -> Iterator[_Node]:
    """Yield the accounts of a level, one for each name; lower ones without it stand for it."""
    for entry in entries:
        if entry["level"] != level and not entry.text(f"{level}_name"):
            yield _Node(entry)
    for name, members in _grouped(entries, f"{level}_name").items():
        if not name:
            continue
        own = [entry for entry in members if entry["level"] == level]
        lower = [entry for entry in members if entry["level"] != level]
        nodes = tuple(_nodes(lower, below, "")) if below else tuple(_Node(entry) for entry in lower)
        if own:
            yield _Node(own[0], nodes)
        else:
            yield from nodes


def _funds(book: Book) -> dict[str, _Node]:
    return {fund: tree(entries) for fund, entries in _grouped(book.first(TABLE), "fund").items()}


def tree(entries: list[Entry]) -> _Node:
    """Return the accounts of a table as a tree; the total has no entry."""
    lower = [entry for entry in entries if entry["level"] != "total"]
    return _Node(None, tuple(_nodes(lower, "class", "group")))


def classes(book: Book) -> dict[str, list[Entry]]:
    """Return the classes of each fund."""
    return {
        fund: [entry for entry in entries if entry["level"] == "class"]
        for fund, entries in _grouped(book.first(TABLE), "fund").items()
    }


def leaves(book: Book) -> dict[str, list[Entry]]:
    """Return the accounts of each fund that have none below them."""
    return {fund: list(node.leaves()) for fund, node in _funds(book).items()}


def total(book: Book, fund: str, column: str) -> Figure | None:
    """Return the printed total of a fund."""
    found: Figure | None = None
    if fund == ALL:
        found = book.figure("expenditure", KINDS[column], "amount_wanyuan")
    elif column == COLUMNS[0]:
        figures = (book.figure("key-figures", key, column, scope=fund) for key in TOTALS)
        found = next((figure for figure in figures if figure), None)
    elif fund == BUDGET and column == COLUMNS[1]:
        found = economic_accounts.total(book, "total")  # TABLES X6
    return found


def _parts(entries: Iterable[Entry], column: str) -> Parts:
    cells = [(entry, entry.figure(column)) for entry in entries]
    return Parts(
        tuple(figure for _entry, figure in cells if figure),
        tuple(entry.name for entry, figure in cells if not figure),
    )


def _heads(node: _Node) -> tuple[Entry, ...]:
    return tuple(child.entry for child in node.children if child.entry is not None)


def _below(check: str, node: _Node, column: str) -> Iterator[Result]:
    """Yield the sums of an account and of all below it."""
    whole = node.entry.figure(column) if node.entry else None
    parts = _parts(_heads(node), column)
    if whole and parts.figures:
        yield whole_of(check, whole, parts)
    for child in node.children:
        yield from _below(check, child, column)


def levels(check: str, node: _Node, column: str, whole: Figure | None) -> Iterator[Result]:
    """Yield the sums of a tree: the total of its classes and of its lowest accounts, and below."""
    heads = _parts(_heads(node), column)
    lowest = _parts(node.leaves(), column)
    if whole and heads.figures:
        yield whole_of(check, whole, heads)
        if lowest.figures and set(lowest.figures) != set(heads.figures):
            yield whole_of(check, whole, lowest)
    elif heads.figures and column == COLUMNS[0]:
        yield unchecked(check, heads.figures[0].name, reasons.NO_WHOLE, heads.figures)
    yield from _below(check, node, column)


def parents_equal_children(book: Book) -> Iterator[Result]:
    """Items make up their group, groups their class, classes the total of the fund."""
    funds = _funds(book)
    for fund, node in funds.items():
        for column in COLUMNS:
            yield from levels(CHILDREN, node, column, total(book, fund, column))


def _has_other_kinds(book: Book) -> bool:
    kinds = ("remitted_to_superior", "business", "subordinate_subsidy")
    figures = (book.figure("expenditure", key, COLUMNS[0]) for key in kinds)
    return any(figure and figure.value for figure in figures)


def basic_and_project_make_up_the_amount(book: Book) -> Iterator[Result]:
    """Each row: 合计 = 基本支出 + 项目支出; with kinds beside them, not more than it."""
    for entry in book.entries(TABLE):
        whole, *cells = (entry.figure(column) for column in COLUMNS)
        parts = tuple(figure for figure in cells if figure)
        if whole is None or not parts:
            continue
        if entry["fund"] == ALL and _has_other_kinds(book):
            yield judged(NATURE, entry.name, AtMost(parts, (whole,)))
        else:
            yield judged(NATURE, entry.name, Balance((whole,), parts))
