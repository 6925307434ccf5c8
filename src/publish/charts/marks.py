"""What a chart is drawn from: strips, rules, labels and areas, each with its place.

Heights, areas and the places of texts are pixels; strips stay amounts, on the scale.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from publish.charts.scales import Scale


@dataclass(frozen=True, slots=True)
class Strip:
    """A length from `start` to `amount`; its role is a key of `theme.STRIPS`."""

    role: str
    amount: Decimal
    top: int
    start: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A piece of the line at zero."""

    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text around the height `y`, beginning (or with `ends` ending) at `x`.

    Its role is a key of `theme.LABELS`; `full` is the whole text where the line is cut off.
    """

    role: str
    text: str
    x: int
    y: int
    ends: bool = False
    full: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A box of pixels; its role is a key of `theme.AREAS`.

    `said` is the whole of a bar in words: what a mouse, a key or a screen reader is told of it.
    """

    role: str
    left: int
    top: int
    width: int
    height: int
    said: str = ""


Mark: TypeAlias = Strip | Rule | Label | Area


@dataclass(frozen=True, slots=True)
class Layout:
    """A chart with the place of everything in it."""

    width: int
    height: int
    scale: Scale
    marks: tuple[Mark, ...]
