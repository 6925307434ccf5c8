"""Coverage of whole documents: the reference, its reasons, and rows that are taken away."""

from collections import Counter
from decimal import Decimal

import pytest
from example_forms import lines
from example_reference import imported
from example_reference import lines as reference_lines

from publish.importing import coverage
from publish.packages import Package
from publish.tables import Row


def row(place: str, quote: str, **values: str | Decimal | None) -> Row:
    """A row with its provenance."""
    return {**values, "source_locator": place, "source_quote": quote}


def tokens(text: str, **tables: tuple[Row, ...]) -> list[tuple[object, ...]]:
    """Locator, number, rows and reason of the numbers of a text."""
    named = {name.replace("_", "-"): rows for name, rows in tables.items()}
    return [
        (token.locator, token.printed, token.rows, token.reason)
        for token in coverage.tokens(lines(text), named)
    ]


def test_only_the_row_that_says_a_number_covers_it() -> None:
    """By value, also in another unit, or by words; a row that merely quotes the place does not."""
    text = "收入30万元，支出200000元。\n增长5.0%"
    income = row("L1", "收入30万元", amount_wanyuan=Decimal(30))
    wrong = row("L1", "收入30万元", amount_wanyuan=Decimal(31))
    spent = row("L1", "支出200000元", amount_wanyuan=Decimal(20))
    told = row("L2", "增长5.0%", reason="增长5.0%")
    assert tokens(text, income=(income, wrong, spent), three_public=(told,)) == [
        ("L1", "30", (("income", 1),), ""),
        ("L1", "200000", (("income", 3),), ""),
        ("L2", "5.0", (("three-public", 1),), ""),
    ]


def test_the_text_of_a_report_covers_no_cell() -> None:
    """A table inside a report is repeated by its text; a row that was not read is still shown."""
    report = row("L1;L2", "支付5万元\t6万元", text="支付5万元\n6万元")
    assert tokens("支付5万元\n\t6万元", evaluation_reports=(report,)) == [
        ("L1", "5", (("evaluation-reports", 1),), ""),
        ("L2", "6", (), ""),
    ]
    indicator = row("L2", "6万元", target_text="6万元")
    assert tokens("甲\n\t6万元", performance_indicators=(indicator,)) == [
        ("L2", "6", (("performance-indicators", 1),), "")
    ]


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("1.2020年收入", ["list mark", "date"]),
        ("收入。2、支出", ["list mark"]),
        ("1.5万元", [""]),
        ("“135+6”力量", ["number in a name"] * 2),
        ("“专项资金300万元”", [""]),
        ("- 12 -", ["page number"]),
        ("一、收入情况……12", ["page number"]),
        ("\t12", [""]),
        ("列1\t甲\t乙\t1.5\t2.5\t3", ["left over in chart data"] * 4),
    ],
)
def test_a_reason_and_what_looks_like_one(text: str, reasons: list[str]) -> None:
    """A cell is no page number, an amount in quotation marks no name, 1.5 no mark of a list."""
    assert [reason for _place, _number, _rows, reason in tokens(text)] == reasons


def test_of_a_package() -> None:
    """A package carries its document, so nothing else is needed."""
    income = row("L1", "收入30万元", amount_wanyuan=Decimal(30))
    package = Package({}, {"income": (income,)}, "a.txt", "收入30万元，支出20万元".encode())
    found = [(token.printed, token.covered) for token in coverage.of(package)]
    assert found == [("30", True), ("20", False)]


def test_the_reference_document_is_covered() -> None:
    """No number is left; the reasons why numbers are no figures are these, and no more."""
    found = coverage.of(imported().package)
    assert [token for token in found if not token.covered] == []
    assert Counter(token.reason for token in found if token.reason) == {
        "date": 31,
        "list mark": 18,
        "caption": 7,
        "number in a name": 3,
        "left over in chart data": 1,
    }


def test_a_dropped_indicator_is_shown() -> None:
    """The amounts of a form stand in no other row: a row that was lost does not look covered."""
    package = imported().package
    rows = package.rows("performance-indicators")
    left = tuple(found for found in rows if found["indicator"] != "指标5：尾矿库隐患排查")
    tables = {**package.tables, "performance-indicators": left}
    found = coverage.tokens(reference_lines(), tables)
    assert [(token.locator, token.printed) for token in found if not token.covered] == [
        ("L346", "5"),
        ("L347", "10"),
        ("L348", "10"),
    ]
