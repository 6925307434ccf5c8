"""The same quantity in several places: text, table, annex, report, form, chart."""

from decimal import Decimal

import pytest
import reconciliation_cases as cases
from consistent_packages import Writer, money
from hypothesis import given
from reconciliation_cases import BUDGET, key_figure

from publish import reconciliation
from publish.reconciliation import Severity

D = Decimal


def charts_show_last_year(writer: Writer, *, broken: bool) -> None:
    """Write a chart of two years and the change."""
    key_figure(writer, "total_income", "all", "110.00", change_wanyuan=D("10.00"), base_year=2019)
    for series, value in {"2019年": "90.00" if broken else "100.00", "2020年": "110.00"}.items():
        writer.add(
            "published-charts", f"{series}收入", chart=1, figure="1", title="收支决算总计变动图",
            series=series, category="收入", value=D(value),
        )  # fmt: skip


def same_quantity_has_one_value(writer: Writer, *, broken: bool) -> None:
    """Write the form and the evaluation of a project."""
    writer.add("projects", "甲项目", project_id="p01", name="甲项目", budget_wanyuan=D("45.00"))
    writer.add(
        "self-evaluations", "甲项目评价", evaluation_id="e01", project_id="p01", number=1,
        name="甲项目评价", amount_wanyuan=D("46.00" if broken else "45.00"),
    )  # fmt: skip


def a_pension_item_is_not_a_pension_account(writer: Writer) -> None:
    """Function and economic items of similar names have different scopes."""
    writer.add(
        "expenditure-by-function", "基本养老保险缴费", fund=BUDGET, level="item", code="2080505",
        item_name="基本养老保险缴费", amount_wanyuan=D("113.73"),
    )  # fmt: skip
    writer.add(
        "basic-expenditure", "基本养老保险缴费", group="personnel", level="account", code="30108",
        amount_wanyuan=D("116.83"),
    )  # fmt: skip


def a_figure_of_no_chart_is_not_compared_with_one(writer: Writer) -> None:
    """机关运行经费 has no quantity that charts show; nor has a chart without a title."""
    writer.add(
        "key-figures", "机关运行经费", key="agency_operation", scope="all",
        amount_wanyuan=D("80.00"), change_wanyuan=D("10.00"), base_year=2019,
    )  # fmt: skip
    writer.add(
        "published-charts", "2019年", chart=1, series="2019年", category="收入", value=D("500.00")
    )


CASES = cases.of(globals())
ALLOWED = cases.allowed(globals())


@pytest.mark.parametrize("check", CASES)
def test_a_claim_that_holds_passes(check: str) -> None:
    """The check passes on its case, and no check finds anything."""
    cases.assert_passes(check, CASES[check])


@pytest.mark.parametrize("check", CASES)
def test_a_broken_claim_is_its_one_finding(check: str) -> None:
    """The approved finding alone, at places of the document with exactly its words."""
    cases.assert_found(check, CASES[check])


@pytest.mark.parametrize("write", ALLOWED)
def test_what_scope_explains_is_no_finding(write: str) -> None:
    """What scope, phase or form of the document explains is not flagged."""
    cases.assert_nothing_found(ALLOWED[write])


def test_one_opening_balance_printed_twice_is_a_note_that_says_which_closes() -> None:
    """121.7 and 121.71 differ by rounding; with 121.71 the account closes."""
    writer = Writer()
    writer.say("其他资金年初结转121.7万元，实际支出0.91万元，年末结转120.8万元。")
    writer.say("其他资金年初结转121.71万元。")
    rows = (
        ("opening", "其他资金年初结转", "121.7", 2),
        ("executed", "实际支出", "0.91", 2),
        ("closing", "年末结转", "120.8", 2),
        ("opening", "其他资金年初结转", "121.71", 3),
    )
    for stage, label, amount, line in rows:
        writer.add(
            "budget-execution", label, kind="其他资金", stage=stage, amount_wanyuan=D(amount)
        )
        writer.rows["budget-execution"][-1].update(
            source_locator=f"L{line}", source_quote=writer.lines[line - 1]
        )
        writer.lines.pop()
    found = [
        (finding.check, finding.severity)
        for finding in reconciliation.run(writer.package()).findings
    ]
    assert found == [
        ("appropriations-balance", Severity.INFO),
        ("same-quantity-has-one-value", Severity.INFO),
    ]


def test_payments_that_differ_say_which_closes_the_sum() -> None:
    """45 in one place, 46 in another; with 46 what was paid makes up what was executed."""
    writer = Writer()
    writer.add("projects", "甲项目", project_id="p01", name="甲项目", executed_wanyuan=D("66.00"))
    for report, paid in (("甲报告", "46.00"), ("乙报告", "45.00")):
        for number, (item, amount) in enumerate((("专项整治", paid), ("人员培训", "20.00")), 1):
            label = f"成本指标：{item}" if report == "甲报告" else item
            writer.add(
                "project-funds", label, report=report, project_id="p01", number=number, item=item,
                paid_wanyuan=D(amount),
            )  # fmt: skip
    found = [
        (finding.check, finding.closes_with)
        for finding in reconciliation.run(writer.package()).findings
    ]
    assert found == [("same-quantity-has-one-value", "专项整治（已支付）: 45.00 → 46.00")]


def test_a_chart_without_the_change_is_unchecked() -> None:
    """Last year in a chart is compared with nothing where the text states no change."""
    writer = Writer()
    writer.add(
        "published-charts", "2019年收入", chart=1, figure="1", title="收支决算总计变动图",
        series="2019年", category="收入", value=D("90.00"),
    )  # fmt: skip
    assert cases.said(writer.package(), "charts-show-last-year") == [
        ("unchecked", "What the chart shows cannot be told for certain.")
    ]


@given(cases.CENTS, cases.STEPS)
def test_two_places_state_one_value_within_rounding(cents: int, step: int) -> None:
    """Form and evaluation may differ by 0.01; what is further off is the one finding."""
    writer = Writer()
    writer.add("projects", "甲项目", project_id="p01", name="甲项目", budget_wanyuan=money(cents))
    writer.add(
        "self-evaluations", "甲项目评价", evaluation_id="e01", project_id="p01", number=1,
        name="甲项目评价", amount_wanyuan=money(cents + step),
    )  # fmt: skip
    expected = ["same-quantity-has-one-value"] if abs(step) > 1 else []
    assert cases.contradicted(writer) == expected


# Of 1000万元 and more: the values of a chart that make up 100 are shares.
@given(cases.LARGE, cases.LARGE, cases.STEPS)
def test_a_chart_shows_last_year_within_rounding(before: int, now: int, step: int) -> None:
    """This year less the change; a point of last year that is further off is the one finding."""
    writer = Writer()
    key_figure(
        writer, "total_income", "all", str(money(now)), base_year=2019,
        change_wanyuan=money(now) - money(before),
    )  # fmt: skip
    for series, cents in {"2019年": before + step, "2020年": now}.items():
        writer.add(
            "published-charts", f"{series}收入", chart=1, figure="1", title="收支决算总计变动图",
            series=series, category="收入", value=money(cents),
        )  # fmt: skip
    assert cases.contradicted(writer) == (["charts-show-last-year"] if abs(step) > 1 else [])
