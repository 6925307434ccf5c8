"""Tables as readers see them."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from example_edition import edition

from publish.pages import reader_tables, topics
from publish.pages.reader_tables import Column, ReaderCell, ReaderTable
from publish.pages.years import Edition


def laid_out(found: Edition, table: str, *columns: str) -> ReaderTable:
    """Return the layout of a table with these columns."""
    unit = topics.TopicUnit(id="x", title="X", table=table, columns=columns, lead="parts")
    return reader_tables.layout(unit, unit.rows(found.package), found.document)


def test_zero_and_not_published_are_different_cells(tmp_path: Path) -> None:
    """Zero is a figure with its way to the source; a missing number is a cell of its own kind."""
    shown = laid_out(edition(tmp_path), "income", "amount_wanyuan", "share_pct")
    cells = {
        entry.label: [
            (cell.kind, cell.text, cell.unit, cell.link and cell.link.anchor)
            for cell in entry.cells
        ]
        for entry in shown.entries
    }
    assert cells == {
        "本年收入合计": [("figure", "1,383.5", "万元", "L4s1c1"), ("missing", "", "", None)],
        "一般公共预算财政拨款收入": [
            ("figure", "1,383.5", "万元", "L4s1c2"),
            ("figure", "100", "%", "L4s1c3"),
        ],
        "事业收入": [("figure", "0", "万元", "L4s2"), ("figure", "0", "%", "L4s2")],
    }
    assert shown.has_missing
    assert [entry.is_total for entry in shown.entries] == [True, False, False]


def test_columns_without_a_value_are_left_out(tmp_path: Path) -> None:
    """A column is shown when at least one row states it; its unit stands in the header."""
    shown = laid_out(edition(tmp_path), "income", "amount_wanyuan", "change_pct")
    assert shown.columns == (Column("金额", "万元", is_number=True),)
    assert not shown.has_missing


def test_words_that_are_not_written_are_told(tmp_path: Path) -> None:
    """An empty cell is no zero and no secret: the table says that the document has no words."""
    shown = laid_out(edition(tmp_path), "income", "amount_wanyuan")
    assert not shown.has_blank
    entry = replace(shown.entries[0], cells=(ReaderCell("blank", ""),))
    assert replace(shown, entries=(entry,)).has_blank


def test_a_column_is_named_with_its_unit() -> None:
    """Where a row is folded into a list, each cell stands behind the title of its column."""
    assert Column("金额", "万元", is_number=True).heading == "金额（万元）"
    assert Column("完成情况", "", is_number=False).heading == "完成情况"


def test_a_change_has_its_sign(tmp_path: Path) -> None:
    """More has a plus, less a minus."""
    shown = laid_out(edition(tmp_path), "three-public", "change_wanyuan", "change_pct")
    assert [cell.text for entry in shown.entries for cell in entry.cells] == ["−8.06", "−27"]


def test_something_counted_has_the_unit_of_its_row(tmp_path: Path) -> None:
    """批次 and 人次 stand beside their numbers and not in the header."""
    shown = laid_out(edition(tmp_path), "official-travel", "count")
    cells = [
        (cell.text, cell.unit, cell.has_own_unit) for entry in shown.entries for cell in entry.cells
    ]
    assert cells == [("28", "批次", True), ("116", "人次", True)]
    assert shown.columns == (Column("数量", "", is_number=True),)


def test_one_fund_is_said_in_the_caption_and_several_in_a_column(tmp_path: Path) -> None:
    """The column of the fund is worth its room only where rows differ."""
    found = edition(tmp_path)
    shown = laid_out(found, "expenditure-by-function", "fund", "amount_wanyuan")
    assert (shown.scope, [column.title for column in shown.columns]) == ("一般公共预算", ["金额"])
    rows = found.package.rows("expenditure-by-function")
    other = ({**rows[0], "fund": "government_fund"}, *rows[1:])
    contents = {**found.package.tables, "expenditure-by-function": other}
    mixed = replace(found, package=replace(found.package, tables=contents))
    shown = laid_out(mixed, "expenditure-by-function", "fund", "amount_wanyuan")
    assert (shown.scope, [column.title for column in shown.columns]) == ("", ["预算", "金额"])
    assert shown.entries[0].cells[0] == ReaderCell("text", "政府性基金预算")


def with_row(found: Edition, **values: object) -> ReaderTable:
    """Return the layout of the income with one row that has these values."""
    row = {**found.package.rows("income")[0], "source_locator": "L1", **values}
    package = replace(found.package, tables={"income": (row,)})
    return laid_out(replace(found, package=package), "income", "amount_wanyuan")


def test_a_slip_in_the_unit_is_told_beside_the_figure(tmp_path: Path) -> None:
    """The number stays as printed, and the reader is told what the document wrote."""
    values = {
        "amount_wanyuan": Decimal("14.31"),
        "unit_as_published": "元",
        "source_quote": "支出14.31元",
    }
    shown = with_row(edition(tmp_path), **values)
    remarks = [(note.kind, note.text) for entry in shown.entries for note in entry.remarks]
    assert (remarks, shown.converted) == ([("unit", "元")], "")


def test_a_missing_unit_is_told_beside_the_figure(tmp_path: Path) -> None:
    """`missing` becomes a remark of its own kind."""
    values = {
        "amount_wanyuan": Decimal("14.31"),
        "unit_as_published": "missing",
        "source_quote": "支出14.31，",
    }
    shown = with_row(edition(tmp_path), **values)
    assert [note.kind for entry in shown.entries for note in entry.remarks] == ["no-unit"]


def test_a_conversion_is_told_once_for_the_table(tmp_path: Path) -> None:
    """Amounts in 元 that were converted get no remark each: one sentence stands below the table."""
    shown = laid_out(edition(tmp_path), "expenditure-by-function", "amount_wanyuan")
    assert shown.converted == "元"
    assert [note for entry in shown.entries for note in entry.remarks] == []


def test_one_reason_for_several_rows_is_quoted_once(tmp_path: Path) -> None:
    """The reason stands under the last of the rows that share it."""
    found = edition(tmp_path)
    rows = found.package.rows("income")
    reasons = ("因为扩编", "因为扩编", "因为停办")
    changed = tuple({**row, "reason": why} for row, why in zip(rows, reasons, strict=True))
    package = replace(found.package, tables={"income": changed})
    shown = laid_out(replace(found, package=package), "income", "amount_wanyuan")
    assert [[note.text for note in entry.remarks] for entry in shown.entries] == [
        [],
        ["因为扩编"],
        ["因为停办"],
    ]


@pytest.mark.parametrize(
    ("unit", "quote", "expected"),
    [
        pytest.param("元", "支出14.31元", "", id="a slip"),
        pytest.param("万", "支出 0.39 万（含外宾接待", "", id="a slip behind a blank"),
        pytest.param("元", "支出143100元", "元", id="converted"),
        pytest.param("missing", "支出14.31", "", id="no unit"),
        pytest.param(None, "支出14.31万元", "", id="as usual"),
    ],
)
def test_a_slip_of_the_unit_is_no_conversion(unit: str | None, quote: str, expected: str) -> None:
    """A number that stands in the document with its odd unit was not converted."""
    amount = Decimal("0.39" if "0.39" in quote else "14.31")
    row: dict[str, str | int | Decimal | None] = {
        "amount_wanyuan": amount,
        "unit_as_published": unit,
        "source_quote": quote,
    }
    assert reader_tables.converted(row) == expected
