"""Indicators: levels filled downwards, targets in one cell or three, rows that do not fit."""

from decimal import Decimal

import pytest
from example_amounts import Printed, numbers
from example_forms import lines, stated
from hypothesis import given
from hypothesis import strategies as st

from publish.documents import grids
from publish.importing.indicators import Reader, headings, number


def row(*cells: str) -> grids.GridRow:
    """A row of cells."""
    (found,) = grids.rows(lines("\t" + "\n\t".join(cells)))
    return found


HEAD = row("一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值")


def test_headings_need_a_column_of_indicators() -> None:
    """Fewer columns, or none for the indicator itself, are some other table."""
    assert headings(row("三级指标", "完成值")) == {}
    assert headings(row("一级指标", "指标值", "完成值")) == {}
    assert headings(row("三级指标", "指标值", "完成值")) == {
        0: "indicator",
        1: "target_text",
        2: "actual_text",
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [("95", Decimal(95)), ("9.50%", Decimal("9.50")), ("－", None), ("95分", None), ("", None)],
)
def test_a_number_is_a_whole_cell(text: str, value: Decimal | None) -> None:
    """A mark or a rate fills its cell; words beside it make it text."""
    assert number(text) == value


@pytest.mark.parametrize(
    ("cells", "target"),
    [
        (("≥", "95", "%"), (">=", Decimal(95), "%")),
        (("=", "4", ""), ("=", Decimal(4), None)),
        (("≥", "2000", "人"), (">=", Decimal(2000), "人")),
        (("=", "2000", "年"), None),
        (("=", "2000", ""), None),
        (("定性", "4", "次"), None),
        (("", "4", "次"), None),
        (("≤", "很少", "次"), None),
    ],
)
def test_a_target_in_cells_of_its_own(
    cells: tuple[str, str, str], target: tuple[str, Decimal, str | None] | None
) -> None:
    """Sign, value and unit are put together; without a sign of its own the value stays text."""
    reader = Reader()
    assert reader.start(HEAD)
    assert reader.take(row("产出指标", "数量指标", "培训", *cells, "完成"))
    values = reader.found[0].values
    found = tuple(values.get(f"target_{part}") for part in ("operator", "value", "unit"))
    assert found == (target or (None, None, None))


def test_levels_are_filled_downwards() -> None:
    """A new first level ends the second; a row of labels alone is no indicator."""
    reader = Reader()
    reader.start(row("一级指标", "二级指标", "三级指标", "指标值"))
    for cells in (
        ("产出指标", "数量指标", "培训", "4次"),
        ("", "", "演练", "好"),
        ("效益指标", "", "安全", "好"),
        ("", "社会效益指标", "", ""),
        ("", "", "稳定", "好"),
    ):
        assert reader.take(row(*cells))
    columns = ("number", "level1", "level2", "indicator")
    assert [tuple(stated(draft).get(name) for name in columns) for draft in reader.found] == [
        (1, "产出指标", "数量指标", "培训"),
        (2, "产出指标", "数量指标", "演练"),
        (3, "效益指标", None, "安全"),
        (4, "效益指标", "社会效益指标", "稳定"),
    ]


def test_a_row_that_does_not_fit_is_refused() -> None:
    """Too short, too long, or without a name: False, and nothing is kept of it."""
    reader = Reader()
    reader.start(row("一级指标", "二级指标", "三级指标", "指标值"))
    refused = [
        row("产出指标", "培训", "4次"),
        row("", "", "培训", "4次", ""),
        row("", "", "", "4次"),
    ]
    assert [reader.take(cells) for cells in refused] == [False, False, False]
    assert reader.found == []


WORDS = st.text(alphabet="甲乙丙丁戊己庚辛壬癸", min_size=1, max_size=6)
SIGNS = {"=": "=", "≥": ">=", "＞": ">", "≤": "<=", "＜": "<"}
ROWS = st.tuples(
    WORDS, st.sampled_from(list(SIGNS)), numbers(), st.sampled_from(["次", "人", "万元"]), WORDS
)


@given(st.lists(ROWS, min_size=1, max_size=5))
def test_generated_rows_are_read_back(rows: list[tuple[str, str, Printed, str, str]]) -> None:
    """Each row is an indicator with its own target and result, below the levels of the first."""
    reader = Reader()
    reader.start(HEAD)
    for number_, (name, sign, target, unit, actual) in enumerate(rows):
        levels = ("", "") if number_ else ("产出指标", "数量指标")
        assert reader.take(row(*levels, name, sign, target.text, unit, actual))
    columns = (
        *("number", "level1", "level2", "indicator"),
        *("target_operator", "target_value", "target_unit", "actual_text"),
    )
    assert [tuple(stated(draft).get(column) for column in columns) for draft in reader.found] == [
        (at, "产出指标", "数量指标", name, SIGNS[sign], target.value, unit, actual)
        for at, (name, sign, target, unit, actual) in enumerate(rows, 1)
    ]
