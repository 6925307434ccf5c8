"""Performance forms: the three official ones in both shapes, and forms that are damaged."""

from dataclasses import replace
from decimal import Decimal

import pytest
from example_forms import (
    TITLES,
    TRAINING,
    Indicator,
    Shape,
    Sheet,
    flattened,
    in_columns,
    indicator,
    lines,
    ministry,
    piped,
    project,
    scored,
    sichuan_2018,
    sichuan_2023,
    stated,
)
from hypothesis import given
from hypothesis import strategies as st

from publish.documents.printed import Line
from publish.documents.units import Units
from publish.importing import forms
from publish.importing.forms import Form
from publish.tables import Row

TARGETS: tuple[Row, ...] = (
    {"target_operator": ">=", "target_value": Decimal(120), "target_unit": "人"},
    {"target_operator": "=", "target_value": Decimal(4), "target_unit": "次"},
    {},
    {},
    {"target_operator": ">=", "target_value": Decimal(90), "target_unit": "%"},
)


def read(text: str) -> Form:
    """The only form of a text."""
    (found,) = forms.read(lines(text), Units())
    return found


def told(form: Form) -> tuple[Row, list[Row]]:
    """What a form says of its project and of its indicators."""
    return stated(form.project), [stated(draft) for draft in form.indicators]


def unread(form: Form) -> list[str]:
    """The rows that nothing explains."""
    return [line.text for line in form.unread]


def all_of(sheet: Sheet, extra: Row, targets: tuple[Row, ...]) -> tuple[Row, list[Row]]:
    """What must be read of a sheet."""
    rows = [
        indicator(number, one, target)
        for number, (one, target) in enumerate(zip(sheet.indicators, targets, strict=True), start=1)
    ]
    return project(sheet) | extra, rows


# What form (a) and form (b) say more; of the labels without a column, nothing is kept.
MINISTRY: Row = {
    "initial_budget_wanyuan": Decimal(50),
    "carried_budget_wanyuan": Decimal(0),
    "carried_executed_wanyuan": Decimal(0),
    "completion_pct": Decimal(90),
    "total_score": Decimal("91.5"),
}
SICHUAN: Row = {
    "initial_budget_wanyuan": Decimal(50),
    "completion_pct": Decimal("90.00"),
    "total_score": Decimal("91.5"),
    "name": "51000022T000000123456-消防培训经费",
    "summary": "项目按计划完成。",
    "problems": "资金支付较慢。",
    "improvements": "加快支付。",
}


@pytest.mark.parametrize("shape", [flattened, piped])
def test_the_form_of_sichuan_2018(shape: Shape) -> None:
    """Form (c): money behind its labels, no marks; in both shapes nothing is lost."""
    form = read(shape(TITLES[sichuan_2018], sichuan_2018(TRAINING)))
    assert told(form) == all_of(TRAINING, {}, TARGETS)
    assert form.unread == ()


@pytest.mark.parametrize("shape", [flattened, piped])
def test_the_form_of_the_ministry(shape: Shape) -> None:
    """Form (a): marks, four kinds of money below headings, and the sum of the marks."""
    sheet = scored(replace(TRAINING, other="0"))
    form = read(shape(TITLES[ministry], ministry(sheet)))
    assert told(form) == all_of(sheet, MINISTRY, TARGETS)
    assert form.unread == ()


@pytest.mark.parametrize("shape", [flattened, piped])
def test_the_form_of_sichuan_2023(shape: Shape) -> None:
    """Form (b): sign, value and unit of a target in three columns, and a conclusion."""
    sheet = in_columns(scored(replace(TRAINING, other="0")))
    form = read(shape(TITLES[sichuan_2023], sichuan_2023(sheet)))
    assert told(form) == all_of(sheet, SICHUAN, TARGETS)
    assert form.unread == ()


def test_every_value_stands_where_the_row_says() -> None:
    """The places of a row are the cells that it is made of, merged labels with all their lines."""
    text = flattened("项目绩效目标完成情况表", sichuan_2018(TRAINING), vertical=True)
    form = read(text)
    assert form.project is not None
    document = {line.locator: line.text for line in lines(text)}
    for draft in (form.project, *form.indicators):
        for span in draft.spans:
            assert all(words in document[place] for place, words in span.places())
    first = [words for span in form.indicators[1].spans for _place, words in span.places()]
    assert first == [*"产出指标", "数量指标", "演练", "4次", "完成"]


WORDS = st.text(alphabet="甲乙丙丁戊己庚辛壬癸", min_size=1, max_size=6)
AMOUNTS = st.decimals(0, 99_999, places=2).filter(lambda amount: amount > 1).map(str)
MARKS = st.decimals(0, 20, places=1).map(str)
TREES = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("经济效益指标", "社会效益指标", "可持续影响指标"),
    "满意度指标": ("服务对象满意度指标",),
}


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A form with some branches of the tree of indicators, one to three in each."""
    found = []
    for level1, levels in TREES.items():
        for level2 in levels:
            for _number in range(draw(st.integers(0, 3))):
                name, target, actual, reason = (draw(WORDS) for _column in range(4))
                one = Indicator(level1, level2, name, target, actual, operator="定性")
                marks = {"weight": draw(MARKS), "score": draw(MARKS), "reason": reason}
                found.append(replace(one, **marks))
    name, unit, goal, result = (draw(WORDS) for _column in range(4))
    money = {"other": draw(AMOUNTS), "total_score": draw(MARKS)}
    sheet = Sheet(name, unit, goal, result, draw(AMOUNTS), draw(AMOUNTS), tuple(found))
    return replace(sheet, **money)


def without_marks(sheet: Sheet) -> Sheet:
    """The sheet as form (c) prints it, which has no columns for marks and reasons."""
    plain = tuple(replace(one, weight="", score="", reason="") for one in sheet.indicators)
    return replace(sheet, indicators=plain)


@given(sheets(), st.sampled_from([flattened, piped]))
def test_any_form_of_sichuan_2018_survives(sheet: Sheet, shape: Shape) -> None:
    """A generated form (c) is read back whole in both shapes."""
    form = read(shape(TITLES[sichuan_2018], sichuan_2018(sheet)))
    plain = without_marks(sheet)
    assert (told(form), form.unread) == (all_of(plain, {}, ({},) * len(plain.indicators)), ())


@given(sheets())
def test_vertical_labels_lose_nothing(sheet: Sheet) -> None:
    """With a letter per line the labels tear their rows apart; they are joined again."""
    form = read(flattened(TITLES[sichuan_2018], sichuan_2018(sheet), vertical=True))
    plain = without_marks(sheet)
    assert (told(form), form.unread) == (all_of(plain, {}, ({},) * len(plain.indicators)), ())


@given(sheets(), st.sampled_from([flattened, piped]))
def test_any_form_of_the_ministry_survives(sheet: Sheet, shape: Shape) -> None:
    """A generated form (a) is read back whole in both shapes."""
    form = read(shape(TITLES[ministry], ministry(sheet)))
    extra = MINISTRY | {"total_score": Decimal(sheet.total_score)}
    expected = all_of(sheet, extra, ({},) * len(sheet.indicators))
    assert (told(form), form.unread) == (expected, ())


@given(sheets(), st.sampled_from([flattened, piped]))
def test_any_form_of_sichuan_2023_survives(sheet: Sheet, shape: Shape) -> None:
    """A generated form (b) is read back whole in both shapes."""
    form = read(shape(TITLES[sichuan_2023], sichuan_2023(sheet)))
    name = f"51000022T000000123456-{sheet.name}"
    extra = SICHUAN | {"total_score": Decimal(sheet.total_score), "name": name}
    expected = all_of(sheet, extra, ({},) * len(sheet.indicators))
    assert (told(form), form.unread) == (expected, ())


def damaged(change: dict[int, list[str]]) -> Form:
    """Form (c) of the training with some rows in place of others, the first is 0."""
    rows = sichuan_2018(TRAINING)
    changed = [change.get(index, cells) for index, cells in enumerate(rows)]
    return read(flattened("项目绩效目标完成情况表", [cells for cells in changed if cells]))


def names(form: Form) -> list[tuple[object, object, object]]:
    """Number, second level and name of the indicators."""
    keys = ("number", "level2", "indicator")
    return [tuple(draft.values.get(key) for key in keys) for draft in form.indicators]  # type: ignore[misc]


WHOLE = [
    (1, "数量指标", "培训人数"),
    (2, "数量指标", "演练"),
    (3, "时效指标", "完成时间"),
    (4, "社会效益指标", "火灾起数"),
    (5, "服务对象满意度指标", "学员满意度"),
]


def test_a_missing_column_is_left_out() -> None:
    """Without the column of the results everything else is there."""
    rows = [
        cells[:-1] if index > 6 else cells for index, cells in enumerate(sichuan_2018(TRAINING))
    ]
    form = read(flattened("项目绩效目标完成情况表", rows))
    assert names(form) == WHOLE
    assert all(draft.values.get("actual_text") is None for draft in form.indicators)
    assert form.unread == ()


def test_a_row_too_short_is_reported() -> None:
    """A row without one of its cells fits no column surely: its words are reported, not placed."""
    form = damaged({9: ["", "", "演练", "4次", "完成"]})
    assert names(form) == [
        (1, "数量指标", "培训人数"),
        (2, "时效指标", "完成时间"),
        (3, "社会效益指标", "火灾起数"),
        (4, "服务对象满意度指标", "学员满意度"),
    ]
    assert form.unread == (Line("L53", "\t\t演练\t4次\t完成"),)


def test_a_level_in_a_lost_row_is_not_guessed() -> None:
    """Where the row of a label is damaged, the rows below get no level from further above."""
    form = damaged({8: ["", "产出指标", "数量指标", "培训人数", "≥120人"]})
    assert names(form)[:2] == [(1, None, "演练"), (2, "时效指标", "完成时间")]
    assert unread(form) == ["\t产出指标\t数量指标\t培训人数\t≥120人"]


def test_a_label_merged_across_both_levels_is_reported() -> None:
    """满意度指标 in one cell for both levels makes the row shorter than the others."""
    form = damaged({12: ["", "满意度指标", "学员满意度", "90%以上", "95%"]})
    assert names(form) == WHOLE[:4]
    assert unread(form) == ["\t满意度指标\t学员满意度\t90%以上\t95%"]


def test_a_remark_below_the_indicators_is_reported() -> None:
    """A cell across the whole table belongs to no column."""
    rows = [*sichuan_2018(TRAINING), ["注：以上均为年度数。"]]
    form = read(flattened("项目绩效目标完成情况表", rows))
    assert names(form) == WHOLE
    assert unread(form) == ["注：以上均为年度数。"]


def test_an_indicator_without_a_name_is_reported() -> None:
    """A target alone may belong to the indicator above it or to none."""
    form = damaged({9: ["", "", "", "", "4次", "完成"]})
    assert [name for _number, _level, name in names(form)] == [
        "培训人数",
        "完成时间",
        "火灾起数",
        "学员满意度",
    ]
    assert unread(form) == ["\t\t\t\t4次\t完成"]


def test_a_form_never_seen_gives_no_indicators() -> None:
    """Headings without a column of indicators: all rows below are reported, none is a pair."""
    head = ["", "一级指标", "二级指标", "年度指标值", "完成值"]
    rows = [*sichuan_2018(TRAINING)[:2], head, ["", "产出指标", "执行数", "5", "执行率", "91"]]
    form = read(flattened("项目绩效目标完成情况表", rows))
    assert told(form) == ({"name": "消防培训经费", "budget_unit": "某市消防中心"}, [])
    assert [line.locator for line in form.unread] == ["L11", "L17"]


def test_a_form_without_a_project_is_reported_whole() -> None:
    """Indicators of nobody are kept out of the tables."""
    form = read(flattened("项目绩效目标完成情况表", sichuan_2018(TRAINING)[7:]))
    assert (form.project, form.indicators) == (None, ())
    assert len(form.unread) == 6


def test_money_without_its_phase_is_reported() -> None:
    """A part of the money stands below 预算数 or 执行数, or nobody knows of which it is a part."""
    form = damaged({3: ["其中-财政拨款:", "100万元"]})
    known = stated(form.project)
    assert "fiscal_budget_wanyuan" not in known
    assert unread(form) == ["其中-财政拨款:\t100万元"]


def test_money_below_other_headings_is_reported() -> None:
    """A row of money with more or fewer cells than its headings is not aligned."""
    rows = ministry(scored(TRAINING))
    rows[4] = rows[4][1:]
    form = read(piped("项目支出绩效自评表", rows))
    assert "fiscal_budget_wanyuan" not in stated(form.project)
    assert [text.split("\t")[0] for text in unread(form)] == ["其中：本年财政拨款"]


def test_each_kind_of_money_has_columns_of_its_own() -> None:
    """单位资金 is not added to 其他资金 or to any other kind."""
    rows = sichuan_2023(in_columns(scored(TRAINING)))
    rows.insert(7, ["", "单位资金", "1", "2", "3", "/", "/", "/", ""])
    form = read(piped("部门预算项目支出绩效自评表", rows))
    kept = stated(form.project)
    assert (kept["unit_budget_wanyuan"], kept["unit_executed_wanyuan"]) == (2, 3)
    assert unread(form) == []


def test_a_rate_that_may_be_a_fraction_is_not_taken() -> None:
    """0.9 without a percent sign is 90 or 0.9 percent; 0 is 0, and 90 is 90."""
    rates = {"0.9": None, "1": None, "90": Decimal(90), "0": Decimal(0), "0.9%": Decimal("0.9")}
    for printed, rate in rates.items():
        rows = ministry(scored(TRAINING))
        rows[3][6] = printed
        form = read(piped("项目支出绩效自评表", rows))
        assert form.project is not None
        assert form.project.values.get("completion_pct") == rate


def test_a_form_in_yuan_is_converted() -> None:
    """The unit behind a label of the form holds for its amounts; the printed unit is kept."""
    rows = sichuan_2018(replace(TRAINING, budget="", executed=""))
    rows[2] = ["预算执行情况（元）", "预算数:", "1000000", "执行数:", "900000"]
    rows[3] = ["", "其中-财政拨款:", "", "其中-财政拨款:", ""]
    form = read(flattened("项目绩效目标完成情况表", rows))
    known = stated(form.project)
    assert [known[name] for name in ("budget_wanyuan", "executed_wanyuan")] == [100, 90]
    assert known["unit_as_published"] == "元"


def money(text: str, around: Units) -> list[object]:
    """Budget, executed and printed unit of a form."""
    (found,) = forms.read(lines(text), around)
    assert found.project is not None
    names = ("budget_wanyuan", "executed_wanyuan", "unit_as_published")
    return [found.project.values.get(name) for name in names]


def test_each_column_has_the_unit_of_its_heading() -> None:
    """全年预算数(元) beside 全年执行数(万元), and a label of its row says it for both."""
    rows = ministry(scored(replace(TRAINING, budget="1000000", executed="90")))
    rows[2] = [
        cell.replace("预算数", "预算数（元）").replace("执行数", "执行数（万元）")
        for cell in rows[2]
    ]
    assert money(piped("项目支出绩效自评表", rows), Units()) == [100, 90, "元"]
    pairs = sichuan_2018(replace(TRAINING, budget="", executed=""))
    pairs[2] = ["预算执行情况", "预算数（元）:", "1000000", "执行数（万元）:", "90"]
    assert money(flattened("项目绩效目标完成情况表", pairs), Units()) == [100, 90, "元"]


def test_units_that_differ_are_each_of_their_own_column() -> None:
    """A column without a unit beside one in 元 and one in 万元 is in that of the document."""
    pairs = sichuan_2018(replace(TRAINING, budget="", executed=""))
    pairs[2] = ["预算执行情况", "预算数:", "100", "执行数（元）:", "900000"]
    pairs[3] = ["", "其中-财政拨款（万元）:", "100", "其中-财政拨款（元）:", "900000"]
    assert money(flattened("项目绩效目标完成情况表", pairs), Units()) == [100, 90, "missing"]
    pairs[3] = ["", "其中-财政拨款:", "1000000", "其中-财政拨款:", "900000"]
    pairs[2][2] = "1000000"
    assert money(flattened("项目绩效目标完成情况表", pairs), Units()) == [100, 90, "元"]


def test_the_unit_of_an_indicator_is_not_that_of_the_money() -> None:
    """人均成本(元) stands below the money and says nothing of it."""
    rows = ministry(scored(TRAINING))
    rows = [
        [cell.replace("（万元）", "").replace("培训人数", "成本（元）") for cell in row]
        for row in rows
    ]
    assert "成本（元）" in str(rows)
    assert money(piped("项目支出绩效自评表", rows), Units()) == [100, 90, "missing"]


def test_a_line_below_the_title_declares_the_unit() -> None:
    """金额单位：元 holds for the whole form, before what the document says."""
    rows = ministry(scored(replace(TRAINING, budget="1000000", executed="900000")))
    text = piped("项目支出绩效自评表", rows).replace("自评表\n", "自评表\n金额单位：元\n", 1)
    assert money(text, Units()) == [100, 90, "元"]


def test_the_words_of_a_cell_are_nearer_than_its_heading() -> None:
    """5000元 below 项目资金(万元) is meant in 元."""
    rows = sichuan_2018(TRAINING)
    rows[2] = ["预算执行情况（万元）", "预算数:", "5000元", "执行数:", "0.4"]
    text = flattened("项目绩效目标完成情况表", rows)
    assert money(text, Units()) == [Decimal("0.5"), Decimal("0.4"), "元"]


def test_a_form_that_names_no_unit_has_that_of_the_document() -> None:
    """Its amounts are marked as printed without one."""
    rows = [[cell.replace("（万元）", "") for cell in row] for row in ministry(scored(TRAINING))]
    text = piped("项目支出绩效自评表", rows)
    assert money(text, Units()) == [100, 90, "missing"]
    assert money(text, Units("元")) == [Decimal("0.01"), Decimal("0.009"), "missing"]


@pytest.mark.parametrize("end", range(0, 84, 7))
def test_a_table_cut_off_keeps_what_came_before(end: int) -> None:
    """Wherever the file ends, the rows before are read as in the whole table."""
    text = flattened("项目绩效目标完成情况表", sichuan_2018(TRAINING))
    whole = told(read(text))[1]
    found = forms.read(lines("\n".join(text.split("\n")[:end])), Units())
    indicators = [stated(draft) for form in found for draft in form.indicators]
    assert indicators == whole[: len(indicators)]


def test_a_paragraph_inside_a_cell_is_reported() -> None:
    """An empty line inside a cell looks like the end of a row: its words are kept out of cells."""
    text = flattened("项目绩效目标完成情况表", sichuan_2018(TRAINING))
    form = read(text.replace("组织培训；", "组织培训；\n"))
    assert names(form) == WHOLE
    assert unread(form) == ["\t目标1：组织培训；", "目标2：开展演练。", "培训和演练按计划完成。"]


def test_words_between_the_rows_of_a_piped_table_are_reported() -> None:
    """A line that is no row of the table is no part of it, and not lost."""
    first, second, *rest = piped("项目绩效目标完成情况表", sichuan_2018(TRAINING)).split("\n")
    form = read("\n".join([first, second, rest[0], "续表", *rest[1:]]))
    assert names(form) == WHOLE
    assert unread(form) == ["续表"]


@given(st.data())
def test_damage_stays_in_its_form(data: st.DataObject) -> None:
    """Lines deleted, doubled, swapped: names and places stay sound, and the next form is whole."""
    shape = data.draw(st.sampled_from([flattened, piped]))
    form = data.draw(st.sampled_from([ministry, sichuan_2023, sichuan_2018]))
    text = shape(TITLES[form], form(scored(TRAINING))).split("\n")
    for _time in range(data.draw(st.integers(1, 8))):
        one, two = (
            data.draw(st.integers(0, len(text) - 1)),
            data.draw(st.integers(0, len(text) - 1)),
        )
        text[one], text[two] = data.draw(st.sampled_from([(text[two], text[one]), ("", text[one])]))
    sound = piped(TITLES[sichuan_2018], sichuan_2018(TRAINING))
    document = lines("\n".join([*text, "", sound]))
    known = {line.locator: line.text for line in document}
    *damaged_forms, last = forms.read(document, Units())
    for draft in (draft for found in damaged_forms for draft in found.indicators):
        places = [place for span in draft.spans for place in span.places()]
        quoted = [words for _locator, words in places]
        assert all(words in known[locator] for locator, words in places)
        assert draft.values["indicator"] in quoted
    assert (told(last), last.unread) == (all_of(TRAINING, {}, TARGETS), ())
