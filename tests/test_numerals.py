"""Numbers as readers see them."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from publish import numerals

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
