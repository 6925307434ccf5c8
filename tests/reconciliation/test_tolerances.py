"""How far printed figures may differ by rounding alone. Source: CHECKS section 3."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.reconciliation import tolerances

D = Decimal


@pytest.mark.parametrize(
    ("printed", "usual", "half"),
    [
        ("2491.62", 0, "0.005"),
        ("1222.5", 0, "0.05"),
        ("1222.5", 2, "0.005"),
        ("0", 2, "0.005"),
        ("300", 0, "0.5"),
        ("54.1800", 2, "0.00005"),
    ],
)
def test_half_a_unit_of_the_last_place(printed: str, usual: int, half: str) -> None:
    """The decimals printed count, and those that the document usually prints."""
    assert tolerances.half_unit(D(printed), usual) == D(half)


def test_a_document_carries_two_decimals_at_most() -> None:
    """Amounts converted from 元 have four decimals; they do not make the others finer."""
    assert tolerances.usual_decimals([D(1), D("10.2"), D("54.1800")]) == 2
    assert tolerances.usual_decimals([D(1), D(300)]) == 0
    assert tolerances.usual_decimals([]) == 0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("121.7", "121.71", True),
        ("121.71", "121.7", True),
        ("121.7", "121.76", False),
        ("45", "46", False),
        ("0.5", "0.45", True),
        ("3.6", "3.60", True),
    ],
)
def test_the_coarser_figure_may_be_the_finer_one_rounded(
    one: str, other: str, *, expected: bool
) -> None:
    """121.7 is 121.71, rounded; 46 is not 45, rounded."""
    assert tolerances.is_rounding(D(one), D(other)) is expected


@given(st.decimals(min_value=0, max_value=10**6, places=4), st.integers(0, 3))
def test_rounding_a_figure_stays_within_its_half_unit(value: D, places: int) -> None:
    """What is printed with fewer decimals lies within half a unit of what it was."""
    coarse = tolerances.shown(value, places)
    assert abs(coarse - value) <= tolerances.half_unit(coarse)
    assert tolerances.is_rounding(coarse, value)
