"""One cause, one finding: failures that the change of one figure would mend belong together.

For every figure of a failed claim the values are tried that would mend it; a value counts only
where no claim that holds would break. The figure that mends most failures is taken first.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from publish.reconciliation.closings import Mending
from publish.reconciliation.results import Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from publish.reconciliation.claims import Claim
    from publish.reconciliation.results import Figure, Result

# A figure that explains many failures mends all of them with the value that mends a few.
_TRIED = 16


@dataclass(frozen=True, slots=True)
class Cause:
    """Failures with one cause, and the changes of single figures that would mend all of them."""

    results: tuple[Result, ...]
    mendings: tuple[Mending, ...] = ()


@dataclass(frozen=True, slots=True)
class _Claims:
    """The failures by number, and for each figure the claims that hold and the failures."""

    failures: tuple[Result, ...]
    holding: dict[Figure, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    failing: dict[Figure, list[int]] = field(default_factory=lambda: defaultdict(list))

    def claim(self, number: int) -> Claim:
        """Return the claim of a failure."""
        found = self.failures[number].claim
        if found is None:
            raise TypeError(self.failures[number].check)
        return found


def _index(results: tuple[Result, ...]) -> _Claims:
    failures = tuple(one for one in results if one.claim and one.status is Status.FAILED)
    known = _Claims(failures)
    for number in range(len(failures)):
        for figure in dict.fromkeys(known.claim(number).figures):
            known.failing[figure].append(number)
    for result in results:
        if result.claim and result.status in {Status.PASSED, Status.EXPLAINED}:
            for figure in dict.fromkeys(result.claim.figures):
                known.holding[figure].append(result.claim)
    return known


def _values(figure: Figure, numbers: Iterable[int], known: _Claims) -> dict[Decimal, bool]:
    """Return values that mend failures; true where one mends a failure exactly."""
    found: dict[Decimal, bool] = {}
    for number in numbers:
        for at, value in enumerate(known.claim(number).mended(figure)):
            found[value] = found.get(value, False) or at == 0
    return found


def _mended(
    figure: Figure, numbers: list[int], known: _Claims
) -> dict[frozenset[int], list[Mending]]:
    """Return which of some failures a change of the figure mends, and the values that do it."""
    found: dict[frozenset[int], list[Mending]] = defaultdict(list)
    for value, is_exact in _values(figure, numbers[:_TRIED], known).items():
        change = (figure, value)
        if all(claim.holds(change) for claim in known.holding[figure]):
            mended = frozenset(one for one in numbers if known.claim(one).holds(change))
            found[mended].append(Mending(figure, value, is_exact))
    return found


def _largest(figure: Figure, numbers: list[int], known: _Claims) -> frozenset[int]:
    groups = _mended(figure, numbers, known)
    return max(
        groups, key=lambda group: (len(group), sorted(group, reverse=True)), default=frozenset()
    )


def _cause(group: frozenset[int], known: _Claims) -> Cause:
    """Return the cause of a group: every figure whose change would mend all of it."""
    numbers = sorted(group)
    mendings = [
        mending
        for figure in dict.fromkeys(known.claim(numbers[0]).figures)
        for mending in _mended(figure, numbers, known).get(group, ())
    ]
    return Cause(tuple(known.failures[number] for number in numbers), tuple(mendings))


def causes(results: Iterable[Result]) -> tuple[Cause, ...]:
    """Return the failed claims, each under the cause that it shares with others.

    A figure waits with the size of what it could explain; when its turn comes and others have
    explained some of it, it is asked again.
    """
    known = _index(tuple(results))
    left = set(range(len(known.failures)))
    figures = list(known.failing)
    waiting = []
    for at, figure in enumerate(figures):
        group = _largest(figure, known.failing[figure], known)
        waiting.append((-len(group), min(group, default=0), at, group))
    heapq.heapify(waiting)
    found = []
    while waiting:
        _size, _first, at, group = heapq.heappop(waiting)
        if group and group <= left:
            found.append(_cause(group, known))
            left -= group
        elif group:
            rest = [number for number in known.failing[figures[at]] if number in left]
            group = _largest(figures[at], rest, known)
            heapq.heappush(waiting, (-len(group), min(group, default=0), at, group))
    found += [Cause((known.failures[number],)) for number in sorted(left)]
    return tuple(found)
