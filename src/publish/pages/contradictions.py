"""Findings as readers see them: what does not agree, by how much, and what would make it agree."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from publish import texts
from publish.pages import finding_marks, quotations
from publish.reconciliation import Severity, Status, catalogue, explanations
from publish.reconciliation.tolerances import USUAL_DECIMALS, decimals, shown
from publish.texts import markup, numerals

if TYPE_CHECKING:
    from markupsafe import Markup

    from publish.pages.links import OriginalDocument
    from publish.pages.quotations import Side
    from publish.reconciliation import Finding
    from publish.reconciliation.acknowledgements import Acknowledgement

GUIDES = "../../checks/"
_FINE = 4
_PERCENT = "%"
_NUMBERS = ("printed", "recomputed", "difference", "tolerance")


@dataclass(frozen=True, slots=True)
class OddNumber:
    """One of the numbers that decided."""

    title: str
    text: str
    unit: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A finding as it is shown; `answer` is what the department says to it."""

    id: Markup
    severity: Severity
    word: str
    certainty: str
    title: str
    text: str
    sides: tuple[Side, ...]
    numbers: tuple[OddNumber, ...]
    closing: str
    claim: str
    guide: Markup
    answer: Acknowledgement | None


def guide(check: str) -> Markup:
    """Return the address of the help page of a check, seen from a page of a year."""
    return markup.address(f"{GUIDES}{check}.html")


def _short(value: Decimal, most: int) -> Decimal:
    """Return a computed number without the tail of a division."""
    return value if decimals(value) <= _FINE else shown(value, most)


def _numbers(finding: Finding) -> tuple[OddNumber, ...]:
    """Return printed, recomputed, difference and tolerance; nothing where no number decided."""
    claim, printed = quotations.claim(finding), finding.published
    if claim is None or printed is None:
        return ()
    computed = (finding.recomputed, finding.difference, finding.tolerance)
    recomputed, apart, allowed = (value or Decimal(0) for value in computed)
    usual = max(decimals(printed), USUAL_DECIMALS)
    values = (printed, _short(recomputed, usual), abs(_short(apart, usual)), _short(allowed, _FINE))
    unit = claim.figures[0].unit
    between = texts.plain("quality.finding.points") if unit == _PERCENT else unit
    kind = quotations.kind(claim)
    titles = (texts.plain(f"quality.numbers.{kind}.{name}") for name in _NUMBERS)
    return tuple(
        OddNumber(title, numerals.grouped(value), of)
        for title, value, of in zip(titles, values, (unit, unit, between, between), strict=True)
    )


def _told(finding: Finding) -> tuple[str, str]:
    """Return what a finding says, and what would make everything close; empty: nothing would."""
    name, _, values = finding.closes_with.rpartition(": ")
    if not name:
        return finding.text.zh, ""
    old, _, new = values.rpartition(" → ")
    said = explanations.say("closes", name=name, old=old, new=new).zh
    key = f"quality.closing.{'change' if old else 'value'}"
    return finding.text.zh.removesuffix(said), texts.plain(key, name=name, old=old, new=new)


def contradiction(
    finding: Finding, document: OriginalDocument, answer: Acknowledgement | None = None
) -> Contradiction:
    """Return a finding as it is shown, with the answer of the department."""
    check = catalogue.checks()[finding.check]
    explained = any(result.status is Status.EXPLAINED for result in finding.results)
    family = catalogue.families()[finding.family]
    text, closing = _told(finding)
    return Contradiction(
        id=markup.address(finding_marks.anchor(finding)),
        severity=finding.severity,
        word=finding_marks.word(finding.severity),
        certainty=texts.plain(f"quality.certainties.{finding.certainty}"),
        title=finding.figures[0].name if finding.figures else family,
        text=text,
        sides=quotations.sides(finding, document),
        numbers=() if explained else _numbers(finding),
        closing=closing,
        claim=check.claim.zh,
        guide=guide(finding.check),
        answer=answer,
    )
