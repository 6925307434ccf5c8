"""Drafts of rows: what one place of the document states, before places are brought together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from publish import tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publish.documents.passages import Passage
    from publish.tables import Row, TableSchema, Value

# What may differ between two places that state the same row.
_WORDING = {
    "label",
    "reason",
    "unit_as_published",
    "share_of",
    "completion_of",
    *tables.PROVENANCE,
}
# What a row has from its place among the rows and from its spans, and no draft.
_GIVEN = {"statement", *tables.PROVENANCE}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a passage."""

    passage: Passage
    start: int
    end: int

    def places(self) -> tuple[tuple[str, str], ...]:
        """Return (locator, exact words) of each line that it touches."""
        return self.passage.quote(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Draft:
    """A row of a table as one or more places state it."""

    table: str
    values: Row = field(default_factory=dict)
    spans: tuple[Span, ...] = ()

    def has(self, column: str) -> bool:
        """Tell whether the column is filled."""
        return self.values.get(column) is not None

    def with_values(self, values: Row, end: int | None = None) -> Draft:
        """Return the draft with more values, its last span reaching to `end`."""
        known = {column.name for column in _table(self.table).fields}
        new = {name: value for name, value in values.items() if name in known}
        spans = self.spans
        if end is not None and new:
            last = spans[-1]
            spans = (*spans[:-1], replace(last, end=max(last.end, end)))
        return replace(self, values={**self.values, **new}, spans=spans)


def _table(name: str) -> TableSchema:
    return tables.load()[name]


def agree(one: Draft, other: Draft) -> bool:
    """Tell whether two drafts of one row contradict each other in no figure."""
    return all(
        one.values.get(name) is None or value is None or one.values[name] == value
        for name, value in other.values.items()
        if name not in _WORDING
    )


def _united(one: Draft, other: Draft) -> Draft:
    filled = {name: value for name, value in one.values.items() if value not in {None, ""}}
    reasons = dict.fromkeys(filter(None, (one.values.get("reason"), other.values.get("reason"))))
    if reasons:
        filled["reason"] = "；".join(map(str, reasons))
    # A place that both have is left out later, in the row: see `_provenance`.
    return replace(one, values={**other.values, **filled}, spans=one.spans + other.spans)


def _identity(draft: Draft, table: TableSchema) -> tuple[Value, ...]:
    """Return what makes two drafts the same row; a code or key is surer than a printed label."""
    names = [name for name in table.primary_key if name != "statement"]
    if draft.has("code"):
        names = [name if name != "label" else "code" for name in names]
    return tuple(draft.values.get(name) for name in names)


def _provenance(draft: Draft) -> Row:
    # A tab parts the pieces of a quote, so a piece with a tab inside is two pieces.
    pieces = [
        (locator, piece.strip())
        for span in draft.spans
        for locator, quote in span.places()
        for piece in quote.split("\t")
        if piece.strip()
    ]
    places = list(dict.fromkeys(pieces))
    return {
        "source_locator": ";".join(locator for locator, _quote in places),
        "source_quote": "\t".join(quote for _locator, quote in places),
    }


def rows(drafts: Iterable[Draft], name: str) -> tuple[Row, ...]:
    """Return the rows of a table: places that agree are one row, places that differ are several.

    Where the table counts its statements, a row that is stated again with other values gets the
    next number; none is dropped. In a table without statements it has no place: it is left out.
    So is what lacks a cell that no row may lack. Their figures are among those that are not
    understood.
    """
    table = _table(name)
    is_counted = "statement" in table.primary_key
    found: dict[tuple[Value, ...], list[Draft]] = {}
    for draft in drafts:
        if draft.table != name:
            continue
        same = found.setdefault(_identity(draft, table), [])
        at = next((index for index, old in enumerate(same) if agree(old, draft)), None)
        if at is None and (is_counted or not same):
            same.append(draft)
        elif at is not None:
            same[at] = _united(same[at], draft)
    return tuple(
        _row(draft, table, number)
        for same in found.values()
        for number, draft in enumerate(filter(_is_complete, same), start=1)
    )


def _is_complete(draft: Draft) -> bool:
    """Tell whether a draft has every cell that a row of its table must have."""
    return all(
        draft.values.get(column.name) not in {None, ""}
        for column in _table(draft.table).fields
        if column.required and column.name not in _GIVEN
    )


def _row(draft: Draft, table: TableSchema, number: int) -> Row:
    values = {**draft.values, "statement": number, **_provenance(draft)}
    return {column.name: values.get(column.name) for column in table.fields}
