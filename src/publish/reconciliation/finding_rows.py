"""Findings as rows of the resource `findings`, byte for byte the same for the same package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publish.reconciliation.tolerances import decimals, shown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from publish.reconciliation.results import Figure, FigurePlace, Finding
    from publish.tables import Row

TABLE = "findings"
_MOST_DECIMALS = 4
_PARTED = "\t"


def _number(value: Decimal | None) -> Decimal | None:
    """Return a number that was computed with four decimals at most."""
    if value is None:
        return None
    return shown(value, _MOST_DECIMALS) if decimals(value) > _MOST_DECIMALS else value


def _cell(figure: Figure) -> str:
    return f"{figure.table}|{figure.row_key}|{figure.column}"


def _pieces(places: Iterable[FigurePlace]) -> list[tuple[str, str]]:
    """Return locators and quotes; a quote over several cells is several pieces."""
    pieces = [
        (place.locator, words)
        for whole in places
        for place in whole.pieces
        for words in place.quote.split(_PARTED)
        if words.strip()
    ]
    return list(dict.fromkeys(pieces))


def row(finding: Finding) -> Row:
    """Return a finding as a row; it is filed under its first figure, `figures` names all."""
    first = finding.figures[0] if finding.figures else None
    pieces = _pieces(finding.places)
    return {
        "id": finding.id,
        "check": finding.check,
        "family": finding.family,
        "severity": str(finding.severity),
        "certainty": str(finding.certainty),
        "table": first.table if first else None,
        "row_key": first.row_key if first else None,
        "column": first.column if first else None,
        "figures": _PARTED.join(map(_cell, finding.figures)) or None,
        "message": finding.text.zh,
        "message_en": finding.text.en,
        "published": _number(finding.published),
        "recomputed": _number(finding.recomputed),
        "difference": _number(finding.difference),
        "tolerance": _number(finding.tolerance),
        "closes_with": finding.closes_with or None,
        "source_locator": ";".join(locator for locator, _words in pieces),
        "source_quote": _PARTED.join(words for _locator, words in pieces),
    }


def rows(findings: Iterable[Finding]) -> tuple[Row, ...]:
    """Return the rows of findings in their order."""
    return tuple(row(finding) for finding in findings)
