"""Money of projects, line by line: the lists that reports and forms give, and what they make up."""

from decimal import Decimal

import pytest
import reconciliation_cases as cases
from consistent_packages import THINGS, Writer, money
from hypothesis import given
from hypothesis import strategies as st

D = Decimal


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


def a_list_of_sources_is_no_list_of_costs(writer: Writer) -> None:
    """What the lines of an item come from need not make up the project."""
    writer.add("projects", "甲项目", project_id="p01", name="甲项目", budget_wanyuan=D("1300.00"))
    for number, (item, amount) in enumerate((("省级资金", "700.00"), ("企业资金", "500.00")), 1):
        writer.add(
            "project-funds", item, report="甲项目绩效评价报告", project_id="p01", number=number,
            item=item, planned_wanyuan=D(amount),
        )  # fmt: skip


def a_cost_may_be_a_total_beside_its_parts(writer: Writer) -> None:
    """总成本 stands in the same list as what it is made of."""
    writer.add("projects", "甲项目", project_id="p01", name="甲项目", budget_wanyuan=D("30.00"))
    costs = {"总成本": "30.00", "设备购置": "20.00", "人员培训": "10.00"}
    for number, (thing, amount) in enumerate(costs.items(), 1):
        writer.add(
            "performance-indicators", thing, project_id="p01", number=number, level2="成本指标",
            indicator=thing, target_value=D(amount), target_unit="万元", target_operator="<=",
        )  # fmt: skip


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


def test_lines_that_need_not_be_all_are_unchecked() -> None:
    """A report that lists payments does not say that these are all."""
    writer = Writer()
    a_list_of_sources_is_no_list_of_costs(writer)
    assert cases.said(writer.package(), "project-lines-add-up") == [
        ("unchecked", "The document does not say that the lines listed are all.")
    ]


@given(st.lists(cases.CENTS, min_size=2, max_size=4), cases.STEPS)
def test_costs_make_up_their_project_within_rounding(cents: list[int], step: int) -> None:
    """Half of 0.01 for each amount is rounding; what is further off is the one finding."""
    writer = Writer()
    budget = money(sum(cents) + step)
    writer.add("projects", "甲项目", project_id="p01", name="甲项目", budget_wanyuan=budget)
    for number, (thing, amount) in enumerate(zip(THINGS, cents, strict=False), 1):
        writer.add(
            "performance-indicators", thing, project_id="p01", number=number, level2="成本指标",
            indicator=thing, target_value=money(amount), target_unit="万元", target_operator="<=",
        )  # fmt: skip
    is_rounding = 2 * abs(step) <= len(cents) + 1
    assert cases.contradicted(writer) == ([] if is_rounding else ["project-lines-add-up"])


@given(cases.CENTS, cases.CENTS, cases.STEPS)
def test_money_of_two_sources_makes_up_the_budget(fiscal: int, other: int, step: int) -> None:
    """Three amounts may differ by 0.015; a source that is further off is the one finding."""
    writer = Writer()
    writer.add(
        "projects", "甲项目", project_id="p01", name="甲项目", budget_wanyuan=money(fiscal + other),
        fiscal_budget_wanyuan=money(fiscal), other_budget_wanyuan=money(other + step),
    )  # fmt: skip
    expected = ["project-money-adds-up-by-source"] if abs(step) > 1 else []
    assert cases.contradicted(writer) == expected
