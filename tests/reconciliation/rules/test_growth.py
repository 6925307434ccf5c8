"""Changes against last year: rate, direction, year compared with, and the years in charts."""

from decimal import Decimal

import pytest
import reconciliation_cases as cases
from consistent_packages import Writer, money, percent
from hypothesis import given
from hypothesis import strategies as st
from reconciliation_cases import key_figure

D = Decimal


def change_rate_is_change_of_last_year(writer: Writer, *, broken: bool) -> None:
    """Write an amount with its change and rate."""
    key_figure(
        writer, "current_income", "all", "110.00", change_wanyuan=D("10.00"),
        change_pct=D(12 if broken else 10),
    )  # fmt: skip


def nothing_has_no_change_rate(writer: Writer, *, broken: bool) -> None:
    """Write an amount that was zero the year before, or not."""
    key_figure(
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


def a_comparison_with_the_budget_names_its_year(writer: Writer) -> None:
    """The sentence says so."""
    writer.add(
        "three-public", "2020年预算", key="overseas", final_wanyuan=D("1.00"), base_year=2020,
        change_against="budget",
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


def test_a_rate_without_its_change_is_unchecked() -> None:
    """The rate alone does not say what it is a rate of."""
    writer = Writer()
    key_figure(writer, "current_income", "all", "110.00", change_pct=D(10))
    assert cases.said(writer.package(), "change-rate-is-change-of-last-year") == [
        ("unchecked", "What it is a part of is zero or not stated.")
    ]


@given(cases.LARGE, cases.LARGE, st.sampled_from([-1, 1]), st.just(0) | st.integers(100, 5000))
def test_a_rate_is_computed_again(this_year: int, last_year: int, sign: int, step: int) -> None:
    """A rounded rate passes; one that is a point or more off is the one finding."""
    change = money(this_year) - money(last_year)
    writer = Writer()
    key_figure(
        writer, "current_income", "all", str(money(this_year)), base_year=2019,
        change_against="year", change_wanyuan=change,
        change_pct=percent(change, money(last_year)) + sign * money(step),
        change_direction="increase" if change >= 0 else "decrease",
    )  # fmt: skip
    assert cases.contradicted(writer) == (["change-rate-is-change-of-last-year"] if step else [])
