"""The way from every row back to its source."""

from pathlib import Path

import pytest
from example_package import broken, cell, edit_csv, edit_descriptor, example, seal, set_cell
from hypothesis import given
from hypothesis import strategies as st

from publish import packages
from publish.checks import provenance

LOCATOR = "lines of the source, as L38 or L38;L40"


@pytest.mark.parametrize(
    ("quote", "numbers"),
    [
        ("收入总计4383.87万元", {"4383.87"}),
        ("收入总计4,383.87万元", {"4383.87"}),
        ("收入总计1,234,567.8元", {"1234567.8"}),
        ("各是4383.87,3019.54万元", {"4383.87", "3019.54"}),
        ("各是12.5,300万元", {"12.5", "300"}),
        ("收入4383.87万元，支出0万元", {"4383.87", "0"}),
        ("下降27.%", {"27"}),
        ("增长１３５％", {"135"}),
        ("支出3 ． 60万元", {"3", "60", "3.60"}),
        ("收入²83.87万元", {"83.87"}),
        ("占6\x010%", {"6", "0", "60"}),
        ("收入43\ufeff83.87万元", {"43", "83.87", "4383.87"}),
        ("10.2\t4.11", {"10.2", "4.11"}),
        ("8条，3次", {"8", "3"}),
        ("收入0,030,563万元", {"0030563", "30563"}),
        ("两\t个项目", {"2"}),
        ("基本工资、奖金", set()),
    ],
)
def test_the_numbers_of_a_quote_are_read(quote: str, numbers: set[str]) -> None:
    """Separators, full-width digits and spaces are what they print, not what they mean."""
    assert provenance.printed_numbers(quote) == numbers


@given(
    st.integers(min_value=0, max_value=10**12),
    st.sampled_from(["", "5", "50", "05", "123456"]),
    st.sampled_from(["{:d}", "{:,d}"]),
)
def test_a_number_is_found_however_its_thousands_are_printed(
    whole: int, decimals: str, form: str
) -> None:
    """The digits after the point stay as printed."""
    point = f".{decimals}" if decimals else ""
    quote = f"支出总计{form.format(whole)}{point}万元，完成预算。"
    assert provenance.printed_numbers(quote) == {f"{whole}{point}"}


@pytest.mark.parametrize(
    "locator", ["L11", "L0", "L", "l4", "P4", "L4;", "L4; L4", "L99999999999", "L４", "收入"]
)
def test_a_place_that_the_source_does_not_have_is_the_only_problem(
    tmp_path: Path, locator: str
) -> None:
    """The source of the example has ten lines."""
    directory = example(tmp_path)
    set_cell(directory, "income", (2, "source_locator"), locator)
    place = cell("income", 2, "source_locator")
    assert broken(directory) == [("locator", place, locator, LOCATOR)]


@pytest.mark.parametrize(
    ("locator", "quote"),
    [
        ("L3", "本年收入合计1383.5万元"),
        ("L4", "本年收入共计1383.5万元"),
        ("L4", "本年收入合计1,383.5万元"),
        ("L4", "本年收入 合计1383.5万元"),
        ("L4;L4", "本年收入合计1383.5万元"),
        ("L4;L4", "本年收入合计1383.5万元\t"),
        ("L4;L3", "本年收入合计\t1383.5万元"),
        ("L4", "本年收入合计\t1383.5万元"),
    ],
    ids=["line", "word", "comma", "space", "pieces", "empty", "order", "tab"],
)
def test_words_that_the_source_does_not_have_there_are_the_only_problem(
    tmp_path: Path, locator: str, quote: str
) -> None:
    """One piece for each place, in their order, letter by letter."""
    directory = example(tmp_path)
    set_cell(directory, "income", (2, "source_locator"), locator)
    set_cell(directory, "income", (2, "source_quote"), quote)
    expected = f"the exact words of the source at {locator}, one piece for each place"
    assert broken(directory) == [("quote", cell("income", 2, "source_quote"), quote, expected)]


def test_several_places_are_quoted_piece_by_piece(tmp_path: Path) -> None:
    """The pieces stand in the order of the places."""
    directory = example(tmp_path)
    quote = "L4;L3,本年收入合计1383.5万元\t2020年度收入总计1"
    edit_csv(directory, "income", "L4,本年收入合计1383.5万元", quote)
    assert broken(directory) == []


@pytest.mark.parametrize(
    ("table", "column", "text"),
    [
        ("income", "amount_wanyuan", "1383.50"),
        ("key-figures", "amount_wanyuan", "383.50"),
        ("three-public", "change_wanyuan", "-8.60"),
        ("three-public", "base_year", "2018"),
        ("key-figures", "base_year", "2018"),
        ("official-travel", "count", "82"),
        ("income", "amount_wanyuan", "-1383.5"),
    ],
    ids=["digits", "thousands", "change", "year", "prior year", "count", "minus"],
)
def test_a_number_that_the_quote_does_not_print_is_the_only_problem(
    tmp_path: Path, table: str, column: str, text: str
) -> None:
    """Digits as printed; the sign is in the words; 上年 is the year before."""
    directory = example(tmp_path)
    set_cell(directory, table, (2, column), text)
    quote = packages.load(directory).rows(table)[0]["source_quote"]
    expected = f"a number of the quote: {quote}"
    assert broken(directory) == [("figure", cell(table, 2, column), text, expected)]


@pytest.mark.parametrize(
    ("amount", "unit", "wrong"),
    [
        ("54.18", "元", []),
        ("54.180", "元", []),
        ("541800", "元", []),
        ("5418000000", "亿元", []),
        ("54.18", "", ["54.18"]),
        ("541.8", "元", ["541.8"]),
        ("54.18", "亿元", ["54.18"]),
        ("54.18", "missing", []),
        ("5418", "百元", []),
        ("5418000", "千元", ["5418000"]),
        ("5418000", "千万元", ["5418000"]),
        ("54180", "missing", []),
        ("5418.1", "missing", ["5418.1"]),
    ],
)
def test_an_amount_in_another_unit_is_converted_exactly_or_kept_as_printed(
    tmp_path: Path, amount: str, unit: str, wrong: list[str]
) -> None:
    """The source prints 541800元; a slip of the unit keeps the printed number."""
    directory = example(tmp_path)
    set_cell(directory, "expenditure-by-function", (3, "amount_wanyuan"), amount)
    set_cell(directory, "expenditure-by-function", (3, "unit_as_published"), unit)
    place = cell("expenditure-by-function", 3, "amount_wanyuan")
    assert [found[:3] for found in broken(directory)] == [
        ("figure", place, found) for found in wrong
    ]


@pytest.mark.parametrize("minus", ["-", "－", "−", "- "])
def test_a_minus_that_is_printed_is_found(tmp_path: Path, minus: str) -> None:
    """Full-width, as a mathematical sign, or apart from its digits."""
    directory = example(tmp_path)
    file = directory / "source" / "accounts.txt"
    text = file.read_bytes().decode()
    file.write_bytes(text.replace("本年收入合计1", f"本年收入合计{minus}1").encode())
    set_cell(directory, "income", (2, "amount_wanyuan"), "-1383.5")
    set_cell(directory, "income", (2, "source_quote"), f"本年收入合计{minus}1383.5万元")
    assert broken(directory) == []


def test_without_a_year_any_number_may_be_the_year_before(tmp_path: Path) -> None:
    """The missing year is one problem, and not one for every comparison."""
    directory = example(tmp_path)
    edit_descriptor(directory, lambda found: found.pop("fiscalYear"))
    assert broken(directory) == [
        ("descriptor", "datapackage.json (fiscalYear)", "nothing", "a year, as a number")
    ]


def test_lines_end_with_line_feeds_only(tmp_path: Path) -> None:
    """Other separators of Unicode stand within a line and do not shift the numbers below."""
    directory = example(tmp_path)
    file = directory / "source" / "accounts.txt"
    text = file.read_bytes().decode().replace("第二部分 2020", "第二部分 2020\x0b\u2028\x85", 1)
    file.write_bytes(text.encode())
    seal(directory)
    assert [found[:2] for found in broken(directory)] == [
        ("quote", cell("findings", 5, "source_quote")),
        ("quote", cell("outline", 2, "source_quote")),
    ]


@pytest.mark.parametrize(
    ("source", "places", "quote", "words"),
    [
        (("支出15", "35.71万元"), [0, 1], "支出15\t35.71万元", "支出1535.71万元"),
        (("支出15", "", "35.71万元"), [0, 2], "支出15\t35.71万元", "支出1535.71万元"),
        (("支出1535", ".71万元"), [0, 1], "支出1535\t.71万元", "支出1535.71万元"),
        (("支出15", "1.\x1f62万元"), [0, 1], "支出15\t1.\x1f62万元", "支出151.\x1f62万元"),
        (("支出16", "1", ".64万元"), [0, 1, 2], "支出16\t1\t.64万元", "支出161.64万元"),
        (("支出16", "\ufeff1.64万元"), [0, 1], "支出16\t1.64万元", "支出161.64万元"),
        (("共9", "0\t5.5\t", "6"), [1], "5.5", "5.5"),
        (("列1\t2.3", "9\t21", ".82"), [1, 2], "21\t.82", "21.82"),
        (("支出15  ", "35.71万元"), [0, 1], "支出15\t35.71万元", "支出1535.71万元"),
        (("支出15", "35.71万元"), [0], "支出15", "支出"),
        (("支出15", "35.71万元"), [1], "35.71万元", "万元"),
        (("支出15", "35.71万元", "共3"), [2, 1], "共3\t35.71万元", "共3\t万元"),
        (("支出15", "35.71万元"), [0], "支出", "支出"),
        (("支出15万元", "35.71万元"), [0, 1], "支出15万元\t35.71万元", "支出15万元\t35.71万元"),
        (("支出15", "2.教育3万元"), [0, 1], "支出15\t2.教育3万元", "支出15\t2.教育3万元"),
        (("支出15", "2020年"), [0], "支出15", "支出15"),
        (("支出15", "\t35万元"), [0], "支出15", "支出15"),
        (("支出15", "\u3000\u300035万元"), [0], "支出15", "支出15"),
        (("支出15", " 35万元"), [0, 1], "支出15\t35万元", "支出1535万元"),
        (("15", "35"), [0], "15", "15"),
    ],
)
def test_a_number_broken_over_lines_is_one(
    source: tuple[str, ...], places: list[int], quote: str, words: str
) -> None:
    """Its halves stand at the end of a line and the beginning of the next, and are no numbers."""
    found = provenance.whole_numbers(quote, places, provenance.Source(source, 2020))
    assert found == words


@pytest.mark.parametrize(("amount", "wrong"), [("1383.5", []), ("13", ["13"]), ("83.5", ["83.5"])])
def test_half_of_a_number_is_no_number_of_the_quote(
    tmp_path: Path, amount: str, wrong: list[str]
) -> None:
    """本年收入合计13 / 83.5万元 states 1383.5, and neither 13 nor 83.5."""
    directory = example(tmp_path)
    file = directory / "source" / "accounts.txt"
    lines = file.read_bytes().decode().split("\n")
    lines[3:4] = lines[3].replace("1383.5万元", "13\n83.5万元").split("\n")
    file.write_bytes("\n".join(lines).encode())
    set_cell(directory, "income", (2, "amount_wanyuan"), amount)
    set_cell(directory, "income", (2, "source_locator"), "L4;L5")
    set_cell(directory, "income", (2, "source_quote"), "本年收入合计13\t83.5万元")
    found = [problem[2] for problem in broken(directory) if problem[0] == "figure"]
    assert [text for text in found if text in {"1383.5", "13", "83.5"}] == wrong
