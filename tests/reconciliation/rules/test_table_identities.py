"""Identities of official tables that packages may carry: 公开02表, 08表, 09表."""

from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest
import reconciliation_cases as cases
from consistent_packages import Writer, money
from hypothesis import given
from reconciliation_cases import key_figure

from publish import tables
from publish.packages import Package
from publish.reconciliation.books import Book
from publish.reconciliation.results import Status
from publish.reconciliation.rules import table_identities
from publish.tables import Field, Row, TableSchema

D = Decimal


AMOUNTS = {
    "income-by-function": (table_identities.AMOUNT, *table_identities.SOURCES),
    "fund-balances": (*table_identities.FOUR, *table_identities.NATURE),
}
WORDS = ("fund", "level", "label", "class_name", "group_name", "item_name", "code")


def _table(name: str) -> TableSchema:
    """Return the table as the data model describes it."""
    words = tuple(Field(word, word, word) for word in (*WORDS, *tables.PROVENANCE))
    amounts = tuple(Field(column, column, column, "number", "万元") for column in AMOUNTS[name])
    none: MappingProxyType[str, Any] = MappingProxyType({})
    return TableSchema(name, name, name, words + amounts, ("fund", "level", "label"), none, none)


def _book(name: str, *rows: dict[str, str]) -> Book:
    """Return a book with one official table."""
    table = _table(name)
    found: list[Row] = [
        {
            column.name: D(row[column.name])
            if column.type == "number" and column.name in row
            else row.get(column.name)
            for column in table.fields
        }
        | {"source_locator": "L1", "source_quote": " ".join(row.values())}
        for row in rows
    ]
    package = Package({"fiscalYear": 2020}, {name: tuple(found)}, "", b"")
    return Book(package, MappingProxyType({**tables.load(), name: table}))


def _failures(book: Book) -> list[tuple[str, D]]:
    checks = (table_identities.income_by_function_adds_up, table_identities.fund_accounts_balance)
    return [
        (result.subject, result.claim.difference)
        for check in checks
        for result in check(book)
        if result.status is Status.FAILED and result.claim
    ]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("4.00", []),
        ("5.00", [("合计", D("-1.00")), ("教育支出", D("-1.00")), ("小学", D("-1.00"))]),
    ],
)
def test_rows_of_the_income_table_are_the_sum_of_their_sources(
    other: str, expected: list[tuple[str, D]]
) -> None:
    """T2.1: 本年收入合计 = 财政拨款 + … + 其他, in every row."""
    cells = {
        "amount_wanyuan": "10.00",
        "fiscal_appropriation_wanyuan": "6.00",
        "other_wanyuan": other,
    }
    book = _book(
        "income-by-function",
        {"level": "total", "label": "合计", **cells},
        {"level": "class", "label": "教育支出", "class_name": "教育支出", **cells},
        {"level": "item", "label": "小学", "class_name": "教育支出", "item_name": "小学", **cells},
    )
    assert _failures(book) == expected


def test_levels_of_the_income_table_add_up() -> None:
    """T2.2: the items of a class make up the class, in every column."""
    book = _book(
        "income-by-function",
        {"level": "class", "label": "教育支出", "class_name": "教育支出", "amount_wanyuan": "9.00"},
        {
            "level": "item",
            "label": "小学",
            "class_name": "教育支出",
            "item_name": "小学",
            "amount_wanyuan": "10.00",
        },
    )
    assert _failures(book) == [("教育支出", D("-1.00"))]


@pytest.mark.parametrize(("closing", "expected"), [("7.00", []), ("8.00", [("合计", D("-1.00"))])])
def test_accounts_of_a_fund_balance(closing: str, expected: list[tuple[str, D]]) -> None:
    """T8.2: 年初 + 收入 = 支出 + 年末; T8.1: 支出 = 基本 + 项目."""
    book = _book(
        "fund-balances",
        {
            "fund": "government_fund",
            "level": "total",
            "label": "合计",
            "opening_wanyuan": "5.00",
            "income_wanyuan": "100.00",
            "amount_wanyuan": "98.00",
            "closing_wanyuan": closing,
            "project_wanyuan": "98.00",
        },
    )
    assert _failures(book) == expected


def fund_accounts_balance(writer: Writer, *, broken: bool) -> None:
    """Write opening, income, expenditure and closing of a fund."""
    closing = "8.00" if broken else "7.00"
    cells = {
        "opening_balance": "5.00",
        "appropriation_income": "100.00",
        "appropriation_expenditure": "98.00",
        "closing_balance": closing,
    }
    for key, amount in cells.items():
        key_figure(writer, key, "government_fund", amount)


CASES = cases.of(globals())


@pytest.mark.parametrize("check", CASES)
def test_a_claim_that_holds_passes(check: str) -> None:
    """The check passes on its case, and no check finds anything."""
    cases.assert_passes(check, CASES[check])


@pytest.mark.parametrize("check", CASES)
def test_a_broken_claim_is_its_one_finding(check: str) -> None:
    """The approved finding alone, at places of the document with exactly its words."""
    cases.assert_found(check, CASES[check])


@pytest.mark.parametrize("check", CASES)
def test_a_package_without_the_rows_says_so(check: str) -> None:
    """Where there is nothing to compare no check has passed: silence is no success."""
    assert cases.said(cases.EMPTY, check) == [("not-applicable", "The package has no such data.")]


@given(cases.CENTS, cases.CENTS, cases.CENTS, cases.STEPS)
def test_a_fund_balances_within_rounding(spent: int, more: int, opening: int, step: int) -> None:
    """Four amounts may differ by 0.02; a closing that is further off is the one finding."""
    writer = Writer()
    cells = {
        "opening_balance": opening,
        "appropriation_income": spent + more,
        "appropriation_expenditure": spent,
        "closing_balance": opening + more + step,
    }
    for key, cents in cells.items():
        key_figure(writer, key, "government_fund", str(money(cents)))
    assert cases.contradicted(writer) == (["fund-accounts-balance"] if abs(step) > 2 else [])
