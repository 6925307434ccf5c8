"""A chart cut into blocks and rows, with every text as it will be printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate, groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from publish import texts
from publish.charts import theme
from publish.charts.lettering import ELLIPSIS, printable, width, wrapped
from publish.charts.values import ChartKind, Step

if TYPE_CHECKING:
    from publish.charts.theme import PageForm
    from publish.charts.values import Bar, Chart

PERCENT = "%"
YI = Decimal(10_000)
"""万元 in 1 亿元: from here on an amount is told in both."""

GROUPED = frozenset({ChartKind.PAIRS, ChartKind.STEPS, ChartKind.YEARS})
_STEPS = {Step.IN: "earlier", Step.SPENT: "bar", Step.LEFT: "left"}


@dataclass(frozen=True, slots=True)
class Row:
    """A bar and its texts: `side` stands left of it, `value` and `note` right of it.

    `said` is all of it in words, with the unit and nothing cut off.

    A step begins at `start` and goes on or back from there; every other bar begins at zero.
    """

    amount: Decimal | None
    value: str
    note: str
    said: str
    side: str = ""
    earlier: bool = False
    start: Decimal = Decimal(0)
    step: Step | None = None

    @property
    def role(self) -> str:
        """The kind of the bar: a step, negative, earlier than the one that counts, or any bar."""
        if self.step:
            return _STEPS[self.step]
        if self.amount is not None and self.amount < 0:
            return "negative"
        return "earlier" if self.earlier else "bar"

    @property
    def end(self) -> Decimal:
        """Where the bar ends."""
        amount = self.amount or Decimal(0)
        return self.start + (amount if self.step in {None, Step.IN} else -amount)

    @property
    def reach(self) -> Decimal:
        """How far to the right the bar comes."""
        return max(self.start, self.end, Decimal(0))

    @property
    def is_left(self) -> bool:
        """Whether the amount is written on the left: that of a negative bar."""
        return not self.step and self.end < 0

    @property
    def value_width(self) -> int:
        """The room for the printed amount."""
        return width(self.value, theme.TEXT_SIZE)

    @property
    def note_width(self) -> int:
        """The room for the note and the space before it."""
        return width(self.note, theme.TEXT_SIZE) + theme.SPACE if self.note else 0


@dataclass(frozen=True, slots=True)
class Block:
    """A heading in lines and the rows below or beside it; `full` is said where it is cut off."""

    head: tuple[str, ...]
    full: str
    rows: tuple[Row, ...]

    @property
    def head_height(self) -> int:
        """The height of the heading."""
        return len(self.head) * theme.LINE if any(self.head) else 0

    def rows_height(self, form: PageForm) -> int:
        """Return the height of the rows in a form of the page."""
        return len(self.rows) * form.row - form.bar_gap

    def height(self, form: PageForm) -> int:
        """Return the height of the block in a form of the page."""
        if form.beside:
            return max(self.head_height, self.rows_height(form))
        return self.head_height + theme.HEAD_GAP + self.rows_height(form)


def amount_text(amount: Decimal | None, unit: str) -> str:
    """Return the digits as printed, in groups of three: `1,797.04`, `83%`, `未公布`."""
    if amount is None:
        return texts.pattern("charts.bar.missing")
    return f"{amount:,f}" + (PERCENT if unit == PERCENT else "")


def measured(amount: Decimal | None, unit: str) -> str:
    """Return the digits as printed with their unit, and what is over 1 亿 rounded to it as well."""
    shown = amount_text(amount, unit)
    if amount is None or unit == PERCENT:
        return shown
    told = texts.plain("charts.bar.measured", amount=shown, unit=printable(unit))
    if unit != texts.pattern("charts.unit.money") or abs(amount) < YI:
        return told
    return told + texts.plain("charts.bar.about", amount=f"{amount / YI:,.2f}")


def said(bar: Bar, unit: str) -> str:
    """Return a bar in words: `公务接待费，决算：3.60 万元，完成98%`."""
    names = [printable(name) for name in (bar.group, bar.label) if name]
    name = names[0] if len(names) == 1 else ""
    if len(names) > 1:
        name = texts.plain("charts.bar.group", group=names[0], label=names[1])
    told = texts.plain("charts.bar.said", name=name, amount=measured(bar.amount, unit))
    return told + (texts.plain("charts.bar.note", note=printable(bar.note)) if bar.note else "")


def _short(text: str, limit: int) -> str:
    return wrapped(printable(text), limit, 1)[0]


def _row(bar: Bar, unit: str) -> Row:
    note = _short(bar.note, theme.NOTE_LENGTH)
    return Row(bar.amount, amount_text(bar.amount, unit), note, said(bar, unit))


def _pair(bar: Bar, last: Bar, unit: str) -> Row:
    side = _short(bar.label, theme.SIDE_LENGTH)
    return replace(_row(bar, unit), side=side, earlier=bar is not last)


def _steps(bars: tuple[Bar, ...], unit: str) -> tuple[Row, ...]:
    rows = [replace(_pair(bar, bar, unit), step=bar.step) for bar in bars]
    starts = accumulate((row.end for row in rows), initial=Decimal(0))
    return tuple(replace(row, start=start) for row, start in zip(rows, starts, strict=False))


def _groups(chart: Chart) -> list[tuple[str, tuple[Row, ...]]]:
    if chart.kind not in GROUPED:
        return [(bar.label, (_row(bar, chart.unit),)) for bar in chart.bars]
    groups = [(name, tuple(bars)) for name, bars in groupby(chart.bars, attrgetter("group"))]
    if chart.kind is ChartKind.STEPS:
        return [(name, _steps(bars, chart.unit)) for name, bars in groups]
    return [
        (name, tuple(_pair(bar, bars[-1], chart.unit) for bar in bars)) for name, bars in groups
    ]


def _block(name: str, rows: tuple[Row, ...], form: PageForm) -> Block:
    text = printable(name)
    head = wrapped(text, form.label_width * 10 // theme.TEXT_SIZE, theme.LABEL_LINES)
    return Block(head, text if head[-1].endswith(ELLIPSIS) else "", rows)


def blocks(chart: Chart, form: PageForm) -> tuple[Block, ...]:
    """Return what stands together: the bars of a pair, else every bar under its own label."""
    return tuple(_block(name, rows, form) for name, rows in _groups(chart))
