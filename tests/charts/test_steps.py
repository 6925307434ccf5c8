"""Charts of steps: in a group every bar begins where the one before it ended."""

from decimal import Decimal

import pytest

from publish.charts import Bar, Chart, ChartKind, Step, layouts, theme
from publish.charts.marks import Label, Strip

D = Decimal
FLOW = Chart(
    ChartKind.STEPS,
    "预算怎样变成支出",
    "说明",
    "万元",
    (
        Bar("年初安排", D(100), group="专项"),
        Bar("追加", None, group="专项"),
        Bar("实际支出", D("60.50"), group="专项", step=Step.SPENT),
        Bar("年末结转", D("39.5"), group="专项", step=Step.LEFT),
        Bar("年初安排", D(7), group="其他"),
    ),
)


@pytest.mark.parametrize("form", theme.FORMS)
def test_money_comes_in_goes_and_stays(form: theme.PageForm) -> None:
    """A step has its colour and its place; the next group begins at zero again."""
    found = layouts.layout(FLOW, form)
    strips = [mark for mark in found.marks if isinstance(mark, Strip)]
    assert [(strip.role, strip.start, strip.amount) for strip in strips] == [
        ("earlier", D(0), D(100)),
        ("bar", D(100), D("39.5")),
        ("left", D("39.5"), D(0)),
        ("earlier", D(0), D(7)),
    ]


def test_amounts_stand_right_of_their_bars_as_printed() -> None:
    """What is taken away has no sign, and no amount is written over a bar."""
    found = layouts.layout(FLOW, theme.FORMS[0])
    values = [mark for mark in found.marks if isinstance(mark, Label) and mark.role == "value"]
    assert [mark.text for mark in values] == ["100", "60.50", "39.5", "7"]
    ends = [D(100), D(100), D("39.5"), D(7)]
    assert [mark.x for mark in values] == [found.scale.x(end) + theme.SPACE for end in ends]


def test_more_spent_than_there_was_stays_on_the_sheet() -> None:
    """A bar that goes below zero is drawn there; the document may contradict itself."""
    bars = (Bar("安排", D(1), group="甲"), Bar("支出", D(3), group="甲", step=Step.SPENT))
    found = layouts.layout(Chart(ChartKind.STEPS, "图", "说明", "万元", bars), theme.FORMS[1])
    assert (found.scale.low, found.scale.high) == (D(-2), D(1))
    assert found.scale.left <= found.scale.x(D(-2))


def test_the_whole_of_rates_is_a_rate() -> None:
    """The strip below a rate is a hundred per cent, and no total."""
    chart = Chart(ChartKind.PARTS, "图", "说明", "%", (Bar("甲", D(92)),), D(100))
    labels = [
        mark.text for mark in layouts.layout(chart, theme.FORMS[0]).marks if isinstance(mark, Label)
    ]
    assert labels == ["灰条全长为 100%", "甲", "92%"]
