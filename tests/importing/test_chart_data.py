"""Chart data left in a text: series, categories, values, and the figure that showed them."""

from collections import Counter
from decimal import Decimal

import pytest
from example_amounts import numbers
from example_formats import page, word
from example_forms import lines, stated
from hypothesis import given
from hypothesis import strategies as st

from publish import documents
from publish.documents import printed
from publish.importing import chart_data


def read(text: str) -> list[tuple[object, ...]]:
    """Chart, figure, series, category and value of the points."""
    names = ("chart", "figure", "series", "category", "value")
    return [
        tuple(stated(draft).get(name) for name in names) for draft in chart_data.read(lines(text))
    ]


def test_a_series_is_a_name_categories_and_as_many_values() -> None:
    """Values with the tail of a binary fraction are rounded; the quote keeps it."""
    text = "列1\t基本支出\t项目支出\t130.94999999999999\t1222.5\t2"
    assert read(text) == [
        (1, None, "列1", "基本支出", Decimal("130.95")),
        (1, None, "列1", "项目支出", Decimal("1222.5")),
    ]
    first = next(chart_data.read(lines(text)))
    words = [words for span in first.spans for _place, words in span.places()]
    assert words == ["列1", "基本支出", "130.94999999999999"]


@pytest.mark.parametrize("data", ["18\t12", "180000\t120000"])
@pytest.mark.parametrize("amounts", ["18万元，项目支出12万元", "180000元，项目支出120000元"])
def test_a_chart_is_known_by_its_values_in_either_unit(data: str, amounts: str) -> None:
    """The data of a chart may be in 元 where its text is in 万元, and the other way."""
    section = f"一、支出决算情况说明\n其中基本支出{amounts}。\n图2：支出结构图\n\n"
    text = f"{section}列1\t基本支出\t项目支出\t{data}"
    assert {found[1] for found in read(text)} == {"2"}


def test_years_that_follow_are_one_chart() -> None:
    """The same categories in the next year belong to the chart, other categories to another."""
    text = "2019年\t收入\t支出\t1\t2\t2020年\t收入\t支出\t3\t4\t2019年\t5\t2020年\t6"
    assert read(text) == [
        (1, None, "2019年", "收入", 1),
        (1, None, "2019年", "支出", 2),
        (1, None, "2020年", "收入", 3),
        (1, None, "2020年", "支出", 4),
        (2, None, "2019年", None, 5),
        (2, None, "2020年", None, 6),
    ]


CAPTIONS = (
    "一、收入决算情况说明\n收入合计30万元，其中拨款20万元，其他10万元。\n图1：收入结构图（单位：万元）\n"
    "二、支出决算情况说明\n支出合计30万元，其中基本支出18万元，项目支出12万元。\n图2：支出结构图\n"
)


def test_a_chart_belongs_to_the_caption_whose_section_states_it() -> None:
    """Most of its values decide; each caption is given once; a chart of nothing known has none."""
    data = "列1\t基本支出\t项目支出\t18\t12\t列1\t拨款\t其他\t20\t10\t列1\t甲\t乙\t77\t88"
    assert [found[:2] for found in read(CAPTIONS + data)] == [
        (1, "2"),
        (1, "2"),
        (2, "1"),
        (2, "1"),
        (3, None),
        (3, None),
    ]


def test_captions_know_the_words_above_them() -> None:
    """A section up to its caption, not the one before."""
    found = chart_data.captions(lines(CAPTIONS))
    assert [(caption.figure, caption.title, caption.above[:4]) for caption in found] == [
        ("1", "收入结构图", "收入合计"),
        ("2", "支出结构图", "支出合计"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "\t列1\t1\t2\t3\t4",
        "支付\t180万元。",
        "甲\t1\t2",
        "甲\t乙\t丙\t丁\t1",
        "",
        "行政运行\t100.00\t50.00\t50.00\t0",
        "201\t01\t01\t行政运行\t100.00\t100.00",
        "预算数\t300\t执行数\t215\t结余\t85",
        "合计\t基本支出\t项目支出\t100\t50\t50\t甲\t乙\t丙\t1\t2",
        "科目\t类型\t2020年\t2019年\n行政运行\t基本支出\t项目支出\t100\t50",
        "行政运行\t基本支出\t项目支出\t100\t50\n\n合计\t100",
        "行政运行\t基本支出\t项目支出\t100\t50\n\t合计",
    ],
)
def test_other_lines_are_no_chart_data(text: str) -> None:
    """Sentences, rows of tables, and lines beside other cells are no data of a chart."""
    assert chart_data.data(lines(text)) == ()


def test_a_row_of_a_page_or_a_word_file_is_no_chart() -> None:
    """The cells of a table stay cells, whatever is written in them."""
    table = [["列1", "基本支出", "项目支出", "1797.04", "1222.5"]]
    for written in (page([table]), word([table])):
        assert chart_data.data(printed.lines(documents.read(written))) == ()


CELLS = st.one_of(
    st.sampled_from(["列1", "2019年", "2020年", "收入", "支出"]),
    st.decimals(0, 10_000, places=2).map(str),
)


@given(st.lists(CELLS, min_size=1, max_size=12))
def test_any_data_shows_each_of_its_numbers_once_at_most(cells: list[str]) -> None:
    """Whatever the order of words and numbers, a point has the value of a cell of its own."""
    found = list(chart_data.read(lines("\t".join(cells))))
    for draft in found:
        words = [words for span in draft.spans for _place, words in span.places()]
        assert Decimal(words[-1]) == draft.values["value"]
    shown = Counter(draft.values["value"] for draft in found)
    assert shown <= Counter(Decimal(cell) for cell in cells if "." in cell)


WORDS = st.text(alphabet="甲乙丙丁戊己庚辛壬癸", min_size=1, max_size=6)


@given(st.data())
def test_generated_data_is_read_back(data: st.DataObject) -> None:
    """Series with the same categories, and as many values as these, give each point its value."""
    categories = data.draw(st.lists(WORDS, min_size=2, max_size=5))
    values = st.lists(numbers(), min_size=len(categories), max_size=len(categories))
    series = {
        f"{year}年": data.draw(values) for year in range(2019, data.draw(st.integers(2020, 2022)))
    }
    cells = [
        cell
        for name, points in series.items()
        for cell in (name, *categories, *(str(point.value) for point in points))
    ]
    assert read("\t".join(cells)) == [
        (1, None, name, category, point.value)
        for name, points in series.items()
        for category, point in zip(categories, points, strict=True)
    ]
