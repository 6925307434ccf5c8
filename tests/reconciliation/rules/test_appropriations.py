"""What became of the appropriations: the accounts that the department-wide report gives."""

import pytest
import reconciliation_cases as cases
from consistent_packages import Writer, money
from hypothesis import given
from reconciliation_cases import appropriation


def appropriations_add_up(writer: Writer, *, broken: bool) -> None:
    """Write 安排, 年初 and 追加."""
    added = "35.00" if broken else "30.00"
    appropriation(
        writer,
        ("arranged", "安排", "100.00"),
        ("initial", "年初预算", "70.00"),
        ("added", "追加", added),
    )


def appropriations_balance(writer: Writer, *, broken: bool) -> None:
    """Write one account of an appropriation."""
    left = "28.00" if broken else "25.00"
    appropriation(
        writer, ("initial", "年初预算", "95.00"), ("opening", "年初结转", "5.00"),
        ("executed", "实际支出", "75.00"), ("closing", "年末结转", left),
    )  # fmt: skip


CASES = cases.of(globals())


@pytest.mark.parametrize("check", CASES)
def test_a_claim_that_holds_passes(check: str) -> None:
    """The check passes on its case, and no check finds anything."""
    cases.assert_passes(check, CASES[check])


@pytest.mark.parametrize("check", CASES)
def test_a_broken_claim_is_its_one_finding(check: str) -> None:
    """The approved finding alone, at places of the document with exactly its words."""
    cases.assert_found(check, CASES[check])


def test_an_account_without_its_closing_is_unchecked() -> None:
    """What was not spent may have been carried over: the report does not say so."""
    writer = Writer()
    appropriation(writer, ("initial", "年初预算", "95.00"), ("executed", "实际支出", "75.00"))
    assert cases.said(writer.package(), "appropriations-balance") == [
        ("unchecked", "The document does not state what was carried over.")
    ]


@given(cases.CENTS, cases.CENTS, cases.CENTS, cases.STEPS)
def test_an_account_balances_within_its_rounding(
    spent: int, more: int, opening: int, step: int
) -> None:
    """Four amounts may differ by 0.02; a closing that is further off is the one finding."""
    writer = Writer()
    appropriation(
        writer, ("initial", "年初预算", str(money(spent + more))),
        ("opening", "年初结转", str(money(opening))), ("executed", "实际支出", str(money(spent))),
        ("closing", "年末结转", str(money(more + opening + step))),
    )  # fmt: skip
    expected = ["appropriations-balance"] if abs(step) > 2 else []
    assert cases.contradicted(writer) == expected
