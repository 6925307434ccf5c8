"""The one figure whose change would make every failed check of a cause hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from publish.reconciliation.tolerances import decimals, shown

if TYPE_CHECKING:
    from decimal import Decimal

    from publish.reconciliation.results import Figure

LOST_TWIN, ONE_SLIP, FAR = range(3)
_SCALES = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Mending:
    """A figure and the value with which it would mend a cause."""

    figure: Figure
    value: Decimal
    is_exact: bool = True


def _digits(value: Decimal) -> str:
    return format(abs(value), "f")


def _lost(short: str, full: str) -> list[int]:
    """Return the places at which `full` has one character more than `short`."""
    if len(full) != len(short) + 1:
        return []
    return [at for at in range(len(full)) if full[:at] + full[at + 1 :] == short]


def slip(old: Decimal, new: Decimal) -> int:
    """Return how likely one number was printed for the other, the likeliest first.

    A digit lost beside its twin (161.64 for 1161.64) is likelier than any other digit lost or
    added, two digits exchanged, or the decimal point moved; another digit in its place says
    little, for almost any two numbers of one length have one that is near.
    """
    one, other = _digits(old), _digits(new)
    if one == other:
        return FAR
    short, full = sorted((one, other), key=len)
    places = _lost(short, full)
    if places:
        return LOST_TWIN if len(places) > 1 else ONE_SLIP
    if any(old.scaleb(by) == new or new.scaleb(by) == old for by in _SCALES):
        return ONE_SLIP
    if len(one) != len(other):
        return FAR
    differ = [at for at in range(len(one)) if one[at] != other[at]]
    first, last = differ[0], differ[-1]
    is_exchanged = last == first + 1 and one[first : last + 1] == other[first : last + 1][::-1]
    return ONE_SLIP if is_exchanged else FAR


def tidy(mending: Mending) -> Mending:
    """Return the mending with the decimals that the document uses."""
    printed = decimals(mending.figure.value)
    at_least = (
        printed if mending.figure.column.endswith("_pct") else decimals(mending.figure.half) - 1
    )
    value = shown(mending.value, max(printed, at_least, 0))
    return replace(mending, value=value)


def unique(mendings: tuple[Mending, ...]) -> Mending | None:
    """Return the only mending, or the only one that is the likeliest slip; None where none is."""
    figures = {mending.figure for mending in mendings}
    exact = {mending.figure for mending in mendings if mending.is_exact}
    mendings = tuple(one for one in mendings if one.is_exact or one.figure not in exact)
    ranked = sorted(((slip(one.figure.value, one.value), at) for at, one in enumerate(mendings)))
    if not ranked:
        return None
    best = mendings[ranked[0][1]]
    if len(figures) == 1:
        return best
    rivals = {mendings[at].figure for rank, at in ranked if rank == ranked[0][0]}
    return best if len(rivals) == 1 and ranked[0][0] < FAR else None
