"""Numbers as readers see them."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from publish.texts import numerals

AMOUNTS = st.decimals(
    allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9
)


def test_thousands_are_set_apart_and_printed_decimals_stay() -> None:
    """`1222.50` keeps both decimals, `1222` gets none."""
    shown = [numerals.grouped(Decimal(text)) for text in ("1222.50", "1222", "0", "0.00", "-8.06")]
    assert shown == ["1,222.50", "1,222", "0", "0.00", "−8.06"]


def test_a_change_shows_its_sign() -> None:
    """More has a plus, less a minus, and no change has neither."""
    assert [numerals.signed(Decimal(text)) for text in ("1.42", "-27", "0")] == [
        "+1.42",
        "−27",
        "0",
    ]


@given(AMOUNTS)
def test_no_digit_is_lost(amount: Decimal) -> None:
    """Without separators and sign the number is the printed one."""
    plain = numerals.grouped(amount).replace(",", "").replace(numerals.MINUS, "-")
    assert Decimal(plain) == amount
    assert numerals.printed(amount) == plain.removeprefix("-")


def test_numerals_of_headings_are_read_and_written() -> None:
    """All from 1 to 99 come back; what is no number is none."""
    assert [numerals.of_characters(numerals.in_characters(at)) for at in range(1, 100)] == [
        *range(1, 100)
    ]
    assert [numerals.in_characters(at) for at in (10, 12, 20, 25, 0, 100)] == [
        *("十", "十二", "二十", "二十五", "", "")
    ]
    assert [numerals.of_characters(at) for at in ("一二", "十十", "一十", "", "百")] == [
        *(None, None, 10, None, None)
    ]


def test_a_number_of_any_length_is_shown_digit_by_digit() -> None:
    """Nothing is rounded where a number has more digits than Python counts with."""
    assert numerals.printed(Decimal("1" * 40)) == "1" * 40
    assert numerals.grouped(Decimal("1" * 5_000)).replace(",", "") == "1" * 5_000
