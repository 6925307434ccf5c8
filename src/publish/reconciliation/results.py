"""The values of reconciliation: figures with their places, results of checks, findings.

Every number is an exact Decimal with the digits as printed; amounts are in 万元.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from publish.reconciliation.claims import Claim


class Status(StrEnum):
    """What became of one instance of a check; what was not compared has not passed."""

    PASSED = "passed"
    FAILED = "failed"
    EXPLAINED = "explained"
    NOT_APPLICABLE = "not-applicable"
    UNCHECKED = "unchecked"


class Severity(StrEnum):
    """How much a finding weighs, the heaviest first. Source: CHECKS section 2."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Certainty(StrEnum):
    """Whether the figures alone prove a finding, or scope or wording may explain it."""

    PROVEN = "proven"
    LIKELY = "likely"


HEAVIEST_FIRST = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence for the public, in both languages."""

    zh: str
    en: str


NOTHING = Text("", "")


@dataclass(frozen=True, slots=True)
class FigurePlace:
    """Where the document states something, and its exact words there.

    Words that a width has cut have a place in each printed line: `parts`.
    """

    locator: str
    quote: str
    parts: tuple[FigurePlace, ...] = ()

    @property
    def pieces(self) -> tuple[FigurePlace, ...]:
        """The place in each printed line."""
        return self.parts or (self,)


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed number: the cell of the package that holds it, its value, its words.

    Two figures are the same when they are the same cell. `half` is the half-unit of what was
    printed: how far the true value may lie from it.
    """

    table: str
    index: int
    column: str
    value: Decimal = field(compare=False)
    half: Decimal = field(compare=False)
    unit: str = field(compare=False)
    name: str = field(compare=False)
    row_key: str = field(compare=False)
    places: tuple[FigurePlace, ...] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Result:
    """One instance of a check.

    `text` says what was found or why nothing could be; a failed claim says it itself. Results
    with the same `group` are one finding; without one each is a finding of its own. A result is
    not binding when a change of its figures might leave it unchecked instead of failed.
    """

    check: str
    status: Status
    subject: str
    figures: tuple[Figure, ...] = ()
    _: KW_ONLY
    claim: Claim | None = None
    text: Text = NOTHING
    severity: Severity | None = None
    certainty: Certainty | None = None
    places: tuple[FigurePlace, ...] = ()
    group: str = ""
    is_binding: bool = True

    @property
    def is_rounded(self) -> bool:
        """Tell whether it passed although the printed figures differ by their rounding."""
        return (
            self.status is Status.PASSED and self.claim is not None and bool(self.claim.difference)
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction or slip of the published document: one cause, one finding.

    `figures` are all the numbers concerned, the first one is the one it is filed under; which of
    them is wrong is not judged. `closes_with` is the one change that would make everything close.
    """

    id: str
    check: str
    family: str
    severity: Severity
    certainty: Certainty
    text: Text
    figures: tuple[Figure, ...]
    places: tuple[FigurePlace, ...]
    published: Decimal | None = None
    recomputed: Decimal | None = None
    difference: Decimal | None = None
    tolerance: Decimal | None = None
    closes_with: str = ""
    results: tuple[Result, ...] = ()
