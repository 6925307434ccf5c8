"""What reports say of targets and contracts, in the wordings of the genre."""

from decimal import Decimal

import pytest
import reconciliation_cases as cases
from consistent_packages import Writer
from hypothesis import given
from hypothesis import strategies as st

from publish import reconciliation

D = Decimal


CONTRACT, TARGETS = "contracts-are-within-their-money", "reports-state-the-targets-of-the-form"
THINGS = ["综合应急演练", "业务骨干培训", "入户走访调查", "消防设施检查"]
DONE = ["", "开展", "进行", "组织了", "完成", "不少于", "开展不少于", "至少"]


def contract(text: str) -> list[str]:
    """Return what is found of a contract in the report on a project with 500万元."""
    writer = Writer()
    writer.add("projects", "某项目", project_id="p01", name="某项目", budget_wanyuan=Decimal(500))
    writer.add(
        "evaluation-reports", text, position=1, report="某项目绩效评价报告", project_id="p01",
        text=text,
    )  # fmt: skip
    outcome = reconciliation.run(writer.package())
    known = {result.status.value for result in outcome.results if result.check == CONTRACT}
    return [found.text.zh for found in outcome.findings if found.check == CONTRACT] or sorted(known)


def too_much(contract: str, difference: str) -> list[str]:
    """The finding of a contract that is for more than 500万元."""
    money = f"项目资金某项目（预算数）500万元，而中标金额{contract}万元，多出{difference}万元"
    return [f"{money}，文件没有说明其余资金的来源。"]


@pytest.mark.parametrize(
    "text",
    [
        "某公司以620万元中标",
        "某公司以620万元的价格成交",
        "以人民币6200000元中标",
        "项目公开招标，中标价为620万元",
        "成交金额620万元",
        "签订合同，合同总金额：620万元",
        "合同价款为620万元",
    ],
)
def test_a_contract_is_read_in_any_usual_wording(text: str) -> None:
    """Won, concluded or signed, in 万元 or 元."""
    assert contract(text) == too_much("620", "120")


@pytest.mark.parametrize("text", ["项目已完成招投标", "合同约定分两次支付620万元", "合同编号620号"])
def test_what_is_no_contract_is_not_compared(text: str) -> None:
    """A payment or a number of a contract is not what it is for."""
    assert contract(text) == ["not-applicable"]


@given(
    st.integers(1, 1000), st.sampled_from(["以{}万元中标", "中标金额{}万元", "合同金额为{}万元"])
)
def test_a_contract_is_compared_with_the_money(amount: int, wording: str) -> None:
    """More than the money of the project is found, anything else passes."""
    expected = too_much(str(amount), str(amount - 500)) if amount > 500 else ["passed"]
    assert contract(wording.format(amount)) == expected


def target(thing: str, done: str, told: int) -> list[str]:
    """Return what is found of an indicator with the target 4次."""
    writer = Writer()
    writer.add(
        "performance-indicators", thing, project_id="p01", number=1, level2="数量指标",
        target_operator="=", target_value=Decimal(4), target_unit="次", target_text="4次",
    )  # fmt: skip
    writer.add(
        "self-evaluations", f"数量指标：{thing}{done}{told}次", evaluation_id="e01", number=1,
        project_id="p01", name="某项目",
    )  # fmt: skip
    outcome = reconciliation.run(writer.package())
    known = [result.status.value for result in outcome.results if result.check == TARGETS]
    return [found.text.zh for found in outcome.findings if found.check == TARGETS] or known


@given(st.sampled_from(THINGS), st.sampled_from(DONE), st.integers(1, 12))
def test_a_target_is_compared_whatever_is_done(thing: str, done: str, told: int) -> None:
    """The words between a thing and its number do not matter, the number does."""
    different = [f"{thing}：完成情况表的目标是4次，绩效报告写{told}次。"]
    assert target(thing, done, told) == (["passed"] if told == 4 else different)


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


CASES = cases.of(globals())


@pytest.mark.parametrize("check", CASES)
def test_a_claim_that_holds_passes(check: str) -> None:
    """The check passes on its case, and no check finds anything."""
    cases.assert_passes(check, CASES[check])


@pytest.mark.parametrize("check", CASES)
def test_a_broken_claim_is_its_one_finding(check: str) -> None:
    """The approved finding alone, at places of the document with exactly its words."""
    cases.assert_found(check, CASES[check])


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


@pytest.mark.parametrize("check", CASES)
def test_a_package_without_the_rows_says_so(check: str) -> None:
    """Where there is nothing to compare no check has passed: silence is no success."""
    assert cases.said(cases.EMPTY, check) == [("not-applicable", "The package has no such data.")]
