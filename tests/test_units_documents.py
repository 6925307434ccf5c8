"""Whole documents in 元: the same values and no finding that the same document in 万元 has not."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from example_reference import DEPARTMENT, SOURCE, YEAR, imported
from example_yuan import charts_in_yuan, in_yuan

from publish import checks, importing, packages, reconciliation
from publish.importing import Import
from publish.reconciliation import Outcome, reports
from publish.tables import Row

# Columns that say what a number beside them is counted in.
UNITS = ("unit", "target_unit")


def read(text: str) -> Import:
    """What the importer makes of a copy of the reference document."""
    return importing.read(text.encode(), SOURCE.name, DEPARTMENT, YEAR)


@cache
def converted() -> Import:
    """The reference document in 元, its charts left in 万元."""
    return read(in_yuan(SOURCE.read_text("utf-8")))


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


def more(one: Import) -> Counter[tuple[str, ...]]:
    """The findings that a document has and the reference document has not."""
    return found(reconciliation.run(one.package)) - found(reconciliation.run(imported().package))


def test_a_document_in_yuan_has_no_more_findings() -> None:
    """A unit is no contradiction."""
    assert more(converted()) == Counter()


def test_charts_in_yuan_are_no_contradiction() -> None:
    """The caption of a chart says the unit of its values."""
    text = charts_in_yuan(SOURCE.read_text("utf-8"))
    assert [more(read(text)), more(read(in_yuan(text)))] == [Counter(), Counter()]


def test_a_document_in_yuan_passes_its_own_check(tmp_path: Path) -> None:
    """Every converted number is found in the words that its row quotes."""
    text = charts_in_yuan(in_yuan(SOURCE.read_text("utf-8")))
    directory = tmp_path / DEPARTMENT / str(YEAR)
    packages.write(reports.with_findings(read(text).package), directory)
    assert checks.check(directory).problems == ()
