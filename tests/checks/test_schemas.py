"""What frictionless finds in the rows, as our problems."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from example_package import broken, cell, edit_csv, example, set_cell

from publish import tables
from publish.checks import schemas, sheets
from publish.checks.files import File
from publish.checks.problems import PlaceKind, ProblemPlace
from publish.checks.resources import Resource
from publish.checks.sheets import Sheet
from publish.packages import DESCRIPTOR

INCOME = "data/income.csv"
KEYS = (
    "one of: total, fiscal_appropriation, general_public_budget, government_fund, state_capital, "
    "superior_subsidy, institutional, business, subordinate_remittance, other"
)
NEVER_EMPTY = "a value; this column is never empty"
REFERENCE = "a code of the resource economic-classification"
CODE = r"a text of the form \d{3}(\d{2}){0,2}"


@pytest.mark.parametrize(
    ("at", "text", "problem"),
    [
        (("income", 2, "key"), "sum", ("constraint", "sum", KEYS)),
        (("income", 2, "label"), "", ("constraint", "nothing", NEVER_EMPTY)),
        (("income", 2, "statement"), "0", ("constraint", "0", "at least 1")),
        (("basic-expenditure", 3, "code"), "30102", ("foreign-key", "30102", REFERENCE)),
        (("basic-expenditure", 3, "code"), "3010A", ("constraint", "3010A", CODE)),
        (("income", 2, "source_locator"), "", ("constraint", "nothing", NEVER_EMPTY)),
        (("income", 2, "source_quote"), "", ("constraint", "nothing", NEVER_EMPTY)),
    ],
    ids=["enum", "required", "minimum", "reference", "pattern", "locator", "quote"],
)
def test_a_cell_that_breaks_the_schema_has_exactly_that_problem(
    tmp_path: Path, at: tuple[str, int, str], text: str, problem: tuple[str, str, str]
) -> None:
    """The place is a cell, and what is expected is said in words."""
    directory = example(tmp_path)
    table, row, column = at
    set_cell(directory, table, (row, column), text)
    kind, found, expected = problem
    assert broken(directory) == [(kind, cell(table, row, column), found, expected)]


def test_a_second_row_of_one_key_has_exactly_that_problem(tmp_path: Path) -> None:
    """The place is the first column of the key; all of its columns are named."""
    directory = example(tmp_path)
    set_cell(directory, "income", (4, "key"), "total")
    place = "data/income.csv!A4 (key, statement)"
    assert broken(directory) == [("primary-key", place, "total, 1", "a key that no other row has")]


def test_an_empty_key_is_a_problem(tmp_path: Path) -> None:
    """A code list without a code: the column may be empty elsewhere, the key may not."""
    directory = example(tmp_path)
    set_cell(directory, "economic-classification", (3, "code"), "")
    set_cell(directory, "basic-expenditure", (4, "code"), "")
    assert broken(directory) == [
        (
            "primary-key",
            "data/economic-classification.csv!A3 (code)",
            "nothing",
            "a key that no other row has",
        )
    ]


def _sheet(directory: Path, table: str) -> Sheet:
    """Return the sheet of a table, its problems aside."""
    path = f"data/{table}.csv"
    file = File(path, (directory / path).read_bytes())
    found, _problems = sheets.read(Resource(tables.load()[table], file))
    assert found is not None
    return found


def _found(*read: Sheet) -> list[tuple[str, str, str, str]]:
    """Return what frictionless alone finds."""
    return [
        (found.kind.value, found.place.text(), found.found, found.expected)
        for found in schemas.check(read)
    ]


def test_a_year_outside_of_its_limits_is_a_problem(tmp_path: Path) -> None:
    """Both limits are said."""
    directory = example(tmp_path)
    set_cell(directory, "three-public", (2, "base_year"), "1066")
    assert _found(_sheet(directory, "three-public")) == [
        ("constraint", cell("three-public", 2, "base_year"), "1066", "from 1990 to 2100")
    ]


def test_more_problems_than_frictionless_reports_by_itself_are_all_reported(
    tmp_path: Path,
) -> None:
    """Its own limit is a thousand; a broken column of a long table has more."""
    directory = example(tmp_path)
    header = ",".join(field.name for field in tables.load()["receptions"].fields)
    rows = (f"第{number}项,0{',' * (header.count(',') - 1)}\n" for number in range(1500))
    (directory / "data" / "receptions.csv").write_text(f"{header}\n{''.join(rows)}", "utf-8")
    assert len(_found(_sheet(directory, "receptions"))) == 3 * 1500


def test_ragged_and_blank_rows_are_left_to_the_sheets(tmp_path: Path) -> None:
    """They have been named, and frictionless would name every cell of them."""
    directory = example(tmp_path)
    edit_csv(directory, "income", "institutional,1,", "\ninstitutional,")
    assert _found(_sheet(directory, "income")) == []


def test_a_refusal_by_frictionless_is_a_problem() -> None:
    """Its exceptions do not leave this module: here of a type that no Table Schema has."""
    income = tables.load()["income"]
    odd = replace(income, fields=(replace(income.fields[0], type="nonsense"), *income.fields[1:]))
    (problem,) = schemas.check((Sheet(odd, INCOME, ()),))
    assert (problem.kind, problem.place) == (PlaceKind.SCHEMA, ProblemPlace())
    assert "nonsense" in problem.found


def test_what_was_read_is_checked_and_not_the_file(tmp_path: Path) -> None:
    """A file that changes or vanishes meanwhile is not read a second time."""
    directory = example(tmp_path)
    sheet = _sheet(directory, "income")
    (directory / INCOME).unlink()
    assert _found(sheet) == []


def test_a_slip_in_the_program_is_never_a_problem_of_the_data() -> None:
    """It ends in a traceback."""
    with pytest.raises(AttributeError):
        list(schemas.check((None,)))  # type: ignore[arg-type]


def test_a_package_without_tables_is_left_alone() -> None:
    """Where nothing could be read there is nothing to say of its rows."""
    assert list(schemas.check(())) == []


def _frictionless(directory: Path) -> int:
    """Return the exit code of `frictionless validate datapackage.json`."""
    command = [sys.executable, "-m", "frictionless", "validate", DESCRIPTOR]
    return subprocess.run(command, cwd=directory, capture_output=True, check=False).returncode


def test_the_command_line_of_frictionless_validates_a_good_package(tmp_path: Path) -> None:
    """Whoever has no toolkit of ours comes to the same result, and a broken one is refused."""
    directory = example(tmp_path)
    assert _frictionless(directory) == 0
    edit_csv(directory, "income", "total,1", "sum,1")
    assert _frictionless(directory) == 1
