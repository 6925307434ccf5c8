"""Claims about printed figures: when they hold, by how much not, and what would mend them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reconciliation_figures import figure, percent

from publish.reconciliation.claims import AtMost, Balance, Blend, Claim, Ratio, Same

D = Decimal

CENTS = st.integers(min_value=1, max_value=10**7)


def _balance(total: str, *parts: str) -> Balance:
    left = (figure("合计", total),)
    return Balance(left, tuple(figure(f"第{at}项", part) for at, part in enumerate(parts)))


def test_a_sum_may_differ_by_half_a_unit_of_every_figure() -> None:
    """Four addends of two decimals: 0.025, as CHECKS section 3 computes it."""
    claim = _balance("168.55", "54.18", "0.06", "113.73", "0.55")
    assert (claim.tolerance, claim.difference, claim.holds()) == (D("0.025"), D("0.03"), False)


def test_within_the_tolerance_a_difference_is_rounding() -> None:
    """1796.61 = 1612.88 + 183.72 holds, and says that 0.01 is left."""
    claim = _balance("1796.61", "1612.88", "183.72")
    assert (claim.difference, claim.holds()) == (D("0.01"), True)


@given(st.lists(CENTS, min_size=1, max_size=8), CENTS)
def test_a_balance_is_mended_by_each_of_its_figures(parts: list[int], total: int) -> None:
    """The value that a balance asks of a figure makes it hold exactly."""
    claim = _balance(str(D(total) / 100), *(str(D(part) / 100) for part in parts))
    for one in claim.figures:
        exact, least, greatest = claim.mended(one)
        assert all(claim.holds((one, value)) for value in (exact, least, greatest))
        assert not claim.holds((one, greatest + D("0.001")))


def test_a_balance_may_name_a_number() -> None:
    """Shares make up 100."""
    claim = Balance((percent("甲", "60"), percent("乙", "42")), (), D(100))
    assert (claim.published, claim.recomputed, claim.difference) == (D(102), D(100), D(2))


def test_a_part_is_at_most_its_whole() -> None:
    """34.02 is not within 0; the claim asks for the nearest value."""
    part, whole = figure("小微", "34.02"), figure("中小", "0")
    claim = AtMost((part,), (whole,))
    assert (claim.holds(), claim.difference, claim.mended(part)) == (False, D("34.02"), (D(0),))
    assert AtMost((whole,), (part,)).holds()


@pytest.mark.parametrize(
    ("printed", "part", "whole", "holds"),
    [
        ("0.57", "14.31", "2491.62", True),
        ("0.04", "14.31", "2491.62", False),
        ("88", "3852.43", "4383.87", True),
        ("87", "3852.43", "4383.87", False),
        ("100", "0.01", "0.01", True),
        ("5", "0.01", "0.00", False),
    ],
)
def test_a_ratio_holds_within_the_interval_of_its_amounts(
    printed: str, part: str, whole: str, *, holds: bool
) -> None:
    """The percentage may be any that the rounding of the two amounts allows."""
    claim = Ratio(percent("占比", printed), (figure("部分", part),), (figure("整体", whole),))
    assert claim.holds() is holds


def test_a_change_rate_is_of_last_year() -> None:
    """27 % of 29.63, which is 21.57 and the 8.06 that it was less."""
    change = figure("增减", "-8.06")
    claim = Ratio(percent("增减率", "-27"), (change,), (figure("今年", "21.57"),), (change,))
    assert claim.holds()
    assert round(claim.recomputed, 2) == D("-27.20")


def test_a_percentage_may_be_cut_off() -> None:
    """57.9 printed as 57 is cut off, 56 is wrong."""
    cells = (figure("部分", "57.90"),), (figure("整体", "100.00"),)
    assert Ratio(percent("占比", "57"), *cells).is_cut
    assert not Ratio(percent("占比", "56"), *cells).is_cut


@given(CENTS, CENTS)
def test_a_ratio_is_mended_by_each_of_its_figures(part: int, whole: int) -> None:
    """The first value that a ratio asks of a figure makes it hold."""
    low, high = sorted((part, whole + 10))
    cells = (figure("部分", str(D(low) / 100)),), (figure("整体", str(D(high) / 100)),)
    claim = Ratio(percent("占比", "50"), *cells)
    for one in claim.figures:
        assert claim.holds((one, claim.mended(one)[0]))


def test_one_quantity_has_one_value() -> None:
    """121.7 and 121.71 are one quantity, rounded; 45 and 46 are two."""
    assert Same((figure("甲", "121.7"), figure("乙", "121.71"))).holds()
    claim = Same((figure("甲", "45"), figure("乙", "46"), figure("丙", "45")))
    assert (claim.holds(), claim.difference) == (False, D(-1))
    assert [claim.mended(one) for one in claim.figures] == [
        (),
        (D(45),),
        (),
    ]


def test_the_rate_of_a_whole_fits_its_parts() -> None:
    """An item of 374.38 at 20.46 % leaves no room for 100 % of the whole."""
    whole = figure("合计", "2491.62")
    item = (figure("一项", "374.38"), percent("完成", "20.46"))
    wrong = Blend(percent("总完成", "100"), whole, (item,))
    assert (wrong.holds(), round(wrong.recomputed, 2)) == (False, D("63.13"))
    assert Blend(percent("总完成", "63"), whole, (item,)).holds()


@pytest.mark.parametrize(
    "claim",
    [
        _balance("10.00", "4.00", "6.00"),
        AtMost((figure("甲", "1.00"),), (figure("乙", "2.00"),)),
        Same((figure("甲", "1.00"), figure("乙", "1.00"))),
        Ratio(percent("占比", "50"), (figure("甲", "1.00"),), (figure("乙", "2.00"),)),
    ],
)
def test_a_claim_that_holds_differs_by_nothing(claim: Claim) -> None:
    """Claims that hold exactly have no difference, and hold with their own values."""
    assert claim.holds()
    assert claim.difference == 0
    assert all(claim.holds((one, one.value)) for one in claim.figures)
