"""Charts printed in the document: their points, and whether each has data of its own."""

from decimal import Decimal

import pytest
import reconciliation_cases as cases
from consistent_packages import Writer, money
from hypothesis import given
from hypothesis import strategies as st

D = Decimal


def charts_have_data_of_their_own(writer: Writer, *, broken: bool) -> None:
    """Write two charts."""
    writer.say("图2：财政拨款收支变动图")
    for chart in (1, 2):
        value = "12.34" if broken or chart == 1 else "56.78"
        writer.add(
            "published-charts", "数据收入", chart=chart, figure="1" if chart == 1 else None,
            title="收支变动图" if chart == 1 else None, series="数据", category="收入",
            value=D(value),
        )  # fmt: skip


def a_chart_in_yuan_shows_the_same_amounts(writer: Writer) -> None:
    """Its caption says the unit, with or without brackets around the title."""
    for number, caption in enumerate(
        ("图1：支出结构（单位：元）", "（图2：支出构成）（单位：元）"), 1
    ):
        writer.say(caption)
        for key, amount in (("basic", "30.00"), ("project", "20.00")):
            writer.add("expenditure", f"{key}支出", key=key, amount_wanyuan=D(amount))
            writer.add(
                "published-charts", f"{key}支出", chart=number, figure=str(number),
                title="支出结构", series=f"{number}", category=f"{key}支出",
                value=D(amount) * 10_000, unit="元",
            )  # fmt: skip


def a_chart_of_shares_shows_no_amounts(writer: Writer) -> None:
    """Values that make up 100 are percentages."""
    for key, amount, share in (("basic", "30.00", 60), ("project", "20.00", 40)):
        writer.add("expenditure", f"{key}支出", key=key, amount_wanyuan=D(amount))
        writer.add(
            "published-charts", f"{key}支出", chart=1, series="支出", category=f"{key}支出",
            value=D(share),
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


@pytest.mark.parametrize("check", CASES)
def test_a_package_without_the_rows_says_so(check: str) -> None:
    """Where there is nothing to compare no check has passed: silence is no success."""
    assert cases.said(cases.EMPTY, check) == [("not-applicable", "The package has no such data.")]


VALUES = st.lists(cases.CENTS, min_size=2, max_size=2)


@given(VALUES, VALUES, st.booleans())
def test_a_chart_with_the_data_of_another_is_found(
    one: list[int],
    other: list[int],
    is_copy: bool,  # noqa: FBT001
) -> None:
    """The same series, categories and values in a second chart are the one finding."""
    writer = Writer()
    for chart, values in enumerate((one, one if is_copy else other), 1):
        for category, cents in zip(("收入", "支出"), values, strict=True):
            writer.add(
                "published-charts", f"数据{category}", chart=chart, title=f"第{chart}幅图",
                series="数据", category=category, value=money(cents),
            )  # fmt: skip
    is_copy = is_copy or one == other
    assert cases.contradicted(writer) == (["charts-have-data-of-their-own"] if is_copy else [])
