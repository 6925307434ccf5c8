"""Parts that are not more than their whole. `parts.toml` names them."""

from decimal import Decimal

import pytest
import reconciliation_cases as cases
from consistent_packages import Writer, money
from hypothesis import given
from reconciliation_cases import keyed, part_is_within_whole

from publish import reconciliation
from publish.reconciliation import Status

D = Decimal


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


def three_public_is_more_than_its_economic_accounts(writer: Writer) -> None:
    """三公 counts project expenditure, too."""
    writer.add("three-public", "接待费", key="reception", final_wanyuan=D("3.60"))
    writer.add(
        "basic-expenditure", "公务接待费", group="public", level="account", code="30217",
        amount_wanyuan=D("0.66"),
    )  # fmt: skip


def appropriation_is_less_than_all_money(writer: Writer) -> None:
    """Own income and other money stand beside it."""
    for scope, amount in {"all": "100.00", "fiscal_appropriation": "90.00"}.items():
        for key in ("total_income", "total_expenditure"):
            writer.add("key-figures", f"{key}数", key=key, scope=scope, amount_wanyuan=D(amount))


def vehicles_of_the_assets_are_not_those_of_the_budget(writer: Writer) -> None:
    """三公 counts only vehicles that 财政拨款 pays for."""
    writer.add("official-travel", "保有量", key="vehicles_held", count=D(5), unit="辆")
    writer.add("state-assets", "车辆", key="vehicles", quantity=D(7), unit="辆")


CASES = {"part-is-within-whole": part_is_within_whole}
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


@pytest.mark.parametrize("check", CASES)
def test_a_package_without_the_rows_says_so(check: str) -> None:
    """Where there is nothing to compare no check has passed: silence is no success."""
    assert cases.said(cases.EMPTY, check) == [("not-applicable", "The package has no such data.")]


@given(cases.CENTS, cases.STEPS)
def test_a_part_is_within_its_whole_but_for_rounding(whole: int, step: int) -> None:
    """小微 may be 0.01 more than 中小 by rounding; what is more is the one finding."""
    writer = Writer()
    cells = {"sme": str(money(whole)), "small_micro": str(money(whole + step))}
    keyed(writer, "procurement", "amount_wanyuan", **cells)
    assert cases.contradicted(writer) == (["part-is-within-whole"] if step > 1 else [])
