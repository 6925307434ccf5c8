"""The scale of a chart: how many pixels an amount gets once every text has its place."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from publish.charts import theme
from publish.charts.lettering import width
from publish.charts.values import ChartKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publish.charts.rows import Block, Row
    from publish.charts.theme import PageForm
    from publish.charts.values import Chart

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Scale:
    """The amounts from `low` to `high` on the pixels from `left` to `right`."""

    low: Decimal
    high: Decimal
    left: int
    right: int

    def share(self, amount: Decimal) -> Decimal:
        """Return where between `low` (0) and `high` (1) an amount lies."""
        return (amount - self.low) / (self.high - self.low)

    def x(self, amount: Decimal) -> int:
        """Return the pixel of an amount."""
        return self.left + round(self.share(amount) * (self.right - self.left))


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the columns that all rows of a chart share."""

    head: int
    side: int
    value: int
    note: int


def _extent(chart: Chart, rows: Sequence[Row]) -> tuple[Decimal, Decimal]:
    amounts = [ZERO, *(row.end for row in rows)]
    if chart.kind is ChartKind.PARTS:
        amounts.append(chart.whole or sum((part for part in amounts if part > 0), ZERO))
    low, high = min(amounts), max(amounts)
    return low, high if high > low else low + 1


def _end(row: Row, scale: Scale, note: int) -> int:
    """Return how far the scale may go so that the texts after the bar of `row` fit on the sheet.

    `note` is the room for its note.
    """
    room = note + (0 if row.is_left else theme.SPACE + row.value_width)
    share = scale.share(row.reach)
    return scale.left + int((scale.right - scale.left - room) / share) if share else scale.right


def columns(blocks: Sequence[Block], form: PageForm) -> Columns:
    """Return the widths that the longest texts ask for."""
    rows = [row for block in blocks for row in block.rows]
    head = max(width(line, theme.TEXT_SIZE) for block in blocks for line in block.head)
    side = max(width(row.side, theme.TEXT_SIZE) for row in rows)
    return Columns(
        head=head + theme.COLUMN_GAP if form.beside and head else 0,
        side=side + theme.SPACE if side else 0,
        value=max(row.value_width for row in rows),
        note=max(row.note_width for row in rows),
    )


def scale(chart: Chart, rows: Sequence[Row], taken: Columns, sheet: int) -> Scale:
    """Return the scale of a chart on a sheet of this width.

    An amount that is written left of a negative bar gets its room there. Notes give way to a scale
    as long as a thumb; amounts do not.
    """
    left = max(taken.head + taken.side, theme.RULE)
    negative = [row.value_width for row in rows if row.is_left]
    left += max(negative) + theme.SPACE if negative else 0
    low, high = _extent(chart, rows)
    whole = Scale(low, high, left, sheet)
    least = left + theme.MINIMUM_SPAN
    if chart.kind is ChartKind.PARTS:
        right = sheet - taken.note - taken.value - theme.COLUMN_GAP
    else:
        right = min(sheet, *(_end(row, whole, row.note_width) for row in rows))
        least = min(least, *(_end(row, whole, 0) for row in rows))
    return Scale(low, high, left, max(right, least, left + 1))
