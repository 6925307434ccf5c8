"""Layouts: the place of every bar and text, and the words and digits of the texts."""

from decimal import Decimal
from itertools import pairwise

import pytest
from example_charts import CHARTS, INCOME, THREE_PUBLIC, bars
from hypothesis import example, given
from hypothesis import strategies as st

from publish.charts import Bar, Chart, ChartKind, layouts, lettering, rows, theme
from publish.charts.marks import Label, Layout, Strip
from publish.charts.scales import Scale

WIDE, NARROW = theme.FORMS


def strips(layout: Layout) -> list[Strip]:
    """The strips of a layout."""
    return [mark for mark in layout.marks if isinstance(mark, Strip)]


def labels(layout: Layout) -> list[Label]:
    """The labels of a layout."""
    return [mark for mark in layout.marks if isinstance(mark, Label)]


def test_bars_grow_from_zero_to_their_amounts() -> None:
    """Zero has a label and no bar, a negative amount a bar and a label on the other side."""
    found = layouts.layout(bars("-50", "0", None, "100"), WIDE)
    assert strips(found) == [
        Strip("negative", Decimal(-50), 29),
        Strip("bar", Decimal(100), 125),
    ]
    assert [(mark.text, mark.x, mark.ends) for mark in labels(found)] == [
        ("单位：万元", 0, False),
        *(("A", 9, True), ("-50", 47, True)),
        *(("B", 9, True), ("0", 247, False)),
        *(("C", 9, True), ("未公布", 247, False)),
        *(("D", 9, True), ("100", 640 - 26, False)),
    ]
    assert found.scale == Scale(Decimal(-50), Decimal(100), 55, 606)


def test_the_last_bar_of_a_pair_is_the_one_that_counts() -> None:
    """The others are quieter; their common name stands once."""
    found = layouts.layout(THREE_PUBLIC, NARROW)
    assert [strip.role for strip in strips(found)] == ["earlier", "bar"]
    assert [mark.text for mark in labels(found)] == [
        *("单位：万元", "公务接待费", "预算", "3.67", "决算", "3.6", "完成98%")
    ]


def test_every_part_lies_on_a_strip_as_long_as_the_whole() -> None:
    """Also a part of zero; a part that is not stated has no strip."""
    found = layouts.layout(INCOME, NARROW)
    whole = ("whole", Decimal("4383.87"))
    drawn = [(strip.role, strip.amount) for strip in strips(found)]
    assert drawn == [whole, ("bar", Decimal("3852.430")), whole]


def test_parts_larger_than_their_whole_stay_on_the_sheet() -> None:
    """A whole that contradicts its parts is printed, and drawn to the scale of the part."""
    chart = Chart(ChartKind.PARTS, "图", "说明", "万元", (Bar("A", Decimal(9)),), Decimal(3))
    found = layouts.layout(chart, WIDE)
    assert (found.scale.high, labels(found)[0].text) == (Decimal(9), "单位：万元，灰条全长为合计 3")


@pytest.mark.parametrize("form", theme.FORMS)
@pytest.mark.parametrize("kind", ChartKind)
def test_a_chart_of_zeros_is_drawn(kind: ChartKind, form: theme.PageForm) -> None:
    """All zeros, and nothing stated at all, have their labels and no bar."""
    made = (Bar("甲", Decimal(0), group="甲"), Bar("乙", None, group="乙"))
    found = layouts.layout(Chart(kind, "图", "说明", "%", made), form)
    values = [mark.text for mark in labels(found) if mark.text not in "甲乙" and mark.y > 20]
    assert values == ["0%", "未公布"]
    assert {strip.role for strip in strips(found)} <= {"whole"}


def test_a_chart_needs_bars_and_numbers() -> None:
    """No bars, or an amount that no drawing can show, are refused."""
    with pytest.raises(ValueError, match="a chart without bars"):
        bars()
    for amount in ("NaN", "-Infinity", "1E15"):
        with pytest.raises(ValueError, match="an amount that cannot be drawn"):
            bars(amount)


def test_amounts_are_printed_with_their_digits_in_groups_of_three() -> None:
    """Trailing zeros stay, percentages carry their sign, 1E3 is written out."""
    amounts = [*map(Decimal, ("1797.04", "1222.50", "-8.06", "0", "1E3")), None]
    printed = [rows.amount_text(amount, "万元") for amount in amounts]
    assert printed == ["1,797.04", "1,222.50", "-8.06", "0", "1,000", "未公布"]
    assert rows.amount_text(Decimal("27.10"), "%") == "27.10%"


NARROW_WITH_LITTLE_ROOM = Chart(
    ChartKind.PAIRS,
    "",
    "",
    "%",
    (Bar("", Decimal("-1000.00")), Bar("0000000000", Decimal("10000.00"))),
)


@example(NARROW_WITH_LITTLE_ROOM, theme.FORMS[1])
@given(CHARTS, st.sampled_from(theme.FORMS))
def test_every_stated_amount_is_printed_inside_the_sheet(
    chart: Chart, form: theme.PageForm
) -> None:
    """The digits of all amounts are there in their order, none beyond an edge, no bar either."""
    found = layouts.layout(chart, form)
    stated = [bar.amount for bar in chart.bars if bar.amount is not None]
    shown = [mark for mark in labels(found) if mark.role == "value"]
    assert [mark.text for mark in shown] == [rows.amount_text(n, chart.unit) for n in stated]
    for mark in shown:
        room = lettering.width(mark.text, theme.TEXT_SIZE)
        start = mark.x - room if mark.ends else mark.x
        assert 0 <= start <= start + room <= form.width
        assert 0 < mark.y < found.height
    for strip in strips(found):
        assert found.scale.left <= found.scale.x(strip.amount) <= found.scale.right <= form.width


def reach(mark: Label) -> tuple[int, int]:
    """Where a label begins and ends."""
    room = lettering.width(mark.text, theme.TEXT_SIZE)
    return (mark.x - room, mark.x) if mark.ends else (mark.x, mark.x + room)


@given(CHARTS, st.sampled_from(theme.FORMS))
def test_no_label_is_cut_or_meets_another(chart: Chart, form: theme.PageForm) -> None:
    """Whatever the texts and amounts: every label has its own place, all of it on the sheet."""
    lines: dict[int, list[tuple[int, int]]] = {}
    for mark in labels(layouts.layout(chart, form)):
        lines.setdefault(mark.y, []).append(reach(mark))
    for places in map(sorted, lines.values()):
        assert places[0][0] >= 0
        assert places[-1][1] <= form.width
        assert all(before[1] <= after[0] for before, after in pairwise(places))
