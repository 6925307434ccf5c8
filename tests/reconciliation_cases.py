"""For every check a small document: with `broken` it has the one slip that the check finds.

Each function is named as its check. `Writer` writes the rows together with their sentences.
"""

import inspect
from decimal import Decimal
from typing import Protocol

from consistent_packages import Writer

D = Decimal

PARAMETERS = ["writer", "broken"]
BUDGET = "general_public_budget"


class Case(Protocol):
    """A function that writes a case."""

    def __call__(self, writer: Writer, *, broken: bool) -> None:
        """Write the case, with its slip or without."""


def _keyed(writer: Writer, table: str, column: str, **cells: str) -> None:
    for key, value in cells.items():
        writer.add(table, f"{key}数", key=key, **{column: D(value)})


def _key_figure(writer: Writer, key: str, scope: str, amount: str, **more: object) -> None:
    writer.add("key-figures", f"{key}数", key=key, scope=scope, amount_wanyuan=D(amount), **more)  # type: ignore[arg-type]


def _class(writer: Writer, name: str, amount: str, **items: str) -> None:
    writer.add(
        "expenditure-by-function", name, fund=BUDGET, level="class", class_name=name,
        amount_wanyuan=D(amount),
    )  # fmt: skip
    for item, value in items.items():
        writer.add(
            "expenditure-by-function", item, fund=BUDGET, level="item", class_name=name,
            group_name=f"{name}事务", item_name=item, amount_wanyuan=D(value),
        )  # fmt: skip


def income_equals_its_sources(writer: Writer, *, broken: bool) -> None:
    """Write a total and two sources."""
    total = "90.00" if broken else "100.00"
    _keyed(writer, "income", "amount_wanyuan", total=total, institutional="60.00", other="40.00")


def expenditure_equals_its_kinds(writer: Writer, *, broken: bool) -> None:
    """Write a total and two kinds."""
    total = "99.00" if broken else "100.00"
    _keyed(writer, "expenditure", "amount_wanyuan", total=total, basic="60.00", project="40.00")


def parents_equal_children(writer: Writer, *, broken: bool) -> None:
    """Write a total and two classes; broken, an item lost the first of its two ones."""
    _key_figure(writer, "appropriation_expenditure", BUDGET, "1200.09")
    _class(writer, "教育支出", "1190.09", 小学="161.64" if broken else "1161.64", 中学="28.45")
    _class(writer, "科学支出", "10.00", 研究="10.00")


def basic_and_project_make_up_the_amount(writer: Writer, *, broken: bool) -> None:
    """Write an item with 基本支出 and 项目支出."""
    writer.add(
        "expenditure-by-function", "小学", fund=BUDGET, level="item", item_name="小学",
        amount_wanyuan=D("10.00"), basic_wanyuan=D("6.00"),
        project_wanyuan=D("3.00" if broken else "4.00"),
    )  # fmt: skip


def basic_equals_personnel_and_public(writer: Writer, *, broken: bool) -> None:
    """Write 基本支出, 人员经费 and 公用经费."""
    total = "95.00" if broken else "100.00"
    for group, amount in {"total": total, "personnel": "70.00", "public": "30.00"}.items():
        writer.add("basic-expenditure", group, group=group, level="group", amount_wanyuan=D(amount))


def groups_equal_their_accounts(writer: Writer, *, broken: bool) -> None:
    """Write 人员经费 and two accounts."""
    rows = {"人员经费": "70.00", "基本工资": "41.00" if broken else "40.00", "奖金": "30.00"}
    for label, amount in rows.items():
        level = "group" if label == "人员经费" else "account"
        writer.add(
            "basic-expenditure", label, group="personnel", level=level, amount_wanyuan=D(amount)
        )


def three_public_equals_its_parts(writer: Writer, *, broken: bool) -> None:
    """Write 三公 with its three parts."""
    total = "12.00" if broken else "10.00"
    _keyed(
        writer, "three-public", "final_wanyuan", total=total, overseas="2.00", vehicles="5.00",
        reception="3.00",
    )  # fmt: skip


def receptions_add_up(writer: Writer, *, broken: bool) -> None:
    """Write the visits of two purposes and of all."""
    count = D(9 if broken else 8)
    writer.add("official-travel", "国内接待", key="domestic_receptions", count=count, unit="批次")
    writer.add("receptions", "督查接待", visits=5)
    writer.add("receptions", "调研接待", visits=3)


def vehicles_add_up(writer: Writer, *, broken: bool) -> None:
    """Write vehicles by use."""
    for key, count in {
        "vehicles": 7,
        "vehicles_other": 5,
        "vehicles_special": 3 if broken else 2,
    }.items():
        writer.add("state-assets", f"{key}数", key=key, quantity=D(count), unit="辆")


def procurement_equals_its_kinds(writer: Writer, *, broken: bool) -> None:
    """Write 采购总额 and goods."""
    goods = "34.20" if broken else "34.02"
    _keyed(writer, "procurement", "amount_wanyuan", total="34.02", goods=goods)


def assets_add_up(writer: Writer, *, broken: bool) -> None:
    """Write original value, depreciation and net value."""
    net = "60.50" if broken else "60.00"
    _keyed(
        writer, "state-assets", "amount_wanyuan", fixed_assets_original="100.00",
        accumulated_depreciation="40.00", fixed_assets_net=net,
    )  # fmt: skip


def units_add_up(writer: Writer, *, broken: bool) -> None:
    """Write three kinds of units and all."""
    cells = {
        "subordinate_units": 4 if broken else 3,
        "subordinate_administrative": 1,
        "subordinate_civil_service_law": 1,
        "subordinate_other": 1,
    }
    for key, count in cells.items():
        writer.add("staffing", f"{key}数", key=key, count=D(count), unit="个")


def funds_add_up_to_the_appropriation(writer: Writer, *, broken: bool) -> None:
    """Write 财政拨款支出 and its three budgets."""
    total = "70.00" if broken else "75.00"
    _key_figure(writer, "appropriation_expenditure", "fiscal_appropriation", total)
    for fund, amount in {
        BUDGET: "50.00",
        "government_fund": "20.00",
        "state_capital": "5.00",
    }.items():
        _key_figure(writer, "appropriation_expenditure", fund, amount)


def _money(writer: Writer, *cells: tuple[str, str, str]) -> None:
    """Write one sentence about what became of an appropriation."""
    words = "，".join(f"{label}{amount}万元" for _stage, label, amount in cells) + "。"
    place = len(writer.lines) + 1
    for stage, label, amount in cells:
        writer.add(
            "budget-execution", label, kind="专项资金", stage=stage, amount_wanyuan=D(amount)
        )
        writer.lines.pop()
        writer.rows["budget-execution"][-1].update(source_locator=f"L{place}", source_quote=words)
    writer.say(words)


def appropriations_add_up(writer: Writer, *, broken: bool) -> None:
    """Write 安排, 年初 and 追加."""
    added = "35.00" if broken else "30.00"
    _money(
        writer,
        ("arranged", "安排", "100.00"),
        ("initial", "年初预算", "70.00"),
        ("added", "追加", added),
    )


def project_lines_add_up(writer: Writer, *, broken: bool) -> None:
    """Write a project and its cost indicators."""
    writer.add("projects", "甲项目", project_id="p01", name="甲项目", budget_wanyuan=D("30.00"))
    for number, (thing, amount) in enumerate(
        {"设备购置": "20.00", "人员培训": "12.00" if broken else "10.00"}.items(), 1
    ):
        writer.add(
            "performance-indicators", thing, project_id="p01", number=number, level2="成本指标",
            indicator=thing, target_value=D(amount), target_unit="万元", target_operator="<=",
        )  # fmt: skip


def project_money_adds_up_by_source(writer: Writer, *, broken: bool) -> None:
    """Write a project with the money of two sources."""
    writer.add(
        "projects", "甲项目", project_id="p01", name="甲项目", budget_wanyuan=D("30.00"),
        fiscal_budget_wanyuan=D("20.00"), other_budget_wanyuan=D("11.00" if broken else "10.00"),
    )  # fmt: skip


def totals_balance(writer: Writer, *, broken: bool) -> None:
    """Write 总计 without the carry-over, which the report closes; broken, it does not."""
    _key_figure(writer, "total_income", "all", "100.00")
    _key_figure(writer, "total_expenditure", "all", "80.00" if broken else "100.00")
    if broken:
        _money(
            writer, ("arranged", "安排", "95.00"), ("opening", "年初结转", "5.00"),
            ("executed", "实际支出", "75.00"), ("closing", "年末结转", "25.00"),
        )  # fmt: skip


def totals_include_the_carry_over(writer: Writer, *, broken: bool) -> None:
    """Write 总计, 本年收入 and 年初结转."""
    _key_figure(writer, "total_income", "all", "110.00" if broken else "105.00")
    _key_figure(writer, "current_income", "all", "100.00")
    _key_figure(writer, "opening_balance", "all", "5.00")


def appropriations_balance(writer: Writer, *, broken: bool) -> None:
    """Write one account of an appropriation."""
    left = "28.00" if broken else "25.00"
    _money(
        writer, ("initial", "年初预算", "95.00"), ("opening", "年初结转", "5.00"),
        ("executed", "实际支出", "75.00"), ("closing", "年末结转", left),
    )  # fmt: skip


def fund_accounts_balance(writer: Writer, *, broken: bool) -> None:
    """Write opening, income, expenditure and closing of a fund."""
    closing = "8.00" if broken else "7.00"
    cells = {
        "opening_balance": "5.00",
        "appropriation_income": "100.00",
        "appropriation_expenditure": "98.00",
        "closing_balance": closing,
    }
    for key, amount in cells.items():
        _key_figure(writer, key, "government_fund", amount)


def share_is_part_of_whole(writer: Writer, *, broken: bool) -> None:
    """Write 中小企业 with their share of all procurement."""
    _keyed(writer, "procurement", "amount_wanyuan", total="2491.62")
    writer.add(
        "procurement", "中小企业", key="sme", amount_wanyuan=D("14.31"),
        share_pct=D("0.04" if broken else "0.57"), share_of="政府采购支出总额",
    )  # fmt: skip


def shares_make_up_the_whole(writer: Writer, *, broken: bool) -> None:
    """Write shares without the amounts."""
    for key, share in {"basic": "60", "project": "42" if broken else "40"}.items():
        writer.add("expenditure", f"{key}数", key=key, share_pct=D(share))


def completion_is_final_of_budget(writer: Writer, *, broken: bool) -> None:
    """Write a part of 三公 with budget, final account and completion."""
    writer.add(
        "three-public", "用车", key="vehicles", budget_wanyuan=D("20.00"), final_wanyuan=D("15.00"),
        completion_pct=D(85 if broken else 75), completion_of="预算",
    )  # fmt: skip


def completion_fits_its_parts(writer: Writer, *, broken: bool) -> None:
    """Write a total completed to 100 % with two items, one of which is not."""
    _key_figure(
        writer,
        "appropriation_expenditure",
        BUDGET,
        "30.00",
        completion_pct=D(100),
        completion_of="预算",
    )
    for item, amount, rate in (("小学", "10.00", 100), ("中学", "20.00", 20 if broken else 100)):
        writer.add(
            "expenditure-by-function", item, fund=BUDGET, level="item", item_name=item,
            amount_wanyuan=D(amount), completion_pct=D(rate), completion_of="预算",
        )  # fmt: skip


def execution_rate_is_paid_of_planned(writer: Writer, *, broken: bool) -> None:
    """Write an evaluation with planned, paid and rate."""
    writer.add(
        "self-evaluations", "科技资金", evaluation_id="e01", number=1, name="科技资金",
        amount_wanyuan=D("4.00"), paid_wanyuan=D("0.32"), execution_pct=D(1 if broken else 8),
    )  # fmt: skip


def nothing_has_no_completion(writer: Writer, *, broken: bool) -> None:
    """Write 出国费 of zero with a completion."""
    writer.add(
        "three-public", "出国费", key="overseas", final_wanyuan=D(0),
        completion_pct=D(100 if broken else 0), completion_of="预算",
    )  # fmt: skip


def change_rate_is_change_of_last_year(writer: Writer, *, broken: bool) -> None:
    """Write an amount with its change and rate."""
    _key_figure(
        writer, "current_income", "all", "110.00", change_wanyuan=D("10.00"),
        change_pct=D(12 if broken else 10),
    )  # fmt: skip


def nothing_has_no_change_rate(writer: Writer, *, broken: bool) -> None:
    """Write an amount that was zero the year before, or not."""
    _key_figure(
        writer, "current_income", "all", "10.00", change_wanyuan=D("10.00" if broken else "5.00"),
        change_pct=D(100),
    )  # fmt: skip


def comparison_is_with_last_year(writer: Writer, *, broken: bool) -> None:
    """Write a comparison with a year."""
    year = 2018 if broken else 2019
    writer.add(
        "three-public",
        f"出国费与{year}年持平",
        key="overseas",
        final_wanyuan=D("1.00"),
        base_year=year,
    )


def direction_fits_the_figures(writer: Writer, *, broken: bool) -> None:
    """Write 小于预算 with a completion."""
    writer.add(
        "three-public", "决算数小于预算数的原因是节约", key="overseas", final_wanyuan=D("1.00"),
        completion_pct=D(105 if broken else 95), completion_of="预算",
    )  # fmt: skip


def charts_show_last_year(writer: Writer, *, broken: bool) -> None:
    """Write a chart of two years and the change."""
    _key_figure(writer, "total_income", "all", "110.00", change_wanyuan=D("10.00"), base_year=2019)
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


def charts_have_data_of_their_own(writer: Writer, *, broken: bool) -> None:
    """Write two charts."""
    writer.say("图2：财政拨款收支变动图")
    for chart in (1, 2):
        value = "12.34" if broken or chart == 1 else "56.78"
        writer.add(
            "published-charts", "数据收入", chart=chart, figure="1" if chart == 1 else None,
            title="收支变动图" if chart == 1 else None, series="数据", category="收入",
            value=D(value),
        )  # fmt: skip


def part_is_within_whole(writer: Writer, *, broken: bool) -> None:
    """Write 中小 and 小微."""
    small = "34.02" if broken else "3.40"
    _keyed(writer, "procurement", "amount_wanyuan", sme="10.00", small_micro=small)


def amounts_are_in_one_unit(writer: Writer, *, broken: bool) -> None:
    """Write two parts of a sum, one of them in 元."""
    _keyed(writer, "income", "amount_wanyuan", total="24.31", institutional="10.00")
    writer.add("income", "其他", key="other", amount_wanyuan=D("14.31"))
    if broken:
        writer.lines[-1] = "其他14.31元。"
        writer.rows["income"][-1].update(unit_as_published="元", source_quote=writer.lines[-1])


def amounts_have_a_unit(writer: Writer, *, broken: bool) -> None:
    """Write an amount with its unit, or without."""
    writer.add("income", "其他", key="other", amount_wanyuan=D("14.31"))
    if broken:
        writer.lines[-1] = "其他14.31，完成。"
        writer.rows["income"][-1].update(unit_as_published="missing", source_quote=writer.lines[-1])


def percentages_have_a_sign(writer: Writer, *, broken: bool) -> None:
    """Write two indicators of satisfaction."""
    units = ("%", None if broken else "%")
    for number, unit in enumerate(units, 1):
        writer.add(
            "performance-indicators", "群众满意度", project_id="p01", number=number,
            level2="满意度指标", target_value=D(98), target_unit=unit, target_operator=">=",
        )  # fmt: skip


def percentages_keep_their_decimals(writer: Writer, *, broken: bool) -> None:
    """Write a percentage."""
    writer.say(f"接待费下降{'27.' if broken else '27'}%。")


def announced_counts_match_lists(writer: Writer, *, broken: bool) -> None:
    """Write how many forms are announced, and one form."""
    writer.add("projects", "甲项目", project_id="p01", name="甲项目")
    count = D(2 if broken else 1)
    writer.add("performance-counts", "项目绩效目标完成情况", key="reported", count=count, unit="个")


def phases_are_nested(writer: Writer, *, broken: bool) -> None:
    """Write how many projects had goals and were monitored."""
    for key, count in {"with_goals": 3, "monitored": 5 if broken else 3}.items():
        writer.add("performance-counts", f"{key}项目", key=key, count=D(count), unit="个")


def counts_fit_amounts(writer: Writer, *, broken: bool) -> None:
    """Write visits and what they cost."""
    count = D(0 if broken else 2)
    writer.add("official-travel", "外事接待", key="foreign_receptions", count=count, unit="批次")
    writer.add("three-public", "外事接待费", key="foreign_reception", final_wanyuan=D("1.20"))


def results_meet_targets(writer: Writer, *, broken: bool) -> None:
    """Write an indicator with its result."""
    writer.add(
        "performance-indicators", "全体会议", project_id="p01", number=1, level2="数量指标",
        target_operator=">=", target_value=D(4), target_unit="次", target_text="不少于4次",
        actual_text="3次" if broken else "4次",
    )  # fmt: skip


def nothing_is_due_after_the_deadline(writer: Writer, *, broken: bool) -> None:
    """Write an evaluation with a deadline and a date."""
    year = 2021 if broken else 2020
    writer.add(
        "self-evaluations", f"培训资金，2020年完成，余款在{year}年支付", evaluation_id="e01",
        number=1,
        name="培训资金", timeliness="2020年完成", cost=f"余款在{year}年支付",
    )  # fmt: skip


def a_state_is_told_one_way(writer: Writer, *, broken: bool) -> None:
    """Write two paragraphs on one project."""
    words = ("项目已完成招投标", "项目正在进行招投标" if broken else "项目顺利实施")
    for position, text in enumerate(words, 1):
        writer.add(
            "evaluation-reports", text, position=position, report="甲项目绩效评价报告",
            project_id="p01", text=text,
        )  # fmt: skip


def weights_and_scores_add_up(writer: Writer, *, broken: bool) -> None:
    """Write two indicators with weights."""
    for number, weight in enumerate((60, 45 if broken else 40), 1):
        writer.add(
            "performance-indicators", f"第{number}个指标", project_id="p01", number=number,
            weight=D(weight), unit="分",
        )  # fmt: skip


def reports_state_the_targets_of_the_form(writer: Writer, *, broken: bool) -> None:
    """Write an indicator, and the evaluation that repeats it."""
    writer.add(
        "performance-indicators", "救援队伍慰问", project_id="p01", number=1, level2="数量指标",
        target_operator="=", target_value=D(3), target_unit="次", target_text="3次",
    )  # fmt: skip
    writer.add(
        "self-evaluations", f"救援队伍慰问{4 if broken else 3}次", evaluation_id="e01", number=1,
        project_id="p01", name="安全经费",
    )  # fmt: skip


def contracts_are_within_their_money(writer: Writer, *, broken: bool) -> None:
    """Write a project and its contract."""
    writer.add("projects", "甲项目", project_id="p01", name="甲项目", budget_wanyuan=D("80.00"))
    text = f"某公司以{'120.80' if broken else '79.50'}万元中标"
    writer.add(
        "evaluation-reports",
        text,
        position=1,
        report="甲项目绩效评价报告",
        project_id="p01",
        text=text,
    )


def a_list_names_a_thing_once(writer: Writer, *, broken: bool) -> None:
    """Write a list of projects."""
    other = "安全生产专项经费" if broken else "地震事务专项经费"
    writer.say(f"本部门组织对安全生产专项经费项目、{other}开展了绩效评价。")


def reports_have_one_title(writer: Writer, *, broken: bool) -> None:
    """Write a report and a sentence that names it."""
    title = "消防队2020年部门整体支出绩效评价报告"
    said = title.replace("2020", "部门2020") if broken else title
    writer.say(f"《{said}》见附件。")
    writer.add("evaluation-reports", title, position=1, report=title, text="正文")


def accounts_have_their_official_names(writer: Writer, *, broken: bool) -> None:
    """Write an account and its name in the classification."""
    label = "其他交通费" if broken else "其他交通费用"
    writer.add(
        "basic-expenditure",
        label,
        group="public",
        level="account",
        code="30239",
        amount_wanyuan=D("1.00"),
    )
    writer.add("economic-classification", "科目", code="30239", level="group", name="其他交通费用")


def no_template_text_is_left(writer: Writer, *, broken: bool) -> None:
    """Write a sentence of the template."""
    writer.say("比上年" + ("增加（减少）" if broken else "增加") + "。")


def sentences_are_whole(writer: Writer, *, broken: bool) -> None:
    """Write a sentence."""
    writer.say("隐患排查整改" + ("。。" if broken else "。"))


def headings_are_numbered_in_order(writer: Writer, *, broken: bool) -> None:
    """Write three headings of one level."""
    for position, number in enumerate(
        ("第一部分", "第二部分", "第3部分" if broken else "第三部分"), 1
    ):
        writer.add(
            "outline", f"{number}概况", position=position, level="part", title="概况",
            number_as_printed=number,
        )  # fmt: skip


def headings_name_the_fiscal_year(writer: Writer, *, broken: bool) -> None:
    """Write a heading with a year."""
    title = f"{2019 if broken else 2020}年度部门决算情况说明"
    writer.add(
        "outline",
        f"第一部分{title}",
        position=1,
        level="part",
        title=title,
        number_as_printed="第一部分",
    )


def all_cases() -> dict[str, Case]:
    """Return the cases by the id of their check."""
    return {
        name.replace("_", "-"): found
        for name, found in globals().items()
        if inspect.isfunction(found) and list(inspect.signature(found).parameters) == PARAMETERS
    }
