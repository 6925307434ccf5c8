"""Both sides of a finding in the words of the document, and what the sides are called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publish import texts
from publish.pages import finding_marks, formulas
from publish.reconciliation.claims import AtMost, Balance, Blend, Ratio, Same
from publish.texts import numerals

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from publish.pages.links import Link, OriginalDocument
    from publish.reconciliation import Figure, FigurePlace, Finding
    from publish.reconciliation.claims import Claim

_FEW = 4
_KINDS = {AtMost: "at-most", Balance: "balance", Blend: "blend", Ratio: "ratio", Same: "same"}


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the document, and the way to them."""

    text: str
    link: Link


@dataclass(frozen=True, slots=True)
class Side:
    """One of the places that do not agree; of many quotes some are folded."""

    title: str
    quotes: tuple[Quote, ...]

    @property
    def first(self) -> tuple[Quote, ...]:
        """The quotes that are always seen."""
        return self.quotes if len(self.quotes) <= _FEW else self.quotes[: _FEW - 1]

    @property
    def others(self) -> tuple[Quote, ...]:
        """The quotes that are folded."""
        return self.quotes[len(self.first) :]


def claim(finding: Finding) -> Claim | None:
    """Return the claim that a finding is filed under; None where it is about words."""
    return finding.results[0].claim if finding.results else None


def kind(claim: Claim | None) -> str:
    """Return which of the `sides` in the catalogue are said of a claim."""
    if claim is None:
        return "told"
    if isinstance(claim, Balance) and len(claim.left) != 1:
        return "sums"
    return _KINDS[type(claim)]


def _quote(document: OriginalDocument, place: FigurePlace, figure: Figure | None = None) -> Quote:
    return Quote(place.quote, formulas.way(document, place, figure))


def _quotes(document: OriginalDocument, figures: Iterable[Figure]) -> tuple[Quote, ...]:
    """Return where figures are printed, each place once; zeros of a sum are left out."""
    known = tuple(figures)
    stated = [figure for figure in known if figure.value] or known[:1]
    found = (
        _quote(document, place, figure) for figure in stated for place in formulas.stating(figure)
    )
    return tuple(dict.fromkeys(found))


def _groups(claim: Claim) -> tuple[tuple[Figure, ...], ...]:
    """Return the figures of each side of a claim."""
    match claim:
        case Balance():
            return (claim.left, claim.right)
        case AtMost():
            return (claim.part, claim.whole)
        case Ratio():
            return ((claim.percent,), (*claim.part, *claim.whole, *claim.less))
        case Blend():
            lower = (rate for _amount, rate in claim.parts if rate.value < claim.rate.value)
            return ((claim.rate,), tuple(lower))
        case Same():
            values = dict.fromkeys(figure.value for figure in claim.figures)
            return tuple(
                tuple(figure for figure in claim.figures if figure.value == value)
                for value in values
            )


def _printed(value: Decimal, unit: str) -> str:
    key = f"quality.sides.{'printed' if unit else 'printed_count'}"
    return texts.plain(key, amount=numerals.grouped(value), unit=unit)


def _titles(claim: Claim) -> tuple[str, ...]:
    if isinstance(claim, Same):
        values = dict.fromkeys((figure.value, figure.unit) for figure in claim.figures)
        return tuple(_printed(value, unit) for value, unit in values)
    found = f"quality.sides.{kind(claim)}"
    return (texts.plain(f"{found}.first"), texts.plain(f"{found}.second"))


def sides(finding: Finding, document: OriginalDocument) -> tuple[Side, ...]:
    """Return both sides, and in the end the places that the finding also is about."""
    compared, found = claim(finding), []
    if compared is not None:
        groups = (_quotes(document, figures) for figures in _groups(compared))
        titled = zip(_titles(compared), groups, strict=False)
        found = [Side(title, quotes) for title, quotes in titled if quotes]
    quoted = {quote.text for side in found for quote in side.quotes}
    rest = [place for place in finding.places if place.quote not in quoted]
    if isinstance(compared, Balance | Blend | Ratio) and len(found) > 1:
        concerned = {
            place
            for figure in finding_marks.concerned(finding)
            for place in formulas.stating(figure)
        }
        rest = [place for place in rest if place in concerned]
    if rest:
        title = texts.plain(f"quality.sides.{'more' if found else 'told'}")
        found.append(Side(title, tuple(_quote(document, place) for place in rest)))
    return tuple(found)
