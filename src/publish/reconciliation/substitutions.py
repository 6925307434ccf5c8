"""Claims with another value in the place of a figure, to ask which change would mend them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from publish.reconciliation.results import Figure

ZERO = Decimal(0)

Change: TypeAlias = "tuple[Figure, Decimal] | None"
"""Another value in the place of a figure."""


def value_of(figure: Figure, change: Change) -> Decimal:
    """Return the value of a figure, or the one in its place."""
    return change[1] if change is not None and figure == change[0] else figure.value


def total(figures: tuple[Figure, ...], change: Change = None) -> Decimal:
    """Return the sum of figures."""
    return sum((value_of(figure, change) for figure in figures), ZERO)


def halves(figures: tuple[Figure, ...]) -> Decimal:
    """Return how far a sum of figures may lie from the true one."""
    return sum((figure.half for figure in figures), ZERO)
