"""收入总计 and 支出总计: whether they balance, and whether the disclosed carry-over closes them."""

from decimal import Decimal

import pytest
import reconciliation_cases as cases
from consistent_packages import Writer, money
from hypothesis import given
from reconciliation_cases import BUDGET, appropriation, key_figure

from publish import reconciliation
from publish.reconciliation import Severity, Status

D = Decimal


def funds_add_up_to_the_appropriation(writer: Writer, *, broken: bool) -> None:
    """Write 财政拨款支出 and its three budgets."""
    total = "70.00" if broken else "75.00"
    key_figure(writer, "appropriation_expenditure", "fiscal_appropriation", total)
    for fund, amount in {
        BUDGET: "50.00",
        "government_fund": "20.00",
        "state_capital": "5.00",
    }.items():
        key_figure(writer, "appropriation_expenditure", fund, amount)


def totals_balance(writer: Writer, *, broken: bool) -> None:
    """Write 总计 without the carry-over, which the report closes; broken, it does not."""
    key_figure(writer, "total_income", "all", "100.00")
    key_figure(writer, "total_expenditure", "all", "80.00" if broken else "100.00")
    if broken:
        appropriation(
            writer, ("arranged", "安排", "95.00"), ("opening", "年初结转", "5.00"),
            ("executed", "实际支出", "75.00"), ("closing", "年末结转", "25.00"),
        )  # fmt: skip


def totals_include_the_carry_over(writer: Writer, *, broken: bool) -> None:
    """Write 总计, 本年收入 and 年初结转."""
    key_figure(writer, "total_income", "all", "110.00" if broken else "105.00")
    key_figure(writer, "current_income", "all", "100.00")
    key_figure(writer, "opening_balance", "all", "5.00")


def income_of_the_year_is_not_its_expenditure(writer: Writer) -> None:
    """Money is carried over."""
    writer.add("income", "收入", key="total", amount_wanyuan=D("100.00"))
    writer.add("expenditure", "支出", key="total", amount_wanyuan=D("80.00"))


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


def test_a_total_without_its_parts_is_unchecked() -> None:
    """总计 includes what was carried over, which the document does not state."""
    writer = Writer()
    key_figure(writer, "total_income", "all", "105.00")
    assert cases.said(writer.package(), "totals-include-the-carry-over") == [
        ("unchecked", "The document does not state what was carried over.")
    ]


@given(cases.CENTS, cases.CENTS, cases.STEPS)
def test_a_total_is_what_it_includes_within_rounding(income: int, opening: int, step: int) -> None:
    """Three amounts may differ by 0.015; a total that is further off is the one finding."""
    writer = Writer()
    cells = {
        "total_income": income + opening + step,
        "current_income": income,
        "opening_balance": opening,
    }
    for key, cents in cells.items():
        key_figure(writer, key, "all", str(money(cents)))
    expected = ["totals-include-the-carry-over"] if abs(step) > 1 else []
    assert cases.contradicted(writer) == expected


@given(cases.CENTS, cases.CENTS, cases.STEPS)
def test_totals_that_a_carry_over_closes_are_explained(spent: int, left: int, step: int) -> None:
    """总计 that differ by what the report carries over are told as that, and as nothing else."""
    writer = Writer()
    key_figure(writer, "total_income", "all", str(money(spent + left)))
    key_figure(writer, "total_expenditure", "all", str(money(spent + step)))
    key_figure(writer, "closing_balance", "all", str(money(left)))
    key_figure(writer, "opening_balance", "all", "0.00")
    (found,) = reconciliation.run(writer.package()).findings
    status = Status.EXPLAINED if abs(step) <= 2 else Status.FAILED
    assert (found.check, found.results[0].status) == ("totals-balance", status)
