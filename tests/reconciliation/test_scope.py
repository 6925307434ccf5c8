"""What must not be flagged, because scope, phase or the form of the document explains it.

Source: CHECKS section 12.
"""

from collections.abc import Callable
from decimal import Decimal

import pytest
from consistent_packages import Writer

from publish import reconciliation
from publish.reconciliation import Severity, Status

D = Decimal
BUDGET = "general_public_budget"
CASES: list[Callable[[Writer], None]] = []


def _case(write: Callable[[Writer], None]) -> Callable[[Writer], None]:
    CASES.append(write)
    return write


@_case
def agency_operation_is_less_than_public_expenditure(writer: Writer) -> None:
    """Only 行政 and 参公 units count for 机关运行经费."""
    writer.add(
        "key-figures",
        "机关运行经费",
        key="agency_operation",
        scope="all",
        amount_wanyuan=D("80.00"),
    )
    writer.add(
        "basic-expenditure", "公用经费", group="public", level="group", amount_wanyuan=D("100.00")
    )


@_case
def three_public_is_more_than_its_economic_accounts(writer: Writer) -> None:
    """三公 counts project expenditure, too."""
    writer.add("three-public", "接待费", key="reception", final_wanyuan=D("3.60"))
    writer.add(
        "basic-expenditure", "公务接待费", group="public", level="account", code="30217",
        amount_wanyuan=D("0.66"),
    )  # fmt: skip


@_case
def appropriation_is_less_than_all_money(writer: Writer) -> None:
    """Own income and other money stand beside it."""
    for scope, amount in {"all": "100.00", "fiscal_appropriation": "90.00"}.items():
        for key in ("total_income", "total_expenditure"):
            writer.add("key-figures", f"{key}数", key=key, scope=scope, amount_wanyuan=D(amount))


@_case
def income_of_the_year_is_not_its_expenditure(writer: Writer) -> None:
    """Money is carried over."""
    writer.add("income", "收入", key="total", amount_wanyuan=D("100.00"))
    writer.add("expenditure", "支出", key="total", amount_wanyuan=D("80.00"))


@_case
def more_than_the_budget_is_legal(writer: Writer) -> None:
    """Completion and growth above 100 %, and negative amounts."""
    writer.add(
        "three-public", "用车", key="vehicles", budget_wanyuan=D("10.00"), final_wanyuan=D("15.00"),
        completion_pct=D(150), completion_of="预算",
    )  # fmt: skip
    writer.add("income", "其他", key="other", amount_wanyuan=D("-1.00"))


@_case
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


@_case
def a_comparison_with_the_budget_names_its_year(writer: Writer) -> None:
    """The sentence says so."""
    writer.add(
        "three-public", "2020年预算", key="overseas", final_wanyuan=D("1.00"), base_year=2020,
        change_against="budget",
    )  # fmt: skip


@_case
def vehicles_of_the_assets_are_not_those_of_the_budget(writer: Writer) -> None:
    """三公 counts only vehicles that 财政拨款 pays for."""
    writer.add("official-travel", "保有量", key="vehicles_held", count=D(5), unit="辆")
    writer.add("state-assets", "车辆", key="vehicles", quantity=D(7), unit="辆")


@_case
def accounts_that_are_only_named_are_not_zero(writer: Writer) -> None:
    """Names without any amount say nothing about the sum."""
    writer.add(
        "basic-expenditure", "人员经费", group="personnel", level="group", amount_wanyuan=D("70.00")
    )
    for name in ("基本工资", "津贴补贴等"):
        writer.add("basic-expenditure", name, group="personnel", level="account")


@_case
def few_accounts_with_an_amount_say_little(writer: Writer) -> None:
    """One account of many has an amount."""
    writer.add(
        "basic-expenditure", "人员经费", group="personnel", level="group", amount_wanyuan=D("70.00")
    )
    writer.add(
        "basic-expenditure",
        "基本工资",
        group="personnel",
        level="account",
        amount_wanyuan=D("20.00"),
    )
    writer.add("basic-expenditure", "津贴补贴", group="personnel", level="account")


@_case
def the_parts_of_three_public_may_not_be_stated(writer: Writer) -> None:
    """A part that is not stated is not zero."""
    writer.add("three-public", "三公合计", key="total", final_wanyuan=D("10.00"))
    writer.add("three-public", "接待费", key="reception", final_wanyuan=D("3.00"))


@_case
def foreign_guests_may_be_counted_within_reception(writer: Writer) -> None:
    """外事接待 is an 其中 of 国内接待 in some places."""
    for key, amount in {
        "reception": "5.00", "domestic_reception": "5.00", "foreign_reception": "1.00",
    }.items():  # fmt: skip
        writer.add("three-public", f"{key}费", key=key, final_wanyuan=D(amount))


@_case
def a_row_in_yuan_was_converted(writer: Writer) -> None:
    """A document in 元: the row has the amount in 万元 and the unit that was printed."""
    writer.say("基本工资541800元。")
    writer.add("income", "其他", key="other", amount_wanyuan=D("54.1800"))
    writer.rows["income"][-1].update(
        unit_as_published="元", source_locator="L2", source_quote="基本工资541800元。"
    )


@_case
def a_figure_of_no_chart_is_not_compared_with_one(writer: Writer) -> None:
    """机关运行经费 has no quantity that charts show; nor has a chart without a title."""
    writer.add(
        "key-figures", "机关运行经费", key="agency_operation", scope="all",
        amount_wanyuan=D("80.00"), change_wanyuan=D("10.00"), base_year=2019,
    )  # fmt: skip
    writer.add(
        "published-charts", "2019年", chart=1, series="2019年", category="收入", value=D("500.00")
    )


@_case
def a_chart_in_yuan_shows_the_same_amounts(writer: Writer) -> None:
    """Its caption says the unit, with or without brackets around the title."""
    for number, caption in enumerate(
        ("图1：支出结构（单位：元）", "（图2：支出构成）（单位：元）"), 1
    ):
        writer.say(caption)
        for key, amount in (("basic", "30.00"), ("project", "20.00")):
            writer.add("expenditure", f"{key}支出", key=key, amount_wanyuan=D(amount))
            writer.add(
                "published-charts", f"{key}支出", chart=number, figure=str(number),
                title="支出结构", series=f"{number}", category=f"{key}支出",
                value=D(amount) * 10_000, unit="元",
            )  # fmt: skip


@_case
def costs_in_yuan_make_up_the_project(writer: Writer) -> None:
    """Targets and results of 成本指标 in 元, the money of the project in 万元."""
    writer.add(
        "projects", "甲项目", project_id="p01", name="甲项目", budget_wanyuan=D("30.00"),
        executed_wanyuan=D("25.00"),
    )  # fmt: skip
    for number, (thing, planned, paid) in enumerate(
        (("设备购置", 200000, "20万元"), ("人员培训", 100000, "50,000元")), 1
    ):
        writer.add(
            "performance-indicators", thing, project_id="p01", number=number, level2="成本指标",
            indicator=thing, target_value=D(planned), target_unit="元", target_operator="<=",
            actual_text=paid,
        )  # fmt: skip


@_case
def a_result_may_be_in_another_unit_than_its_target(writer: Writer) -> None:
    """48000元 are within 5万元; a target without a unit is none to compare 48000元 with."""
    for number, unit in enumerate(("万元", None), 1):
        writer.add(
            "performance-indicators", f"第{number}项成本", project_id=f"p0{number}", number=number,
            level2="成本指标", target_operator="<=", target_value=D(5), target_unit=unit,
            target_text="5", actual_text="48000元",
        )  # fmt: skip


@_case
def money_named_in_full_counts_nothing(writer: Writer) -> None:
    """300元人民币 are no 300元 of people."""
    writer.say("捐款300元人民币。")


@_case
def another_fund_has_no_total(writer: Writer) -> None:
    """Without a printed total the classes of a fund are not judged."""
    writer.add(
        "expenditure-by-function", "城乡支出", fund="government_fund", level="class",
        class_name="城乡支出", amount_wanyuan=D("5.00"),
    )  # fmt: skip


@_case
def phases_of_a_budget_are_not_mixed(writer: Writer) -> None:
    """A total completed against 年初预算 says nothing about items against 全年预算."""
    writer.add(
        "key-figures", "合计", key="appropriation_expenditure", scope=BUDGET,
        amount_wanyuan=D("10.00"), completion_pct=D(120), completion_of="年初预算",
    )  # fmt: skip
    writer.add(
        "expenditure-by-function", "小学", fund=BUDGET, level="item", item_name="小学",
        amount_wanyuan=D("10.00"), completion_pct=D(100), completion_of="全年预算",
    )  # fmt: skip


@_case
def a_chart_of_shares_shows_no_amounts(writer: Writer) -> None:
    """Values that make up 100 are percentages."""
    for key, amount, share in (("basic", "30.00", 60), ("project", "20.00", 40)):
        writer.add("expenditure", f"{key}支出", key=key, amount_wanyuan=D(amount))
        writer.add(
            "published-charts", f"{key}支出", chart=1, series="支出", category=f"{key}支出",
            value=D(share),
        )  # fmt: skip


@_case
def a_list_of_sources_is_no_list_of_costs(writer: Writer) -> None:
    """What the lines of an item come from need not make up the project."""
    writer.add("projects", "甲项目", project_id="p01", name="甲项目", budget_wanyuan=D("1300.00"))
    for number, (item, amount) in enumerate((("省级资金", "700.00"), ("企业资金", "500.00")), 1):
        writer.add(
            "project-funds", item, report="甲项目绩效评价报告", project_id="p01", number=number,
            item=item, planned_wanyuan=D(amount),
        )  # fmt: skip


@_case
def a_cost_may_be_a_total_beside_its_parts(writer: Writer) -> None:
    """总成本 stands in the same list as what it is made of."""
    writer.add("projects", "甲项目", project_id="p01", name="甲项目", budget_wanyuan=D("30.00"))
    costs = {"总成本": "30.00", "设备购置": "20.00", "人员培训": "10.00"}
    for number, (thing, amount) in enumerate(costs.items(), 1):
        writer.add(
            "performance-indicators", thing, project_id="p01", number=number, level2="成本指标",
            indicator=thing, target_value=D(amount), target_unit="万元", target_operator="<=",
        )  # fmt: skip


@_case
def a_wrapped_text_breaks_lines_and_no_sentences(writer: Writer) -> None:
    """Lines of a page end where the page ends."""
    for _line in range(4):
        writer.say(
            "支出决算同上年相比略有增加。主要原因是职能调整以后人员增加和项目支出按照合同进度" * 2
        )


@pytest.mark.parametrize("write", CASES, ids=lambda write: write.__name__)
def test_scope_is_no_contradiction(write: Callable[[Writer], None]) -> None:
    """Nothing is found."""
    writer = Writer()
    write(writer)
    assert reconciliation.run(writer.package()).findings == ()


def test_what_scope_explains_is_said() -> None:
    """A difference that scope explains is neither passed nor failed."""
    writer = Writer()
    agency_operation_is_less_than_public_expenditure(writer)
    found = [
        (result.check, result.text.en)
        for result in reconciliation.run(writer.package()).results
        if result.status is Status.EXPLAINED
    ]
    assert found == [
        ("part-is-within-whole", "The two have different scopes and may differ."),
    ]


def test_an_amount_without_a_unit_is_told_as_printed() -> None:
    """In a document in 元 the digits of the document and the unit that they were read in."""
    writer = Writer()
    writer.add("income", "其他", key="other", amount_wanyuan=D("14.31"))
    writer.lines[-1] = "其他143100.00，完成。"
    writer.rows["income"][-1].update(unit_as_published="missing", source_quote=writer.lines[-1])
    (finding,) = reconciliation.run(writer.package()).findings
    assert (finding.check, finding.text.zh) == (
        "amounts-have-a-unit",
        "其他印为143100，没有单位；这里按元计。",
    )


@pytest.mark.parametrize("contract", ["120.80万元", "1208000元", "1,208,000元"])
def test_a_contract_is_compared_in_whatever_unit_it_is_printed(contract: str) -> None:
    """A contract of 1208000 元 is for more than a project of 80万元."""
    writer = Writer()
    writer.add("projects", "甲项目", project_id="p01", name="甲项目", budget_wanyuan=D("80.00"))
    text = f"某公司以{contract}中标"
    writer.add("evaluation-reports", text, position=1, report="甲报告", project_id="p01", text=text)
    (finding,) = reconciliation.run(writer.package()).findings
    assert (finding.check, finding.difference) == ("contracts-are-within-their-money", None)
    assert "多出40.8" in finding.text.zh


def test_a_result_in_another_unit_that_misses_its_target_is_found() -> None:
    """51000元 are more than 5万元."""
    writer = Writer()
    writer.add(
        "performance-indicators", "成本", project_id="p01", number=1, level2="成本指标",
        target_operator="<=", target_value=D(5), target_unit="万元", target_text="5万元",
        actual_text="51000元",
    )  # fmt: skip
    found = [finding.check for finding in reconciliation.run(writer.package()).findings]
    assert found == ["results-meet-targets"]


def test_accounts_that_fall_short_are_a_hint() -> None:
    """Most of the whole is stated; what is missing may be in the account without an amount."""
    writer = Writer()
    few_accounts_with_an_amount_say_little(writer)
    writer.rows["basic-expenditure"][1]["amount_wanyuan"] = D("60.00")
    found = [
        (finding.check, finding.severity, finding.difference)
        for finding in reconciliation.run(writer.package()).findings
    ]
    assert found == [("groups-equal-their-accounts", Severity.INFO, D("10.00"))]


def test_totals_without_any_carry_over_are_a_label() -> None:
    """总计 that are the sums of the year, in a document that states no carry-over."""
    writer = Writer()
    income_of_the_year_is_not_its_expenditure(writer)
    for key, amount in {"total_income": "100.00", "total_expenditure": "80.00"}.items():
        writer.add("key-figures", f"{key}数", key=key, scope="all", amount_wanyuan=D(amount))
    found = [
        (finding.check, finding.severity, str(finding.certainty))
        for finding in reconciliation.run(writer.package()).findings
    ]
    assert found == [("totals-balance", Severity.WARNING, "likely")]


def test_rounding_is_gathered_in_one_note() -> None:
    """Two sums of one table that differ by 0.01 are one finding of no weight."""
    writer = Writer()
    for key, amount in {
        "total": "10.01", "vehicles": "6.01", "vehicle_purchase": "3.00",
        "vehicle_operation": "3.00", "overseas": "2.00", "reception": "2.01",
    }.items():  # fmt: skip
        writer.add("three-public", f"{key}费", key=key, final_wanyuan=D(amount))
    (finding,) = reconciliation.run(writer.package()).findings
    assert (finding.severity, len(finding.results)) == (Severity.INFO, 2)
    assert finding.text.en.startswith("In 2 places the printed figures differ from their sum")


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
