"""Claims about figures as a reader can repeat them: 收入合计 4,383.87 = 3,852.43 + 531.44.

Every number is a link to the words of the document that print it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from publish import texts
from publish.pages import originals
from publish.pages.links import Linked
from publish.reconciliation.claims import AtMost, Balance, Blend, Ratio, Same
from publish.texts import numerals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publish.pages.links import Link, OriginalDocument
    from publish.reconciliation import Figure, FigurePlace
    from publish.reconciliation.claims import Claim
    from publish.tables import Row

Parts: TypeAlias = tuple[str | Linked, ...]


# What follows the digits of a figure, so that 1% is not found in 1套.
_UNITS = {"%": r"\s*%", "万元": r"\s*[万亿]?元"}


def stating(figure: Figure) -> tuple[FigurePlace, ...]:
    """Return the places that print a figure with its unit; else all places of its row."""
    digits, unit = numerals.printed(figure.value), _UNITS.get(figure.unit, "")
    found = (place for place in figure.places if originals.states(place.quote, digits, unit))
    return tuple(found) or figure.places


def way(document: OriginalDocument, place: FigurePlace, figure: Figure | None = None) -> Link:
    """Return the way to the words of a place, and in them to the digits of a figure."""
    row: Row = {"source_locator": place.locator, "source_quote": place.quote}
    if figure is None:
        return document.link(row)
    digits, unit = numerals.printed(figure.value), _UNITS.get(figure.unit, "")
    is_stated = originals.states(place.quote, digits, unit)
    return document.link(row, digits, unit if is_stated else "")


def number(document: OriginalDocument, figure: Figure) -> str | Linked:
    """Return a figure with the way to the words that print it.

    Without one where no words print these digits: data of charts have the tails of fractions.
    """
    text, place = numerals.grouped(figure.value), stating(figure)[0]
    if not originals.states(place.quote, numerals.printed(figure.value)):
        return text
    return Linked(text, way(document, place, figure))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes claims about figures of a document."""

    document: OriginalDocument

    def joined(self, figures: Iterable[Figure], sign: str) -> Parts:
        words: list[str | Linked] = []
        for figure in figures:
            words += ([f" {sign} "] if words else []) + [number(self.document, figure)]
        return tuple(words)

    def total(self, figures: tuple[Figure, ...]) -> Parts:
        """Return an addition; zeros add nothing."""
        return self.joined([one for one in figures if one.value] or figures[:1], "+")

    def balance(self, claim: Balance) -> Parts:
        sign = f" {'≈' if claim.difference else '='} "
        right = self.total(claim.right)
        if claim.constant or not right:
            right = (*right, " + ", numerals.grouped(claim.constant))[0 if right else 1 :]
        return (*self.total(claim.left), sign, *right)

    def ratio(self, claim: Ratio) -> Parts:
        percent = (number(self.document, claim.percent), "% ≈ ")
        whole = self.total(claim.whole)
        if claim.less:
            whole = ("(", *whole, " \N{MINUS SIGN} ", *self.total(claim.less), ")")
        return (*percent, *self.total(claim.part), " ÷ ", *whole)

    def blend(self, claim: Blend) -> Parts:
        rates = [rate for _amount, rate in claim.parts]
        comma = texts.plain("parts.list.words")
        values = {"rate": (number(self.document, claim.rate),), "rates": self.joined(rates, comma)}
        words: list[str | Linked] = []
        for literal, place in texts.parts("quality.formula.blend"):
            words += [literal] * bool(literal) + list(values.get(place, ()))
        return tuple(words)


def formula(document: OriginalDocument, claim: Claim) -> Parts:
    """Return a claim in numbers."""
    writer = _Writer(document)
    match claim:
        case Balance():
            return writer.balance(claim)
        case Ratio():
            return writer.ratio(claim)
        case Same():
            return writer.joined(claim.figures, "≈" if claim.difference else "=")
        case AtMost():
            return (*writer.total(claim.part), " ≤ ", *writer.total(claim.whole))
        case Blend():
            return writer.blend(claim)
