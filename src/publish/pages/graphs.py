"""Which chart stands over a table: rows of a unit become the bars that answer its question.

Zeros are not drawn; the caption says how many there are. What is not published is left to the
table, which has the words for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from publish import texts
from publish.charts import Bar, Chart, ChartKind, is_drawable
from publish.pages import flows, leads
from publish.pages.names import main_amount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from publish.pages.topics import TopicUnit
    from publish.tables import Row

Rows: TypeAlias = tuple["Row", ...]
Drawn: TypeAlias = tuple[ChartKind, tuple[Bar, ...], Decimal | None]

# Of tables whose rows overlap, the parts that make up the whole.
_PARTS = {
    "three-public": frozenset({"overseas", "vehicles", "reception"}),
    "procurement": frozenset({"goods", "works", "services"}),
}
_ASSETS = frozenset(
    {"land_and_buildings", "general_equipment_value", "special_equipment_value"}
    | {"furniture", "relics", "books"}
)
DERIVED = frozenset({"change"})
"""Charts with amounts that the document does not print: last year's, by the change it states."""


@dataclass(frozen=True, slots=True)
class Caption:
    """The words of a chart: its title, its description; and the year of its figures."""

    title: str
    description: str
    year: int


def _share(row: Row) -> str:
    share = row.get("share_pct")
    return "" if share is None else f"{share:f}%"


def _bars(rows: Iterable[Row]) -> tuple[Bar, ...]:
    return tuple(
        Bar(str(row["label"]), main_amount(row), _share(row)) for row in rows if main_amount(row)
    )


def _descending(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: main_amount(row) or Decimal(0), reverse=True)


def _parts(unit: TopicUnit, rows: Rows, _year: int) -> Drawn:
    keys = _PARTS.get(unit.table)
    parts = (
        row for row in rows if not leads.is_total(row) and (keys is None or row["key"] in keys)
    )
    whole = next((main_amount(row) for row in rows if leads.is_total(row)), None)
    return ChartKind.PARTS, _bars(_descending(parts)), whole


def _accounts(_unit: TopicUnit, rows: Rows, _year: int) -> Drawn:
    return (
        ChartKind.BARS,
        _bars(_descending(row for row in rows if row["level"] == "account")),
        None,
    )


def _fixed_assets(_unit: TopicUnit, rows: Rows, _year: int) -> Drawn:
    return ChartKind.BARS, _bars(_descending(row for row in rows if row["key"] in _ASSETS)), None


def _funds(_unit: TopicUnit, rows: Rows, _year: int) -> Drawn:
    return ChartKind.BARS, _bars(rows), None


def _items(_unit: TopicUnit, rows: Rows, _year: int) -> Drawn:
    return ChartKind.BARS, _bars(_descending(leads.lowest(rows))), None


def _pair(row: Row) -> tuple[Bar, ...]:
    """Return what was planned and what was spent; no bars where only one of them is published."""
    group, rate = str(row["label"]), row.get("completion_pct")
    budget = row.get("adjusted_budget_wanyuan") or row.get("budget_wanyuan")
    final = row.get("final_wanyuan", row.get("amount_wanyuan"))
    if not isinstance(budget, Decimal) or not isinstance(final, Decimal) or not (budget or final):
        return ()
    note = "" if rate is None else texts.plain("charts.bar.completion", rate=f"{rate:f}")
    planned, spent = (texts.pattern(f"charts.bar.{name}") for name in ("budget", "final"))
    return (Bar(planned, budget, group=group), Bar(spent, final, note, group))


def _budget(unit: TopicUnit, rows: Rows, year: int) -> Drawn:
    """Return budget against final account; the parts of the whole where no budget is published."""
    keys = _PARTS.get(unit.table)
    own = (row for row in rows if keys is None or row["key"] in keys)
    bars = tuple(bar for row in own for bar in _pair(row))
    if bars:
        return ChartKind.PAIRS, bars, None
    return (_parts if keys else _funds)(unit, rows, year)


def _change(_unit: TopicUnit, rows: Rows, year: int) -> Drawn:
    bars: list[Bar] = []
    for row in rows:
        now, change, base = main_amount(row), row.get("change_wanyuan"), row.get("base_year")
        if now is None or not isinstance(change, Decimal) or row["change_against"] == "budget":
            continue
        name = str(row["label"])
        years = (base or year - 1, year)
        earlier, newer = (texts.plain("charts.bar.year", year=one) for one in years)
        bars += (Bar(earlier, now - change, group=name), Bar(newer, now, group=name))
    return ChartKind.PAIRS, tuple(bars), None


def _execution(_unit: TopicUnit, rows: Rows, _year: int) -> Drawn:
    bars, money = [], texts.pattern("charts.unit.money")
    for row in rows:
        rate = row["completion_pct"]
        if isinstance(rate, Decimal):
            amounts = (row["executed_wanyuan"], row["budget_wanyuan"])
            said = " / ".join("—" if value is None else str(value) for value in amounts)
            note = texts.plain("charts.bar.measured", amount=said, unit=money)
            bars.append(Bar(str(row["label"]), rate, note))
    return ChartKind.PARTS, tuple(bars), Decimal(100)


def _flow(_unit: TopicUnit, rows: Rows, _year: int) -> Drawn:
    return ChartKind.STEPS, flows.bars(rows), None


_PERCENT = "%"
_CHARTS: dict[str, Callable[[TopicUnit, Rows, int], Drawn]] = {
    "accounts": _accounts,
    "budget": _budget,
    "change": _change,
    "execution": _execution,
    "fixed_assets": _fixed_assets,
    "flow": _flow,
    "items": _items,
    "parts": _parts,
}


def chart(unit: TopicUnit, rows: Rows, caption: Caption) -> Chart | None:
    """Return the chart of a unit with these rows; None when there is nothing that can be drawn.

    A row that is stated twice is drawn once.
    """
    firsts = tuple(row for row in rows if row.get("statement", 1) == 1)
    kind, bars, whole = _CHARTS[unit.chart](unit, firsts, caption.year)
    if not bars or not is_drawable(bars, whole):
        return None
    measure = _PERCENT if unit.chart == "execution" else texts.pattern("charts.unit.money")
    return Chart(kind, caption.title, caption.description, measure, bars, whole)
