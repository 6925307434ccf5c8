"""One cause, one finding: failures that the change of one figure would mend belong together.

For every figure of a failed claim the values are tried that would mend it; a value counts only
where no claim that holds would break. The figure that mends most failures is taken first.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish.reconciliation.closings import Mending
from publish.reconciliation.values import Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from publish.reconciliation.claims import Claim
    from publish.reconciliation.values import Figure, Result


@dataclass(frozen=True, slots=True)
class Cause:
    """Failures with one cause, and the changes of single figures that would mend all of them."""

    results: tuple[Result, ...]
    mendings: tuple[Mending, ...] = ()


@dataclass(frozen=True, slots=True)
class _Claims:
    """The claims about each figure: those that hold, and the failures."""

    holding: dict[Figure, list[Claim]]
    failing: dict[Figure, list[Result]]


def _index(results: Iterable[Result]) -> _Claims:
    holding: dict[Figure, list[Claim]] = defaultdict(list)
    failing: dict[Figure, list[Result]] = defaultdict(list)
    for result in results:
        if result.claim is None or result.status is Status.UNCHECKED:
            continue
        for figure in dict.fromkeys(result.claim.figures):
            if result.status is Status.FAILED:
                failing[figure].append(result)
            else:
                holding[figure].append(result.claim)
    return _Claims(holding, failing)


def _mended(figure: Figure, known: _Claims) -> dict[tuple[Result, ...], list[Mending]]:
    """Return which failures a change of the figure mends, and the values that do it."""
    failures = known.failing[figure]
    values: dict[Decimal, bool] = {}
    for result in failures:
        for at, value in enumerate(result.claim.mended(figure) if result.claim else ()):
            values[value] = values.get(value, False) or at == 0
    found: dict[tuple[Result, ...], list[Mending]] = defaultdict(list)
    for value, is_exact in values.items():
        change = (figure, value)
        if all(claim.holds(change) for claim in known.holding[figure]):
            mended = tuple(
                result for result in failures if result.claim and result.claim.holds(change)
            )
            found[mended].append(Mending(figure, value, is_exact))
    return found


def _best(failed: list[Result], known: _Claims) -> Cause:
    """Return the largest group of failures that one figure explains."""
    groups: dict[tuple[Result, ...], list[Mending]] = defaultdict(list)
    figures = dict.fromkeys(
        figure for result in failed if result.claim for figure in result.claim.figures
    )
    for figure in figures:
        for results, mendings in _mended(figure, known).items():
            if results:
                groups[results] += mendings
    if not groups:
        return Cause((failed[0],))
    largest = max(groups, key=len)
    return Cause(largest, tuple(groups[largest]))


def causes(results: Iterable[Result]) -> tuple[Cause, ...]:
    """Return the failed claims, each under the cause that it shares with others."""
    found = []
    everything = tuple(results)
    failed = [result for result in everything if result.status is Status.FAILED and result.claim]
    known = _index(everything)
    while failed:
        cause = _best(failed, known)
        found.append(cause)
        for result in cause.results:
            failed.remove(result)
            for figure in result.figures:
                if result in known.failing[figure]:
                    known.failing[figure].remove(result)
    return tuple(found)
