"""Where everything in a chart stands: a chart and a form of the page become marks.

From the top down: the caption, then block after block; a block has its heading left of its rows
(wide) or above them (narrow). Nothing here knows a library.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from publish.charts import captions, multiples, rows, scales, theme
from publish.charts.marks import Area, Label, Layout, Rule, Strip
from publish.charts.values import ChartKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.charts.marks import Mark
    from publish.charts.rows import Block, Row
    from publish.charts.scales import Columns, Scale
    from publish.charts.theme import PageForm
    from publish.charts.values import Chart


@dataclass(frozen=True, slots=True)
class _Plan:
    """What every row of a chart must know to find its place; `gap` lies between blocks."""

    form: PageForm
    kind: ChartKind
    columns: Columns
    scale: Scale
    gap: int


def _texts_in_columns(row: Row, y: int, plan: _Plan) -> Iterator[Label]:
    """Yield amount and note right-aligned at the edge of the sheet."""
    role = "muted" if row.amount is None else "value"
    yield Label(role, row.value, plan.form.width - plan.columns.note, y, ends=True)
    yield Label("muted", row.note, plan.form.width, y, ends=True)


def _texts_at_bar(row: Row, y: int, plan: _Plan) -> Iterator[Label]:
    """Yield amount and note after the end of the bar; a negative amount stands before it.

    A note for which there is no room is left to what is said of the bar, and to the table.
    """
    after = plan.scale.x(row.reach) + theme.SPACE
    if row.is_left:
        yield Label("value", row.value, plan.scale.x(row.end) - theme.SPACE, y, ends=True)
    else:
        yield Label("muted" if row.amount is None else "value", row.value, after, y)
        after += row.value_width + theme.SPACE
    if after + row.note_width - theme.SPACE <= plan.form.width:
        yield Label("muted", row.note, after, y)


def _row(row: Row, top: int, plan: _Plan) -> Iterator[Mark]:
    """Yield the marks of a row; what is not stated has no strip, not even that of the whole."""
    middle = top + theme.BAR // 2
    parts = plan.kind is ChartKind.PARTS
    yield Label("muted", row.side, plan.columns.head, middle)
    yield from _texts_in_columns(row, middle, plan) if parts else _texts_at_bar(row, middle, plan)
    if row.amount is not None and parts:
        yield Strip("whole", plan.scale.high, top)
    if row.amount:
        yield Strip(row.role, row.end, top, row.start)


def _head(block: Block, top: int, plan: _Plan) -> Iterator[Label]:
    """Yield the heading; beside single bars it is set against them, beside groups at the left."""
    ends = plan.form.beside and plan.kind not in rows.GROUPED
    x = plan.columns.head - theme.COLUMN_GAP if ends else 0
    for number, line in enumerate(block.head, start=1):
        y = top + number * theme.LINE - theme.LINE // 2
        yield Label("text", line, x, y, ends, block.full if number == len(block.head) else "")


def _areas(block: Block, top: int, first: int, plan: _Plan) -> Iterator[Area]:
    """Yield what can be pointed at: a block of one bar is one area, with its heading."""
    width = plan.form.width
    if len(block.rows) == 1:
        yield Area("row", 0, top, width, block.height(plan.form), block.rows[0].said)
        return
    left, half = plan.columns.head, plan.form.bar_gap // 2
    for number, row in enumerate(block.rows):
        at = first + number * plan.form.row
        yield Area("row", left, at - half, width - left, theme.BAR + 2 * half, row.said)


def _block(block: Block, top: int, plan: _Plan) -> Iterator[Mark]:
    height, beside = block.height(plan.form), plan.form.beside
    first = top + (height - block.rows_height(plan.form)) // (2 if beside else 1)
    yield from _head(block, top + (height - block.head_height) // 2 if beside else top, plan)
    for number, row in enumerate(block.rows):
        yield from _row(row, first + number * plan.form.row, plan)
    yield from _areas(block, top, first, plan)
    if plan.kind is not ChartKind.PARTS:
        reach = plan.gap // 2 if beside else 0  # one line down the sheet, but not through headings
        yield Rule((top if beside else first) - reach, top + height + reach)


def layout(chart: Chart, form: PageForm) -> Layout:
    """Return the marks of a chart for a form of the page; a low chart has wider gaps."""
    if chart.kind is ChartKind.YEARS:
        return multiples.layout(chart, form)
    blocks = rows.blocks(chart, form)
    every = [row for block in blocks for row in block.rows]
    columns = scales.columns(blocks, form)
    scale = scales.scale(chart, every, columns, form.width)
    caption = captions.caption(chart, form)
    heights = [block.height(form) for block in blocks]
    above = captions.height(caption)
    missing = theme.MINIMUM_HEIGHT - above - sum(heights)
    gap = max(form.block_gap, -(-missing // len(blocks)))
    plan = _Plan(form, chart.kind, columns, scale, gap)
    tops = list(accumulate((height + gap for height in heights), initial=above + gap // 2))
    placed = (
        mark for block, top in zip(blocks, tops, strict=False) for mark in _block(block, top, plan)
    )
    shown = (mark for mark in placed if not isinstance(mark, Label) or mark.text)
    return Layout(form.width, tops[-1] - gap // 2, scale, (*caption, *shown))
