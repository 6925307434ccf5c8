"""The CSV files of a package: their form, their header, their rows."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from example_package import broken, edit_csv, example, package, seal, set_cell

from publish import packages, tables
from publish.checks import sheets
from publish.checks.files import File
from publish.checks.problems import letter
from publish.checks.resources import Resource
from publish.checks.sheets import Sheet, SheetLine

FILE = "data/official-travel.csv"
TRAVEL = tables.load()["official-travel"]
HEADER = [field.name for field in TRAVEL.fields]
WIDTH = len(HEADER)
LONGEST = 5  # seconds of the processor; it took minutes
SIZE = len(packages.files(package())[FILE])


def _rewrite(directory: Path, change: Callable[[bytes], bytes]) -> Path:
    path = directory / FILE
    path.write_bytes(change(path.read_bytes()))
    seal(directory)
    return directory


def _header(found: list[str]) -> Callable[[bytes], bytes]:
    return lambda content: content.replace(",".join(HEADER).encode(), ",".join(found).encode(), 1)


def test_a_sheet_has_the_rows_as_a_spreadsheet_counts_them() -> None:
    """The header is row 1; the cells are text."""
    cells = tuple(f"第{number}格" for number in range(WIDTH))
    content = "\n".join((",".join(HEADER), ",".join(cells), "")).encode()
    found = sheets.read(Resource(TRAVEL, File(FILE, content)))
    assert found == (Sheet(TRAVEL, FILE, (SheetLine(2, cells),)), ())


def test_a_cell_is_placed_by_letter_and_name() -> None:
    """The fourth column is D."""
    assert Sheet(TRAVEL, FILE, ()).place(7, "count").text() == f"{FILE}!D7 (count)"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            lambda content: b"\xef\xbb\xbf" + content,
            ("encoding", FILE, "a byte order mark", "UTF-8 without one"),
        ),
        (
            lambda content: content.replace(b"\n", b"\r\n"),
            (
                "encoding",
                f"{FILE}!1",
                "a carriage return at the end of the line or in it",
                "lines that end in LF",
            ),
        ),
        (
            lambda content: content + "轿车".encode("gb18030"),
            ("encoding", f"{FILE}!4", f"byte {SIZE + 1} is not UTF-8", "UTF-8"),
        ),
        (
            lambda content: content.replace(b"\n", b"\n\n", 1),
            ("row", f"{FILE}!2", "a blank row", "no blank rows"),
        ),
        (
            lambda content: content + b"," * (WIDTH - 1) + b"\n",
            ("row", f"{FILE}!4", "a blank row", "no blank rows"),
        ),
        (
            lambda content: content + b"sedans_held,1\n",
            ("row", f"{FILE}!4", "2 cells", f"{WIDTH} cells"),
        ),
        (
            lambda content: content[:-1] + b",more\n",
            ("row", f"{FILE}!3", f"{WIDTH + 1} cells", f"{WIDTH} cells"),
        ),
        (
            lambda content: content + b'"sedans"_held,1\n',
            ("row", f"{FILE}!4", "',' expected after '\"'", "cells quoted as in CSV"),
        ),
    ],
    ids=["mark", "crlf", "gb18030", "blank", "commas", "short", "long", "quotes"],
)
def test_a_file_of_a_wrong_form_has_exactly_that_problem(
    tmp_path: Path, change: Callable[[bytes], bytes], problem: tuple[str, str, str, str]
) -> None:
    """Also frictionless says nothing more of the rows that are left."""
    assert broken(_rewrite(example(tmp_path), change)) == [problem]


@pytest.mark.parametrize(
    ("names", "problem"),
    [
        (
            [*HEADER[:3], "amount", *HEADER[4:]],
            (f"{FILE}!D1 (amount)", "amount", "count"),
        ),
        ([*HEADER[:3], *HEADER[4:]], (f"{FILE}!D1 (count)", "no such column", "count")),
        ([*HEADER, "note"], (f"{FILE}!{letter(WIDTH)}1 (note)", "note", "no such column")),
        ([*HEADER, "unit"], (f"{FILE}!{letter(WIDTH)}1 (unit)", "unit", "each column once")),
        (
            ["statement", "key", *HEADER[2:]],
            (
                f"{FILE}!A1 (statement)",
                ", ".join(["statement", "key", *HEADER[2:]]),
                f"columns in the order {', '.join(HEADER)}",
            ),
        ),
    ],
    ids=["renamed", "missing", "extra", "double", "reordered"],
)
def test_a_header_that_is_not_that_of_the_table_has_exactly_that_problem(
    tmp_path: Path, names: list[str], problem: tuple[str, str, str]
) -> None:
    """The rows below it are not checked: nobody knows what their cells mean."""
    directory = _rewrite(example(tmp_path), _header(names))
    assert broken(directory) == [("header", *problem)]


def test_an_empty_file_lacks_every_column(tmp_path: Path) -> None:
    """Each is named with the place where it belongs."""
    directory = _rewrite(example(tmp_path), lambda _content: b"")
    assert broken(directory) == [
        ("header", f"{FILE}!{letter(index)}1 ({name})", "no such column", name)
        for index, name in enumerate(HEADER)
    ]


def test_a_broken_code_list_does_not_make_the_tables_that_use_it_wrong(tmp_path: Path) -> None:
    """One cause, one problem: references are not followed into a list that cannot be read."""
    directory = example(tmp_path)
    edit_csv(directory, "functional-classification", "code,level", "number,level")
    assert broken(directory) == [
        ("header", "data/functional-classification.csv!A1 (number)", "number", "code")
    ]


def test_several_problems_of_several_files_come_at_once(tmp_path: Path) -> None:
    """They stand in the order of files and rows."""
    directory = _rewrite(example(tmp_path), lambda content: content + b"sedans_held,1\n")
    edit_csv(directory, "income", "1383.5", "1383,5")
    columns = len(tables.load()["income"].fields)
    assert broken(directory) == [
        ("row", "data/income.csv!2", f"{columns + 1} cells", f"{columns} cells"),
        ("row", f"{FILE}!4", "2 cells", f"{WIDTH} cells"),
    ]


def _columns(content: bytes) -> bytes:
    return b"," * 100_000 + content


def _row(content: bytes) -> bytes:
    return content + b"," * 100_000 + b"\n"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (_columns, ("!1", f"{100_000 + WIDTH} columns", f"{WIDTH} columns")),
        (_row, ("!4", "a blank row", "no blank rows")),
        (lambda content: _row(content[:-1]), ("!3", f"{100_000 + WIDTH} cells", f"{WIDTH} cells")),
    ],
    ids=["header", "blank", "row"],
)
def test_a_hundred_thousand_commas_are_one_problem(
    tmp_path: Path, change: Callable[[bytes], bytes], problem: tuple[str, str, str]
) -> None:
    """They are counted, not named one by one, and nobody waits for it."""
    before = time.process_time()
    told = broken(_rewrite(example(tmp_path), change))
    row, found, expected = problem
    assert [one[1:] for one in told] == [(f"{FILE}{row}", found, expected)]
    assert time.process_time() - before < LONGEST


def test_a_cell_as_long_as_a_report_is_read(tmp_path: Path) -> None:
    """An evaluation report is one cell; the module csv would stop at 128 KB."""
    directory = example(tmp_path)
    long = "长" * 140_000
    set_cell(directory, "outline", (2, "title"), long)
    assert broken(directory) == []
    assert packages.load(directory).rows("outline")[0]["title"] == long
