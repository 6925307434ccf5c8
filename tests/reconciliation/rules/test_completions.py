"""Completion of budgets: against the budget where it is printed, else against the parts."""

from decimal import Decimal

import pytest
import reconciliation_cases as cases
from consistent_packages import Writer, money, percent
from hypothesis import given
from hypothesis import strategies as st
from reconciliation_cases import BUDGET, key_figure

D = Decimal


def completion_is_final_of_budget(writer: Writer, *, broken: bool) -> None:
    """Write a part of 三公 with budget, final account and completion."""
    writer.add(
        "three-public", "用车", key="vehicles", budget_wanyuan=D("20.00"), final_wanyuan=D("15.00"),
        completion_pct=D(85 if broken else 75), completion_of="预算",
    )  # fmt: skip


def completion_fits_its_parts(writer: Writer, *, broken: bool) -> None:
    """Write a total completed to 100 % with two items, one of which is not."""
    key_figure(
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


def more_than_the_budget_is_legal(writer: Writer) -> None:
    """Completion and growth above 100 %, and negative amounts."""
    writer.add(
        "three-public", "用车", key="vehicles", budget_wanyuan=D("10.00"), final_wanyuan=D("15.00"),
        completion_pct=D(150), completion_of="预算",
    )  # fmt: skip
    writer.add("income", "其他", key="other", amount_wanyuan=D("-1.00"))


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


def test_a_completion_without_its_budget_is_unchecked() -> None:
    """The percentage alone cannot be computed again."""
    writer = Writer()
    writer.add(
        "three-public", "用车", key="vehicles", final_wanyuan=D("15.00"), completion_pct=D(75),
        completion_of="预算",
    )  # fmt: skip
    assert cases.said(writer.package(), "completion-is-final-of-budget") == [
        ("unchecked", "The document states the percentage completed without the budget.")
    ]


@given(cases.LARGE, st.data(), st.sampled_from([-1, 1]), st.just(0) | st.integers(2, 5000))
def test_a_completion_is_computed_again(
    budget: int, data: st.DataObject, sign: int, step: int
) -> None:
    """A rounded percentage passes; one that is 0.02 or more off is the one finding."""
    final = data.draw(st.integers(1, budget))
    rate = percent(money(final), money(budget)) + sign * money(step)
    writer = Writer()
    writer.add(
        "three-public", "用车", key="vehicles", budget_wanyuan=money(budget),
        final_wanyuan=money(final), completion_pct=rate, completion_of="预算",
    )  # fmt: skip
    assert cases.contradicted(writer) == (["completion-is-final-of-budget"] if step else [])
