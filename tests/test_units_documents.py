"""Whole documents in 元: the same values and no finding that the same document in 万元 has not."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from example_documents import document
from example_forms import TRAINING, flattened, sichuan_2018
from example_reference import DEPARTMENT, SOURCE, YEAR, imported
from example_yuan import charts_in_yuan, in_yuan
from hypothesis import given, settings
from hypothesis import strategies as st

from publish import checks, importing, packages, reconciliation
from publish.importing import Import
from publish.reconciliation import Outcome, finding_reports
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
    packages.write(finding_reports.with_findings(read(text).package), directory)
    assert checks.check(directory).problems == ()


def test_a_section_declares_its_unit() -> None:
    """单位：元 above amounts without a unit; what has words of its own keeps them."""
    text = "（单位：元）\n\n本年收入合计为5,000，其中：财政拨款收入0.4万元。"
    content = document("income", text).encode()
    rows = importing.read(content, "document.txt", "bureau", 2020).package.rows("income")
    assert [(row["amount_wanyuan"], row["unit_as_published"]) for row in rows] == [
        (Decimal("0.5"), "元"),
        (Decimal("0.4"), None),
    ]


REPORT = """附件1
某市某局2020年部门整体支出绩效评价报告
（一）专项资金安排及支出情况
2020年，某局专项资金安排{}（年初预算{}，追加预算{}）。实际支出{}，年末结转{}。
（二）资金计划、到位及使用情况
督查{}，已支付{}；培训费{}。
设备购置{}。
（三）上级专项资金绩效目标完成情况
（1）甲经费{}。
各项指标全部完成，已支付{}。
附件2
"""
AMOUNTS = 11


def sheet(budget: str, executed: str) -> str:
    """A form with a budget and what was executed, its unit in the heading or behind the number."""
    rows = sichuan_2018(TRAINING)
    label = "预算执行情况" + ("" if budget.endswith("元") else "（元）")
    rows[2] = [label, "预算数:", budget, "执行数:", executed]
    rows[3] = ["", "其中-财政拨款:", budget, "其中-财政拨款:", executed]
    return flattened("项目绩效目标完成情况表", rows)


def annexes(amounts: list[Decimal], unit: str) -> str:
    """A report and a form with amounts in a unit; `元 above` prints it in the form's heading."""
    shown = [
        f"{value}万元" if unit == "万元" else f"{(value * 10_000).quantize(Decimal(1)):,}元"
        for value in amounts
    ]
    budget, executed = shown[:2]
    if unit == "元 above":
        budget, executed = budget.removesuffix("元"), executed.removesuffix("元")
    return REPORT.format(*shown) + sheet(budget, executed)


def money(text: str, accounts: str) -> dict[str, list[dict[str, object]]]:
    """The amounts in 万元 of every row of the annexes of a document."""
    content = (document("totals", accounts) + text).encode()
    tables = importing.read(content, "document.txt", "bureau", 2020).package.tables
    return {
        name: [
            {column: cell for column, cell in row.items() if column.endswith("_wanyuan")}
            for row in rows
        ]
        for name, rows in tables.items()
        if name in {"budget-execution", "project-funds", "self-evaluations", "projects"}
    }


@settings(max_examples=25)
@given(
    st.lists(st.decimals(Decimal("0.0001"), 99_999, places=4), min_size=AMOUNTS, max_size=AMOUNTS),
    st.sampled_from(["元", "元 above"]),
    st.sampled_from(
        ["收入总计90.00万元，支出总计80.00万元。", "收入总计900000元，支出总计800000元。"]
    ),
)
def test_annexes_give_the_same_amounts_in_either_unit(
    amounts: list[Decimal], unit: str, accounts: str
) -> None:
    """Below accounts in the same unit or the other, with the unit at the number or above it."""
    expected = money(annexes(amounts, "万元"), "收入总计90.00万元，支出总计80.00万元。")
    assert money(annexes(amounts, unit), accounts) == expected
    assert {name: len(rows) for name, rows in expected.items()} == {
        "budget-execution": 7,
        "project-funds": 3,
        "self-evaluations": 1,
        "projects": 1,
    }
