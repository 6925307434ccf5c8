"""Cards that messages show beside a link to the website: one for each year, one for the rest."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from publish import texts
from publish.charts import Bar, Card
from publish.pages import names, titles, topics
from publish.texts import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publish.packages import Package
    from publish.tables import Row

MAIN = ("total_expenditure", "current_expenditure", "total_income")
"""The figure that a card shows: the first of these that the document states."""


def _main(package: Package) -> tuple[str, Row] | None:
    """Return the main figure with its name; where no total is stated, the first headline figure."""
    rows = (package.row("key-figures", key=key, scope="all") for key in MAIN)
    named = [("", names.named("key-figures", row)) for row in rows if row]
    plan = ((card.label, card.row(package)) for card in topics.load().cards)
    found = (*named, *((label, row) for label, row in plan if row))
    return next(((label, row) for label, row in found if names.main_amount(row) is not None), None)


def _bars(row: Row, year: int) -> tuple[Bar, ...]:
    """Return the figure of last year and of this one, where the document says how it changed."""
    now, change, base = names.main_amount(row), row.get("change_wanyuan"), row.get("base_year")
    if now is None or not isinstance(change, Decimal) or row["change_against"] == "budget":
        return ()
    before, this = (texts.plain("charts.bar.year", year=one) for one in (base or year - 1, year))
    return (Bar(before, now - change), Bar(this, now))


def year_card(package: Package) -> Card:
    """Return the card of a department and year."""
    over = texts.pattern("charts.card.over")
    title, told = package.department_name, titles.told(package, "charts.card.year")
    main = _main(package)
    if main is None:
        return Card(over, title, told)
    label, row = main
    column = names.main_column(row)
    change = sentences.text(sentences.opening(sentences.change(row, column)))
    figure = sentences.figure(row, column).text
    bars = _bars(row, package.fiscal_year)
    return Card(over, title, told, label or str(row["label"]), figure, change, bars)


def site_card(packages: Sequence[Package]) -> Card:
    """Return the card of every page that is not of a year: how much the website holds."""
    over, title, told, label = (
        texts.pattern(f"charts.card.{key}") for key in ("over", "title", "told", "holds")
    )
    departments = len({package.department for package in packages})
    count = texts.plain("charts.card.count", departments=departments, years=len(packages))
    return Card(over, title, told, label, count)
