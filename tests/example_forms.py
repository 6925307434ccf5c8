"""Performance forms made up for tests, written as the three official forms print them.

`ministry` is form (a), `sichuan_2023` form (b), `sichuan_2018` form (c): each gives the rows of
cells. `flattened` and `piped` write such rows as a word processor or a converter leaves them.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from publish.documents.printed import Line
from publish.importing.drafts import Draft
from publish.tables import Row, Value

Cells: TypeAlias = list[str]
Shape: TypeAlias = Callable[[str, list[Cells]], str]


@dataclass(frozen=True)
class Indicator:
    """An indicator as a form prints it; empty is an empty cell."""

    level1: str
    level2: str
    name: str
    target: str
    actual: str
    weight: str = ""
    score: str = ""
    operator: str = ""
    unit: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Sheet:
    """What a form says of a project; `other` is the money that is not fiscal."""

    name: str
    unit: str
    goal: str
    result: str
    budget: str
    executed: str
    indicators: tuple[Indicator, ...]
    other: str = ""
    total_score: str = ""


TRAINING = Sheet(
    "消防培训经费",
    "某市消防中心",
    "目标1：组织培训；\n目标2：开展演练。",
    "培训和演练按计划完成。",
    "100",
    "90",
    (
        Indicator("产出指标", "数量指标", "培训人数", "≥120人", "130人"),
        Indicator("产出指标", "数量指标", "演练", "4次", "完成"),
        Indicator("产出指标", "时效指标", "完成时间", "2020年", "按时"),
        Indicator("效益指标", "社会效益指标", "火灾起数", "持续下降", "下降"),
        Indicator("满意度指标", "服务对象满意度指标", "学员满意度", "90%以上", "95%"),
    ),
)


def scored(sheet: Sheet) -> Sheet:
    """The sheet with marks: 16.5 of 18 for each indicator, and 9 of 10 for the money."""
    marked = tuple(replace(one, weight="18", score="16.5", reason="无") for one in sheet.indicators)
    return replace(sheet, indicators=marked, total_score="91.5")


def in_columns(sheet: Sheet) -> Sheet:
    """The sheet with sign, value and unit of its targets in columns of their own."""
    parts = (
        ("≥", "120", "人"),
        ("＝", "4", "次"),
        ("定性", "2020年", ""),
        ("定性", "持续下降", ""),
    )
    parts = (*parts, ("≥", "90", "%"))
    marked = tuple(
        replace(one, operator=sign, target=value, unit=unit)
        for one, (sign, value, unit) in zip(sheet.indicators, parts, strict=True)
    )
    return replace(sheet, indicators=marked)


def _merged(indicators: tuple[Indicator, ...]) -> list[tuple[tuple[str, str], Indicator]]:
    """The labels of the levels, each where it changes: the cells below it are merged with it."""
    above, found = ("", ""), []
    for one in indicators:
        own = (one.level1, one.level2)
        level1 = "" if own[0] == above[0] else own[0]
        level2 = "" if own == above else own[1]
        found.append(((level1, level2), one))
        above = own
    return found


def _marks(one: Indicator) -> Cells:
    return [one.weight, one.score, one.reason]


def ministry(sheet: Sheet) -> list[Cells]:
    """Form (a), of the Ministry of Finance: with marks, the money in rows below headings."""
    money = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
    heads = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"]
    return [
        ["项目名称", sheet.name],
        ["主管部门", "某市某局", "实施单位", sheet.unit],
        ["项目资金（万元）", "", *money],
        ["", "年度资金总额", "50", sheet.budget, sheet.executed, "10", "90%", "9"],
        ["", "其中：本年财政拨款", "50", sheet.budget, sheet.executed, "－", "", "－"],
        ["", "上年结转资金", "0", "0", "0", "－", "", "－"],
        ["", "其他资金", sheet.other, sheet.other, sheet.other, "－", "", "－"],
        ["年度总体目标", "预期目标", "实际完成情况"],
        ["", sheet.goal, sheet.result],
        ["绩效指标", *heads, "偏差原因分析及改进措施"],
        *(
            ["", *labels, one.name, one.target, one.actual, one.weight, one.score, one.reason]
            for labels, one in _merged(sheet.indicators)
        ),
        ["总分", "100", sheet.total_score, ""],
    ]


def sichuan_2023(sheet: Sheet) -> list[Cells]:
    """Form (b), of Sichuan from 2023: signs, units and weights in columns of their own."""
    money = ["年初预算", "调整后预算数", "预算执行数", "预算执行率", "权重", "得分", "原因"]
    heads = ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值"]
    return [
        ["项目名称", f"51000022T000000123456-{sheet.name}"],
        ["预算单位", sheet.unit],
        ["项目基本情况", "1.项目年度目标完成情况", "项目年度目标", "年度目标完成情况"],
        ["", "", sheet.goal, sheet.result],
        ["预算执行情况（10分）", "年度预算数（万元）", *money],
        ["", "总额", "50", sheet.budget, sheet.executed, "90.00%", "10", "9", "无"],
        ["", "其中：财政资金", "50", sheet.budget, sheet.executed, "/", "/", "/", ""],
        ["", "其他资金", sheet.other, sheet.other, sheet.other, "/", "/", "/", ""],
        ["绩效指标（90分）", *heads, "权重", "得分", "未完成原因分析"],
        *(
            ["", *labels, one.name, one.operator, one.target, one.unit, one.actual, *_marks(one)]
            for labels, one in _merged(sheet.indicators)
        ),
        ["合计", "100", sheet.total_score, ""],
        ["评价结论", "项目按计划完成。"],
        ["存在问题", "资金支付较慢。"],
        ["改进措施", "加快支付。"],
    ]


def sichuan_2018(sheet: Sheet) -> list[Cells]:
    """Form (c), of Sichuan from 2018 to 2021: no marks, the money behind its labels."""
    heads = ["一级指标", "二级指标", "三级指标", "预期指标值", "实际完成指标值"]
    money = [f"{sheet.budget}万元", f"{sheet.executed}万元"]
    return [
        ["项目名称", sheet.name],
        ["预算单位", sheet.unit],
        ["预算执行情况(万元)", "预算数:", money[0], "执行数:", money[1]],
        ["", "其中-财政拨款:", money[0], "其中-财政拨款:", money[1]],
        ["", "其它资金:", sheet.other, "其它资金:", sheet.other],
        ["年度目标完成情况", "预期目标", "实际完成目标"],
        ["", sheet.goal, sheet.result],
        ["绩效指标完成情况", *heads],
        *(
            ["", *labels, one.name, one.target, one.actual]
            for labels, one in _merged(sheet.indicators)
        ),
    ]


TITLES = {
    ministry: "项目支出绩效自评表",
    sichuan_2023: "部门预算项目支出绩效自评表（2023年度）",
    sichuan_2018: "项目绩效目标完成情况表",
}


def lines(text: str) -> tuple[Line, ...]:
    """The lines of a text with their locators."""
    return tuple(Line(f"L{at}", line) for at, line in enumerate(text.split("\n"), start=1))


def flattened(title: str, rows: list[Cells], *, vertical: bool = False) -> str:
    """A table with a cell per line; `vertical` prints labels of level one a letter per line."""
    found = [f"\t{title}", "(2020年度)", ""]
    for cells in rows:
        for index, cell in enumerate(cells):
            is_label = vertical and index == 1 and cell.endswith("指标") and len(cells) > index + 3
            is_torn = is_label and "一级" not in cell
            found += ["\t" + ("\n".join(cell) if is_torn else cell), *([""] if is_torn else [])]
        found.append("")
    return "\n".join(found)


def piped(title: str, rows: list[Cells]) -> str:
    """A table with pipes, as a converter to Markdown writes it."""
    table = ["| " + " | ".join(cells).replace("\n", "<br>") + " |" for cells in rows]
    return "\n".join([title, "", table[0], "|---|---|", *table[1:]])


def stated(draft: Draft | None) -> Row:
    """The values of a draft that are filled."""
    values = draft.values if draft else {}
    return {name: value for name, value in values.items() if value is not None}


def _number(text: str) -> Value:
    return Decimal(text) if text else None


def project(sheet: Sheet) -> Row:
    """What every form says of its project, in the columns of the table."""
    found: Row = {
        "name": sheet.name,
        "budget_unit": sheet.unit,
        "budget_wanyuan": _number(sheet.budget),
        "executed_wanyuan": _number(sheet.executed),
        "fiscal_budget_wanyuan": _number(sheet.budget),
        "fiscal_executed_wanyuan": _number(sheet.executed),
        "other_budget_wanyuan": _number(sheet.other),
        "other_executed_wanyuan": _number(sheet.other),
        "expected_goal": sheet.goal,
        "actual_goal": sheet.result,
    }
    return {name: value for name, value in found.items() if value is not None}


def indicator(number: int, one: Indicator, target: Row) -> Row:
    """What a form says of an indicator, in the columns of the table."""
    found: Row = {
        "number": number,
        "level1": one.level1,
        "level2": one.level2,
        "indicator": one.name,
        "target_text": one.target,
        "actual_text": one.actual,
        "weight": _number(one.weight),
        "score": _number(one.score),
        "deviation_reason": one.reason or None,
        **target,
    }
    return {name: value for name, value in found.items() if value is not None}
