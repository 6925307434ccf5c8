"""Sums of keyed rows: a whole and the parts that `identities.toml` names."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from publish import tables
from publish.reconciliation import reasons
from publish.reconciliation.claims import Balance
from publish.reconciliation.explanations import cell, say
from publish.reconciliation.judging import judged, unchecked
from publish.reconciliation.results import Certainty, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publish.reconciliation.books import Book
    from publish.reconciliation.results import Figure, Result

CHANGE = "change_wanyuan"


@dataclass(frozen=True, slots=True)
class Identity:
    """A whole and its parts in a table; see `identities.toml`."""

    check: str
    table: str
    columns: tuple[str, ...]
    wholes: tuple[str, ...]
    parts: tuple[str, ...]
    absent: str
    inside: tuple[str, ...] = ()


@cache
def identities() -> tuple[Identity, ...]:
    """Return every declared sum."""
    declared = tomllib.loads(Path(__file__).with_name("identities.toml").read_text("utf-8"))
    return tuple(
        Identity(
            check=found["check"],
            table=found["table"],
            columns=tuple(found["columns"]),
            wholes=tuple(found["wholes"]),
            parts=tuple(found["parts"]),
            absent=found["absent"],
            inside=tuple(found.get("inside", ())),
        )
        for found in declared["sum"]
    )


@dataclass(frozen=True, slots=True)
class Parts:
    """The printed parts of a whole, and the references that state nothing."""

    figures: tuple[Figure, ...] = ()
    missing: tuple[str, ...] = ()

    def __add__(self, other: Parts) -> Parts:
        """Return the parts of both."""
        return Parts(self.figures + other.figures, self.missing + other.missing)


def _referred(book: Book, identity: Identity, reference: str, column: str) -> Parts:
    table, key, column = (
        reference.split("/") if "/" in reference else (identity.table, reference, column)
    )
    if key == "*":
        cells = [(entry.figure(column), entry.name) for entry in book.first(table)]
        return Parts(
            tuple(figure for figure, _name in cells if figure),
            tuple(name for figure, name in cells if not figure),
        )
    figure = book.figure(table, key, column)
    if figure is not None:
        return Parts((figure,))
    below = next(
        (one for one in identities() if one.check == identity.check and reference in one.wholes),
        None,
    )
    found = _parts(book, below, column) if below else Parts()
    return found if found.figures else Parts((), (reference,))


def _parts(book: Book, identity: Identity, column: str) -> Parts:
    found = Parts()
    for reference in identity.parts:
        found += _referred(book, identity, reference, column)
    return found


def _claims(whole: Figure, parts: Parts, identity: Identity, book: Book) -> Iterator[Balance]:
    """Yield the ways in which the parts may make up the whole."""
    yield Balance((whole,), parts.figures)
    within = {
        figure
        for key in identity.inside
        if (figure := book.figure(identity.table, key, whole.column)) and figure.value
    }
    if within:
        yield Balance((whole,), tuple(part for part in parts.figures if part not in within))


def _result(book: Book, identity: Identity, column: str) -> Result | None:
    parts = _parts(book, identity, column)
    wholes = [
        figure
        for key in identity.wholes
        if (figure := book.figure(identity.table, key, column)) is not None
    ]
    key = identity.wholes[0]
    subject = wholes[0].name if wholes else tables.load()[identity.table].keys.get(key, key)
    if not wholes or not parts.figures:
        found = bool(wholes or parts.figures) and column != CHANGE
        reason = reasons.NO_PARTS if wholes else reasons.NO_WHOLE
        return unchecked(identity.check, subject, reason, tuple(wholes)) if found else None
    claims = [claim for whole in wholes for claim in _claims(whole, parts, identity, book)]
    claim = next((claim for claim in claims if claim.holds()), claims[0])
    is_open = bool(parts.missing) and (identity.absent != "zero" or column == CHANGE)
    is_doubt = identity.absent == "doubt"
    result = judged(identity.check, claim.left[0].name, claim)
    result = replace(result, is_binding=not is_open or is_doubt)
    is_short = is_open and not claim.holds() and (column == CHANGE or claim.difference > 0)
    if is_short and is_doubt:
        return replace(result, severity=Severity.WARNING, certainty=Certainty.LIKELY)
    if is_short:
        return unchecked(identity.check, subject, reasons.unstated(parts.missing), claim.figures)
    return result


def of(book: Book, check: str) -> Iterator[Result]:
    """Yield the sums of a check for every column in which they are stated."""
    for identity in identities():
        if identity.check == check:
            for column in identity.columns:
                result = _result(book, identity, column)
                if result is not None:
                    yield result


def _short(result: Result, claim: Balance, parts: Parts) -> Result:
    """Return that the stated parts fall short of a whole, where most of it is stated."""
    listed = "、".join(parts.missing)
    told = say(
        "short", whole=cell(claim.left[0]), names=listed, recomputed=claim.recomputed,
        difference=claim.difference,
    )  # fmt: skip
    return replace(result, text=told, severity=Severity.INFO, certainty=Certainty.LIKELY)


def whole_of(check: str, whole: Figure, parts: Parts) -> Result:
    """Return the result of a whole and its parts, of which some may have no amount.

    A named part without an amount is not stated, and not zero; where the stated parts are most of
    the whole it is still worth a hint that they fall short of it.
    """
    claim = Balance((whole,), parts.figures)
    result = judged(check, whole.name, claim)
    is_short = bool(parts.missing) and claim.difference > claim.tolerance
    is_most = 2 * claim.recomputed >= whole.value
    if is_short and is_most:
        return _short(result, claim, parts)
    if is_short:
        return unchecked(check, whole.name, reasons.unstated(parts.missing), claim.figures)
    return replace(result, is_binding=is_most or not parts.missing)


def income_equals_its_sources(book: Book) -> Iterator[Result]:
    """本年收入合计 = the sum of its sources."""
    yield from of(book, "income-equals-its-sources")


def expenditure_equals_its_kinds(book: Book) -> Iterator[Result]:
    """本年支出合计 = 基本 + 项目 + 上缴上级 + 经营 + 对附属单位补助."""
    yield from of(book, "expenditure-equals-its-kinds")


def three_public_equals_its_parts(book: Book) -> Iterator[Result]:
    """三公 = 出国 + 用车 + 接待; 用车 = 购置 + 运行."""
    yield from of(book, "three-public-equals-its-parts")


def receptions_add_up(book: Book) -> Iterator[Result]:
    """The receptions listed make up the visits, the persons, the amount."""
    yield from of(book, "receptions-add-up")


def vehicles_add_up(book: Book) -> Iterator[Result]:
    """Vehicles by type and by use make up all of them."""
    yield from of(book, "vehicles-add-up")


def procurement_equals_its_kinds(book: Book) -> Iterator[Result]:
    """采购总额 = 货物 + 工程 + 服务."""
    yield from of(book, "procurement-equals-its-kinds")


def assets_add_up(book: Book) -> Iterator[Result]:
    """Assets by class make up all; original value = depreciation + net value."""
    yield from of(book, "assets-add-up")


def units_add_up(book: Book) -> Iterator[Result]:
    """Units by kind make up all subordinate units."""
    yield from of(book, "units-add-up")
