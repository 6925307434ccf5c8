"""Sums of keyed rows: a whole and the parts that `identities.toml` names."""

from decimal import Decimal

import pytest
import reconciliation_cases as cases
from consistent_packages import Writer, money
from hypothesis import given
from hypothesis import strategies as st
from reconciliation_cases import keyed

from publish import reconciliation
from publish.reconciliation import Severity

D = Decimal


def income_equals_its_sources(writer: Writer, *, broken: bool) -> None:
    """Write a total and two sources."""
    total = "90.00" if broken else "100.00"
    keyed(writer, "income", "amount_wanyuan", total=total, institutional="60.00", other="40.00")


def expenditure_equals_its_kinds(writer: Writer, *, broken: bool) -> None:
    """Write a total and two kinds."""
    total = "99.00" if broken else "100.00"
    keyed(writer, "expenditure", "amount_wanyuan", total=total, basic="60.00", project="40.00")


def three_public_equals_its_parts(writer: Writer, *, broken: bool) -> None:
    """Write 三公 with its three parts."""
    total = "12.00" if broken else "10.00"
    keyed(
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
    keyed(writer, "procurement", "amount_wanyuan", total="34.02", goods=goods)


def assets_add_up(writer: Writer, *, broken: bool) -> None:
    """Write original value, depreciation and net value."""
    net = "60.50" if broken else "60.00"
    keyed(
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


def the_parts_of_three_public_may_not_be_stated(writer: Writer) -> None:
    """A part that is not stated is not zero."""
    writer.add("three-public", "三公合计", key="total", final_wanyuan=D("10.00"))
    writer.add("three-public", "接待费", key="reception", final_wanyuan=D("3.00"))


def foreign_guests_may_be_counted_within_reception(writer: Writer) -> None:
    """外事接待 is an 其中 of 国内接待 in some places."""
    for key, amount in {
        "reception": "5.00", "domestic_reception": "5.00", "foreign_reception": "1.00",
    }.items():  # fmt: skip
        writer.add("three-public", f"{key}费", key=key, final_wanyuan=D(amount))


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


def test_rounding_is_gathered_in_one_note() -> None:
    """Two sums of one table that differ by 0.01 are one finding of no weight."""
    writer = Writer()
    for key, amount in {
        "total": "10.01", "vehicles": "6.01", "vehicle_purchase": "3.00",
        "vehicle_operation": "3.00", "overseas": "2.00", "reception": "2.01",
    }.items():  # fmt: skip
        writer.add("three-public", f"{key}费", key=key, final_wanyuan=D(amount))
    (finding,) = reconciliation.run(writer.package()).findings
    assert (finding.severity, len(finding.results)) == (Severity.INFO, 2)
    assert finding.text.en.startswith("In 2 places the printed figures differ from their sum")


def test_parts_without_their_total_are_unchecked() -> None:
    """The document does not say what the sources make up."""
    writer = Writer()
    keyed(writer, "income", "amount_wanyuan", institutional="60.00", other="40.00")
    assert cases.said(writer.package(), "income-equals-its-sources") == [
        ("unchecked", "The document does not state the total.")
    ]


SOURCES = ("superior_subsidy", "institutional", "business", "other")


@given(st.lists(cases.CENTS, min_size=2, max_size=4), cases.STEPS)
def test_sources_make_up_the_income_within_rounding(cents: list[int], step: int) -> None:
    """Half of 0.01 for each amount is rounding; what is further off is the one finding."""
    writer = Writer()
    cells = dict(zip(("total", *SOURCES), (sum(cents) + step, *cents), strict=False))
    amounts = {key: str(money(amount)) for key, amount in cells.items()}
    keyed(writer, "income", "amount_wanyuan", **amounts)
    is_rounding = 2 * abs(step) <= len(cents) + 1
    assert cases.contradicted(writer) == ([] if is_rounding else ["income-equals-its-sources"])
