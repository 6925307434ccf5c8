"""What would make things close, and how likely one number was printed for another."""

from decimal import Decimal

import pytest
from reconciliation_figures import figure, percent

from publish.reconciliation.closings import FAR, LOST_TWIN, ONE_SLIP, Mending, slip, tidy, unique

D = Decimal


@pytest.mark.parametrize(
    ("printed", "other", "expected"),
    [
        ("161.64", "1161.64", LOST_TWIN),
        ("234.19", "1234.19", ONE_SLIP),
        ("1161.64", "161.64", LOST_TWIN),
        ("12.34", "21.34", ONE_SLIP),
        ("12.34", "123.4", ONE_SLIP),
        ("0.0024", "24", ONE_SLIP),
        ("45", "46", FAR),
        ("45", "45", FAR),
        ("45", "9999", FAR),
    ],
)
def test_slips_of_one_digit(printed: str, other: str, expected: int) -> None:
    """A digit lost beside its twin is the likeliest slip; another digit in its place is none."""
    assert slip(D(printed), D(other)) == expected


def _mendings(*pairs: tuple[str, str]) -> tuple[Mending, ...]:
    return tuple(Mending(figure(old, old), D(new)) for old, new in pairs)


def test_one_figure_alone_is_unique() -> None:
    """Where only one figure can mend a cause, its value is said, whatever the digits."""
    assert unique(_mendings(("45", "46"))) == Mending(figure("45", "45"), D(46))


def test_among_several_only_a_likely_slip_is_said() -> None:
    """161.64 stands out among five items that could each be a thousand more."""
    items = _mendings(("161.64", "1161.64"), ("234.19", "1234.19"), ("331.91", "1331.91"))
    assert unique(items) == items[0]
    assert unique(items[1:]) is None
    assert unique(_mendings(("45", "46"), ("33", "34"))) is None
    assert unique(()) is None


def test_a_mending_is_shown_with_the_decimals_of_the_document() -> None:
    """Percentages with the decimals printed, amounts with two."""
    assert tidy(Mending(percent("占比", "0.04"), D("0.57432"))).value == D("0.57")
    assert str(tidy(Mending(figure("甲", "75.7"), D("1075.7"))).value) == "1075.70"
