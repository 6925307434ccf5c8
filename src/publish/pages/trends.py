"""The headline figures of a department over its years: a chart, a sentence and a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish import texts
from publish.charts import Bar, Chart, ChartKind, is_drawable
from publish.pages import names, topics
from publish.texts import numerals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from publish.packages import Package
    from publish.pages.topics import TopicCard

ENOUGH = 2
"""Years that must state a figure: one alone shows no way."""


@dataclass(frozen=True, slots=True)
class Trend:
    """A figure, its table, and what it was in each year; None: not stated in that year."""

    label: str
    table: str
    amounts: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Trends:
    """The figures that several years state, over all years from the first to the last."""

    years: tuple[int, ...]
    figures: tuple[Trend, ...]
    chart: Chart


def _trend(card: TopicCard, years: Sequence[int], known: Mapping[int, Package]) -> Trend | None:
    found = ((year, card.row(known[year])) for year in years if year in known)
    rows = {year: row for year, row in found if row is not None}
    amounts = tuple(names.main_amount(rows[year]) if year in rows else None for year in years)
    is_drawn = is_drawable(Bar("", amount) for amount in amounts)
    if sum(amount is not None for amount in amounts) < ENOUGH or not is_drawn:
        return None
    label = str(next(iter(rows.values()))["label"])
    return Trend(card.label or label, card.table, amounts)


def _sentence(years: Sequence[int], figure: Trend) -> str:
    """Return where the first figure came from and went to, in the years that state it."""
    stated = [
        (year, amount)
        for year, amount in zip(years, figure.amounts, strict=True)
        if amount is not None
    ]
    (first, before), (last, after) = stated[0], stated[-1]
    way = "unchanged" if after == before else "increase" if after > before else "decrease"
    amounts = {"before": numerals.grouped(before), "after": numerals.grouped(after)}
    return texts.plain(f"trends.{way}", label=figure.label, first=first, last=last, **amounts)


def _chart(years: Sequence[int], figures: tuple[Trend, ...]) -> Chart:
    bars = tuple(
        Bar(texts.plain("charts.bar.year", year=year), amount, group=figure.label)
        for figure in figures
        for year, amount in zip(years, figure.amounts, strict=True)
    )
    title, said = texts.pattern("trends.title"), _sentence(years, figures[0])
    return Chart(ChartKind.YEARS, title, said, texts.pattern("charts.unit.money"), bars)


def trends(packages: Sequence[Package]) -> Trends | None:
    """Return the figures of the packages of one department; None where no two years state one."""
    known = {package.fiscal_year: package for package in packages}
    years = tuple(range(min(known), max(known) + 1)) if known else ()
    found = (_trend(card, years, known) for card in topics.load().cards)
    figures = tuple(trend for trend in found if trend)
    return Trends(years, figures, _chart(years, figures)) if figures else None
