"""The money of a project."""

from decimal import Decimal

from example_performance import PLAN, contents, row, year

from publish.charts import Bar, Chart, ChartKind
from publish.pages import project_money
from publish.pages.reader_tables import Column

D = Decimal


def test_the_table_shows_the_total_and_its_sources() -> None:
    """A rate belongs to the total; sources and columns that no form states are left out."""
    found = project_money.layout(PLAN, year().document)
    assert found is not None
    assert found.columns == (
        Column("预算数", "万元", is_number=True),
        Column("执行数", "万元", is_number=True),
        Column("完成预算", "%", is_number=True),
    )
    cells = [
        [(cell.kind, cell.text, cell.link and cell.link.anchor) for cell in entry.cells]
        for entry in found.entries
    ]
    assert [entry.label for entry in found.entries] == ["资金合计", "其中：财政拨款"]
    assert cells == [
        [("figure", "300", "L3s1"), ("figure", "300", "L4s1"), ("figure", "100", "L9s2c3")],
        [("figure", "300", "L5s1"), ("figure", "215.50", "L6s1"), ("blank", "", None)],
    ]


def test_what_is_not_stated_is_said_to_be_missing() -> None:
    """A source with a budget alone has a dash for what was spent."""
    found = project_money.layout({**PLAN, "fiscal_executed_wanyuan": None}, year().document)
    assert found is not None
    assert found.entries[1].cells[1].kind == "missing"


def test_a_form_without_money_has_neither_table_nor_chart() -> None:
    """Nothing is made up."""
    empty = row("projects", project_id="p01")
    assert project_money.layout(empty, year().document) is None
    assert project_money.chart(empty, "标题", "说明") is None


def test_the_chart_sets_what_was_spent_against_the_budget() -> None:
    """One source is the total over again; several are drawn below it."""
    pair = (
        Bar("预算数", D(300), group="资金合计"),
        Bar("执行数", D(300), "100%", group="资金合计"),
    )
    assert project_money.chart(PLAN, "标题", "说明") == Chart(
        ChartKind.PAIRS, "标题", "说明", "万元", pair
    )
    several = {**PLAN, "other_budget_wanyuan": D(1), "completion_pct": None}
    found = project_money.chart(several, "标题", "说明")
    assert found is not None
    assert [(bar.group, bar.label, bar.amount) for bar in found.bars] == [
        ("资金合计", "预算数", D(300)),
        ("资金合计", "执行数", D(300)),
        ("其中：财政拨款", "预算数", D(300)),
        ("其中：财政拨款", "执行数", D("215.50")),
        ("其中：其他资金", "预算数", D(1)),
        ("其中：其他资金", "执行数", None),
    ]


def test_lines_of_money_stand_under_their_report() -> None:
    """A table for each report, with the columns that it states."""
    (line,) = contents()["project-funds"]
    found = project_money.lines(
        (line, {**line, "report": "乙", "paid_wanyuan": None}), year().document
    )
    shown = [(one.title, one.id, [column.title for column in one.layout.columns]) for one in found]
    assert shown == [
        ("部门整体支出绩效评价报告", "lines-1", ["计划数", "已支付"]),
        ("乙", "lines-2", ["计划数"]),
    ]
    (entry,) = found[0].layout.entries
    assert entry.label == "会议经费"
    assert [(cell.text, cell.link and cell.link.anchor) for cell in entry.cells] == [
        ("8", "L28s1"),
        ("7.25", "L28s1"),
    ]
    assert found[0].origin == "source.md#L28s1"
