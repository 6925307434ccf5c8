"""How many things were checked, and how many of them did not hold: in all, and by family."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish import texts
from publish.reconciliation import Status, catalogue

if TYPE_CHECKING:
    from publish.reconciliation import Outcome


@dataclass(frozen=True, slots=True)
class Tally:
    """The results of one family of checks, or of all; what was not compared is no result."""

    key: str
    title: str
    passed: int
    failed: int
    explained: int
    unchecked: int

    @property
    def compared(self) -> int:
        """How many things were compared."""
        return self.passed + self.failed + self.explained


def _tally(outcome: Outcome, key: str, title: str) -> Tally:
    found = outcome.counts(key)
    shown = (Status.PASSED, Status.FAILED, Status.EXPLAINED, Status.UNCHECKED)
    return Tally(key, title, *(found[status] for status in shown))


def total(outcome: Outcome) -> Tally:
    """Return the tally of all checks."""
    return _tally(outcome, "", texts.plain("quality.summary.all"))


def families(outcome: Outcome) -> tuple[Tally, ...]:
    """Return the tally of each family, in the order of the catalogue."""
    return tuple(_tally(outcome, key, title) for key, title in catalogue.families().items())
