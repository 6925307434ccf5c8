"""Marks: a sign beside each figure that a finding is about, with the way to the finding.

Figures are known by their cell: rows carry the name of their table and their place in it, so that
a row can be renamed and reordered for a page and is still the row that was checked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from publish import texts
from publish.reconciliation import Severity, Status
from publish.reconciliation.claims import Balance, Blend
from publish.texts import markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from markupsafe import Markup

    from publish.packages import Package
    from publish.reconciliation import Figure, Finding, Result
    from publish.reconciliation.claims import Claim

PAGE = "quality.html"
ADDRESS = "cell_address"
"""The column of a row that says which row of which table it is; no table has such a column."""

_MARKED = frozenset({Severity.ERROR, Severity.WARNING})
_END = "。"


def word(severity: Severity) -> str:
    """Return a severity in a word."""
    return texts.plain(f"parts.mark.{severity}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign beside a figure: how heavy the finding is, what it says, and the way to it."""

    page: str
    id: str
    severity: Severity
    text: str

    @property
    def word(self) -> str:
        """The severity in a word."""
        return word(self.severity)

    @property
    def href(self) -> Markup:
        """The address of the finding."""
        return markup.address(f"{self.page}#{self.id}")


def anchor(finding: Finding) -> str:
    """Return the anchor of a finding on the page 数据核对."""
    return f"f-{finding.id}"


def gist(finding: Finding) -> str:
    """Return the first sentence of a finding."""
    return finding.text.zh.partition(_END)[0] + _END


def address(table: str, index: int) -> str:
    """Return which row of which table it is."""
    return f"{table} {index}"


def addressed(package: Package) -> Package:
    """Return the package with rows that know where they stand."""
    return replace(
        package,
        tables={
            table: tuple({**row, ADDRESS: address(table, at)} for at, row in enumerate(rows))
            for table, rows in package.tables.items()
        },
    )


def _of_claim(claim: Claim) -> tuple[Figure, ...]:
    """Return the figures that a reader has to compare: of a blend those that do not fit."""
    if isinstance(claim, Blend):
        lower = (rate for _amount, rate in claim.parts if rate.value < claim.rate.value)
        return (claim.rate, *lower)
    return claim.figures


def _of_result(result: Result) -> tuple[Figure, ...]:
    claim = result.claim
    if claim is None:
        return result.figures
    if result.status is Status.EXPLAINED and isinstance(claim, Balance):
        return (*claim.left[:1], *claim.right[:1])  # the rest is what explains them
    first, *others = _of_claim(claim)
    return (first, *(figure for figure in others if figure.value))


def concerned(finding: Finding) -> tuple[Figure, ...]:
    """Return the figures that a finding is about, without the zeros of a sum.

    Where one figure would make everything close, the other parts of the sum are in order.
    """
    closing = tuple(
        figure
        for figure in finding.figures
        if finding.closes_with.startswith(f"{figure.name}: {figure.value:f} → ")
    )
    if closing:
        firsts = (result.figures[0] for result in finding.results if result.figures)
        return tuple(dict.fromkeys((*firsts, *closing)))
    return tuple(
        dict.fromkeys(figure for result in finding.results for figure in _of_result(result))
    )


def of(findings: Iterable[Finding]) -> Mapping[tuple[str, str], tuple[Mark, ...]]:
    """Return the marks of each cell, by the address of its row and its column.

    Errors come before warnings, as findings do; what is only a note is not marked.
    """
    found: dict[tuple[str, str], tuple[Mark, ...]] = {}
    for finding in findings:
        if finding.severity in _MARKED:
            mark = Mark(PAGE, anchor(finding), finding.severity, gist(finding))
            for figure in concerned(finding):
                cell = address(figure.table, figure.index), figure.column
                found[cell] = (*found.get(cell, ()), mark)
    return found


def distinct(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return each mark once, the errors first."""
    once = dict.fromkeys(marks)
    return tuple(sorted(once, key=lambda mark: list(Severity).index(mark.severity)))
