"""The line over the bars: the unit, and what the bars are to be measured against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish import texts
from publish.charts import rows, theme
from publish.charts.lettering import printable, wrapped
from publish.charts.marks import Label
from publish.charts.values import ChartKind

if TYPE_CHECKING:
    from publish.charts.theme import PageForm
    from publish.charts.values import Chart


def _said(chart: Chart) -> list[str]:
    is_rate = chart.unit == rows.PERCENT
    said = [] if is_rate else [texts.plain("charts.caption.unit", unit=printable(chart.unit))]
    if chart.kind is ChartKind.PARTS and chart.whole is not None:
        case = "charts.caption.whole_rate" if is_rate else "charts.caption.whole"
        said.append(texts.plain(case, whole=rows.amount_text(chart.whole, chart.unit)))
    if chart.kind is ChartKind.YEARS:
        said.append(texts.pattern("charts.caption.years"))
    return said


def caption(chart: Chart, form: PageForm) -> tuple[Label, ...]:
    """Return the lines of the caption; none where there is nothing to say."""
    text = texts.pattern("charts.caption.join").join(_said(chart))
    lines = wrapped(text, form.width * 10 // theme.TEXT_SIZE, theme.LABEL_LINES)
    return tuple(
        Label("muted", line, 0, number * theme.LINE + theme.LINE // 2)
        for number, line in enumerate(lines)
        if line
    )


def height(lines: tuple[Label, ...]) -> int:
    """Return the height of a caption and of the gap below it."""
    return len(lines) * theme.LINE + (theme.HEAD_GAP if lines else 0)
