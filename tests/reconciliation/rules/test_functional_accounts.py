"""Expenditure by function: items, groups, classes and the total of each fund."""

from decimal import Decimal

import pytest
import reconciliation_cases as cases
from consistent_packages import Writer, money
from hypothesis import given
from hypothesis import strategies as st
from reconciliation_cases import BUDGET, function_class, parents_equal_children

D = Decimal


def basic_and_project_make_up_the_amount(writer: Writer, *, broken: bool) -> None:
    """Write an item with 基本支出 and 项目支出."""
    writer.add(
        "expenditure-by-function", "小学", fund=BUDGET, level="item", item_name="小学",
        amount_wanyuan=D("10.00"), basic_wanyuan=D("6.00"),
        project_wanyuan=D("3.00" if broken else "4.00"),
    )  # fmt: skip


def another_fund_has_no_total(writer: Writer) -> None:
    """Without a printed total the classes of a fund are not judged."""
    writer.add(
        "expenditure-by-function", "城乡支出", fund="government_fund", level="class",
        class_name="城乡支出", amount_wanyuan=D("5.00"),
    )  # fmt: skip


CASES = {"parents-equal-children": parents_equal_children} | cases.of(globals())
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


def test_classes_without_a_total_are_unchecked() -> None:
    """A fund whose total is not printed is not judged."""
    writer = Writer()
    another_fund_has_no_total(writer)
    assert cases.said(writer.package(), "parents-equal-children") == [
        ("unchecked", "The document does not state the total.")
    ]


@given(st.lists(cases.CENTS, min_size=1, max_size=4), cases.STEPS)
def test_items_make_up_their_class_within_rounding(cents: list[int], step: int) -> None:
    """Half of 0.01 for each amount is rounding; what is further off is the one finding."""
    writer = Writer()
    items = dict(zip(("小学", "初中", "高中", "大学"), map(str, map(money, cents)), strict=False))
    function_class(writer, "教育支出", str(money(sum(cents) + step)), **items)
    is_rounding = 2 * abs(step) <= len(cents) + 1
    assert cases.contradicted(writer) == ([] if is_rounding else ["parents-equal-children"])
