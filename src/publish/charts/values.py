"""The values of a chart before it is drawn: its kind, title, description, unit and bars."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

MOST = 10**15
"""No amount in 万元 or % comes near it; a larger one cannot be drawn to scale."""


class ChartKind(StrEnum):
    """The question that a chart answers."""

    BARS = "bars"
    """How large is each? Bars in the order given."""

    PARTS = "parts"
    """How much of the whole is each? Every bar lies on a strip as long as the whole."""

    PAIRS = "pairs"
    """What became of it? Bars of one group stand together, the last one is the one that counts."""

    STEPS = "steps"
    """Where did it go? In a group every bar begins where the one before it ended."""

    YEARS = "years"
    """How did each go on over the years? Bars of one group are its years, to a scale of its own."""


class Step(StrEnum):
    """What a bar does in a chart of steps: money comes in, is spent, or is left over."""

    IN = "in"
    SPENT = "spent"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, its amount (None: not stated), and a remark beside the amount.

    In a chart of pairs, steps or years `group` is what is compared (公务接待费) and `label` what is
    stated of it (预算, 决算; 年初安排, 年末结转; 2020年); bars of one group follow each other.
    `step` counts in a chart of steps alone.
    """

    label: str
    amount: Decimal | None
    note: str = ""
    group: str = ""
    step: Step = Step.IN


def is_drawable(bars: Iterable[Bar], whole: Decimal | None = None) -> bool:
    """Tell whether all amounts can be drawn to scale; a page is complete without its chart."""
    amounts = (amount for amount in (whole, *(bar.amount for bar in bars)) if amount is not None)
    return all(amount.is_finite() and abs(amount) < MOST for amount in amounts)


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart; its title and description are read to those who cannot see it.

    `unit` is 万元 or %. `whole` is the total that the document states for the parts; without it
    the parts are drawn against their sum. Raises ValueError where there is no bar at all, or an
    amount that is not `is_drawable`: such a chart is left out of the page.
    """

    kind: ChartKind
    title: str
    description: str
    unit: str
    bars: tuple[Bar, ...]
    whole: Decimal | None = None

    def __post_init__(self) -> None:
        if not self.bars:
            raise ValueError("a chart without bars")
        if not is_drawable(self.bars, self.whole):
            raise ValueError("an amount that cannot be drawn")
