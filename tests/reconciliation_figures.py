"""Figures by themselves, for tests of claims."""

from decimal import Decimal

from publish.reconciliation.results import Figure
from publish.reconciliation.tolerances import half_unit

D = Decimal


def figure(name: str, value: str, *, column: str = "amount_wanyuan", usual: int = 2) -> Figure:
    """Return a figure of a table of its own."""
    amount = D(value)
    is_percent = column.endswith("_pct")
    half = half_unit(amount) if is_percent else half_unit(amount, usual)
    return Figure(name, 0, column, amount, half, "%" if is_percent else "万元", name, "", ())


def percent(name: str, value: str) -> Figure:
    """Return a printed percentage."""
    return figure(name, value, column="share_pct")
