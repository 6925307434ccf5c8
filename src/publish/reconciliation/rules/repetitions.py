"""The same quantity in several places: text, table, annex, report, form, chart.

Source: CHECKS section 6; TEXT-REPEAT-VALUE, XTXT-CHART, XTXT-PERF.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from publish.reconciliation import reasons
from publish.reconciliation.books import CHART
from publish.reconciliation.claims import Balance, Same
from publish.reconciliation.judging import judged, unchecked
from publish.reconciliation.results import Certainty, Severity, Status
from publish.reconciliation.rules import printed_charts, quantities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.reconciliation.books import Book
    from publish.reconciliation.results import Figure, Result

SAME, LAST_YEAR = "same-quantity-has-one-value", "charts-show-last-year"


def _is_sure(quantity: str, figures: tuple[Figure, ...]) -> bool:
    """Tell whether places contradict each other that leave no room for another scope."""
    told = tuple(figure for figure in figures if figure.table != CHART)
    return not quantity.startswith(quantities.LOOSE) and not Same(told or figures[:1]).holds()


def same_quantity_has_one_value(book: Book) -> Iterator[Result]:
    """Every place that states a quantity gives it the same value."""
    for quantity, figures in quantities.stated(book).items():
        if len(figures) == 1:
            continue
        result = judged(SAME, figures[0].name, Same(figures))
        if result.status is Status.FAILED and not _is_sure(quantity, figures):
            result = replace(result, severity=Severity.WARNING, certainty=Certainty.LIKELY)
        yield result


def _changed(book: Book) -> dict[str, tuple[Figure, Figure]]:
    """Return the figures of the year with their change against last year, by quantity."""
    found = {}
    for table in ("key-figures", "income", "expenditure"):
        for entry in book.first(table):
            amount, change = entry.figure("amount_wanyuan"), entry.figure("change_wanyuan")
            quantity = quantities.of_key(entry, "amount_wanyuan")
            if quantity and amount and change and entry["base_year"] == book.year - 1:
                found[quantity] = (amount, change)
    return found


def charts_show_last_year(book: Book) -> Iterator[Result]:
    """Last year in a chart = this year less the change that the text states."""
    changed, words = _changed(book), quantities.declared()["charts"]
    for point in printed_charts.points(book):
        if point.year != book.year - 1:
            continue
        pair = changed.get(printed_charts.quantity(point, words))
        if pair is None:
            yield unchecked(LAST_YEAR, point.figure.name, reasons.NO_CAPTION, (point.figure,))
            continue
        amount, change = pair
        result = judged(LAST_YEAR, amount.name, Balance((amount,), (point.figure, change)))
        is_failed = result.status is Status.FAILED
        yield replace(result, severity=Severity.WARNING if is_failed else None)
