"""Claims about percentages: one of two amounts, and one that fits those of its parts.

Source: CHECKS section 3, rule 8: the percentage lies in the interval that the rounding of the two
amounts allows, widened by half a unit of its own last place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.reconciliation.substitutions import ZERO, halves, total, value_of
from publish.reconciliation.tolerances import HUNDRED

if TYPE_CHECKING:
    from decimal import Decimal

    from publish.reconciliation.results import Figure
    from publish.reconciliation.substitutions import Change


@dataclass(frozen=True, slots=True)
class Ratio:
    """`percent` is 100 x part / (whole - less). Source: CHECKS section 3, rule 8."""

    percent: Figure
    part: tuple[Figure, ...]
    whole: tuple[Figure, ...]
    less: tuple[Figure, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the claim."""
        return tuple(dict.fromkeys((self.percent, *self.part, *self.whole, *self.less)))

    def _base(self, change: Change = None) -> Decimal:
        return total(self.whole, change) - total(self.less, change)

    @property
    def _base_half(self) -> Decimal:
        return halves(self.whole) + halves(self.less)

    @property
    def published(self) -> Decimal:
        """The printed percentage."""
        return self.percent.value

    @property
    def recomputed(self) -> Decimal:
        """The percentage that the two amounts give."""
        return HUNDRED * total(self.part) / self._base()

    @property
    def difference(self) -> Decimal:
        """Zero while the printed percentage is one that the amounts may give."""
        return ZERO if self.holds() else self.published - self.recomputed

    @property
    def tolerance(self) -> Decimal:
        """Half a unit of the percentage, widened by the rounding of the two amounts."""
        return self._tolerance(None)

    def _tolerance(self, change: Change) -> Decimal:
        base, part = self._base(change), total(self.part, change)
        spread = halves(self.part) / abs(base) + abs(part) * self._base_half / base**2
        return self.percent.half + HUNDRED * spread

    @property
    def is_possible(self) -> bool:
        """Tell whether the base is more than its own rounding."""
        return abs(self._base()) > self._base_half

    def holds(self, change: Change = None) -> bool:
        """Tell whether the printed percentage is one that the two amounts may give."""
        base = self._base(change)
        if abs(base) <= self._base_half:
            return False
        gap = value_of(self.percent, change) - HUNDRED * total(self.part, change) / base
        return abs(gap) <= self._tolerance(change)

    @property
    def is_cut(self) -> bool:
        """Tell whether the percentage was cut off instead of rounded. Source: CHECKS 3.10."""
        gap = abs(self.recomputed) - abs(self.published)
        return ZERO < gap < 2 * self.percent.half

    def mended(self, figure: Figure) -> tuple[Decimal, ...]:
        """Return values of `figure` that mend the claim: the middle one, and two near the ends."""
        if figure == self.percent:
            return (self.recomputed,) if self.is_possible else ()
        half = self.percent.half
        rates = (self.published + step for step in (ZERO, half, -half))
        values = (self._with_rate(figure, rate / HUNDRED) for rate in rates)
        return tuple(value for value in values if value is not None)

    def _with_rate(self, figure: Figure, rate: Decimal) -> Decimal | None:
        base = self.whole.count(figure) - self.less.count(figure)
        weight = self.part.count(figure) - rate * base
        gap = total(self.part) - rate * self._base()
        return figure.value - gap / weight if weight else None


@dataclass(frozen=True, slots=True)
class Blend:
    """The rate of a whole fits those of its parts: what they leave undone is undone of the whole.

    `parts` are (final, rate), none of them zero.
    """

    rate: Figure
    whole: Figure
    parts: tuple[tuple[Figure, Figure], ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the claim."""
        return (self.rate, self.whole, *(figure for part in self.parts for figure in part))

    def _with(self, change: Change, step: int) -> Decimal:
        """Return the rate of the whole, the rates of the parts moved by `step` half-units."""
        final = value_of(self.whole, change)
        undone = ZERO
        for amount, rate in self.parts:
            percent = max(value_of(rate, change) + step * rate.half, rate.half)
            value = value_of(amount, change) + step * amount.half
            undone += value * (HUNDRED - percent) / percent
        budget = final + undone
        return HUNDRED * final / budget if budget else ZERO

    @property
    def published(self) -> Decimal:
        """The printed rate of the whole."""
        return self.rate.value

    @property
    def recomputed(self) -> Decimal:
        """The rate of the whole that the parts give."""
        return self._with(None, 0)

    @property
    def difference(self) -> Decimal:
        """Zero while the parts allow the printed rate."""
        return ZERO if self.holds() else self.published - self.recomputed

    @property
    def tolerance(self) -> Decimal:
        """Half a unit of the rate of the whole, and what the rounding of the parts allows."""
        low, high = sorted(self._with(None, step) for step in (-1, 1))
        return self.rate.half + (high - low) / 2

    def holds(self, change: Change = None) -> bool:
        """Tell whether the printed rate is one that the parts allow."""
        low, high = sorted(self._with(change, step) for step in (-1, 1))
        half = self.rate.half
        return low - half <= value_of(self.rate, change) <= high + half

    def mended(self, _figure: Figure) -> tuple[Decimal, ...]:
        """Return nothing: a rate of a whole is not mended by one figure."""
        return ()
