"""What a new reading changes in a package."""

from decimal import Decimal

from publish.differences import Difference, differences
from publish.tables import Row


def _row(key: str, amount: str | None) -> Row:
    return {
        "key": key,
        "statement": 1,
        "label": key,
        "amount_wanyuan": None if amount is None else Decimal(amount),
    }


OLD = {"income": (_row("total", "12.5"), _row("other", "0"))}


def test_the_same_tables_have_no_differences() -> None:
    """A document that is read again changes nothing."""
    assert differences(OLD, OLD) == ()


def test_rows_that_change_come_and_go_are_listed() -> None:
    """`~` with the cells before and after, `-` for a row that is gone, `+` for a new one."""
    new = {"income": (_row("total", "12.50"), _row("business", None))}
    found = differences(OLD, new)
    assert [(difference.sign, difference.key) for difference in found] == [
        ("~", "total 1"),
        ("-", "other 1"),
        ("+", "business 1"),
    ]
    assert found[0] == Difference("income", "total 1", (("amount_wanyuan", "12.5", "12.50"),))


def test_empty_and_zero_differ() -> None:
    """Not stated is not zero, also in a difference."""
    new = {"income": (_row("total", "12.5"), _row("other", None))}
    assert differences(OLD, new) == (
        Difference("income", "other 1", (("amount_wanyuan", "0", ""),)),
    )
