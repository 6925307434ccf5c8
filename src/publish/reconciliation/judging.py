"""Results of checks: passed, failed, unchecked or not applicable, judged one way for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.reconciliation.claims import Ratio, Same
from publish.reconciliation.results import Result, Severity, Status, Text

if TYPE_CHECKING:
    from publish.reconciliation.claims import Claim
    from publish.reconciliation.results import Figure


def judged(check: str, subject: str, claim: Claim) -> Result:
    """Return the result of a claim: passed within its tolerance, failed beyond.

    A percentage that was cut off instead of rounded is a warning. Source: CHECKS section 3.
    """
    if claim.holds():
        return Result(check, Status.PASSED, subject, claim.figures, claim=claim)
    is_slight = isinstance(claim, Ratio) and claim.is_possible and claim.is_cut
    severity = Severity.WARNING if is_slight else None
    return Result(check, Status.FAILED, subject, claim.figures, claim=claim, severity=severity)


def same(check: str, subject: str, figures: tuple[Figure, ...]) -> Result:
    """Return the result of comparing several places that state one quantity."""
    return judged(check, subject, Same(figures))


def passed(check: str, subject: str, figures: tuple[Figure, ...] = ()) -> Result:
    """Return that something holds which is no claim about numbers, or was judged already."""
    return Result(check, Status.PASSED, subject, figures)


def unchecked(check: str, subject: str, reason: Text, figures: tuple[Figure, ...] = ()) -> Result:
    """Return that something could not be compared, and why."""
    return Result(check, Status.UNCHECKED, subject, figures, text=reason)


def inapplicable(check: str, subject: str, reason: Text) -> Result:
    """Return that there is nothing to compare, and why."""
    return Result(check, Status.NOT_APPLICABLE, subject, text=reason)
