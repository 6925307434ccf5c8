"""Quantities: what a figure is about, so that places which state the same are found by it."""

from decimal import Decimal

import reconciliation_cases as cases
from consistent_packages import Writer, money
from hypothesis import given
from hypothesis import strategies as st

from publish.reconciliation.books import Book
from publish.reconciliation.rules import quantities

D = Decimal


def places() -> list[tuple[str, str, str]]:
    """Every declared row of a keyed table: the table, its key, the quantity that it states."""
    return [
        (table, key, quantity)
        for table, keys in quantities.declared()["keys"].items()
        for key, quantity in keys.items()
        if key != "column"
    ]


def written(*cells: tuple[str, str, str]) -> Book:
    """Write a row for each table, key and amount; rows of key figures are about all money."""
    writer = Writer()
    for table, key, amount in cells:
        column = quantities.declared()["keys"][table]["column"]
        scope = {"scope": "all"} if table == "key-figures" else {}
        writer.add(table, f"{key}数", key=key, **scope, **{column: D(amount)})
    return Book(writer.package())


def test_the_income_of_the_year_is_one_quantity_in_two_tables() -> None:
    """本年收入 of the totals and 收入合计 of the income state the same."""
    book = written(("income", "total", "100.00"), ("key-figures", "current_income", "90.00"))
    (figures,) = quantities.stated(book).values()
    assert {str(figure.value) for figure in figures} == {"100.00", "90.00"}


def test_what_is_not_declared_is_a_quantity_of_its_own() -> None:
    """An income from other sources is stated nowhere else."""
    stated = quantities.stated(written(("income", "total", "9.00"), ("income", "other", "9.00")))
    assert {key: len(figures) for key, figures in stated.items()} == {
        "income of the year/all": 1,
        "income|other|amount_wanyuan": 1,
    }


def test_nothing_states_nothing() -> None:
    """An empty package has no quantities."""
    assert quantities.stated(Book(cases.EMPTY)) == {}


@given(st.lists(st.sampled_from(places()), min_size=2, max_size=2, unique=True), cases.CENTS)
def test_two_rows_are_one_quantity_where_they_are_declared_as_one(
    rows: list[tuple[str, str, str]], cents: int
) -> None:
    """Two rows of one amount are found together for what they are about, never for their size."""
    stated = quantities.stated(
        written(*((table, key, str(money(cents))) for table, key, _quantity in rows))
    )
    names = [quantity.format(scope="all") for _table, _key, quantity in rows]
    assert {key: len(figures) for key, figures in stated.items()} == {
        name: names.count(name) for name in names
    }
