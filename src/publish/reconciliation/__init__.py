"""Reconciliation: every contradiction of a published document found, shown and explained.

`run(package)` returns an `Outcome`: the result of every instance of every check, the findings
(one for each cause), and the figures that no identity covers. `catalogue.checks()` says what is
checked and why; findings are values, never exceptions.
"""

from publish.reconciliation.outcomes import Outcome, run
from publish.reconciliation.results import (
    Certainty,
    Figure,
    FigurePlace,
    Finding,
    Result,
    Severity,
    Status,
    Text,
)

__all__ = [
    "Certainty",
    "Figure",
    "FigurePlace",
    "Finding",
    "Outcome",
    "Result",
    "Severity",
    "Status",
    "Text",
    "run",
]
