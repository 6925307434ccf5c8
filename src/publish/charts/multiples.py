"""Small charts side by side, one for each figure over the years, each to its own scale.

Figures of different size can be read beside each other; their bars cannot be compared, and the
caption says so. A year without an amount keeps its line and has no bar.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from publish.charts import captions, rows, theme
from publish.charts.lettering import width
from publish.charts.marks import Area, Label, Layout
from publish.charts.scales import ZERO, Scale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.charts.marks import Mark
    from publish.charts.rows import Block, Row
    from publish.charts.theme import PageForm
    from publish.charts.values import Chart

ACROSS = 2
"""Panels beside each other where the sheet is wide."""


@dataclass(frozen=True, slots=True)
class _Panel:
    """Where a figure has its place, and its scale."""

    form: PageForm
    left: int
    top: int
    scale: Scale


def _scale(block: Block, left: int, sheet: int) -> Scale:
    """Return the scale of a panel: it leaves room for the years and for the longest amount."""
    amounts = [ZERO, *(row.end for row in block.rows)]
    low, high = min(amounts), max(amounts)
    side = max(width(row.side, theme.TEXT_SIZE) for row in block.rows)
    room = max(row.value_width for row in block.rows) + theme.SPACE
    start = left + side + theme.SPACE
    right = max(left + sheet - room, start + theme.MINIMUM_SPAN)
    return Scale(low, high if high > low else low + 1, start, right)


def _row(row: Row, top: int, panel: _Panel) -> Iterator[Mark]:
    middle, scale = top + theme.BAR // 2, panel.scale
    yield Label("muted", row.side, panel.left, middle)
    start, end = sorted((scale.x(ZERO), scale.x(row.end)))
    if row.amount:
        role = "below" if row.end < 0 else "year" if row.earlier else "newest"
        yield Area(role, start, top, max(end - start, theme.RULE), theme.BAR)
    role = "muted" if row.amount is None else "value"
    yield Label(role, row.value, (end if row.amount else start) + theme.SPACE, middle)
    half = panel.form.bar_gap // 2
    yield Area("row", panel.left, top - half, panel.form.width, theme.BAR + 2 * half, row.said)


def _panel(block: Block, panel: _Panel, head: int) -> Iterator[Mark]:
    for number, line in enumerate(block.head):
        full = block.full if number == len(block.head) - 1 else ""
        at = panel.top + number * theme.LINE + theme.LINE // 2
        yield Label("head", line, panel.left, at, full=full)
    first = panel.top + head + theme.HEAD_GAP
    for number, row in enumerate(block.rows):
        yield from _row(row, first + number * panel.form.row, panel)


def _lines(blocks: tuple[Block, ...], across: int) -> Iterator[tuple[Block, ...]]:
    for at in range(0, len(blocks), across):
        yield blocks[at : at + across]


def layout(chart: Chart, form: PageForm) -> Layout:
    """Return the marks of a chart over years for a form of the page."""
    across = ACROSS if form.beside else 1
    sheet = (form.width - (across - 1) * theme.GUTTER) // across
    small = replace(form, width=sheet, beside=False)
    caption = captions.caption(chart, form)
    marks: list[Mark] = list(caption)
    top = captions.height(caption) + theme.LINE // 2
    for line in _lines(rows.blocks(chart, small), across):
        head = max(block.head_height for block in line)
        for at, block in enumerate(line):
            left = at * (sheet + theme.GUTTER)
            marks += _panel(block, _Panel(small, left, top, _scale(block, left, sheet)), head)
        top += head + theme.HEAD_GAP + max(block.rows_height(small) for block in line) + theme.LINE
    shown = tuple(mark for mark in marks if not isinstance(mark, Label) or mark.text)
    height = max(top - theme.LINE // 2, theme.MINIMUM_HEIGHT)
    return Layout(form.width, height, Scale(ZERO, ZERO + form.width, 0, form.width), shown)
