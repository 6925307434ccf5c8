"""Downloads: tables for Excel, the long tables, checksums and archives."""

import csv
import io
import json
import subprocess
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from publish import packages, tables
from publish.downloads import csvs
from publish.packages import Package
from publish.tables import Field, Row, TableSchema

FORMULA_SIGNS = "=+-@＝＋－＠\t\r\n"
PLAIN = TableSchema(
    "notes",
    "说明",
    "A table of all types.",
    (
        Field("text", "文字", ""),
        Field("amount_wanyuan", "金额", "", type="number", unit="万元"),
        Field("count", "数量", "", type="integer"),
    ),
    ("text",),
    MappingProxyType({}),
    MappingProxyType({}),
)


def read(content: bytes) -> list[list[str]]:
    """The cells of a file, read as Excel reads them."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def as_typed(cell: str) -> str:
    """A text without the signs that keep Excel from running or converting it."""
    return cell.removeprefix("'").removesuffix("\t")


def package(department: str, year: int, rows: Iterable[Row]) -> Package:
    """A package with the rows of the table of reception purposes."""
    descriptor = {"department": {"slug": department, "name": "某局"}, "fiscalYear": year}
    return Package(descriptor, {"receptions": tuple(rows)}, "a.txt", b"a")


def reception(purpose: str, amount: str | None) -> Row:
    """A row of the table of reception purposes."""
    stated = None if amount is None else Decimal(amount)
    where = {"source_locator": "L1", "source_quote": purpose}
    return {"purpose": purpose, "visits": 3, "amount_wanyuan": stated, **where}


def test_the_flavour_for_excel_has_chinese_headers_words_and_units() -> None:
    """BOM, CRLF, titles with units, the words for keys and scopes, amounts as printed."""
    table = tables.load()["key-figures"]
    row: Row = {
        **{field.name: None for field in table.fields},
        "key": "total_income",
        "scope": "general_public_budget",
        "statement": 1,
        "label": "收入总计",
        "amount_wanyuan": Decimal("1222.50"),
        "change_wanyuan": Decimal("-8.06"),
        "change_direction": "decrease",
    }
    content = csvs.excel_csv(table, [row])
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n") == 2
    header, cells = read(content)
    said = {title: cell for title, cell in zip(header, cells, strict=True) if cell}
    assert said == {
        "键": "收入总计",
        "口径": "一般公共预算",
        "表述序号": "1",
        "名称": "收入总计",
        "金额（万元）": "1222.50",
        "增减额（万元）": "-8.06",
        "增减方向": "减少",
    }
    assert header == [f"{f.title}（{f.unit}）" if f.unit else f.title for f in table.fields]


@pytest.mark.parametrize("table", tables.load().values(), ids=lambda table: str(table.name))
def test_no_header_is_there_twice_or_changed(table: TableSchema) -> None:
    """In every table of the data model the Chinese headers are different and plain."""
    (header,) = read(csvs.excel_csv(table, []))
    assert len(set(header)) == len(header)
    assert header == [as_typed(title) for title in header]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+86", "'+86"),
        ("-8.06", "'-8.06"),
        (" =1", "' =1"),
        ("\u3000＝1", "'\u3000＝1"),
        ("－5", "'－5"),
        ("\tA", "'\tA"),
        ("\0=1", "'\0=1"),
        ("\r\nA", "'\r\nA"),
        ("\ufeff=1", "'\ufeff=1"),
        ("2080505", "2080505\t"),
        ("007", "007\t"),
        ("1-2", "1-2\t"),
        ("２０", "２０\t"),
        ("2020年1月", "2020年1月\t"),
        ("(1)", "(1)\t"),
        ("1E5", "1E5\t"),
        ("98%", "98%\t"),
        ("（一）", "（一）"),
        ("2020年预算", "2020年预算"),
        ("——产出指标", "——产出指标"),
        ("第一行\n第二行", "第一行\n第二行"),
        ('他说“好”, "好"', '他说“好”, "好"'),
        ("", ""),
    ],
)
def test_a_text_in_excel_is_what_was_printed(text: str, expected: str) -> None:
    """Formulas get an apostrophe, what looks like a number or a date a tab, all else nothing."""
    row: Row = {"text": text, "amount_wanyuan": Decimal("-8.06"), "count": -1}
    assert read(csvs.excel_csv(PLAIN, [row]))[1] == [expected, "-8.06", "-1"]


def test_not_stated_and_zero_stay_apart_in_excel() -> None:
    """Empty is not stated, 0 is stated as zero."""
    rows: list[Row] = [
        {"text": "a", "amount_wanyuan": None, "count": None},
        {"text": "b", "amount_wanyuan": Decimal(0), "count": 0},
    ]
    assert read(csvs.excel_csv(PLAIN, rows))[1:] == [["a", "", ""], ["b", "0", "0"]]


@given(st.lists(st.tuples(st.text(st.characters(codec="utf-8")), st.decimals(-999, 999, places=2))))
@example(
    [("=1", Decimal("-0.50")), ("'=1", Decimal(0)), ("007", Decimal(1)), ("a\r\nb", Decimal(2))]
)
def test_what_excel_gets_can_be_read_back(cells: list[tuple[str, Decimal]]) -> None:
    """All texts and amounts are there; no text begins like a formula, no amount is changed."""
    rows: list[Row] = [{"text": text, "amount_wanyuan": amount} for text, amount in cells]
    for found, (text, amount) in zip(read(csvs.excel_csv(PLAIN, rows))[1:], cells, strict=True):
        assert found[0] in {text, f"'{text}", f"{text}\t"}
        assert found[0].strip()[:1] not in set(FORMULA_SIGNS[:8])
        assert found[0][:1] not in set(FORMULA_SIGNS)
        assert found[1] == f"{amount:f}"


def test_the_long_table_names_department_and_year_in_front_of_every_row() -> None:
    """Canonical CSV, sorted by department and year; a package without the table adds nothing."""
    published = [
        package("works", 2020, [reception("检查", "1.50")]),
        package("fire", 2021, [reception("=1", None)]),
        package("fire", 2020, [reception("调研", "0")]),
        replace(package("fire", 2019, []), tables={}),
    ]
    table = tables.load()["receptions"]
    names = ",".join(field.name for field in table.fields)
    rest = {field.name: "" for field in table.fields}
    rows = [
        {**rest, "purpose": "调研", "visits": "3", "amount_wanyuan": "0"},
        {**rest, "purpose": "=1", "visits": "3"},
        {**rest, "purpose": "检查", "visits": "3", "amount_wanyuan": "1.50"},
    ]
    fronts = ["fire,某局,2020", "fire,某局,2021", "works,某局,2020"]
    lines = [
        f"{front},"
        + ",".join({**row, "source_locator": "L1", "source_quote": row["purpose"]}.values())
        for front, row in zip(fronts, rows, strict=True)
    ]
    expected = "\n".join([f"department,department_name,fiscal_year,{names}", *lines, ""])
    assert csvs.long_csv(table, published) == expected.encode()


def test_checksums_are_accepted_by_sha256sum(tmp_path: Path) -> None:
    """Also for names that have to be escaped; a changed file is found."""
    files = {"b.csv": b"b", "data/收入.csv": b"a", "back\\slash": b"c", "line\nend": b"d"}
    (tmp_path / "data").mkdir()
    for path, content in files.items():
        (tmp_path / path).write_bytes(content)
    (tmp_path / "SHA256SUMS").write_bytes(csvs.checksums(files))
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    assert subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).returncode == 0
    (tmp_path / "b.csv").write_bytes(b"changed")
    assert subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).returncode == 1


def test_checksums_are_sorted_by_path() -> None:
    """The order of the files does not matter."""
    assert csvs.checksums({"b": b"", "a": b""}) == (
        b"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n"
        b"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b\n"
    )


def test_an_archive_holds_the_package_and_nothing_of_the_day(tmp_path: Path) -> None:
    """One folder, sorted names, fixed times and rights; the same bytes in any order."""
    files = packages.files(package("fire", 2020, [reception("调研", "0")]))
    content = csvs.archive(files, "fire-2020")
    assert content == csvs.archive(dict(reversed(files.items())), "fire-2020")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        entries = archive.infolist()
        assert [entry.filename for entry in entries] == [
            "fire-2020/data/receptions.csv",
            "fire-2020/datapackage.json",
            "fire-2020/source/a.txt",
        ]
        assert {(e.date_time, e.external_attr, e.compress_type) for e in entries} == {
            ((1980, 1, 1, 0, 0, 0), 0o100644 << 16, zipfile.ZIP_STORED)
        }
        archive.extractall(tmp_path)
    taken = tmp_path / "fire-2020"
    assert json.loads((taken / "datapackage.json").read_text("utf-8"))["fiscalYear"] == 2020
    assert (taken / "data" / "receptions.csv").read_bytes() == files["data/receptions.csv"]
