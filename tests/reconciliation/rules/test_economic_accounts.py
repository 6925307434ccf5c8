"""基本支出 by economic account: 人员经费 and 公用经费, and what they are made of."""

from decimal import Decimal

import pytest
import reconciliation_cases as cases
from consistent_packages import ACCOUNTS, Writer, money
from hypothesis import given
from hypothesis import strategies as st

from publish import reconciliation
from publish.reconciliation import Severity

D = Decimal


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


def accounts_that_are_only_named_are_not_zero(writer: Writer) -> None:
    """Names without any amount say nothing about the sum."""
    writer.add(
        "basic-expenditure", "人员经费", group="personnel", level="group", amount_wanyuan=D("70.00")
    )
    for name in ("基本工资", "津贴补贴等"):
        writer.add("basic-expenditure", name, group="personnel", level="account")


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


def test_accounts_without_amounts_are_unchecked() -> None:
    """Accounts that are only named make up nothing."""
    writer = Writer()
    accounts_that_are_only_named_are_not_zero(writer)
    assert cases.said(writer.package(), "groups-equal-their-accounts") == [
        ("unchecked", "The document does not state the parts.")
    ]


@given(st.lists(cases.CENTS, min_size=1, max_size=4), cases.STEPS)
def test_accounts_make_up_their_group_within_rounding(cents: list[int], step: int) -> None:
    """Half of 0.01 for each amount is rounding; what is further off is the one finding."""
    writer = Writer()
    whole = money(sum(cents) + step)
    writer.add(
        "basic-expenditure", "人员经费", group="personnel", level="group", amount_wanyuan=whole
    )
    for name, amount in zip(ACCOUNTS["personnel"], cents, strict=False):
        writer.add(
            "basic-expenditure", name, group="personnel", level="account",
            amount_wanyuan=money(amount),
        )  # fmt: skip
    is_rounding = 2 * abs(step) <= len(cents) + 1
    assert cases.contradicted(writer) == ([] if is_rounding else ["groups-equal-their-accounts"])
