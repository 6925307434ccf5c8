"""The money of a project: planned and spent, by source, and the lines that reports list."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from publish import tables, texts
from publish.charts import Bar, Chart, ChartKind, is_drawable
from publish.pages import cited_places, names, projects, reader_tables
from publish.pages.reader_tables import Column, ReaderCell, ReaderRow, ReaderTable
from publish.pages.topics import TopicUnit
from publish.texts import markup, numerals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from publish.pages.links import OriginalDocument
    from publish.tables import Row

_BUDGET, _SPENT, _RATE = "budget_wanyuan", "executed_wanyuan", "completion_pct"
_COLUMNS = ("initial_budget_wanyuan", _BUDGET, _SPENT, _RATE)
_SOURCES = ("", "fiscal_", "carried_", "other_")
# The title of a column says what of a source it states: 其中：财政拨款预算数.
_BUDGETED = "预算数"
_LINES = ("planned_wanyuan", "paid_wanyuan", "execution_pct")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of money that one report lists."""

    title: str
    id: Markup
    layout: ReaderTable
    origin: Markup


def _label(source: str) -> str:
    """Return 其中：财政拨款 for the columns that begin with `fiscal_`."""
    title = tables.load()[projects.PLANS].field(f"{source}{_BUDGET}").title
    return title.removesuffix(_BUDGETED) if source else texts.plain("project.money.total")


def _stated(plan: Row) -> tuple[str, ...]:
    """Return the sources with an amount, the total first."""
    return tuple(
        source
        for source in _SOURCES
        if any(plan[f"{source}{column}"] is not None for column in (_BUDGET, _SPENT))
    )


def _cell(plan: Row, name: str, document: OriginalDocument) -> ReaderCell:
    value = plan.get(name)
    if name not in plan or isinstance(value, str):
        return ReaderCell("blank", "")
    if value is None:
        return ReaderCell(reader_tables.MISSING, "")
    link = document.link(cited_places.narrowed(plan, name), numerals.printed(value))
    unit = tables.load()[projects.PLANS].field(name).unit
    found = document.marked(plan, name)
    return ReaderCell("figure", numerals.grouped(value), unit, link, marks=found)


def layout(plan: Row, document: OriginalDocument) -> ReaderTable | None:
    """Return the table of the money of a project; None where its form states none."""
    fields = tables.load()[projects.PLANS]
    shown = [fields.field(name) for name in _COLUMNS if plan[name] is not None]
    sources = _stated(plan)
    if not sources:
        return None
    return ReaderTable(
        scope="",
        converted=reader_tables.converted(plan),
        label_title=texts.plain("project.money.source"),
        columns=tuple(Column(field.title, field.unit, is_number=True) for field in shown),
        entries=tuple(
            ReaderRow(
                label=_label(source),
                cells=tuple(_cell(plan, f"{source}{field.name}", document) for field in shown),
                is_total=not source,
                is_part=bool(source),
                remarks=(),
            )
            for source in sources
        ),
    )


def _pair(plan: Row, source: str) -> Iterable[Bar]:
    fields, rate = tables.load()[projects.PLANS], plan[_RATE]
    for column in (_BUDGET, _SPENT):
        amount = plan[f"{source}{column}"]
        says_rate = column == _SPENT and not source and rate is not None
        yield Bar(
            fields.field(column).title,
            amount if isinstance(amount, Decimal) else None,
            texts.plain("project.money.rate", rate=rate) if says_rate else "",
            _label(source),
        )


def chart(plan: Row, title: str, description: str) -> Chart | None:
    """Return the picture of budget and expenditure; sources are drawn where there are several."""
    total, *sources = _stated(plan) or (None,)
    if total is None:
        return None
    drawn = (total, *sources) if len(sources) > 1 else (total,)
    bars = tuple(bar for source in drawn for bar in _pair(plan, source))
    unit = tables.load()[projects.PLANS].field(_BUDGET).unit
    if not is_drawable(bars):
        return None
    return Chart(ChartKind.PAIRS, title, description, unit, bars)


def lines(rows: tuple[Row, ...], document: OriginalDocument) -> tuple[Lines, ...]:
    """Return the lines of money of a project, by the report that lists them."""
    found = []
    for number, (report, group) in enumerate(groupby(rows, key=lambda row: str(row["report"])), 1):
        named = tuple(names.named(projects.FUNDS, row) for row in group)
        unit = TopicUnit(f"lines-{number}", report, projects.FUNDS, _LINES, lead="")
        shown = reader_tables.layout(unit, named, document)
        origin = document.link(named[0]).checked
        found.append(Lines(report, markup.address(unit.id), shown, origin))
    return tuple(found)
