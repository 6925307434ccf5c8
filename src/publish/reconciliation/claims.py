"""Claims about printed figures: what must hold, by how much it does not, what would mend it.

A claim can be asked with another value in the place of one figure. So the causes of several
failures are found without knowing what the claims mean: the one figure whose change mends all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from publish.reconciliation.rates import Blend, Ratio
from publish.reconciliation.substitutions import ZERO, halves, total, value_of
from publish.reconciliation.tolerances import is_rounding

if TYPE_CHECKING:
    from decimal import Decimal

    from publish.reconciliation.results import Figure
    from publish.reconciliation.substitutions import Change

__all__ = ["AtMost", "Balance", "Blend", "Claim", "Ratio", "Same"]


@dataclass(frozen=True, slots=True)
class Balance:
    """The figures on the left and those on the right, with `constant`, have the same sum."""

    left: tuple[Figure, ...]
    right: tuple[Figure, ...]
    constant: Decimal = ZERO

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the claim."""
        return self.left + self.right

    @property
    def published(self) -> Decimal:
        """The sum of the left side."""
        return total(self.left)

    @property
    def recomputed(self) -> Decimal:
        """The sum of the right side."""
        return total(self.right) + self.constant

    @property
    def difference(self) -> Decimal:
        """Left less right."""
        return self.published - self.recomputed

    @property
    def tolerance(self) -> Decimal:
        """A half-unit of every printed figure."""
        return halves(self.figures)

    def holds(self, change: Change = None) -> bool:
        """Tell whether the two sides agree within the tolerance."""
        gap = total(self.left, change) - total(self.right, change) - self.constant
        return abs(gap) <= self.tolerance

    def mended(self, figure: Figure) -> tuple[Decimal, ...]:
        """Return values of `figure` that mend the claim: the exact one, the least, the greatest."""
        weight = self.left.count(figure) - self.right.count(figure)
        if weight == 0:
            return ()
        exact = figure.value - self.difference / weight
        return (exact, exact - self.tolerance, exact + self.tolerance)


@dataclass(frozen=True, slots=True)
class AtMost:
    """The parts together are not more than the whole."""

    part: tuple[Figure, ...]
    whole: tuple[Figure, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the claim."""
        return self.part + self.whole

    @property
    def published(self) -> Decimal:
        """The parts."""
        return total(self.part)

    @property
    def recomputed(self) -> Decimal:
        """The whole."""
        return total(self.whole)

    @property
    def difference(self) -> Decimal:
        """By how much the parts are more than the whole; 0 where they are not."""
        return max(self.published - self.recomputed, ZERO)

    @property
    def tolerance(self) -> Decimal:
        """A half-unit of every printed figure."""
        return halves(self.figures)

    def holds(self, change: Change = None) -> bool:
        """Tell whether the parts are within the whole, within the tolerance."""
        return total(self.part, change) - total(self.whole, change) <= self.tolerance

    def mended(self, figure: Figure) -> tuple[Decimal, ...]:
        """Return the nearest value of `figure` that mends the claim."""
        sign = 1 if figure in self.part else -1
        return (figure.value - sign * self.difference,)


@dataclass(frozen=True, slots=True)
class Same:
    """Several places state one quantity: all have one value, or one of them is it, rounded."""

    figures: tuple[Figure, ...]

    @property
    def published(self) -> Decimal:
        """The value of the first place."""
        return self.figures[0].value

    @property
    def recomputed(self) -> Decimal:
        """The value that is furthest from the first."""
        return max(
            (figure.value for figure in self.figures), key=lambda value: abs(value - self.published)
        )

    @property
    def difference(self) -> Decimal:
        """First less furthest."""
        return self.published - self.recomputed

    @property
    def tolerance(self) -> Decimal:
        """A half-unit of each of the two."""
        return 2 * max(figure.half for figure in self.figures)

    def holds(self, change: Change = None) -> bool:
        """Tell whether no two places contradict each other."""
        values = {value_of(figure, change): figure.half for figure in self.figures}
        first = next(iter(values))
        return all(
            abs(value - first) <= half + values[first] or is_rounding(value, first)
            for value, half in values.items()
        )

    def mended(self, figure: Figure) -> tuple[Decimal, ...]:
        """Return the value of all other places, where they have one."""
        others = {other.value for other in self.figures if other != figure}
        return tuple(others) if len(others) == 1 else ()


Claim: TypeAlias = Balance | AtMost | Ratio | Same | Blend
