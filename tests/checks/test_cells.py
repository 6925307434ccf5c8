"""Numbers in cells: plain decimals with ASCII digits, and nothing else."""

from decimal import Decimal
from pathlib import Path

import pytest
from example_package import broken, cell, example, set_cell, set_source
from hypothesis import given
from hypothesis import strategies as st

from publish import packages, tables
from publish.checks import cells
from publish.checks.sheets import Sheet, SheetLine

DECIMAL = "a plain decimal, as 1234.5"
WHOLE = "a whole number in plain digits, as 12"


@pytest.mark.parametrize(
    "text",
    [
        "55.7a",
        "５５.75",
        "55．75",
        "1e3",
        "NaN",
        "Infinity",
        "-inf",
        "+55.75",
        "055.75",
        "55.",
        ".75",
        "5 5.75",
        "55.75 ",
        "55.75%",
        "--55.75",
        "55,750.00",
    ],
)
def test_an_amount_that_is_no_plain_decimal_is_the_only_problem(tmp_path: Path, text: str) -> None:
    """Also what frictionless lets pass, as full-width digits; and it is said once."""
    directory = example(tmp_path)
    set_cell(directory, "basic-expenditure", (3, "amount_wanyuan"), text)
    place = cell("basic-expenditure", 3, "amount_wanyuan")
    assert broken(directory) == [("number", place, text, DECIMAL)]


@pytest.mark.parametrize("text", ["2019.0", "２０１９", "2,019", "02019"])
def test_a_year_that_is_no_whole_number_is_the_only_problem(tmp_path: Path, text: str) -> None:
    """A whole number has no decimal point."""
    directory = example(tmp_path)
    set_cell(directory, "three-public", (2, "base_year"), text)
    assert broken(directory) == [("number", cell("three-public", 2, "base_year"), text, WHOLE)]


@pytest.mark.parametrize(
    ("text", "direction", "wrong"),
    [
        ("-8.06", "decrease", []),
        ("8.06", "increase", []),
        ("8.06", "decrease", ["the sign of decrease"]),
        ("-8.06", "increase", ["the sign of increase"]),
        ("-8.06", "", []),
        ("0", "decrease", []),
        ("-0.00", "increase", []),
        ("", "decrease", []),
        ("0", "unchanged", []),
    ],
)
def test_a_change_has_the_sign_of_its_words(text: str, direction: str, wrong: list[str]) -> None:
    """Nothing is said against zero, and nothing where the document gives no direction."""
    table = tables.load()["three-public"]
    row = {"change_wanyuan": text, "change_direction": direction}
    line = SheetLine(2, tuple(row.get(field.name, "") for field in table.fields))
    found = cells.signs_follow_words(Sheet(table, "data/three-public.csv", (line,)))
    assert [problem.expected for problem in found] == wrong


def test_a_change_of_the_wrong_sign_is_the_only_problem(tmp_path: Path) -> None:
    """The words say 减少, the cell has lost its minus."""
    directory = example(tmp_path)
    set_cell(directory, "three-public", (2, "change_wanyuan"), "8.06")
    place = cell("three-public", 2, "change_wanyuan")
    assert broken(directory) == [("number", place, "8.06", "the sign of decrease")]


@given(st.decimals(-(10**14), 10**14, allow_nan=False, places=4))
def test_every_decimal_that_a_package_writes_is_plain(value: Decimal) -> None:
    """What `packages.cell` writes passes, and reads back as the same value."""
    table = tables.load()["receptions"]
    row: tables.Row = {"purpose": "检查", "statement": 1, "amount_wanyuan": value}
    texts = tuple(packages.cell(row.get(field.name)) for field in table.fields)
    sheet = Sheet(table, "data/receptions.csv", (SheetLine(2, texts),))
    assert list(cells.numbers_are_plain(sheet)) == []
    assert Decimal(texts[4]) == value


@pytest.mark.parametrize("unit", ["元", "亿元", "万", "missing", ""])
def test_a_unit_that_documents_print_is_accepted(tmp_path: Path, unit: str) -> None:
    """Those that the importer knows, and the word for a missing one."""
    directory = example(tmp_path)
    set_cell(directory, "income", (4, "unit_as_published"), unit)
    assert broken(directory) == []


@pytest.mark.parametrize("unit", ["万元", "美元", "(", "unknown"])
def test_any_other_unit_is_the_only_problem(tmp_path: Path, unit: str) -> None:
    """It would be shown beside the amount; 万元 is what an empty cell says."""
    directory = example(tmp_path)
    set_cell(directory, "income", (4, "unit_as_published"), unit)
    assert broken(directory) == [
        (
            "constraint",
            cell("income", 4, "unit_as_published"),
            unit,
            f"nothing for 万元, else one of: {', '.join(cells.UNITS)}",
        )
    ]


@pytest.mark.parametrize("mark", ["\0", "\x07", "\x1b[2J", "\x7f", "\x85"])
def test_control_characters_in_a_text_are_the_only_problem(tmp_path: Path, mark: str) -> None:
    """A terminal would obey them, a database would cut the text there."""
    directory = example(tmp_path)
    set_cell(directory, "income", (2, "label"), f"合计{mark}")
    place = cell("income", 2, "label")
    expected = "a text without control characters that the document has not"
    assert broken(directory) == [("constraint", place, f"合计{mark}", expected)]


def test_a_text_has_what_stands_in_the_document(tmp_path: Path) -> None:
    """Word processors leave field marks in a text; its words stand as they are."""
    directory = example(tmp_path)
    marked = "本年\x13收入合计1383.5万元"
    document = directory / "source" / "accounts.txt"
    content = document.read_bytes().replace("本年收入合计".encode(), "本年\x13收入合计".encode())
    set_source(directory, content)
    set_cell(directory, "income", (2, "source_quote"), marked)
    set_cell(directory, "income", (2, "label"), "本年\x13收入合计")
    assert broken(directory) == []


@pytest.mark.parametrize(
    ("text", "is_plain"),
    [("9" * 15, True), ("9" * 16, False), (f"0.{'3' * 20}", True), (f"0.{'3' * 21}", False)],
)
def test_numbers_have_no_more_digits_than_can_be_reckoned_with(
    text: str, *, is_plain: bool
) -> None:
    """Exact arithmetic and the charts have their limits; no account comes near them."""
    table = tables.load()["income"]
    row = {"amount_wanyuan": text}
    line = SheetLine(2, tuple(row.get(field.name, "") for field in table.fields))
    found = [problem.expected for problem in cells.numbers_are_plain(Sheet(table, "x", (line,)))]
    assert found == ([] if is_plain else ["at most 15 digits, and 20 behind the point"])
