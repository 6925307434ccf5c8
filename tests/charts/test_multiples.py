"""Small charts over years, each to its own scale."""

from decimal import Decimal

import pytest
from example_charts import CHARTS
from hypothesis import given
from hypothesis import strategies as st

from publish.charts import Bar, Chart, ChartKind, layouts, lettering, theme
from publish.charts.marks import Area, Label, Layout

D = Decimal
WIDE, NARROW = theme.FORMS
YEARS = Chart(
    ChartKind.YEARS,
    "历年",
    "说明",
    "万元",
    (
        Bar("2018年", D(100), group="收入"),
        Bar("2019年", None, group="收入"),
        Bar("2020年", D(50), group="收入"),
        Bar("2018年", D(1), group="三公"),
        Bar("2019年", D(0), group="三公"),
        Bar("2020年", D("-0.5"), group="三公"),
    ),
)


def labels(found: Layout) -> list[Label]:
    """The labels of a layout."""
    return [mark for mark in found.marks if isinstance(mark, Label)]


def boxes(found: Layout, *roles: str) -> list[Area]:
    """The areas of these roles."""
    return [mark for mark in found.marks if isinstance(mark, Area) and mark.role in roles]


@pytest.mark.parametrize("form", theme.FORMS)
def test_every_figure_has_its_years_and_a_gap_where_one_is_not_stated(form: theme.PageForm) -> None:
    """All amounts are printed, the caption warns, and what is not stated or zero has no bar."""
    found = layouts.layout(YEARS, form)
    caption, rest = [], []
    for mark in labels(found):
        (caption if mark.y < 45 and mark.role == "muted" else rest).append(mark.text)
    assert "".join(caption) == "单位：万元，每组各用自己的尺度，不能互相比长短"
    assert rest == [
        *("收入", "2018年", "100", "2019年", "未公布", "2020年", "50"),
        *("三公", "2018年", "1", "2019年", "0", "2020年", "-0.5"),
    ]
    drawn = boxes(found, "year", "newest", "below")
    assert [mark.role for mark in drawn] == ["year", "newest", "year", "below"]
    assert [mark.said for mark in boxes(found, "row")][:2] == [
        "收入，2018年：100 万元",
        "收入，2019年：未公布",
    ]


def test_every_figure_has_a_scale_of_its_own() -> None:
    """100 in one chart is as long as it can be, and half of it half as long; so is 1 in another."""
    first, half, other, _ = boxes(layouts.layout(YEARS, NARROW), "year", "newest", "below")
    assert abs(first.width - 2 * half.width) <= 1
    assert other.width > 100


def test_charts_stand_beside_each_other_where_there_is_room() -> None:
    """Two across on a wide sheet, one below the other on a narrow one."""
    heads = [
        [(mark.text, mark.x) for mark in labels(layouts.layout(YEARS, form)) if mark.role == "head"]
        for form in (WIDE, NARROW)
    ]
    assert heads == [[("收入", 0), ("三公", 340)], [("收入", 0), ("三公", 0)]]


@given(CHARTS, st.sampled_from(theme.FORMS))
def test_no_label_leaves_the_sheet_or_meets_another(chart: Chart, form: theme.PageForm) -> None:
    """Whatever the amounts: every text has its own place on the sheet."""
    bars = tuple(
        Bar(f"{2000 + n}年", bar.amount, group=bar.group) for n, bar in enumerate(chart.bars)
    )
    years = Chart(ChartKind.YEARS, "图", "说明", "万元", bars)
    found = layouts.layout(years, form)
    ends: dict[tuple[int, bool], int] = {}
    for mark in sorted(labels(found), key=lambda mark: mark.x):
        right = form.width > NARROW.width and mark.x >= form.width // 2
        start = ends.get((mark.y, right), 0)
        assert start <= mark.x
        ends[mark.y, right] = mark.x + lettering.width(mark.text, theme.TEXT_SIZE)
        assert ends[mark.y, right] <= form.width
        assert 0 < mark.y < found.height
