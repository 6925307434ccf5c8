"""Which bars a chart has."""

from decimal import Decimal

import pytest

from publish.charts import Bar, Chart, ChartKind
from publish.pages import graphs, topics
from publish.tables import Row, Value

CAPTION = graphs.Caption("标题", "说明", 2020)
D = Decimal


def row(label: str, amount: Decimal | None, **values: Value) -> Row:
    """Return a row of any table."""
    empty: Row = dict.fromkeys(("key", "level", "base_year", "change_wanyuan", "change_against"))
    return {**empty, "statement": 1, "label": label, "amount_wanyuan": amount, **values}


def drawn(kind: str, *rows: Row, table: str = "income") -> Chart | None:
    """Return the chart of this kind of these rows."""
    unit = topics.TopicUnit(id="x", title="X", table=table, columns=(), lead="parts", chart=kind)
    return graphs.chart(unit, rows, CAPTION)


def test_parts_are_drawn_against_their_total_the_largest_first() -> None:
    """Zeros, missing amounts and second statements are not drawn; a share stands beside its bar."""
    found = drawn(
        "parts",
        row("合计", D(10), key="total"),
        row("甲", D(3), share_pct=D("30.0")),
        row("乙", D(7)),
        row("零", D(0)),
        row("缺", None),
        row("甲", D(4), statement=2),
    )
    bars = (Bar("乙", D(7)), Bar("甲", D(3), "30.0%"))
    assert found == Chart(ChartKind.PARTS, "标题", "说明", "万元", bars, D(10))


def test_only_parts_that_make_up_the_whole_are_drawn() -> None:
    """Of the three public expenses the running of vehicles is inside of the vehicles."""
    found = drawn(
        "parts",
        row("车", None, key="vehicles", final_wanyuan=D(21)),
        row("运行", None, key="vehicle_operation", final_wanyuan=D(21)),
        table="three-public",
    )
    assert found is not None
    assert found.bars == (Bar("车", D(21)),)


def test_a_change_is_drawn_against_the_year_before() -> None:
    """Last year is this year less the stated change; a change against the budget is not drawn."""
    found = drawn(
        "change",
        row("收入", D("4383.87"), change_wanyuan=D("2516.77"), base_year=2018),
        row("支出", D(5), change_wanyuan=D(-1)),
        row("对预算", D(5), change_wanyuan=D(-1), change_against="budget"),
        row("没有说", D(5)),
    )
    assert found == Chart(
        ChartKind.PAIRS,
        "标题",
        "说明",
        "万元",
        (
            Bar("2018年", D("1867.10"), group="收入"),
            Bar("2020年", D("4383.87"), group="收入"),
            Bar("2019年", D(6), group="支出"),
            Bar("2020年", D(5), group="支出"),
        ),
    )


def test_accounts_and_items_are_drawn_without_their_sums() -> None:
    """A group and its accounts, or a 款 and its 项, are never bars of one chart."""
    rows = (row("人员", D(9), level="group"), row("奖金", D(2), level="account"))
    found = drawn("accounts", *rows)
    assert found is not None
    assert found.bars == (Bar("奖金", D(2)),)
    found = drawn("items", row("款", D(9), level="group"), row("项", D(2), level="item"))
    assert found is not None
    assert found.bars == (Bar("项", D(2)),)


def test_assets_are_drawn_by_class() -> None:
    """Original value and depreciation are no classes of assets."""
    found = drawn(
        "fixed_assets",
        row("原值", D(9), key="fixed_assets_original"),
        row("图书", D(2), key="books"),
    )
    assert found is not None
    assert found.bars == (Bar("图书", D(2)),)


@pytest.mark.parametrize("kind", ["parts", "change", "accounts", "items", "budget", "fixed_assets"])
def test_without_an_amount_there_is_no_chart(kind: str) -> None:
    """Nothing is drawn where everything is zero or missing."""
    assert drawn(kind, row("甲", None, level="account", key="books")) is None


def test_budget_and_final_account_stand_together() -> None:
    """The completion as printed stands at the final account; half a pair is not drawn."""
    found = drawn(
        "budget",
        row("合计", None, key="total", budget_wanyuan=D(9), final_wanyuan=D(8)),
        row(
            "车",
            None,
            key="vehicles",
            budget_wanyuan=D(5),
            final_wanyuan=D("4.9"),
            completion_pct=D(98),
        ),
        row("接待", None, key="reception", budget_wanyuan=None, final_wanyuan=D(3)),
        row("出国", None, key="overseas", budget_wanyuan=D(0), final_wanyuan=D(0)),
        table="three-public",
    )
    bars = (Bar("预算", D(5), group="车"), Bar("决算", D("4.9"), "完成98%", "车"))
    assert found == Chart(ChartKind.PAIRS, "标题", "说明", "万元", bars)


def test_an_adjusted_budget_goes_before_the_first_one() -> None:
    """The final account is measured against what was planned last."""
    adjusted = {"budget_wanyuan": D(5), "adjusted_budget_wanyuan": D(7)}
    found = drawn("budget", row("甲", D(6), **adjusted), table="key-figures")
    assert found is not None
    assert [bar.amount for bar in found.bars] == [D(7), D(6)]


def test_without_a_budget_the_parts_are_drawn() -> None:
    """Of the three public expenses as parts of their whole, of the funds as they are."""
    final = row("车", None, key="vehicles", final_wanyuan=D(4), completion_pct=D(98))
    found = drawn("budget", final, table="three-public")
    assert found is not None
    assert (found.kind, found.bars) == (ChartKind.PARTS, (Bar("车", D(4)),))
    found = drawn("budget", row("甲", D(6)), table="key-figures")
    assert found is not None
    assert (found.kind, found.bars) == (ChartKind.BARS, (Bar("甲", D(6)),))
