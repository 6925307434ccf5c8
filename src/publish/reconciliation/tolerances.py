"""How far printed figures may differ by rounding alone. Source: CHECKS section 3.

A figure printed with d decimals stands for every value within half a unit of its last place.
Departments print amounts with two decimals and leave closing zeros out (10.2 beside 14.31), so
an amount carries the decimals of the document even where it shows fewer.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from publish.documents.figures import quantized

if TYPE_CHECKING:
    from collections.abc import Iterable

# The official forms are in 万元 with two decimals (TABLES section 2).
USUAL_DECIMALS = 2
HUNDRED = Decimal(100)
_HALF = Decimal("0.5")


def decimals(value: Decimal) -> int:
    """Return how many decimals a figure is printed with."""
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def usual_decimals(amounts: Iterable[Decimal]) -> int:
    """Return the decimals that the amounts of a document carry, two at most."""
    return min(max(map(decimals, amounts), default=0), USUAL_DECIMALS)


def half_unit(value: Decimal, usual: int = 0) -> Decimal:
    """Return half a unit of the last place that `value` carries."""
    return _HALF.scaleb(-max(decimals(value), usual))


def is_rounding(one: Decimal, other: Decimal) -> bool:
    """Tell whether the figure with fewer decimals is the other one, rounded: 121.7 of 121.71."""
    coarse, fine = sorted((one, other), key=decimals)
    unit = Decimal(1).scaleb(-decimals(coarse))
    forms = (quantized(fine, unit, ROUND_HALF_UP), quantized(fine, unit, ROUND_HALF_EVEN))
    return decimals(coarse) < decimals(fine) and coarse in forms


def shown(value: Decimal, like: int = USUAL_DECIMALS) -> Decimal:
    """Return a computed value with as many decimals as it is read with."""
    return quantized(value, Decimal(1).scaleb(-like), ROUND_HALF_UP)
