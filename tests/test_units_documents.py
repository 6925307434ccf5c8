"""Whole documents in 元: the same values and no finding that the same document in 万元 has not."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import pytest
from example_reference import DEPARTMENT, SOURCE, YEAR, imported
from example_yuan import in_yuan

from publish import importing, reconciliation
from publish.importing import Import
from publish.reconciliation import Outcome
from publish.tables import Row

# Columns that say what a number beside them is counted in.
UNITS = ("unit", "target_unit")


@cache
def converted() -> Import:
    """The reference document in 元."""
    content = in_yuan(SOURCE.read_text("utf-8")).encode()
    return importing.read(content, SOURCE.name, DEPARTMENT, YEAR)


def numbers(row: Row) -> Iterator[tuple[str, object]]:
    """Yield the numbers of a row in 万元, with what they are counted in as far as it is money."""
    unit = next((str(row[name]) for name in UNITS if row.get(name)), "")
    for column, value in row.items():
        if isinstance(value, Decimal | int) and column != "source_line":
            is_yuan = unit == "元" and column in {"value", "target_value"}
            yield column, Decimal(value) / 10_000 if is_yuan else value


def values(found: Import) -> dict[str, list[list[tuple[str, object]]]]:
    """Every number of every row of every table."""
    tables = found.package.tables
    return {name: [list(numbers(row)) for row in rows] for name, rows in tables.items()}


@pytest.mark.parametrize("table", sorted(imported().package.tables))
def test_a_document_in_yuan_gives_the_same_numbers(table: str) -> None:
    """Part two, annexes, forms and reports: every amount is that of the document in 万元."""
    assert values(converted())[table] == values(imported())[table]


def found(outcome: Outcome) -> Counter[tuple[str, ...]]:
    """The findings by check and by the figures that they are about."""
    return Counter(
        (finding.check, *(f"{at.table} {at.row_key} {at.column}" for at in finding.figures))
        for finding in outcome.findings
    )


def test_a_document_in_yuan_has_no_more_findings() -> None:
    """A unit is no contradiction."""
    more = found(reconciliation.run(converted().package)) - found(
        reconciliation.run(imported().package)
    )
    assert more == Counter()
