"""Numbers, units and dates as these documents print them."""

import re
from decimal import Decimal

import pytest
from example_amounts import Printed, numbers
from hypothesis import given
from hypothesis import strategies as st

from publish.documents import figures
from publish.documents.figures import Number


def found(text: str) -> list[Decimal]:
    """Return the values of all numbers of a text."""
    return [number.value for number in figures.numbers(text)]


@given(numbers(decimals=6))
def test_a_printed_number_has_its_exact_value(printed: Printed) -> None:
    """Separators of thousands do not count, and the digits stay as printed."""
    assert str(figures.value(printed.text)) == printed.cell
    assert found(f"收入{printed.text}万元") == [printed.value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4,383.87万元", ["4383.87"]),
        ("1,234,567万元", ["1234567"]),
        ("4383.87,3019.54万元", ["4383.87", "3019.54"]),
        ("12.50,300.25万元", ["12.50", "300.25"]),
        ("1234,567万元", ["1234", "567"]),
        ("12,3456", ["12", "3456"]),
        ("27.%", ["27"]),
        ("增长0.04%。", ["0.04"]),
        ("2,345.6%", ["2345.6"]),
        ("第1项。第2项", ["1", "2"]),
        ("1.2020年收入", ["1", "2020"]),
    ],
)
def test_commas_and_points(text: str, expected: list[str]) -> None:
    """Groups of exactly three digits are thousands; in list style a comma parts two numbers."""
    assert [str(value) for value in found(text)] == expected


@given(st.lists(numbers(decimals=2), min_size=2, max_size=4))
def test_list_style_parts_amounts_with_decimals(amounts: list[Printed]) -> None:
    """A comma behind decimals never belongs to a number."""
    printed = [Printed(f"{amount.value:.2f}", amount.value) for amount in amounts]
    assert found(",".join(amount.text for amount in printed) + "万元") == [
        figures.value(amount.text) for amount in printed
    ]


def test_a_number_knows_where_it_stands() -> None:
    """The places of a number are those of its digits, separators included."""
    assert figures.numbers("共4,383.87万元、3人") == (
        Number(Decimal("4383.87"), 1, 9),
        Number(Decimal(3), 12, 13),
    )


@pytest.mark.parametrize(
    ("text", "value"), [("-8.06", "-8.06"), ("−8.06", "-8.06"), ("8.", "8"), ("1,000", "1000")]
)
def test_signs_and_open_points(text: str, value: str) -> None:
    """Both minus signs count, and a point without decimals does not."""
    assert figures.value(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "is_signed"), [("增加-8万元", True), ("为-8万元", True), ("2020-2022年", False)]
)
def test_a_dash_between_numbers_is_no_sign(text: str, *, is_signed: bool) -> None:
    """A minus stands behind a word; in a span of years it is a dash."""
    signed = [at[0] for at in re.finditer(figures.SIGNED, text)]
    assert any(number.startswith("-") for number in signed) == is_signed


@pytest.mark.parametrize(
    ("amount", "unit", "expected"),
    [
        ("1222.50", "万元", "1222.50"),
        ("0.39", "万", "0.39"),
        ("12345678.90", "元", "1234.56789"),
        ("1.5", "亿元", "15000"),
        ("300", "千元", "30"),
        ("5000", "元", "0.5"),
        ("0.00", "元", "0"),
    ],
)
def test_conversion_is_exact(amount: str, unit: str, expected: str) -> None:
    """An amount in another unit is converted without any rounding."""
    assert str(figures.in_wanyuan(Decimal(amount), unit)) == expected


def test_dates_are_no_amounts() -> None:
    """Years, spans of years, months and days are found as dates."""
    text = "截至2020年12月31日,2020-2022年共12个,3日。"
    dates = [text[stretch.start : stretch.stop] for stretch in figures.dates(text)]
    assert dates == ["2020年", "12月31日", "2020-2022年", "3日"]


@pytest.mark.parametrize(
    "text",
    [
        "1" * 16,
        "9" * 400 + ".55",
        "0." + "3" * 21,
        "1,234,567,890,123,456,789.55",
        "00",
        "007.5",
        "12.5.7",
    ],
)
def test_what_is_no_amount_is_none_and_neither_is_a_part_of_it(text: str) -> None:
    """Too many digits, zeros in front, two points: no number is taken from half of itself."""
    assert re.search(figures.NUMBER, text) is None or text == "12.5.7"
    assert [at[0] for at in re.finditer(figures.NUMBER, text)] in ([], ["12.5"])


@pytest.mark.parametrize("text", ["1" * 15, "130.94999999999999", "0.5", "0", "999,999.99"])
def test_what_a_department_may_print_is_an_amount(text: str) -> None:
    """The longest amounts, tails of binary fractions, and zero."""
    assert [at[0] for at in re.finditer(figures.NUMBER, f"共{text}万元")] == [text]


def test_a_number_has_the_decimals_of_a_step_whatever_its_length() -> None:
    """Python refuses where the result has more than 28 digits."""
    assert figures.quantized(Decimal("1" * 40), Decimal("0.01")) == Decimal("1" * 40 + ".00")


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("130.94999999999999", "130.95"),
        ("6535.8004009001692", "6535.8"),
        ("5.0000000001", "5"),
        ("0.0000000001", "0"),
        ("12.50", "12.50"),
    ],
)
def test_a_tail_is_left_out_and_so_are_the_zeros_that_it_leaves(text: str, short: str) -> None:
    """A chart shows 6535.8; what is no tail stays as printed."""
    assert str(figures.rounded(Decimal(text))) == short


@pytest.mark.parametrize("text", ["3\ufffd", "\ufffd3", "\ufffd.43", "5.\ufffd", "1,\ufffd"])
def test_what_stands_beside_a_digit_in_doubt_is_no_number(text: str) -> None:
    """The rest of a number is none, whichever part of it can be read."""
    assert re.findall(figures.NUMBER, f"共{text}万元") == []
